/** What is said of a query beside its results: how it was taken, and what none of the texts has. */
import { html, nothing } from 'lit';
import { stateWords } from '../messages/states.js';

/** @typedef {import('../types.d.ts').FindHost} FindHost */
/** @typedef {import('../types.d.ts').Found} Found */
/** @typedef {Found['notes'][number]} Note */

/**
 * The notes of a search in the language of the interface; what it has no words for is said in those of the core.
 *
 * @param {FindHost} host
 * @param {Found} found
 */
export function searchNotes(host, found) {
  const s = stateWords(host.m);
  const { query } = host.find;
  const typed = (/** @type {Note} */ { span }) => (span ? query.slice(span[0], span[1]) : '');
  const absent = found.notes.filter(({ code }) => code === 'not-here').map(typed);
  /** A link that puts the suggestion where it belongs in the query. @param {Note} note */
  const link = ({ code, span, suggestion }) => {
    if (!suggestion) return nothing;
    const whole =
      code === 'spelling' && span ? query.slice(0, span[0]) + suggestion + query.slice(span[1]) : suggestion;
    return html` <a href=${host.linkTo('find', '', { q: whole })}><bdi>${whole}</bdi></a>`;
  };
  const said = found.notes.map((note) => {
    const { code, message, suggestion } = note;
    if (code === 'not-here') return nothing;
    if (code === 'sentence') return line(s.sentence, link(note));
    if (code === 'spelling' && suggestion) {
      return found.total.value ? line(s.taken(typed(note), suggestion)) : line(s.nearest(typed(note)), link(note));
    }
    const text = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
    return line(html`<span lang="en" dir="ltr">${text}</span>`, link(note));
  });
  return html`${said}${absent.length && absent.every(Boolean) ? line(s.notHere([...new Set(absent)])) : nothing}`;
}

/** @param {unknown} text @param {unknown} [link] */
function line(text, link = nothing) {
  return html`<p class="said-note">${text}${link}</p>`;
}
