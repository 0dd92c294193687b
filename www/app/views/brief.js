/** Leaves out what is far from any quotation. */

/** @typedef {import('../types.d.ts').Span} Span */

/** What is kept on each side of a quotation, and at the head of a paragraph without one, in characters. */
const BESIDE = 48;
const HEAD = 66;

/** Less than this is never left out. */
const LEAST = 48;

/**
 * Which parts of a paragraph are shown while texts are shortened: its head and what stands beside its quotations.
 * Cuts fall between words, and never inside a quotation.
 *
 * @param {string} text
 * @param {readonly Span[]} ranges the paragraph's words
 * @param {readonly Span[]} quoted in order
 * @returns {{ shown: Span[], left: Span[] }}
 */
export function shorten(text, ranges, quoted) {
  const from = ranges[0]?.[0] ?? 0;
  const to = ranges.at(-1)?.[1] ?? 0;
  const inside = quoted.filter(([a, b]) => b > from && a < to);
  /** @type {Span[]} */
  const kept = [[from, wordEnd(text, Math.min(to, from + HEAD), to)]];
  for (const [a, b] of inside) {
    const next = /** @type {Span} */ ([
      wordStart(text, Math.max(from, a - BESIDE), from),
      wordEnd(text, Math.min(to, b + BESIDE), to),
    ]);
    const last = kept.at(-1);
    if (last && next[0] <= last[1] + LEAST) last[1] = Math.max(last[1], next[1]);
    else kept.push(next);
  }
  const last = kept.at(-1);
  if (last && to - last[1] < LEAST) last[1] = to;
  /** @type {Span[]} */
  const left = [];
  for (const [at, [, end]] of kept.entries()) {
    const start = kept[at + 1]?.[0] ?? to;
    if (start > end) left.push([end, start]);
  }
  const shown = ranges.flatMap(([a, b]) =>
    kept.flatMap(([c, d]) =>
      Math.max(a, c) < Math.min(b, d) ? [/** @type {Span} */ ([Math.max(a, c), Math.min(b, d)])] : [],
    ),
  );
  return { shown, left };
}

/** @param {string} text @param {number} at @param {number} to */
function wordEnd(text, at, to) {
  if (at >= to) return to;
  const space = text.indexOf(' ', at);
  return space < 0 || space > to ? to : space;
}

/** @param {string} text @param {number} at @param {number} from */
function wordStart(text, at, from) {
  if (at <= from) return from;
  const space = text.lastIndexOf(' ', at);
  return space < from ? from : space + 1;
}
