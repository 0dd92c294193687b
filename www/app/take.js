/** Takes texts and files in: an article goes to the check, everything else into the library. */
import { pageOf } from './clipboard.js';
import { LIMIT } from './files.js';
import { deskWords } from './messages/desk.js';
import { openArchive } from './rooms/archives.js';
import { openExport } from './views/export.js';

/** @typedef {import('./app.js').App} App */

/**
 * Takes a text, or the source of a page: a news report goes to the check, everything else into the library.
 *
 * @param {App} app
 * @param {string} text
 * @param {string | null} [name]
 */
export async function takeText(app, text, name = null) {
  await app.ready;
  const { desk } = app;
  if (!desk) return;
  try {
    const document = await desk.parse(text);
    if (document.kind === 'article') {
      app.draft = { ...app.draft, article: await desk.wordsOf(text), trouble: '' };
      await app.settled();
      app.go('check', 'own');
      return;
    }
    await takeInput(app, text, name);
  } catch (error) {
    app.trouble(error);
  }
}

/** How the file of an archive is called. */
const ARCHIVE = /\.whereas$/i;

/** How files of plain text are called. */
const TEXT = /\.(txt|md)$/i;

/** A text of this length, or of several lines, is a document and not a query. */
const LONG = 600;

/**
 * A document that is pasted into the box is opened, not searched for.
 *
 * @param {App} app
 * @param {ClipboardEvent} event
 */
export function takePaste(app, event) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text.length < LONG && !text.trim().includes('\n')) return;
  event.preventDefault();
  takeText(app, pageOf(event.clipboardData) ?? text);
}

/**
 * Takes files one after another; one that can't be read is named and the rest goes on.
 *
 * @param {App} app
 * @param {readonly File[]} files
 */
export async function takeFiles(app, files) {
  await app.ready;
  const { desk, m } = app;
  if (!desk) return;
  const archives = files.filter(({ name }) => ARCHIVE.test(name));
  for (const file of archives) await openArchive(app, file, file.name);
  if (archives.length) {
    const rest = files.filter((file) => !archives.includes(file));
    if (rest.length) await takeFiles(app, rest);
    else if (app.route.room !== 'read' || app.route.rest) app.go('find');
    return;
  }
  const [only] = files;
  if (files.length === 1 && only && only.size < (TEXT.test(only.name) ? 400_000 : 4_000_000)) {
    await takeOne(app, only);
    return;
  }
  /** @type {string[]} */
  const keys = [];
  const trouble = files.length >= LIMIT ? [deskWords(m).manyFiles(LIMIT)] : [];
  let kept = true;
  let stopped = false;
  const begun = Date.now();
  for (const [done, file] of files.entries()) {
    if (stopped) break;
    app.progress(begun, done, files.length, () => {
      stopped = true;
    });
    try {
      const taken = await desk.take(file, file.name);
      keys.push(...taken.keys);
      kept &&= taken.kept;
      trouble.push(...taken.odd.map((odd) => said(file.name, odd)));
    } catch (error) {
      trouble.push(unread(app, file, error));
    }
  }
  app.work = null;
  await show(app, keys, kept, trouble);
}

/** One file may be an article. @param {App} app @param {File} file */
async function takeOne(app, file) {
  try {
    const text = (await app.desk?.textOf(file)) ?? '';
    const document = await app.desk?.parse(text);
    if (document?.kind === 'article') {
      app.draft = { ...app.draft, article: text, trouble: '' };
      app.go('check', 'own');
      return;
    }
    await takeInput(app, file, file.name);
  } catch (error) {
    app.say(unread(app, file, error));
  }
}

/** What is odd about a file that was read. @param {string | null} name @param {string} odd */
function said(name, odd) {
  return `${name ? `${name}: ` : ''}${odd}.`;
}

/**
 * That a file could not be read, and why.
 *
 * @param {App} app
 * @param {File} file
 * @param {unknown} error
 */
export function unread({ m }, { name }, error) {
  const { code = '', message = '' } = /** @type {{ code?: string, message?: string }} */ (error ?? {});
  const why = deskWords(m).file[code] ?? (message ? `${message.charAt(0).toUpperCase()}${message.slice(1)}.` : '');
  return `${m.noFile(name)} ${why}`.trim();
}

/**
 * @param {App} app
 * @param {Blob | string} input
 * @param {string | null} name
 */
async function takeInput(app, input, name) {
  const taken = await app.desk?.take(input, name);
  if (taken)
    await show(
      app,
      taken.keys,
      taken.kept,
      taken.odd.map((odd) => said(name, odd)),
    );
}

/**
 * @param {App} app
 * @param {string[]} keys
 * @param {boolean} kept
 * @param {string[]} trouble
 */
async function show(app, keys, kept, trouble) {
  const { m, desk } = app;
  app.listed = (await desk?.list()) ?? [];
  app.weigh();
  const said = [keys.length ? m.added(keys.length) : '', kept ? '' : m.notKept, ...trouble.slice(0, 3)];
  const [only] = keys;
  const away =
    !kept && keys.length === 1 && only ? { label: deskWords(m).exportNow, run: () => exportNow(app) } : undefined;
  app.say(said.filter(Boolean).join(' '), away);
  if (app.route.room === 'check' && app.route.rest === 'own') app.update();
  else app.go('read', keys.length === 1 ? keys[0] : '');
}

/** Offers what was not kept as a file. @param {App} app */
async function exportNow(app) {
  app.notice = null;
  await app.settled();
  if (app.reading) openExport(app, app.reading);
}
