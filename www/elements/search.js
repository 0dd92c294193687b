/** `<whereas-search>`: a box, and what is found in the texts of a page. */
import { html } from 'lit';
import { findRoom } from '../app/rooms/find.js';
import { findNow } from '../app/rooms/find-state.js';
import { oneBox } from '../app/views/box.js';
import { WhereasElement } from './element.js';
import { ElementHost } from './host.js';
import { bring } from './library.js';

/** @typedef {import('../app/types.d.ts').FindHost} FindHost */

class SearchHost extends ElementHost {
  /** @type {import('../app/texts.js').Texts | null} */
  desk = null;

  /** @type {import('../app/types.d.ts').Listed[]} */
  listed = [];

  /** Everything that is typed is looked for at once. */
  finding = true;

  /** @type {FindHost['find']} */
  find = { turn: 0, query: '', found: null, without: [], sort: 'relevance', limit: 10, spines: new Map() };

  /** @type {FindHost['box']} */
  box = { turn: 0, value: '', said: '', options: [], active: -1 };

  /** There is no example on other people's pages. */
  isExample() {
    return false;
  }

  /** @param {string} query */
  asked(query) {
    /** @type {WhereasSearch} */ (this.element).keep(query);
  }

  /** @param {string} room @param {string} [rest] @param {import('./host.js').Place['params']} [params] */
  go(room, rest = '', params = {}) {
    /** @type {WhereasSearch} */ (this.element).go({ room, rest, params });
  }
}

/**
 * A search over the texts of a page. Results lead to pages of one's own, or into a `<whereas-reader>` beside it.
 *
 * @element whereas-search
 * @attr {string} src Addresses of texts and of archives (`.whereas`, or a catalogue of them), apart by white space. An
 *   archive is searched where it lies, range by range: its host has to allow that, as has the page’s `connect-src`.
 * @attr {string} query What is looked for.
 * @attr {string} reader The id of a `<whereas-reader>` on the page in which results open.
 * @attr {string} param The name under which the query is kept in the page's address; `q` where it is not set, empty for none.
 * @attr {string} group Elements of one group share their library.
 * @attr {string} link A template for links to pages of one's own, such as `/texts/{symbol}.html#{address}`.
 * @attr {string} theme `dark`, or `system` to go with the system's; light otherwise.
 * @attr {string} lang The language of the interface: `en`, `fr` or `ar`; that of the page where it is not set.
 * @prop {object | null} found - What was found last, as `library.search` gives it.
 * @fires whereas-ready - The texts can be searched: `{ keys }`.
 * @fires whereas-found - A search has ended: `{ query, found }`.
 * @fires whereas-navigate - A link to a resolution was followed: `{ key, id, address, href }`. Can be prevented.
 * @fires whereas-error - The texts could not be searched: `{ error }`.
 * @slot - What stands there until one can search, and without script: a list of the texts, say.
 * @slot before - Above the box.
 * @slot after - Below the results.
 * @csspart box - The field one types into.
 * @csspart suggestions - What hangs from the box.
 * @csspart count - How much was found.
 * @csspart chips - The query as it was understood.
 * @csspart facets - What the results can be narrowed by.
 * @csspart results - The list of results.
 * @csspart result - One result.
 * @csspart snippet - Words of a paragraph in which something was found.
 * @csspart error - What went wrong.
 * @csspart notice - What is said for a while.
 */
export class WhereasSearch extends WhereasElement {
  /** Changes of these load other texts. */
  static sources = ['src', 'group'];

  /** @override @type {import('lit').PropertyDeclarations} */
  static properties = { query: { type: String }, reader: { type: String }, param: { type: String } };

  constructor() {
    super();
    /** What is looked for. @type {string} */
    this.query = '';
    /** The id of a reader in which results open. @type {string | null} */
    this.reader = null;
    /** The name under which the query is kept in the page's address. @type {string} */
    this.param = 'q';
  }

  /** @override */
  makeHost() {
    return new SearchHost(this);
  }

  get #host() {
    return /** @type {SearchHost} */ (this.host);
  }

  /** What was found last, as the core gave it. */
  get found() {
    return this.#host.find.found;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    if (!this.query && this.param) this.query = new URLSearchParams(location.search).get(this.param) ?? '';
  }

  /**
   * @override
   * @param {import('../app/texts.js').Texts} texts
   */
  async load(texts) {
    const keys = this.src ? await bring(texts, this.src) : [];
    const listed = await texts.list();
    return () => {
      Object.assign(this.#host, { desk: texts, listed });
      this.tell('whereas-ready', { keys });
      this.#look();
    };
  }

  /**
   * @override
   * @param {Map<PropertyKey, unknown>} changed
   */
  updated(changed) {
    if (changed.has('query') && this.query !== this.#host.find.query) this.#look();
  }

  async #look() {
    const { query } = this;
    await findNow(this.#host, query);
    if (query === this.#host.find.query && this.found) this.tell('whereas-found', { query, found: this.found });
  }

  /** Keeps a query in the element and in the page's address. @param {string} query */
  keep(query) {
    this.query = query;
    if (!this.param) return;
    const address = new URL(location.href);
    if (query) address.searchParams.set(this.param, query);
    else address.searchParams.delete(this.param);
    history.replaceState(history.state, '', address);
  }

  /** @override */
  draw() {
    return html`<div class="search">${oneBox(this.#host)}${findRoom(this.#host)}</div>`;
  }

  /**
   * @override
   * @param {string} key
   */
  symbolOf(key) {
    return this.#host.listed.find((one) => one.key === key)?.symbol ?? null;
  }

  /**
   * @override
   * @param {import('./host.js').Place} place
   */
  hrefOf(place) {
    if (place.room !== 'find') return super.hrefOf(place);
    const address = new URL(location.href);
    if (this.param) address.searchParams.set(this.param, String(place.params.q ?? ''));
    else address.hash = `find=${encodeURIComponent(String(place.params.q ?? ''))}`;
    return address.href;
  }

  /**
   * @override
   * @param {import('./host.js').Place} place
   * @param {string} href
   * @param {Event} event
   */
  follow(place, href, event) {
    if (place.room === 'find') {
      event.preventDefault();
      this.go(place);
      return;
    }
    super.follow(place, href, event);
    if (this.link === null && !this.#taken) this.#read(place);
  }

  /** Whether the page has taken the link over that was followed last. */
  #taken = false;

  /**
   * @override
   * @param {string} name
   * @param {object} detail
   */
  tell(name, detail) {
    const goesOn = super.tell(name, detail);
    if (name === 'whereas-navigate') this.#taken = !goesOn;
    return goesOn;
  }

  /** Goes where the box leads: to another query, or to a text. @param {import('./host.js').Place} place */
  go(place) {
    if (place.room === 'find') {
      this.keep(String(place.params.q ?? ''));
      return;
    }
    const href = this.hrefOf(place);
    const { rest, params } = place;
    if (!this.tell('whereas-navigate', { key: rest, id: rest.split('@')[0], address: params.at ?? null, href })) return;
    if (this.link === null) this.#read(place);
    else location.assign(href);
  }

  /** Opens a text in the reader beside. @param {import('./host.js').Place} place */
  #read({ rest, params }) {
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    const reader = this.reader ? root.getElementById(this.reader) : null;
    if (reader) Object.assign(reader, { group: this.group, key: rest, at: params.at ?? null, view: null });
  }
}
