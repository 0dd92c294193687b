/** What is asked of a library by whoever shows it: the app, or an element on somebody's page. */

/** @typedef {import('./types.d.ts').Library} Library */
/** @typedef {import('./types.d.ts').Opened} Opened */
/** @typedef {import('./types.d.ts').Held} Held */
/** @typedef {import('./types.d.ts').Listed} Listed */

/** How many resolutions are held open at once. */
const HELD_OPEN = 100;

/** A library, and what is open of it. */
export class Texts {
  /** @type {Library} */
  library;

  /** @type {Map<string, Promise<Opened>>} */
  #opened = new Map();

  /** @param {Library} library */
  constructor(library) {
    this.library = library;
  }

  /**
   * Reads a text without keeping it.
   *
   * @param {string} text
   */
  parse(text) {
    return this.library.parse(text);
  }

  /**
   * The text of a file in any format that is read; the library is not changed.
   *
   * @param {File} file
   * @returns {Promise<string>} rejects where it can't be read
   */
  async textOf(file) {
    return /\.(txt|md)$/i.test(file.name) ? file.text() : (await this.library.read(file)).text;
  }

  /**
   * What a text says, where it may be the source of a page.
   *
   * @param {string} text
   * @returns {Promise<string>} rejects where the reader of pages can't be fetched
   */
  async wordsOf(text) {
    return /^\s*<[a-z!]/i.test(text) ? (await this.library.read(text)).text : text;
  }

  /**
   * What the library itself holds, in the order added; texts of packs are found and not listed.
   *
   * @returns {Promise<Listed[]>}
   */
  list() {
    return this.library.list({ packs: false });
  }

  /**
   * @param {string} query
   * @param {import('./types.d.ts').SearchOptions} options
   */
  search(query, options) {
    return this.library.search(query, options);
  }

  /** @param {string} citation */
  resolve(citation) {
    return this.library.resolve(citation);
  }

  /**
   * The works that a resolution cites, by id: the spelling of each, where it is here, and its address at a resolver.
   *
   * One question for each work that is cited.
   *
   * @param {import('./types.d.ts').Resolution} resolution
   * @returns {Promise<Map<string, import('./types.d.ts').Resolved>>}
   */
  async worksCited({ citations }) {
    const ids = [...new Set(citations.flatMap(({ target }) => (target ? [target] : [])))];
    const found = await Promise.all(ids.map((id) => this.resolve(id).catch(() => [])));
    return new Map(
      ids.flatMap((id, at) => {
        const work = found[at]?.find((one) => one.id === id) ?? found[at]?.[0];
        return work ? [/** @type {const} */ ([id, work])] : [];
      }),
    );
  }

  /** @param {string} prefix */
  complete(prefix) {
    return this.library.complete(prefix);
  }

  /**
   * A resolution with the text that its spans point into.
   *
   * @param {string} key
   * @returns {Promise<Opened>} rejects where the library does not hold it
   */
  opened(key) {
    let opened = this.#opened.get(key);
    if (!opened) {
      opened = this.#read(key);
      this.#opened.set(key, opened);
      const [oldest] = this.#opened.keys();
      if (this.#opened.size > HELD_OPEN && oldest) this.#opened.delete(oldest);
      opened.catch(() => this.#opened.delete(key));
    }
    return opened;
  }

  /**
   * A text that holds no resolution, as it is.
   *
   * @param {string} key
   * @returns {Promise<{ document: import('./types.d.ts').Document, text: string }>}
   */
  async plain(key) {
    const [document, source] = await Promise.all([this.library.get(key), this.library.source(key)]);
    return { document, text: source.text };
  }

  /** @param {string} key @returns {Promise<Opened>} */
  async #read(key) {
    const { document, text } = await this.plain(key);
    const resolution = document.resolutions.find((one) => one.key === key || one.id === key) ?? document.resolutions[0];
    if (!resolution)
      throw Object.assign(new Error('no resolution was recognised in this text'), { code: 'no-resolution' });
    return { key: resolution.key, document, resolution, text };
  }

  /**
   * A text in another form, or one of its paragraphs.
   *
   * @param {string} key
   * @param {import('./types.d.ts').ExportFormat} format
   * @param {string | null} at the paragraph's address
   */
  written(key, format, at) {
    return this.library.export([key], format, at ? { at } : {});
  }

  /**
   * How the works are spelled that a check tells of without their text being open.
   *
   * @param {Held['check']} check
   * @param {Opened[]} sources
   * @returns {Promise<Record<string, string>>} by id
   */
  async #spelled(check, sources) {
    const ids = new Set(
      check.quotations.flatMap(({ counterpart, version, rivals }) => [
        ...(counterpart ? [counterpart.source.resolution] : []),
        ...(version ? [version.resolution] : []),
        ...rivals.map((rival) => rival.resolution),
      ]),
    );
    for (const { resolution } of sources) ids.delete(resolution.id);
    const found = await Promise.all(
      [...ids].map(async (id) => [id, (await this.resolve(id).catch(() => []))[0]?.symbol ?? id]),
    );
    return Object.fromEntries(found);
  }

  /** Forgets what is open: one text, or all. @param {string} [key] */
  shut(key) {
    if (key === undefined) this.#opened.clear();
    else this.#opened.delete(key);
  }

  /**
   * Holds an article, in any format that is read, against resolutions of the library; those in which something was found
   * are opened.
   *
   * @param {string | Uint8Array} article
   * @param {string[]} keys
   * @param {boolean} [example]
   * @returns {Promise<Held>}
   */
  async hold(article, keys, example = false) {
    const check = await this.library.check(article, { against: keys });
    const text = check.checked.text ?? /** @type {string} */ (article);
    const document = await this.library.parse(text);
    const places = check.quotations.flatMap(({ source, parts = [], rivals }) => [
      ...(source ? [source] : []),
      ...parts.map((part) => part.source),
      ...rivals,
    ]);
    for (const { counterpart } of check.quotations) if (counterpart) places.push(counterpart.source);
    const used = new Set(places.map((place) => place.key));
    const shown = used.size ? keys.filter((key) => used.has(key)) : keys.slice(0, 1);
    const sources = await Promise.all(shown.map((key) => this.opened(key)));
    const names = await this.#spelled(check, sources);
    return { example, article: { text, document }, sources, check, names };
  }
}
