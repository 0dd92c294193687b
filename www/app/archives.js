/** Archives: packs of resolutions that are searched beside one's own documents. */
import { fetchWhole } from './fetching.js';
import { forgetPack, keepPack, keptPacks } from './shelf.js';

/** @typedef {import('./types.d.ts').Library} Library */
/** @typedef {import('./types.d.ts').PackInfo} PackInfo */
/** @typedef {import('./types.d.ts').Found} Found */

/**
 * An archive that this site offers.
 *
 * @typedef {object} Offer
 * @property {string} url
 * @property {string} name
 * @property {number | null} size in bytes
 * @property {number | null} resolutions
 * @property {[string, string] | null} dates ISO days of the first and the last of its resolutions
 */

/**
 * An archive as it was opened: the packs of one file, one address, or one catalogue.
 *
 * @typedef {object} Archive
 * @property {string} id what the library takes it out by
 * @property {string} name
 * @property {string | null} url where it is read, range by range; `null` where all of it is on this device
 * @property {string | null} from the address it came from, where it was fetched whole
 * @property {PackInfo[]} packs
 * @property {number | null} kept its place on the shelf
 */

/** Where a site lays the list of its archives, beside the app. */
const CATALOGUE = './archives/catalogue.json';

/**
 * What this site offers. A site without archives, or without a network, offers none.
 *
 * @returns {Promise<Offer[]>}
 */
export async function offeredHere() {
  try {
    const from = new URL(CATALOGUE, document.baseURI);
    const answer = await fetch(from);
    const { schema, packs } = answer.ok ? await answer.json() : {};
    if (schema !== 'whereas-catalogue/1' || !Array.isArray(packs)) return [];
    return packs.flatMap((/** @type {Record<string, unknown>} */ line) => {
      const { url, name, size, resolutions, dates } = line ?? {};
      if (typeof url !== 'string' || !URL.canParse(url, from)) return [];
      const address = new URL(url, from);
      // What a site offers lies with it; another host is asked for by name.
      if (address.origin !== location.origin) return [];
      return [
        {
          url: address.href,
          name: typeof name === 'string' ? name : nameOf(address.href),
          size: number(size),
          resolutions: number(resolutions),
          dates: spanOf(dates),
        },
      ];
    });
  } catch {
    return [];
  }
}

/** @param {unknown} dates @returns {[string, string] | null} */
function spanOf(dates) {
  const [from, to] = Array.isArray(dates) ? dates.map(String) : [];
  return from && to && /^\d{4}/.test(from) && /^\d{4}/.test(to) ? [from, to] : null;
}

/** @param {unknown} value */
const number = (value) => (Number.isSafeInteger(value) ? Number(value) : null);

/**
 * The last part of an address, as one calls the file.
 *
 * @param {string} address
 */
export function nameOf(address) {
  const last = new URL(address, document.baseURI).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || address;
  } catch {
    return last;
  }
}

/** The archives that are open. */
export class Archives {
  #library;

  /** @type {Archive[]} */
  open = [];

  /** Those whose host gave no answer; they are not searched until one tries again. @type {Archive[]} */
  silent = [];

  /** Whether nothing is written down. */
  temporary = false;

  /** @param {Library} library */
  constructor(library) {
    this.#library = library;
  }

  /** How many resolutions they hold, as far as they say. */
  get resolutions() {
    return this.open.flatMap(({ packs }) => packs).reduce((sum, pack) => sum + (pack.resolutions ?? 0), 0);
  }

  /** The languages of what they hold, as far as they say. */
  get languages() {
    return [...new Set(this.open.flatMap(({ packs }) => packs.flatMap((pack) => pack.languages ?? [])))];
  }

  /** Those that are read from a host, range by range. */
  get away() {
    return this.open.filter(({ url }) => url !== null);
  }

  /**
   * Opens an archive and keeps it for the next start: a file whole, an address by its name alone.
   *
   * @param {Blob | string} source a file, or an address
   * @param {string} name
   * @param {string | null} [from] the address that a file came from
   * @returns {Promise<{ archive: Archive, kept: boolean }>} rejects with the client's error
   */
  async add(source, name, from = null) {
    const archive = await this.#open(source, name, from);
    const url = typeof source === 'string' ? source : null;
    if (!this.temporary && archive.kept === null) {
      archive.kept = await keepPack({ name, url, from, body: url ? null : /** @type {Blob} */ (source) });
    }
    return { archive, kept: this.temporary || archive.kept !== null };
  }

  /** @param {Blob | string} source @param {string} name @param {string | null} from @returns {Promise<Archive>} */
  async #open(source, name, from) {
    const known = typeof source === 'string' ? this.open.find(({ url }) => url === source) : undefined;
    if (known) return known;
    const packs = await this.#library.addPack(source);
    const [first] = packs;
    const archive = {
      id: first?.catalogue ?? first?.id ?? '',
      name,
      url: typeof source === 'string' ? source : null,
      from,
      packs,
      kept: null,
    };
    this.open.push(archive);
    return archive;
  }

  /**
   * Opens again what was open before. One that can't be opened stays on the shelf, and is named among the silent.
   */
  async restore() {
    for (const { id, name, url, from, body } of await keptPacks()) {
      try {
        const archive = await this.#open(body ?? url ?? '', name, from);
        archive.kept = id;
      } catch {
        this.silent.push({ id: '', name, url, from, packs: [], kept: id });
      }
    }
  }

  /**
   * Closes an archive and forgets it.
   *
   * @param {Archive} archive
   */
  async remove(archive) {
    this.silent = this.silent.filter((one) => one !== archive);
    if (this.open.includes(archive)) {
      this.open = this.open.filter((one) => one !== archive);
      await this.#library.removePack(archive.id);
    }
    if (archive.kept !== null) await forgetPack(archive.kept);
  }

  /** Tries those again that gave no answer. */
  async tryAgain() {
    const silent = this.silent;
    this.silent = [];
    for (const archive of silent) {
      try {
        if (!archive.url) throw new Error('it is a file that could not be read');
        const again = await this.#open(archive.url, archive.name, null);
        again.kept = archive.kept;
      } catch {
        this.silent.push(archive);
      }
    }
  }

  /**
   * Asks the library; an archive that gives no answer is set aside, and the rest is asked again.
   *
   * @template Answer
   * @param {() => Promise<Answer>} ask
   * @returns {Promise<Answer>} rejects where the library itself can't answer
   */
  async ask(ask) {
    for (;;) {
      const asked = this.open;
      try {
        return await ask();
      } catch (error) {
        // Another question set an archive aside meanwhile, and with it what this one was waiting for.
        if (this.open !== asked) continue;
        const { pack } = /** @type {{ pack?: string | null }} */ (error ?? {});
        const mute = this.open.find((one) => pack && one.packs.some(({ id }) => id === pack));
        if (!mute) throw error;
        this.open = this.open.filter((one) => one !== mute);
        this.silent.push(mute);
        await this.#library.removePack(mute.id).catch(() => {});
      }
    }
  }

  /**
   * Fetches an archive whole, so that its host is asked no more.
   *
   * @param {Archive} archive one that is read from a host
   * @param {{ signal: AbortSignal, tell: (done: number, all: number | null) => void }} how
   * @returns {Promise<boolean>} whether it was kept for the next start
   */
  async download(archive, { signal, tell }) {
    const files = [];
    for (const pack of archive.packs) {
      if (!pack.url) continue;
      const body = await fetchWhole(pack.url, signal, tell);
      files.push({ body, name: archive.packs.length > 1 ? pack.name : archive.name, from: pack.url });
    }
    await this.remove(archive);
    let kept = true;
    for (const { body, name, from } of files) kept = (await this.add(body, name, from)).kept && kept;
    return kept;
  }
}
