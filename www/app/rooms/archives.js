/** “Open an archive”: what is open, what this site offers, another address, and how one is built. */

import { html, nothing } from 'lit';
import { nameOf } from '../archives.js';
import { sizeInWords } from '../language.js';
import { archiveWords } from '../messages/archives.js';
import { deskWords } from '../messages/desk.js';
import { takeFiles } from '../take.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../archives.js').Archive} Archive */

/** The one command that builds an archive. */
const COMMAND = 'whereas pack build FOLDER -o archive.whereas';

/**
 * The card with the archives: the second of the first run, and a part of the library.
 *
 * @param {App} app
 */
export function archivesCard(app) {
  const { m, desk } = app;
  const a = archiveWords(app.m);
  const { open = [], silent = [] } = desk?.archives ?? {};
  const offers = app.offers.filter(({ url }) => !open.some((one) => one.url === url || one.from === url));
  return html`<section class="archives" id="archives" aria-labelledby="archives-title">
    <h2 id="archives-title">${a.archivesTitle}</h2>
    <p class="note">${a.archivesLead}</p>
    ${open.length ? html`<ul class="archive-list" id="archives-open">${open.map((one) => opened(app, one))}</ul>` : nothing}
    ${silent.length ? html`<ul class="archive-list" id="archives-silent">${silent.map((one) => mute(app, one))}</ul>` : nothing}
    ${
      offers.length
        ? html`<h3>${a.archivesHere}</h3>
          <ul class="archive-list" id="archives-offered">
            ${offers.map(
              (offer) => html`<li>
                <span><bdi>${offer.name}</bdi> <span class="note">${facts(app, offer)}</span></span>
                <button type="button" aria-label=${a.archiveOpenNamed(offer.name)} @click=${() => openArchive(app, offer.url, offer.name)}>${a.archiveOpen}</button>
              </li>`,
            )}
          </ul>`
        : nothing
    }
    ${app.asking === null ? elsewhere(app) : consent(app, app.asking)}
    <p class="build"><span>${a.archiveBuild}</span> <code lang="en" dir="ltr">${COMMAND}</code>
      <button type="button" class="plain" @click=${() => app.copy(COMMAND)}>${m.copy}</button></p>
  </section>`;
}

/**
 * Number, years and size, as far as they are known.
 *
 * @param {App} app
 * @param {{ size: number | null, resolutions: number | null, dates?: [string, string] | null }} one
 */
function facts({ m }, { size, resolutions, dates }) {
  return [resolutions ? m.results(resolutions) : '', dates ? yearsOf(dates) : '', size ? sizeInWords(m, size) : '']
    .filter(Boolean)
    .map((fact, at) => html`${at ? ' · ' : ''}<bdi>${fact}</bdi>`);
}

/** @param {[string, string]} dates */
function yearsOf([from, to]) {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}

/** An archive that is open. @param {App} app @param {Archive} archive */
function opened(app, archive) {
  const a = archiveWords(app.m);
  const sum = (/** @type {'size' | 'resolutions'} */ what) =>
    archive.packs.reduce((all, pack) => all + (pack[what] ?? 0), 0) || null;
  const host = archive.url ? new URL(archive.url).host : null;
  return html`<li data-archive=${archive.name}>
    <span><bdi>${archive.name}</bdi> <span class="note">${facts(app, { size: sum('size'), resolutions: sum('resolutions') })}</span>
      <span class="note where">${host ? a.archiveAway(host) : a.archiveHere}</span></span>
    ${host ? html`<button type="button" class="plain" @click=${() => download(app, archive)}>${a.archiveDownload}</button>` : nothing}
    <button type="button" class="plain" aria-label=${a.archiveCloseNamed(archive.name)} @click=${() => closeArchive(app, archive)}>${a.archiveClose}</button>
  </li>`;
}

/** An archive whose host gave no answer. @param {App} app @param {Archive} archive */
function mute(app, archive) {
  const { m } = app;
  const a = archiveWords(app.m);
  return html`<li data-archive=${archive.name}>
    <span><bdi>${archive.name}</bdi> <span class="note">${a.archiveSilent}</span></span>
    <button type="button" class="plain" @click=${() => tryAgain(app)}>${m.tryAgain}</button>
    <button type="button" class="plain" aria-label=${a.archiveCloseNamed(archive.name)} @click=${() => closeArchive(app, archive)}>${a.archiveClose}</button>
  </li>`;
}

/** The field for an address elsewhere, and the choice of a file. @param {App} app */
function elsewhere(app) {
  const a = archiveWords(app.m);
  return html`<form class="elsewhere" @submit=${(/** @type {SubmitEvent} */ event) => ask(app, event)}>
    <label for="archive-address">${a.archiveAddress}</label>
    <input id="archive-address" name="address" inputmode="url" autocomplete="off" spellcheck="false" dir="ltr" placeholder="https://" />
    <button type="submit">${a.archiveOpen}</button>
    <span class="file">
      <input class="hidden" type="file" id="archive-file" accept=".whereas" multiple @change=${(
        /** @type {Event} */ event,
      ) => {
        const input = /** @type {HTMLInputElement} */ (event.target);
        takeFiles(app, [...(input.files ?? [])]).then(() => {
          input.value = '';
        });
      }} />
      <label class="button" for="archive-file">${a.archiveFile}</label>
    </span>
  </form>`;
}

/**
 * Takes an address: one of this site is opened, another host is named first.
 *
 * @param {App} app
 * @param {SubmitEvent} event
 */
async function ask(app, event) {
  event.preventDefault();
  const typed = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('address') ?? '').trim();
  const url = URL.canParse(typed, document.baseURI) && typed ? new URL(typed, document.baseURI) : null;
  // A page of a safe address may ask only safe ones; on one's own machine both are met.
  if (!url || !['https:', 'http:'].includes(url.protocol)) {
    app.say(archiveWords(app.m).archiveNoAddress);
    return;
  }
  if (url.origin === location.origin) {
    await openArchive(app, url.href, nameOf(url.href));
    return;
  }
  app.asking = url.href;
  app.update();
  await app.settled();
  document.getElementById('archive-agree')?.focus();
}

/** What another host will see, before it is asked anything. @param {App} app @param {string} url */
function consent(app, url) {
  const { m } = app;
  const a = archiveWords(app.m);
  const { host } = new URL(url);
  const shut = () => {
    app.asking = null;
    app.update();
  };
  return html`<div class="consent" role="group" aria-labelledby="consent-title">
    <p id="consent-title"><strong><bdi>${nameOf(url)}</bdi></strong> ${a.archiveAsk(host)}</p>
    <div class="links">
      <button type="button" class="strong" id="archive-agree" @click=${() => {
        shut();
        openArchive(app, url, nameOf(url));
      }}>${a.archiveAgree(host)}</button>
      <button type="button" @click=${async () => {
        shut();
        const archive = await openArchive(app, url, nameOf(url));
        if (archive) await download(app, archive);
      }}>${a.archiveDownload}</button>
      <button type="button" class="plain" @click=${shut}>${m.cancel}</button>
    </div>
  </div>`;
}

/**
 * Opens an archive at an address, and says what is in it.
 *
 * @param {App} app
 * @param {Blob | string} source
 * @param {string} name
 */
export async function openArchive(app, source, name) {
  await app.ready;
  const { desk, m } = app;
  const a = archiveWords(app.m);
  if (!desk) return null;
  try {
    const { archive, kept } = await desk.archives.add(source, name);
    await desk.dropExample();
    app.listed = await desk.list();
    const n = archive.packs.reduce((all, pack) => all + (pack.resolutions ?? 0), 0);
    app.say([a.archiveOpened(name, n), kept ? '' : m.notKept].filter(Boolean).join(' '));
    app.weigh();
    return archive;
  } catch (error) {
    app.trouble(error);
    return null;
  }
}

/** @param {App} app @param {Archive} archive */
async function closeArchive(app, archive) {
  try {
    await app.desk?.archives.remove(archive);
    app.say(archiveWords(app.m).archiveClosed(archive.name));
  } catch (error) {
    app.trouble(error);
  }
  await app.settled();
  document.getElementById('archives-title')?.focus({ preventScroll: true });
}

/**
 * Fetches an archive whole, with its progress and a way to stop.
 *
 * @param {App} app
 * @param {Archive} archive
 */
export async function download(app, archive) {
  const { m, desk } = app;
  const a = archiveWords(app.m);
  if (!desk) return;
  const control = new AbortController();
  const begun = Date.now();
  const all = archive.packs.reduce((sum, pack) => sum + (pack.size ?? 0), 0);
  try {
    const kept = await desk.archives.download(archive, {
      signal: control.signal,
      tell: (done, length) => app.progress(begun, done, length ?? all, () => control.abort(), true),
    });
    app.work = null;
    app.say([a.archiveWhole(archive.name), kept ? '' : m.notKept].filter(Boolean).join(' '));
  } catch (error) {
    app.work = null;
    if (control.signal.aborted) app.update();
    else app.trouble(error);
  }
}

/** @param {App} app */
export async function tryAgain(app) {
  await app.desk?.archives.tryAgain();
  app.say(app.desk?.archives.silent.length ? archiveWords(app.m).archiveSilent : archiveWords(app.m).archiveBack);
  if (app.route.room === 'find') await app.arrive();
}

/**
 * The lock line: what is asked of whom, true for the moment.
 *
 * @param {App} app
 */
export function lockLine(app) {
  const { m, desk, temporary } = app;
  const a = archiveWords(app.m);
  const away = desk?.archives.away ?? [];
  if (!away.length) return temporary ? deskWords(m).hereTemporary : m.here;
  return html`${a.searchingAway(away.map(({ name }) => name))} ${away.map(
    (archive) =>
      html`<button type="button" class="plain" @click=${() => download(app, archive)}>${away.length > 1 ? a.archiveDownloadNamed(archive.name) : a.archiveDownload}</button> `,
  )}`;
}
