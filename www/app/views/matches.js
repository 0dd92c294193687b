/** Words that were found, marked in a text. */
import { html, noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';

/** @typedef {import('../types.d.ts').Span} Span */

/** The name of the highlight that the styles know. */
const NAME = 'whereas-match';

/**
 * The highlights of the page, where the browser has them.
 *
 * @returns {Map<string, Set<AbstractRange>> | null}
 */
function highlights() {
  const { highlights } = /** @type {{ highlights?: Map<string, Set<AbstractRange>> }} */ (
    /** @type {unknown} */ (globalThis.CSS ?? {})
  );
  return highlights && 'Highlight' in globalThis ? highlights : null;
}

/** The one highlight that every place of the page adds its ranges to. @returns {Set<AbstractRange> | null} */
function shared() {
  const all = highlights();
  if (!all) return null;
  const known = all.get(NAME);
  if (known) return known;
  const { Highlight } = /** @type {{ Highlight: new () => Set<AbstractRange> }} */ (
    /** @type {unknown} */ (globalThis)
  );
  const made = new Highlight();
  all.set(NAME, made);
  return made;
}

/** Shows a text as one run of characters and lays the highlight over its matches. */
class Highlighted extends AsyncDirective {
  /** @type {StaticRange[]} */
  #ranges = [];

  /** @type {[element: Element, text: string, matches: readonly Span[]] | null} */
  #shown = null;

  /** @param {string} _text @param {readonly Span[]} _matches */
  render(_text, _matches) {
    return noChange;
  }

  /**
   * @override
   * @param {import('lit/async-directive.js').Part} part
   * @param {[text: string, matches: readonly Span[]]} given
   */
  update(part, [text, matches]) {
    const { element } = /** @type {import('lit').ElementPart} */ (part);
    if (this.#shown?.[1] !== text || this.#shown[2] !== matches) this.#show(element, text, matches);
    return noChange;
  }

  /** @param {Element} element @param {string} text @param {readonly Span[]} matches */
  #show(element, text, matches) {
    this.disconnected();
    this.#shown = [element, text, matches];
    element.textContent = text;
    const node = element.firstChild;
    const marked = shared();
    if (!node || !marked) return;
    this.#ranges = matches.flatMap(([start, end]) =>
      start < end && end <= text.length
        ? [new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end })]
        : [],
    );
    for (const range of this.#ranges) marked.add(range);
  }

  /** @override */
  disconnected() {
    const marked = shared();
    for (const range of this.#ranges) marked?.delete(range);
    this.#ranges = [];
  }

  /** @override */
  reconnected() {
    if (this.#shown) this.#show(...this.#shown);
  }
}

const highlighted = directive(Highlighted);

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * Matches widened to whole words, those that touch made one, so that an element around each cuts no word in two.
 *
 * @param {string} text
 * @param {readonly Span[]} matches in order
 * @returns {Span[]}
 */
export function wholeWords(text, matches) {
  const letter = (/** @type {number} */ at) => LETTER.test(text[at] ?? '');
  /** @type {Span[]} */
  const out = [];
  for (const [from, to] of matches) {
    let [start, end] = [from, to];
    while (start > 0 && letter(start) && letter(start - 1)) start -= 1;
    while (end < text.length && letter(end - 1) && letter(end)) end += 1;
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/**
 * A paragraph of text with matches marked. Where the browser knows highlights, the text stays one run of characters,
 * so that a screen reader reads on; elsewhere each whole word that holds a match is marked.
 *
 * @param {object} given
 * @param {string} given.text
 * @param {readonly Span[]} given.matches in order, in `text`
 * @param {string} given.language
 * @param {string} given.dir
 */
export function snippet({ text, matches, language, dir }) {
  if (highlights()) {
    return html`<p class="snippet words" part="snippet" lang=${language} dir=${dir} ${highlighted(text, matches)}></p>`;
  }
  const out = [];
  let at = 0;
  for (const [from, to] of wholeWords(text, matches)) {
    out.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  out.push(text.slice(at));
  return html`<p class="snippet words" part="snippet" lang=${language} dir=${dir}>${out}</p>`;
}
