/** `<whereas-reader>`: one resolution, with its marks, acts, citations and facts. */
import { html, nothing } from 'lit';
import { exportButton, readView } from '../app/views/read.js';
import { WhereasElement } from './element.js';
import { ElementHost } from './host.js';
import { bring, textsOf } from './library.js';

/** @typedef {import('../app/types.d.ts').Opened} Opened */
/** @typedef {import('../app/types.d.ts').Listed} Listed */
/** @typedef {import('../app/types.d.ts').Hit} Hit */

class ReaderHost extends ElementHost {
  /** @type {import('../app/route.js').Route} */
  route = { room: 'read', rest: '', params: new URLSearchParams() };

  /** @type {Listed[]} */
  listed = [];

  /** @type {Hit[]} */
  citedBy = [];

  /** @type {Map<string, import('../app/types.d.ts').Resolved>} */
  works = new Map();

  /** @type {import('../app/types.d.ts').ReadHost['exporting']} */
  exporting = null;

  /** @param {string} key @param {import('../app/types.d.ts').ExportFormat} format @param {string | null} at */
  async written(key, format, at) {
    return (await textsOf(this.element.group)).written(key, format, at);
  }
}

/**
 * A resolution to be read. Its text comes from an address, from the library of its group, or from what stands between
 * its tags.
 *
 * @element whereas-reader
 * @attr {string} src Addresses of texts, apart by white space; the first resolution in them is shown.
 * @attr {string} key A key or an id in the library of the group; goes before `src`.
 * @attr {string} at The paragraph that is brought into view, such as `op3`.
 * @attr {string} view `text`, `acts`, `citations` or `facts`.
 * @attr {string} group Elements of one group share their library.
 * @attr {string} link A template for links to pages of one's own, such as `/texts/{symbol}.html#{address}`.
 * @attr {string} theme `dark`, or `system` to go with the system's; light otherwise.
 * @attr {string} lang The language of the interface: `en`, `fr` or `ar`; that of the page where it is not set.
 * @prop {object | null} document - The document, as `library.get` gives it.
 * @fires whereas-ready - A text is shown: `{ key, document }`.
 * @fires whereas-navigate - A link to a resolution was followed: `{ key, id, address, href }`. Can be prevented.
 * @fires whereas-error - A text could not be shown: `{ error }`.
 * @slot - What stands there until the text is shown, and without script; its words are the text where no other is named.
 * @slot before - Above the text.
 * @slot after - Below the text.
 * @slot actions - Beside the masthead.
 * @csspart head - Name, title and masthead.
 * @csspart name - The name: body and symbol.
 * @csspart title - The title.
 * @csspart masthead - The masthead as one sentence.
 * @csspart tabs - The row of tabs.
 * @csspart tab - One tab.
 * @csspart panel - What the chosen tab shows.
 * @csspart spine - The paragraphs at a glance.
 * @csspart paragraph - A paragraph with both its margins.
 * @csspart number - Its number, a link to it.
 * @csspart words - Its words.
 * @csspart margin - Its marks, and what is odd about it.
 * @csspart export - The dialog with other forms.
 * @csspart error - What went wrong.
 * @csspart notice - What is said for a while.
 */
export class WhereasReader extends WhereasElement {
  /** Changes of these load another text. */
  static sources = ['src', 'key', 'group'];

  /** @override @type {import('lit').PropertyDeclarations} */
  static properties = { key: { type: String }, at: { type: String }, view: { type: String } };

  /** @type {Opened | null} */
  #opened = null;

  constructor() {
    super();
    /** A key or an id in the library of the group. @type {string | null} */
    this.key = null;
    /** The paragraph that is brought into view. @type {string | null} */
    this.at = null;
    /** Which tab is open. @type {string | null} */
    this.view = null;
  }

  /** @override */
  makeHost() {
    return new ReaderHost(this);
  }

  get #host() {
    return /** @type {ReaderHost} */ (this.host);
  }

  /** The document that is shown, as the core read it. */
  get document() {
    return this.#opened?.document ?? null;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#arrive);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#arrive);
  }

  /** A fragment that names a paragraph leads to it. */
  #arrive = () => {
    const address = decodeURIComponent(location.hash.slice(1));
    if (this.#opened?.resolution.paragraphs.some((one) => one.address === address)) {
      this.view = null;
      this.at = address;
    }
  };

  /**
   * @override
   * @param {import('../app/texts.js').Texts} texts
   */
  async load(texts) {
    const keys = this.src ? await bring(texts, this.src) : [];
    const key = this.key ?? keys[0] ?? (await this.#own(texts));
    const opened = await texts.opened(key);
    const listed = await texts.list();
    const { symbol, id } = opened.resolution;
    const cites = symbol ? await texts.search(`cites:"${symbol.replaceAll('"', '')}"`, { limit: MOST }) : null;
    const works = await texts.worksCited(opened.resolution);
    return () => {
      this.#opened = opened;
      this.#host.listed = listed;
      this.#host.works = works;
      this.#host.citedBy = cites?.hits.filter((hit) => hit.id !== id) ?? [];
      this.tell('whereas-ready', { key: opened.key, document: opened.document });
      this.#arrive();
    };
  }

  /** The words between the tags as a text of the library. @param {import('../app/texts.js').Texts} texts */
  async #own(texts) {
    const words = this.words();
    if (!words)
      throw new Error('no text is named: give the element the attribute src or key, or words between its tags');
    const { keys } = await texts.library.add(words, {});
    return keys[0] ?? '';
  }

  /** @override */
  draw() {
    const opened = this.#opened;
    if (!opened) return nothing;
    const params = new URLSearchParams();
    if (this.at) params.set('at', this.at);
    if (this.view) params.set('tab', this.view);
    this.#host.route = { room: 'read', rest: opened.key, params };
    return readView(this.#host, opened, html`${exportButton(this.#host, opened)}<slot name="actions"></slot>`);
  }

  /**
   * @override
   * @param {Map<PropertyKey, unknown>} changed
   */
  updated(changed) {
    const came = changed.has('at') || this.#shown !== this.#opened;
    this.#shown = this.#opened;
    if (!came || !this.at) return;
    const paragraph = this.renderRoot.querySelector(`[data-address="${CSS.escape(this.at)}"]`);
    if (!(paragraph instanceof HTMLElement)) return;
    paragraph.scrollIntoView({ block: 'center' });
    paragraph.focus({ preventScroll: true });
  }

  /** What was shown last. @type {Opened | null} */
  #shown = null;

  /**
   * @override
   * @param {string} key
   */
  symbolOf(key) {
    if (this.#opened?.key === key) return this.#opened.resolution.symbol;
    return this.#host.listed.find((one) => one.key === key)?.symbol ?? null;
  }

  /**
   * @override
   * @param {import('./host.js').Place} place
   */
  hrefOf(place) {
    if (place.params.tab) return `#${place.params.tab}`;
    if (place.rest !== this.#opened?.key) return super.hrefOf(place);
    return place.params.at ? `#${place.params.at}` : '#text';
  }

  /**
   * @override
   * @param {import('./host.js').Place} place
   * @param {string} href
   * @param {Event} event
   */
  follow(place, href, event) {
    const { rest, params } = place;
    if (rest !== this.#opened?.key) {
      super.follow(place, href, event);
      // Without pages of one's own the text opens here.
      if (this.link === null) Object.assign(this, { key: rest, at: params.at ?? null, view: null });
    } else if (params.at) {
      if (!this.tell('whereas-navigate', { key: rest, id: rest.split('@')[0], address: params.at, href }))
        event.preventDefault();
      else Object.assign(this, { view: null, at: params.at });
    } else {
      event.preventDefault();
      this.view = params.tab ? String(params.tab) : null;
    }
  }
}

/** The most texts that are listed as citing one. */
const MOST = 100;
