/**
 * Ranges of packs in the browser's cache, so that they need not be fetched again, also in another session.
 *
 * The cache takes no partial answers, so that a range is kept as an answer of its own, under the address of the pack
 * with the range and the version of the file behind it. Where there is no cache, or it is full, nothing is kept.
 */

/** @typedef {{ start: number, end: number, version: string, length: number, address: string }} Entry */

const CACHE = 'whereas-packs-1';
const MARK = 'whereas-range';

/** How many bytes are kept of a pack. */
const MOST = 64 * 2 ** 20;

/** What is kept of one pack. */
export class KeptRanges {
  #url;
  /** @type {Promise<{ cache: Cache, entries: Entry[] } | null> | null} */
  #opened = null;

  /** @param {string} url */
  constructor(url) {
    this.#url = url;
  }

  /**
   * The beginning of the file, in whichever version was kept last.
   *
   * @param {number} size
   */
  async head(size) {
    const opened = await this.#open();
    const entry = opened?.entries.findLast(({ start, end, length }) => start === 0 && end >= Math.min(size, length));
    const bytes = entry && (await read(opened?.cache, entry, 0, entry.end));
    return entry && bytes ? { bytes, version: entry.version, length: entry.length } : null;
  }

  /**
   * @param {string | null} version
   * @param {number} start
   * @param {number} end
   * @returns {Promise<Uint8Array | null>}
   */
  async find(version, start, end) {
    const opened = version === null ? null : await this.#open();
    const entry = opened?.entries.find(
      (entry) => entry.version === version && entry.start <= start && entry.end >= end,
    );
    return entry ? read(opened?.cache, entry, start, end) : null;
  }

  /**
   * Keeps a range; those of other versions go. A file that its host gives no mark can't be known again.
   *
   * @param {string | null} version
   * @param {number} start
   * @param {Uint8Array} bytes
   * @param {number} length Of the whole file.
   */
  async keep(version, start, bytes, length) {
    const opened = version === null ? null : await this.#open();
    if (!opened || version === null) return;
    const { cache, entries } = opened;
    const end = start + bytes.length;
    try {
      const old = entries.filter((entry) => entry.version !== version);
      let size = entries.reduce((sum, entry) => sum + entry.end - entry.start, bytes.length);
      for (const entry of entries) {
        if (old.includes(entry) || size <= MOST) continue;
        size -= entry.end - entry.start;
        old.push(entry);
      }
      if (old.length) {
        opened.entries = entries.filter((entry) => !old.includes(entry));
        await Promise.all(old.map(({ address }) => cache.delete(address)));
      }
      if (opened.entries.some((entry) => entry.start <= start && entry.end >= end)) return;
      const address = addressOf(this.#url, `${start}-${end}/${length}/${version}`);
      opened.entries.push({ start, end, version, length, address });
      await cache.put(address, new Response(bytes.slice()));
    } catch {
      // What can't be kept is fetched again.
    }
  }

  /** Drops everything that is kept of this pack. */
  async forget() {
    const opened = await this.#open();
    if (!opened) return;
    const { cache, entries } = opened;
    opened.entries = [];
    await Promise.all(entries.map(({ address }) => cache.delete(address).catch(() => false)));
  }

  #open() {
    this.#opened ??= list(this.#url).catch(() => null);
    return this.#opened;
  }
}

/** @param {string} url */
async function list(url) {
  if (typeof caches === 'undefined' || !/^https?:/.test(url)) return null;
  const cache = await caches.open(CACHE);
  /** @type {Entry[]} */
  const entries = [];
  for (const request of await cache.keys(url, { ignoreSearch: true })) {
    const mark = new URL(request.url).searchParams.get(MARK);
    const found = /^(\d+)-(\d+)\/(\d+)\/(.*)$/s.exec(mark ?? '');
    // Packs that differ only in what stands behind the question mark share a path.
    if (!found || request.url !== addressOf(url, mark ?? '')) continue;
    const [start = 0, end = 0, length = 0] = found.slice(1, 4).map(Number);
    entries.push({ start, end, length, version: found[4] ?? '', address: request.url });
  }
  return { cache, entries };
}

/**
 * @param {string} url
 * @param {string} mark
 */
function addressOf(url, mark) {
  const address = new URL(url);
  address.hash = '';
  address.searchParams.set(MARK, mark);
  return address.href;
}

/**
 * @param {Cache | undefined} cache
 * @param {Entry} entry
 * @param {number} start
 * @param {number} end
 */
async function read(cache, entry, start, end) {
  try {
    const answer = await cache?.match(entry.address);
    if (!answer) return null;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return bytes.length === entry.end - entry.start ? bytes.subarray(start - entry.start, end - entry.start) : null;
  } catch {
    return null;
  }
}
