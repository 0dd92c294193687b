/** Shows on the spine which paragraph one is reading. */
import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';

/** The strip of the window in which a paragraph counts as being read: a line a quarter down. */
const STRIP = '-25% 0px -74% 0px';

/**
 * The tick of a paragraph. A sub-paragraph has none; that of its paragraph stands for it.
 *
 * @param {Element} reader
 * @param {string} address
 */
function tickOf(reader, address) {
  for (let name = address; name; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const tick = reader.querySelector(`[data-tick="${CSS.escape(name)}"]`);
    if (tick) return tick;
  }
  return null;
}

/** Watches the rows of a text and marks the tick of the one that is being read. */
class Followed extends AsyncDirective {
  /** @type {IntersectionObserver | null} */
  #observer = null;

  /** @type {Element | null} */
  #element = null;

  /** What the rows were watched for. @type {unknown} */
  #text = null;

  /** @param {unknown} _text */
  render(_text) {
    return noChange;
  }

  /**
   * @override
   * @param {import('lit/async-directive.js').Part} part
   * @param {[text: unknown]} given
   */
  update(part, [text]) {
    const { element } = /** @type {import('lit').ElementPart} */ (part);
    if (this.#text === text && this.#element === element) return noChange;
    [this.#text, this.#element] = [text, element];
    // The rows are drawn after their parent.
    queueMicrotask(() => this.#watch());
    return noChange;
  }

  #watch() {
    this.disconnected();
    const reader = this.#element;
    if (!reader || !('IntersectionObserver' in globalThis)) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        const row = entries.filter((one) => one.isIntersecting).at(-1)?.target;
        if (!(row instanceof HTMLElement)) return;
        const tick = tickOf(reader, row.dataset.address ?? '');
        if (!tick) return;
        reader.querySelector('.tick[data-here]')?.removeAttribute('data-here');
        tick.setAttribute('data-here', '');
      },
      { rootMargin: STRIP },
    );
    for (const row of reader.querySelectorAll('.row')) this.#observer.observe(row);
  }

  /** @override */
  disconnected() {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** @override */
  reconnected() {
    this.#watch();
  }
}

/** Put on the element that holds a spine and the rows of a text; given again for another text. */
export const followed = directive(Followed);
