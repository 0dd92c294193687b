/** The two wordings of a finding, with the words marked that differ. */
import { html } from 'lit';
import { directionOf } from '../language.js';
import { passage, shownRanges } from './passage.js';
import { standsIn } from './sentences.js';

/** @typedef {import('../types.d.ts').Finding} Finding */
/** @typedef {import('../types.d.ts').Held} Held */
/** @typedef {import('../types.d.ts').Span} Span */
/** @typedef {import('./passage.js').Layer} Layer */

const WORDS = new Set(['substitution', 'insertion', 'deletion']);

/**
 * How the differences of a finding lie on one side of it.
 *
 * @param {Finding} finding
 * @param {'article' | 'source'} side
 * @returns {{ layers: Layer[], carets: number[] }} carets stand where the other side has a word
 */
export function editsOn(finding, side) {
  /** @type {Layer[]} */
  const layers = [];
  const carets = [];
  for (const edit of finding.edits) {
    const span = edit[side];
    const counts = WORDS.has(edit.class) && !edit.marked;
    const form = edit.class === 'inflection' || (edit.class === 'case' && finding.verdict === 'inflected');
    if (span[0] === span[1]) {
      if (counts) carets.push(span[0]);
    } else if (counts) layers.push({ span, kind: finding.verdict === 'unchecked' ? 'unsure' : 'differs' });
    else if (form) layers.push({ span, kind: 'form' });
  }
  return { layers, carets };
}

/** Length kept where no word differs, and kept after the last one that does. */
const [KEPT, AFTER] = [98, 40];

/**
 * The part of a wording that the strip shows: up to a little after the last difference.
 *
 * @param {string} text
 * @param {Span} span
 * @param {readonly Span[]} edits
 * @returns {Span}
 */
function brief(text, [from, to], edits) {
  const last = Math.max(from, ...edits.map((edit) => edit[1]));
  const end = Math.max(from + KEPT, last + AFTER);
  if (end + 20 >= to) return [from, to];
  const space = text.indexOf(' ', end);
  return space < 0 || space >= to ? [from, to] : [from, space];
}

/**
 * The article's wording of a finding, its differing words marked.
 *
 * @param {Held} held
 * @param {Finding} finding
 * @param {boolean} whole not shortened
 */
export function articleWording(held, finding, whole = false) {
  const { text, document } = held.article;
  const { layers, carets } = editsOn(finding, 'article');
  const span = whole
    ? finding.span
    : brief(
        text,
        finding.span,
        finding.edits.map((edit) => edit.article),
      );
  const cut = span[1] < finding.span[1];
  return html`<span class="wording words" lang=${document.language} dir=${directionOf(document.language)}
    >${passage({ source: text, ranges: [span], layers, carets })}${cut ? ' […]' : ''}</span
  >`;
}

/**
 * The source's wording of a finding, or nothing where it stands in none of the texts.
 *
 * @param {Held} held
 * @param {Finding} finding
 * @param {boolean} whole not shortened
 */
export function sourceWording(held, finding, whole = false) {
  const where = standsIn(held, finding.source);
  if (!where) return null;
  const { opened, paragraph, place } = where;
  const { layers, carets } = editsOn(finding, 'source');
  const [from, to] = whole
    ? place.span
    : brief(
        opened.text,
        place.span,
        finding.edits.map((edit) => edit.source),
      );
  const shown = paragraph ? shownRanges(opened.text, paragraph) : [place.span];
  const ranges = clip(shown, from, to);
  const { language } = opened.resolution.edition;
  return html`<span class="wording words" lang=${language} dir=${directionOf(language)}
    >${passage({ source: opened.text, ranges, layers, carets })}${to < place.span[1] ? ' […]' : ''}</span
  >`;
}

/**
 * The parts of ranges between two places.
 *
 * @param {readonly Span[]} ranges
 * @param {number} from
 * @param {number} to
 * @returns {Span[]}
 */
export function clip(ranges, from, to) {
  return ranges.flatMap(([a, b]) => {
    const start = Math.max(a, from);
    const end = Math.min(b, to);
    return start < end ? [/** @type {Span} */ ([start, end])] : [];
  });
}
