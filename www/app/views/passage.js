/** Text with its layers: which of its characters are shown, and what lies over them. */
import { html, nothing } from 'lit';

/** @typedef {import('../types.d.ts').Span} Span */
/** @typedef {import('../types.d.ts').Paragraph} Paragraph */

/**
 * Something to be shown on a stretch of text. At most one kind of layer is a `wrap`: it becomes one link around all
 * its segments; the others become classes.
 *
 * @typedef {object} Layer
 * @property {Span} span
 * @property {string} kind `wrap`, `lead`, `differs`, `form`, `match`; `unsure` for what differs and was not compared
 * @property {number} [index] which wrap it is
 */

/**
 * A piece of text over which the same layers lie.
 *
 * @typedef {object} Segment
 * @property {string} text
 * @property {number} start
 * @property {number} end
 * @property {string[]} kinds
 * @property {number | null} wrap
 */

const SPACE = /\s/;

/**
 * Which stretches of the source are a paragraph's words: its label and the residue of converters left out.
 *
 * The paragraph's `text` is the source with those left out, so each of its characters is looked up in the span from
 * the end backwards. Linear in the length of the span.
 *
 * @param {string} source
 * @param {Paragraph} paragraph
 * @returns {Span[]} in order, not touching; the whole span where the text cannot be followed
 */
export function shownRanges(source, paragraph) {
  const known = remembered.get(paragraph);
  if (known) return known;
  const ranges = findRanges(source, paragraph);
  remembered.set(paragraph, ranges);
  return ranges;
}

/** A paragraph belongs to one text, so what was found once holds. @type {WeakMap<Paragraph, Span[]>} */
const remembered = new WeakMap();

/** @param {string} source @param {Paragraph} paragraph @returns {Span[]} */
function findRanges(source, paragraph) {
  const [from, to] = paragraph.span;
  const noise = paragraph.noise ?? [];
  /** @type {Span[]} */
  const ranges = [];
  let at = to;
  let lost = 0;
  const { text } = paragraph;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    const wanted = text[i] ?? '';
    const blank = SPACE.test(wanted);
    let look = at - 1;
    while (
      look >= from &&
      !(
        (blank ? SPACE.test(source[look] ?? '') : source[look] === wanted) &&
        !noise.some(([a, b]) => look >= a && look < b)
      )
    ) {
      look -= 1;
    }
    if (look < from) {
      lost += 1;
      continue;
    }
    const end = look + 1;
    if (blank) while (look > from && SPACE.test(source[look - 1] ?? '')) look -= 1;
    const last = ranges.at(-1);
    if (last && last[0] === end) last[0] = look;
    else ranges.push([look, end]);
    at = look;
  }
  if (lost * 10 > text.length) return [[from, to]];
  return ranges.reverse();
}

/**
 * Cuts a text where a layer begins or ends.
 *
 * @param {string} source
 * @param {readonly Span[]} ranges what is shown
 * @param {readonly Layer[]} layers
 * @param {readonly number[]} [marks] further places to cut at
 * @returns {Segment[]}
 */
export function segmentsOf(source, ranges, layers, marks = []) {
  const [first, last] = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
  const near = layers.filter((layer) => layer.span[1] > first && layer.span[0] < last);
  const cuts = [...new Set([...near.flatMap((layer) => layer.span), ...marks])].sort((a, b) => a - b);
  /** @type {Segment[]} */
  const segments = [];
  for (const [from, to] of ranges) {
    let start = from;
    for (const end of [...cuts.filter((cut) => cut > from && cut < to), to]) {
      const over = near.filter((layer) => layer.span[0] <= start && layer.span[1] >= end);
      segments.push({
        text: source.slice(start, end),
        start,
        end,
        kinds: over.filter((layer) => layer.kind !== 'wrap').map((layer) => layer.kind),
        wrap: over.find((layer) => layer.kind === 'wrap')?.index ?? null,
      });
      start = end;
    }
  }
  return segments;
}

/**
 * One segment as markup.
 *
 * @param {Segment} segment
 */
function piece(segment) {
  const { text, kinds, wrap } = segment;
  const differs = kinds.includes('differs') || kinds.includes('form');
  const classes = [...kinds, ...(wrap !== null && !differs ? ['same'] : [])].join(' ');
  if (!classes) return html`${text}`;
  if (differs) return html`<b class=${classes}>${text}</b>`;
  if (kinds.includes('match')) return html`<mark class=${classes}>${text}</mark>`;
  if (kinds.includes('lead')) return html`<i class=${classes}>${text}</i>`;
  return html`<span class=${classes}>${text}</span>`;
}

const CARET = html`<span class="caret" aria-hidden="true"></span>`;

/**
 * A stretch left out, and what stands in its place.
 *
 * @typedef {object} Gap
 * @property {Span} span
 * @property {unknown} sign
 */

/**
 * A stretch of source with its layers, its carets (places where the other side has a word) and its links.
 *
 * @param {object} given
 * @param {string} given.source
 * @param {readonly Span[]} given.ranges
 * @param {readonly Layer[]} given.layers
 * @param {readonly number[]} [given.carets]
 * @param {(index: number, inside: unknown) => unknown} [given.wrap] puts the link around what a wrap layer covers
 * @param {(index: number) => unknown} [given.after] what follows the line of a wrap once it has ended
 * @param {readonly Gap[]} [given.gaps] stretches left out, each with what stands in their place
 */
export function passage({ source, ranges, layers, carets = [], wrap, after, gaps = [] }) {
  const left = new Set(carets);
  const segments = segmentsOf(source, ranges, layers, carets);
  const out = [];
  /** @type {{ index: number, inside: unknown[] } | null} */
  let open = null;
  /** @type {number | null} */
  let owed = null;
  const shut = () => {
    if (!open) return;
    out.push(wrap ? wrap(open.index, open.inside) : open.inside);
    if (after) owed = open.index;
    open = null;
  };
  const before = [...gaps];
  for (const [at, segment] of segments.entries()) {
    while (before[0] && before[0].span[0] <= segment.start) {
      shut();
      out.push(before.shift()?.sign);
    }
    if (open && open.index !== segment.wrap) shut();
    if (segment.wrap !== null && !open) open = { index: segment.wrap, inside: [] };
    /** @type {unknown[]} */
    const target = open ? open.inside : out;
    if (left.delete(segment.start)) target.push(CARET);
    if (owed !== null && !open) {
      // The closing mark and the point after it stay on the line of the quotation.
      const tail = /^[\s]*[»”"’'.,;:!?)\]]*/.exec(segment.text)?.[0] ?? '';
      if (tail) out.push(piece({ ...segment, text: tail }));
      out.push(after?.(owed) ?? nothing);
      owed = null;
      out.push(piece({ ...segment, text: segment.text.slice(tail.length) }));
      continue;
    }
    target.push(piece(segment));
    if (segment.wrap !== null && segments[at + 1]?.wrap !== segment.wrap && left.delete(segment.end))
      target.push(CARET);
  }
  shut();
  if (owed !== null) out.push(after?.(owed) ?? nothing);
  out.push(...before.map((gap) => gap.sign));
  return out;
}

/**
 * The words of a text between two places, white space joined.
 *
 * @param {string} source
 * @param {readonly Span[]} ranges
 * @param {number} from
 * @param {number} to
 */
export function wordsBetween(source, ranges, from, to) {
  return ranges
    .map(([a, b]) => source.slice(Math.max(a, from), Math.max(Math.min(b, to), Math.max(a, from))))
    .join('')
    .replace(/\s+/g, ' ');
}

/**
 * The pieces of a text between blank lines, or between lines where there are no blank ones.
 *
 * @param {string} text
 * @returns {Span[]} without white space at the ends
 */
export function blocksOf(text) {
  const border = /\n[^\S\n]*\n/.test(text.trim()) ? /\n[^\S\n]*(?:\n[^\S\n]*)+/g : /\n+/g;
  /** @type {Span[]} */
  const blocks = [];
  let start = 0;
  const add = (/** @type {number} */ end) => {
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    if (!trimmed) return;
    const from = start + raw.indexOf(trimmed);
    blocks.push([from, from + trimmed.length]);
  };
  for (const found of text.matchAll(border)) {
    add(found.index);
    start = found.index + found[0].length;
  }
  add(text.length);
  return blocks;
}
