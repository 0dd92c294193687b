/** What the three elements have in common. */
import { html, LitElement, nothing } from 'lit';
import { pickLanguage } from '../app/language.js';
import { ElementHost } from './host.js';
import { textsOf } from './library.js';
import { styles } from './style.js';
import { fill } from './template.js';

/** @typedef {import('./host.js').Place} Place */

/** From this width on there is room for two columns, in pixels. */
const WIDE = 900;

/**
 * An element that shows texts of a library. Until it has something to show, what the page wrote between its tags stands
 * there; it stays where there is no script, and where something went wrong.
 *
 * @cssprop --whereas-size - The size that every other counts from; 16px.
 * @cssprop --whereas-serif - The face of documents.
 * @cssprop --whereas-sans - The face of everything else.
 * @cssprop --whereas-naskh - The face of documents in Arabic.
 * @cssprop --whereas-song - The face of documents in Chinese.
 * @cssprop --whereas-paper - What lies behind everything.
 * @cssprop --whereas-raised - What lies behind fields and what floats.
 * @cssprop --whereas-ink - The colour of words.
 * @cssprop --whereas-second - The colour of what is secondary.
 * @cssprop --whereas-edge - The edges of controls.
 * @cssprop --whereas-hair - Lines between parts.
 * @cssprop --whereas-agrees - The colour of words that agree.
 * @cssprop --whereas-agrees-wash - What lies behind those of the open finding.
 * @cssprop --whereas-differs - The colour of words that differ.
 * @cssprop --whereas-differs-wash - What lies behind them in the strip at the foot.
 * @cssprop --whereas-shadow - The shadow of what floats.
 * @cssprop --whereas-radius - The radius of corners.
 * @cssprop --whereas-gutter - The room between the article and the resolution.
 */
export class WhereasElement extends LitElement {
  /** @override */
  static styles = styles;

  /** @override @type {import('lit').PropertyDeclarations} */
  static properties = {
    src: { type: String },
    group: { type: String },
    link: { type: String },
    theme: { type: String, reflect: true },
  };

  /** @override */
  static get observedAttributes() {
    // biome-ignore lint/complexity/noThisInStatic: each class has properties of its own
    return [...super.observedAttributes, 'lang'];
  }

  host = this.makeHost();

  /** Whether there is something to show. */
  ready = false;

  /** What stopped it. @type {Error | null} */
  error = null;

  /** Which loading is the latest. */
  #turn = 0;

  #observer = new ResizeObserver(([entry]) => {
    const narrow = (entry?.contentRect.width ?? WIDE) < WIDE;
    if (narrow === this.host.narrow) return;
    this.host.narrow = narrow;
    this.requestUpdate();
  });

  constructor() {
    super();
    /** Addresses of texts, apart by white space. @type {string | null} */
    this.src = null;
    /** Elements of one group share their library. */
    this.group = '';
    /** A template for links to pages of one's own. @type {string | null} */
    this.link = null;
    /** `dark`, or `system` to go with the system's; light otherwise. @type {string | null} */
    this.theme = null;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#speak();
    this.host.narrow = this.clientWidth > 0 && this.clientWidth < WIDE;
    this.#observer.observe(this);
    this.renderRoot.addEventListener('click', this.#clicked);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  /**
   * @override
   * @param {string} name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(name, old, value) {
    if (name === 'lang') {
      if (this.isConnected) this.#speak();
    } else super.attributeChangedCallback(name, old, value);
  }

  /** The interface speaks the language of the place it stands in, where it can. */
  #speak() {
    const lang = this.closest('[lang]')?.getAttribute('lang') ?? '';
    this.host.m = pickLanguage(null, [lang]);
    this.requestUpdate();
  }

  /**
   * Loads what is to be shown whenever one of these has changed.
   *
   * @override
   * @param {Map<PropertyKey, unknown>} changed
   */
  willUpdate(changed) {
    const { sources } = /** @type {typeof WhereasElement & { sources: string[] }} */ (this.constructor);
    if (!this.hasUpdated || sources.some((name) => changed.has(name))) this.#load();
  }

  async #load() {
    this.#turn += 1;
    const mine = this.#turn;
    try {
      const texts = await textsOf(this.group);
      const finish = await this.load(texts);
      if (mine !== this.#turn) return;
      this.ready = true;
      this.error = null;
      finish();
    } catch (error) {
      if (mine !== this.#turn) return;
      this.error = error instanceof Error ? error : new Error(String(error));
      this.ready = false;
      this.tell('whereas-error', { error: this.error });
    }
    this.requestUpdate();
  }

  /** Whom the views are shown by. @returns {ElementHost} */
  makeHost() {
    return new ElementHost(this);
  }

  /**
   * Loads what is to be shown.
   *
   * @param {import('../app/texts.js').Texts} _texts
   * @returns {Promise<() => void>} what is done once it is certain that this is still wanted
   */
  load(_texts) {
    return Promise.resolve(() => {});
  }

  /** What is shown once it is loaded. @returns {unknown} */
  draw() {
    return nothing;
  }

  /** @override */
  render() {
    const { m, said } = this.host;
    this.host.places.clear();
    if (!this.ready) {
      const said = this.error?.message ?? '';
      return html`${
        this.error
          ? html`<p class="error" part="error" role="alert" lang=${m.code} dir=${m.dir}>${m.trouble} <span lang="en" dir="ltr">${said.charAt(0).toUpperCase()}${said.slice(1)}.</span></p>`
          : nothing
      }<slot></slot>`;
    }
    return html`<div class="whereas" lang=${m.code} dir=${m.dir}>
      <slot name="before"></slot>
      ${this.draw()}
      <slot name="after"></slot>
      <div class="notice" part="notice" role="status" aria-live="polite">${said ? html`<p>${said}</p>` : nothing}</div>
    </div>`;
  }

  /**
   * The address that a link of a view has on this page.
   *
   * @param {Place} place
   * @returns {string}
   */
  hrefOf({ rest, params }) {
    const address = params.at === undefined || params.at === null ? null : String(params.at);
    if (this.link === null) return `#${address ?? encodeURIComponent(rest)}`;
    return fill(this.link, { key: rest, address, symbol: this.symbolOf(rest) });
  }

  /** The words that the page wrote between the tags, those of named slots left out. */
  words() {
    const parts = [...this.childNodes].map((node) => {
      if (!(node instanceof HTMLElement)) return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
      return node.slot ? '' : `\n${node.innerText}\n`;
    });
    return parts.join('\n').trim();
  }

  /** The symbol of a text that is shown here. @param {string} _key @returns {string | null} */
  symbolOf(_key) {
    return null;
  }

  /** @param {Event} event */
  #clicked = (event) => {
    const { button, ctrlKey, metaKey, shiftKey, altKey } = /** @type {MouseEvent} */ (event);
    if (event.defaultPrevented || button > 0 || ctrlKey || metaKey || shiftKey || altKey) return;
    const link = /** @type {Element} */ (event.target).closest?.('a[href]');
    const href = link?.getAttribute('href') ?? '';
    const place = this.host.places.get(href);
    if (place) this.follow(place, href, event);
  };

  /**
   * Follows a link of a view. Links to resolutions are told to the page first, which may take them over.
   *
   * @param {Place} place
   * @param {string} href
   * @param {Event} event
   */
  follow({ rest, params }, href, event) {
    const address = params.at ?? null;
    const goesOn = this.tell('whereas-navigate', { key: rest, id: rest.split('@')[0], address, href });
    if (!goesOn || this.link === null) event.preventDefault();
  }

  /**
   * Tells the page something.
   *
   * @param {string} name
   * @param {object} detail
   * @returns {boolean} false where a listener took it over
   */
  tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}
