/** What is odd about a document or a check, said beside it. */
import { html } from 'lit';

/** @typedef {import('../types.d.ts').Diagnostic} Diagnostic */

/** What is said in other languages than the core's. @type {Record<string, Record<string, (words: string) => string>>} */
let oddities = {};

/** So many letters of the words that something is about are shown. */
const MOST = 60;

/**
 * Fetches what is said of oddities in other languages, since the core says it in English; without it, the core's
 * sentences stay.
 *
 * @param {string} code of the reader's language
 * @returns {Promise<boolean>} whether more can be said than before
 */
export async function learnOddities(code) {
  if (code === 'en' || oddities[code]) return false;
  const known = await import('../messages/oddities.js').catch(() => null);
  if (known) oddities = known.oddities;
  return known !== null;
}

/**
 * A diagnostic in a sentence: in the reader's language where that is known, else in the core's.
 *
 * @param {{ code: string }} m the messages of the reader's language
 * @param {string} text that the diagnostic points into
 * @param {Diagnostic} one
 */
export function oddSentence({ code }, text, one) {
  const said = oddities[code]?.[one.code];
  if (said) return html`<span lang=${code}>${said(wordsOf(text, one))}</span>`;
  const told = [one.message, one.help].filter(Boolean).join('; ');
  return html`<span lang="en" dir="ltr">${told.charAt(0).toUpperCase()}${told.slice(1)}.</span>`;
}

/** @param {string} text @param {Diagnostic} one */
function wordsOf(text, { span }) {
  const words = text
    .slice(...span)
    .replace(/\s+/g, ' ')
    .trim();
  return words.length > MOST ? `${words.slice(0, MOST).trimEnd()}…` : words;
}
