/** Whom the app's views are shown by, where they stand in an element on somebody's page. */
import { copyText } from '../app/files.js';
import { pickLanguage } from '../app/language.js';

/** @typedef {import('./element.js').WhereasElement} WhereasElement */
/** @typedef {{ room: string, rest: string, params: Record<string, string | number | null | undefined> }} Place */

/** How long a notice stays. */
const NOTICE_MS = 6000;

/** What every view asks of whoever shows it. */
export class ElementHost {
  /** @type {WhereasElement} */
  element;

  m = pickLanguage(null, []);

  narrow = false;

  /** What is said at the moment. */
  said = '';

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** Where each link of the views leads. @type {Map<string, Place>} */
  places = new Map();

  /** @param {WhereasElement} element */
  constructor(element) {
    this.element = element;
  }

  get scope() {
    return /** @type {ShadowRoot} */ (this.element.renderRoot);
  }

  update() {
    this.element.requestUpdate();
  }

  /** @param {string} room @param {string} [rest] @param {Place['params']} [params] */
  linkTo(room, rest = '', params = {}) {
    const place = { room, rest, params };
    const href = this.element.hrefOf(place);
    this.places.set(href, place);
    return href;
  }

  /** @param {string} text */
  say(text) {
    clearTimeout(this.#timer);
    this.said = text;
    this.#timer = setTimeout(() => {
      this.said = '';
      this.update();
    }, NOTICE_MS);
    this.update();
  }

  /** @param {unknown} error */
  trouble(error) {
    this.say(`${this.m.trouble} ${error instanceof Error ? error.message : String(error)}`);
  }

  /** @param {string} text */
  async copy(text) {
    this.say((await copyText(text)) ? this.m.copied : this.m.trouble);
  }
}
