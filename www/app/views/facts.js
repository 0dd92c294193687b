/** What a text states about itself. */
import { html, nothing } from 'lit';
import { datingInWords, languageInWords } from '../language.js';
import { oddSentence } from './odd.js';

/** @typedef {import('../types.d.ts').Host} Host */
/** @typedef {import('../types.d.ts').Opened} Opened */

/**
 * What the text states about itself, and what is odd about this copy.
 *
 * @param {Host} host
 * @param {Opened} reading
 */
export function factList({ m }, { resolution, document, text }) {
  const { adoption, session, edition, container } = resolution;
  const votes =
    adoption && adoption.yes !== null ? ` (${m.votes(adoption.yes, adoption.no ?? 0, adoption.abstain ?? 0)})` : '';
  const k = m.factKeys;
  /** @type {[string, string | null | undefined][]} */
  const facts = [
    [k.symbol, resolution.symbol],
    [k.title, resolution.title],
    [k.body, resolution.body ? (m.bodies[resolution.body] ?? resolution.body) : null],
    [k.organ, resolution.organ ? (m.organs[resolution.organ] ?? resolution.organ) : null],
    [k.session, session?.ordinal ? m.session(session.ordinal) : null],
    [k.theme, session?.theme],
    [k.place, resolution.place ? [resolution.place.name, resolution.place.country].filter(Boolean).join(', ') : null],
    ...resolution.dates.map(
      (dating) =>
        /** @type {[string, string]} */ ([
          dating.role === 'session' ? k.date : m.roles[dating.role],
          datingInWords(m, dating),
        ]),
    ),
    [k.adoption, adoption ? `${m.adoptions[adoption.method] ?? adoption.method}${votes}` : m.notStated],
    [k.container, container ? [container.symbol, container.title].filter(Boolean).join(' · ') : null],
    [k.language, edition.language === 'und' ? null : languageInWords(m, edition.language)],
    [k.file, document.source.name],
    [k.fingerprint, document.source.sha256],
  ];
  return html`<dl class="fact-list">
      ${facts.map(([name, value]) => (value ? html`<div><dt>${name}</dt><dd class=${name === k.fingerprint ? 'hash' : ''}><bdi>${value}</bdi></dd></div>` : nothing))}
    </dl>
    ${
      document.diagnostics.length
        ? html`<h2>${m.diagnostics}</h2>
          <ul class="odd-list">${document.diagnostics.map((one) => html`<li data-code=${one.code}>${oddSentence(m, text, one)}</li>`)}</ul>`
        : nothing
    }`;
}
