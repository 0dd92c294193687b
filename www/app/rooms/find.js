/** The room Find: the query as understood, the results, what they can be narrowed by. */
import { html, nothing } from 'lit';
import { dayInWords, directionOf, languageInWords, numberInWords, placeInWords } from '../language.js';
import { stateWords } from '../messages/states.js';
import { forceMark } from '../views/force.js';
import { snippet } from '../views/matches.js';
import { searchNotes } from '../views/notes.js';
import { queryList } from '../views/queries.js';
import { spine } from '../views/spine.js';
import { FACETS, findNow } from './find-state.js';

/** @typedef {import('../types.d.ts').FindHost} FindHost */
/** @typedef {import('../types.d.ts').Found} Found */
/** @typedef {import('../types.d.ts').Hit} Hit */
/** @typedef {Hit['paragraphs'][number]} HitParagraph */

/**
 * The room where one searches: the query as understood, the count, the results.
 *
 * @param {FindHost} host
 */
export function findRoom(host) {
  const { m, find } = host;
  const { found } = find;
  if (!found) return nothingAsked(host);
  return html`<div class="find" data-room="find">
    <h1 class="hidden" id="title">${m.findTitle}</h1>
    ${chips(host, found)}
    <div class="found">
      ${facets(host, found)}
      <div>
        <div class="found-head">
          <div class="count" part="count" role="status" aria-live="polite" id="count">${counted(host, found)}</div>
          ${found.hits.length > 1 ? sorting(host) : nothing}
        </div>
        ${notes(host, found)}
        <ol class="results" part="results" id="results">${found.hits.map((hit) => result(host, hit))}</ol>
        ${found.hits.length < found.total.value ? html`<p><button type="button" id="more" @click=${() => more(host)}>${m.more}</button></p>` : nothing}
        ${found.hits.length ? nothing : without(host)}
      </div>
    </div>
  </div>`;
}

/** How much there is to search, and what one can ask. @param {FindHost} host */
function nothingAsked(host) {
  const { m } = host;
  const open = searched(host);
  return html`<div class="find" data-room="find">
    <h1 id="title">${m.findTitle}</h1>
    <p class="summary">${open ? `${m.findLead(open)} ` : nothing}${m.findHint}</p>
    <div class="count hidden" role="status" aria-live="polite" id="count"></div>
    <h2>${m.helpFind}</h2>
    ${queryList(host)}
  </div>`;
}

/**
 * What the results can be narrowed by, each with its count over the whole result. One that has a single value narrows
 * nothing and is not shown.
 *
 * @param {FindHost} host
 * @param {Found} found
 */
function facets(host, found) {
  const { m, find } = host;
  /** @type {Record<typeof FACETS[number], { field: string, say: (value: string) => string }>} */
  const kinds = {
    body: { field: 'body', say: (value) => m.bodies[value] ?? value.toUpperCase() },
    year: { field: 'date', say: (value) => value },
    language: { field: 'lang', say: (value) => languageInWords(m, value) },
  };
  const shown = FACETS.flatMap((name) => {
    const values = found.facets?.[name] ?? [];
    return values.length > 1 ? [{ name, values: values.slice(0, MOST_VALUES) }] : [];
  });
  if (!shown.length) return nothing;
  return html`<details class="facets" part="facets" ?open=${!host.narrow}>
    <summary>${m.narrow}</summary>
    ${shown.map(
      ({ name, values }) => html`<h2>${m.facets[name]}</h2>
        <ul>
          ${values.map(
            ([value, count]) => html`<li>
              <a href=${host.linkTo('find', '', { q: `${find.query.trim()} ${kinds[name].field}:${value}` })}><bdi>${kinds[name].say(value)}</bdi></a>
              <span>${numberInWords(m, count)}</span>
            </li>`,
          )}
        </ul>`,
    )}
  </details>`;
}

/** The most values shown of a facet. */
const MOST_VALUES = 12;

/** How many resolutions are searched. @param {FindHost} host */
function searched({ listed, away }) {
  return listed.filter((one) => one.kind !== 'article').length + (away?.resolutions ?? 0);
}

/** @param {FindHost} host @param {Found} found */
function counted(host, found) {
  const { m } = host;
  if (!found.total.value) return stateWords(m).searched(searched(host), languagesOf(host));
  return found.total.exact ? m.results(found.total.value) : m.resultsAtLeast(found.total.value);
}

/** @param {FindHost} host @param {Found} found */
function notes(host, found) {
  const { m, away } = host;
  return html`${
    away?.silent
      ? html`<p class="said-note" id="mute">${m.archivesMute(away.silent, away.all)} <button type="button" class="plain" @click=${() => host.tryAgain?.()}>${m.tryAgain}</button></p>`
      : nothing
  }${searchNotes(host, found)}`;
}

/** The languages of what is searched, by name. @param {FindHost} host */
function languagesOf({ m, listed, away }) {
  const codes = [...listed.map((one) => one.language ?? 'und'), ...(away?.languages ?? [])];
  return [...new Set(codes)].filter((code) => code !== 'und').map((code) => languageInWords(m, code));
}

/**
 * The query as understood, each part with a way to write it anew and one to take it out.
 *
 * @param {FindHost} host
 * @param {Found} found
 */
function chips(host, found) {
  const { m } = host;
  const parts = found.understood.map((part) => part.text);
  if (!parts.length) return nothing;
  const lead = (/** @type {number} */ index) =>
    host.linkTo('find', '', { q: parts.filter((_, at) => at !== index).join(' ') });
  return html`<ul class="chips" part="chips" aria-label=${m.understood}>
    ${found.understood.map(
      (part, index) => html`<li data-kind=${part.kind ?? 'word'}>
        <button type="button" class="plain" aria-label=${m.editChip(part.text)} @click=${() => edit(host, part)}><bdi>${part.text}</bdi></button><a href=${lead(index)} aria-label=${m.removeChip(part.text)}>×</a>
      </li>`,
    )}
  </ul>`;
}

/** Marks a part of the query in the box, so that it can be written anew. @param {FindHost} host @param {Found['understood'][number]} part */
function edit(host, { span }) {
  const box = host.scope.getElementById('box');
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.setSelectionRange(...span);
}

/** @param {FindHost} host */
function sorting(host) {
  const { m, find } = host;
  return html`<label class="sort">${m.sortBy}
    <select
      @change=${(/** @type {Event} */ event) => {
        find.sort = /** @type {typeof find.sort} */ (/** @type {HTMLSelectElement} */ (event.target).value);
        findNow(host, find.query);
      }}
    >
      ${Object.entries(m.sorts).map(([code, name]) => html`<option value=${code} ?selected=${code === find.sort}>${name}</option>`)}
    </select>
  </label>`;
}

/** @param {FindHost} host */
async function more(host) {
  host.find.limit += 20;
  await findNow(host, host.find.query);
}

/** What leaving out a part of the query would give. @param {FindHost} host */
function without(host) {
  const { m, find } = host;
  if (!find.without.length) return nothing;
  return html`<ul class="without">
    ${find.without.map(
      ({ text, query, value }) =>
        html`<li><a href=${host.linkTo('find', '', { q: query })}>${m.withoutThis(text, value)}</a></li>`,
    )}
  </ul>`;
}

/** @param {FindHost} host @param {Hit} hit */
function result(host, hit) {
  const { m } = host;
  const facts = [
    hit.body ? (m.bodies[hit.body] ?? hit.body.toUpperCase()) : '',
    hit.symbol ?? '',
    hit.date ? dayInWords(m, hit.date) : '',
    hit.language && hit.language !== 'und' ? languageInWords(m, hit.language) : '',
    host.isExample(hit.key) ? m.exampleCollection : '',
  ].filter(Boolean);
  return html`<li class="result" part="result" data-key=${hit.key}>
    <h2><a class="words" href=${host.linkTo('read', hit.key, { at: hit.paragraphs[0]?.address })} lang=${hit.language} dir=${directionOf(hit.language)}>${hit.title ?? hit.symbol ?? m.untitled}</a></h2>
    <p class="meta facts-line">${facts.map((fact, at) => html`${at ? ' · ' : ''}<bdi>${fact}</bdi>`)}</p>
    ${spine({ m, paragraphs: host.find.spines.get(hit.key) ?? [], across: true })}
    ${
      hit.paragraphs.length
        ? html`<ul class="places">${hit.paragraphs.slice(0, 3).map((paragraph) => place(host, hit, paragraph))}</ul>`
        : nothing
    }
  </li>`;
}

/** @param {FindHost} host @param {Hit} hit @param {HitParagraph} paragraph */
function place(host, hit, paragraph) {
  const { m } = host;
  return html`<li>
    <a class="number" href=${host.linkTo('read', hit.key, { at: paragraph.address })}>${placeInWords(m, paragraph.address)} ${paragraph.lead ? forceMark(m, paragraph.lead) : nothing}</a>
    ${snippet({ text: paragraph.snippet, matches: paragraph.matches, language: hit.language, dir: directionOf(hit.language) })}
  </li>`;
}
