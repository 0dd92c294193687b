/** The packs that are open beside a core: which bytes of them it misses, and how these come. */

import { aborted, WhereasError } from '../errors.js';
import { readCatalogue } from './catalogue.js';
import { joinBytes } from './ranges.js';
import { describePack, openSource } from './source.js';

/** @typedef {import('./source.js').PackGiven} PackGiven */
/** @typedef {import('./source.js').Source} Source */
/** @typedef {import('../engine.js').Engine} Engine */
/** @typedef {import('../../types.d.ts').PackInfo} PackInfo */
/** @typedef {import('../../types.d.ts').Progress} Progress */
/** @typedef {import('./ranges.js').Range} Range */

/** How much of a pack is fetched to open it: the directory, and where everything is. */
const OPENING = 20_480;

/** How many fetched bytes of a pack the core keeps between questions. */
const KEPT = 48 * 2 ** 20;

/** How many ranges are fetched at once. */
const AT_ONCE = 6;

/**
 * Bytes that are on their way, for everyone who waits for them.
 *
 * @typedef {Range & { come: Promise<void>, waiting: number, control: AbortController }} Flight
 */

/**
 * A pack. One that the core has open has a place in `#slots`; one with `stale` is opened before the next question.
 *
 * @typedef {object} Pack
 * @property {PackInfo} info
 * @property {Source | null} source `null` where the core holds all its bytes.
 * @property {Flight[]} flights
 * @property {boolean} stale
 * @property {Promise<void> | null} opening
 * @property {number} healed How often in a row it was opened anew since something was damaged.
 */

/** Packs by the order in which they were added. */
export class Packs {
  #engine;
  #onProgress;
  /** @type {Pack[]} */
  #all = [];
  /** By their number in the core. @type {Pack[]} */
  #slots = [];
  #waiting = 0;

  /**
   * @param {Engine} engine
   * @param {(progress: Progress) => void} [onProgress]
   */
  constructor(engine, onProgress) {
    this.#engine = engine;
    this.#onProgress = onProgress;
  }

  /** Whether any bytes may be missing. */
  get arePartial() {
    return this.#all.some(({ source }) => source !== null);
  }

  /** @returns {PackInfo[]} */
  list() {
    return this.#all.map(({ info }) => ({ ...info }));
  }

  /**
   * Opens a pack, or notes those of a catalogue, which are opened when something is asked.
   *
   * @param {string} id
   * @param {PackGiven} given
   * @param {{ signal?: AbortSignal, lazy?: PackInfo[] }} [how] With `lazy` what it gave before: nothing is read now.
   * @returns {Promise<PackInfo[]>}
   */
  async add(id, given, { signal, lazy } = {}) {
    if (given.kind === 'bytes') return [this.#addBytes(id, given)];
    if (lazy) return lazy.map((info) => this.#note(info, sourceOf(given, info)));
    const source = openSource(given);
    const info = { ...unknown(id, given.name), place: source.place, url: source.url };
    /** @type {Pack} */
    const pack = { info, source, flights: [], stale: true, opening: null, healed: 0 };
    const { head, length } = await source.open(OPENING, this.#reading(pack, OPENING, signal));
    if (head[0] === 0x7b) {
      const packs = await this.#readCatalogue(source, head, length, signal);
      return packs.map((line, at) => {
        const more = { ...line, id: `${id}/${at + 1}`, catalogue: id };
        return this.#note({ ...unknown(more.id, line.name), ...more }, openSource(described(line.url ?? '')));
      });
    }
    await this.#open(pack, { head, length }, signal);
    this.#all.push(pack);
    return [{ ...pack.info }];
  }

  /**
   * @param {string} id Of a pack, or of a catalogue with all its packs.
   * @throws {WhereasError} `unknown-pack`
   */
  remove(id) {
    const leaving = this.#all.filter(({ info }) => info.id === id || info.catalogue === id);
    if (!leaving.length)
      throw new WhereasError('unknown-pack', `no pack “${id}” is open; packs() names those that are`);
    for (const pack of leaving) this.#close(pack);
    this.#all = this.#all.filter((pack) => !leaving.includes(pack));
  }

  /**
   * Asks the core until nothing is missing.
   *
   * @param {() => unknown} ask
   * @param {AbortSignal} [signal]
   * @returns {Promise<unknown>}
   */
  async ask(ask, signal) {
    let before = '';
    for (;;) {
      if (signal?.aborted) throw aborted(signal);
      const stale = this.#all.filter((pack) => pack.stale);
      if (stale.length) {
        await this.#openAll(stale, signal);
        before = '';
        continue;
      }
      let failed;
      let value;
      try {
        value = ask();
      } catch (error) {
        failed = error;
        if (!(error instanceof WhereasError) || error.code === 'core-failed') throw error;
      }
      const missing = this.#takeMissing();
      if (failed instanceof WhereasError && failed.code === 'pack-damaged') {
        await this.#heal(failed);
        continue;
      }
      if (!missing.size) {
        for (const pack of this.#all) pack.healed = 0;
        if (!this.#waiting) this.#engine.core('trimPacks', [KEPT]);
        if (failed) throw failed;
        return value;
      }
      const now = [...missing.values()].map((ranges) => JSON.stringify(ranges)).join();
      if (now === before) throw new WhereasError('core-failed', `the core asks for the same bytes again: ${now}`);
      before = now;
      this.#waiting += 1;
      try {
        await this.#fetchAll(missing, signal);
      } finally {
        this.#waiting -= 1;
      }
    }
  }

  close() {
    for (const pack of this.#all) this.#close(pack);
    this.#all = [];
  }

  /**
   * @param {string} id
   * @param {Extract<PackGiven, { kind: 'bytes' }>} given
   */
  #addBytes(id, { bytes, name }) {
    const told = /** @type {Partial<PackInfo>} */ (this.#engine.core('openPack', [bytes]));
    const info = { ...unknown(id, name), ...told, size: bytes.length, open: true };
    const pack = { info, source: null, flights: [], stale: false, opening: null, healed: 0 };
    this.#all.push(pack);
    this.#slots.push(pack);
    return { ...info };
  }

  /**
   * Adds a pack that is opened when something is asked.
   *
   * @param {PackInfo} info
   * @param {Source} source
   */
  #note(info, source) {
    const told = { ...info, place: source.place, url: source.url, open: false };
    this.#all.push({ info: told, source, flights: [], stale: true, opening: null, healed: 0 });
    return { ...told };
  }

  /**
   * @param {Source} source
   * @param {Uint8Array} head
   * @param {number} length
   * @param {AbortSignal} [signal]
   */
  async #readCatalogue(source, head, length, signal) {
    const rest = head.length < length ? await source.read(head.length, length, { signal }) : new Uint8Array();
    const packs = readCatalogue(joinBytes([head, rest]), source.url);
    source.close();
    return packs;
  }

  /**
   * Opens packs that are not open yet, or are to be opened anew.
   *
   * @param {Pack[]} packs
   * @param {AbortSignal} [signal]
   */
  async #openAll(packs, signal) {
    await inTurn(packs, AT_ONCE, async (pack) => {
      // Whoever comes second waits for the first; a first one that gave up leaves the work to the next.
      while (pack.stale) {
        if (signal?.aborted) throw aborted(signal);
        if (pack.opening) {
          await pack.opening.catch(() => {});
          continue;
        }
        pack.opening = this.#reopen(pack, signal).finally(() => {
          pack.opening = null;
        });
        await pack.opening;
      }
    });
  }

  /**
   * @param {Pack} pack
   * @param {AbortSignal} [signal]
   */
  async #reopen(pack, signal) {
    if (!pack.source) return;
    try {
      const reading = this.#reading(pack, OPENING, signal);
      await this.#open(pack, await pack.source.open(OPENING, reading), signal);
    } catch (error) {
      throw named(error, pack);
    }
  }

  /**
   * Gives the core the beginning of a pack.
   *
   * @param {Pack} pack
   * @param {{ head: Uint8Array, length: number }} begun
   * @param {AbortSignal} [signal]
   */
  async #open(pack, { head, length }, signal) {
    if (!pack.source) return;
    let bytes = head;
    for (;;) {
      const at = this.#slots.indexOf(pack);
      const told = this.#engine.core('openPackPart', [bytes, length, at < 0 ? undefined : at]);
      if (typeof told !== 'number') {
        pack.info = { ...pack.info, .../** @type {Partial<PackInfo>} */ (told), size: length, open: true };
        if (at < 0) this.#slots.push(pack);
        pack.stale = false;
        return;
      }
      bytes = joinBytes([bytes, await pack.source.read(bytes.length, told, { signal })]);
    }
  }

  /** @param {Pack} pack */
  #close(pack) {
    for (const flight of pack.flights) flight.control.abort();
    pack.source?.close();
    const at = this.#slots.indexOf(pack);
    if (at < 0) return;
    this.#slots.splice(at, 1);
    this.#engine.core('closePack', [at]);
  }

  /**
   * Opens damaged packs anew, since it may be what was kept of them that is damaged. What is damaged again is said.
   *
   * @param {WhereasError} failed
   */
  async #heal(failed) {
    const damaged = /** @type {Uint32Array} */ (this.#engine.core('damagedPacks', []));
    const packs = [...damaged].flatMap((at) => this.#slots[at] ?? []);
    for (const pack of packs) {
      pack.stale = pack.source !== null;
      pack.healed += 1;
      await pack.source?.forget();
    }
    const worst = packs.find(({ healed, source }) => !source || healed > 1);
    if (worst || !packs.length) throw named(failed, worst);
  }

  /** @returns {Map<Pack, Range[]>} */
  #takeMissing() {
    const numbers = /** @type {Float64Array} */ (this.#engine.core('takeMissing', []));
    /** @type {Map<Pack, Range[]>} */
    const missing = new Map();
    for (let at = 0; at + 2 < numbers.length; at += 3) {
      const pack = this.#slots[numbers[at] ?? -1];
      if (!pack) continue;
      const ranges = missing.get(pack) ?? [];
      ranges.push({ start: numbers[at + 1] ?? 0, end: numbers[at + 2] ?? 0 });
      missing.set(pack, ranges);
    }
    return missing;
  }

  /**
   * @param {Map<Pack, Range[]>} missing
   * @param {AbortSignal} [signal]
   */
  async #fetchAll(missing, signal) {
    /** @type {Map<Flight, Pack>} */
    const flights = new Map();
    for (const [pack, ranges] of missing) {
      const covers = (/** @type {Range} */ wanted) =>
        pack.flights.find(({ start, end }) => start <= wanted.start && end >= wanted.end);
      const onTheirWay = ranges.flatMap((range) => covers(range) ?? []);
      const rest = ranges.filter((range) => !covers(range));
      const total = rest.reduce((sum, { start, end }) => sum + end - start, 0);
      const begun = rest.map((range) => this.#begin(pack, range, this.#reading(pack, total)));
      for (const flight of [...onTheirWay, ...begun]) flights.set(flight, pack);
    }
    for (const flight of flights.keys()) flight.waiting += 1;
    const leave = () => {
      // What nobody waits for any more is given up.
      for (const flight of flights.keys()) {
        flight.waiting -= 1;
        if (flight.waiting === 0) flight.control.abort();
      }
      flights.clear();
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      if (signal?.aborted) leave();
      await Promise.all([...flights.keys()].map(({ come }) => come));
    } catch (error) {
      if (signal?.aborted) throw aborted(signal);
      throw error;
    } finally {
      signal?.removeEventListener('abort', leave);
      leave();
    }
  }

  /**
   * Begins to fetch a range of a pack.
   *
   * @param {Pack} pack
   * @param {Range} range
   * @param {import('./source.js').Reading} reading
   * @returns {Flight}
   */
  #begin(pack, { start, end }, reading) {
    const control = new AbortController();
    const { source } = pack;
    const slot = pack.info;
    const come = async () => {
      try {
        const bytes = await source?.read(start, end, { ...reading, signal: control.signal });
        const at = this.#slots.indexOf(pack);
        // A pack that was closed or opened anew meanwhile has no use for it.
        if (bytes && at >= 0 && !pack.stale && pack.info === slot)
          this.#engine.core('addPackBytes', [at, start, bytes]);
      } catch (error) {
        if (error instanceof WhereasError && error.code === 'pack-changed') pack.stale = true;
        throw named(error, pack);
      } finally {
        pack.flights = pack.flights.filter((other) => other !== flight);
      }
    };
    /** @type {Flight} */
    const flight = { start, end, waiting: 0, control, come: Promise.resolve() };
    pack.flights.push(flight);
    flight.come = come();
    flight.come.catch(() => {});
    return flight;
  }

  /**
   * @param {Pack} pack
   * @param {number} total
   * @param {AbortSignal} [signal]
   * @returns {import('./source.js').Reading}
   */
  #reading({ info }, total, signal) {
    const told = this.#onProgress;
    if (!told) return { signal };
    let loaded = 0;
    const onBytes = (/** @type {number} */ count) => {
      loaded += count;
      told({ stage: 'fetch', loaded, total: Math.max(total, loaded), pack: info.id });
    };
    return { signal, onBytes };
  }
}

/**
 * @param {string} id
 * @param {string} name
 * @returns {PackInfo}
 */
function unknown(id, name) {
  const counts = { resolutions: null, paragraphs: null, words: null, texts: null };
  const names = { bodies: null, languages: null, writer: null };
  return { id, name, catalogue: null, place: 'memory', url: null, size: null, open: false, ...counts, ...names };
}

/**
 * What a pack that was open before is read from.
 *
 * @param {Exclude<PackGiven, { kind: 'bytes' }>} given
 * @param {PackInfo} info
 */
function sourceOf(given, info) {
  return openSource(info.catalogue !== null && info.url ? { kind: 'url', url: info.url, name: info.name } : given);
}

/** @param {string} url */
function described(url) {
  return /** @type {Exclude<PackGiven, { kind: 'bytes' }>} */ (describePack(url));
}

/**
 * An error that says which pack it is about.
 *
 * @param {unknown} error
 * @param {Pack} [pack]
 */
function named(error, pack) {
  if (pack && error instanceof WhereasError && error.pack === null) error.pack = pack.info.id;
  return error;
}

/**
 * Works through a list, on so many at once.
 *
 * @template Item
 * @param {readonly Item[]} items
 * @param {number} atOnce
 * @param {(item: Item) => Promise<void>} work
 */
async function inTurn(items, atOnce, work) {
  const rest = [...items];
  const one = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, rest.length) }, one));
}
