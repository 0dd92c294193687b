/** A pack behind an address, of which only the ranges are fetched that are needed. */
import { aborted, WhereasError } from '../errors.js';
import { KeptRanges } from './kept-ranges.js';
import { joinBytes } from './ranges.js';

/** @typedef {import('./source.js').Source} Source */
/** @typedef {import('./source.js').Reading} Reading */

/** How long is waited before each further attempt, in milliseconds. */
const WAITS = [250, 1000, 3000];

/** For how long a host may say nothing, in milliseconds. */
const SILENCE = 20_000;

/** The longest file that is fetched whole from a host that ignores `Range`. */
const LONGEST = 512 * 2 ** 20;

/** @implements {Source} */
export class UrlSource {
  place = /** @type {const} */ ('url');
  #kept;
  /** How the host marks this very file. @type {string | null} */
  #version = null;
  /** @type {number | null} */
  #length = null;
  /** The whole file, from a host that ignores `Range`. @type {Blob | null} */
  #whole = null;

  /** @param {string} url */
  constructor(url) {
    this.url = url;
    this.#kept = new KeptRanges(url);
  }

  /** @type {Source['open']} */
  async open(size, reading = {}) {
    this.#version = this.#length = this.#whole = null;
    let head;
    try {
      head = await this.#fetch(0, size, reading);
    } catch (error) {
      // Without a network, what was kept of the file is as good as it was.
      const kept = reading.signal?.aborted ? null : await this.#kept.head(size);
      if (!kept) throw error;
      this.#version = kept.version;
      this.#length = kept.length;
      return { head: kept.bytes, length: kept.length };
    }
    const length = this.#length ?? lengthIn(head);
    this.#length = length;
    if (!this.#whole) await this.#kept.keep(this.#version, 0, head, length);
    return { head, length };
  }

  /** @type {Source['read']} */
  async read(start, end, reading = {}) {
    if (this.#whole) return slice(this.#whole, start, end);
    const kept = await this.#kept.find(this.#version, start, end);
    if (kept) return kept;
    const bytes = await this.#fetch(start, end, reading);
    if (bytes.length < end - start)
      throw this.#unreachable(`${bytes.length} bytes came where ${end - start} were expected`);
    if (!this.#whole) await this.#kept.keep(this.#version, start, bytes, this.#length ?? 0);
    return bytes;
  }

  /** @type {Source['forget']} */
  forget() {
    this.#whole = null;
    return this.#kept.forget();
  }

  close() {
    this.#whole = null;
  }

  /**
   * Fetches a range, again from where it broke off.
   *
   * @param {number} start
   * @param {number} end
   * @param {Reading} reading
   * @returns {Promise<Uint8Array>} Shorter only where the file is.
   */
  async #fetch(start, end, { signal, onBytes }) {
    /** @type {Uint8Array[]} */
    const parts = [];
    let at = start;
    for (let attempt = 0; ; attempt += 1) {
      let reason;
      let wait = WAITS[attempt];
      try {
        const whole = await this.#request(at, end, signal, (part) => {
          parts.push(part);
          at += part.length;
          onBytes?.(part.length);
        });
        if (whole) return slice(whole, start, Math.min(end, whole.size));
        if (at >= Math.min(end, this.#length ?? end)) return joinBytes(parts);
        // A file whose length nobody told ends where it ends.
        if (this.#length === null && start === 0 && at > 0) return joinBytes(parts);
        reason = `the answer ended after ${at - start} of ${end - start} bytes`;
      } catch (error) {
        if (signal?.aborted) throw aborted(signal);
        if (error instanceof WhereasError) throw error;
        reason = error instanceof Error ? error.message : String(error);
        if (error instanceof Busy && wait !== undefined) wait = Math.max(wait, Math.min(error.wait, 30_000));
      }
      if (wait === undefined) throw this.#unreachable(reason, attempt + 1);
      await pause(wait, signal);
    }
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {AbortSignal | undefined} signal
   * @param {(part: Uint8Array) => void} take
   * @returns {Promise<Blob | null>} The whole file where the host gave that.
   */
  async #request(start, end, signal, take) {
    const control = new AbortController();
    const give = () => control.abort(signal?.reason);
    signal?.addEventListener('abort', give, { once: true });
    if (signal?.aborted) give();
    const silence = new Silence(() => control.abort(new Error(`the host was silent for ${SILENCE / 1000} seconds`)));
    try {
      const headers = { range: `bytes=${start}-${end - 1}` };
      // The browser's own cache joins ranges of different versions of a file in some browsers; ours does not.
      const response = await fetch(this.url, { headers, signal: control.signal, cache: 'no-store' });
      silence.broken();
      this.#check(response);
      const isWhole = response.status !== 206 || response.headers.get('content-encoding') !== null;
      if (!isWhole) this.#checkRange(response, start);
      else if (Number(response.headers.get('content-length')) > LONGEST) throw this.#tooLong();
      /** @type {Uint8Array<ArrayBuffer>[]} */
      const all = [];
      let size = 0;
      await readBody(response, (part) => {
        silence.broken();
        size += part.length;
        if (size > (isWhole ? LONGEST : end - start)) throw this.#tooLong();
        if (isWhole) all.push(part);
        else take(part);
      });
      if (!isWhole) return null;
      if (response.status === 206) throw new Error('the host packs ranges, so that they can’t be told from the whole');
      this.#whole = new Blob(all);
      this.#length = this.#whole.size;
      return this.#whole;
    } catch (error) {
      throw control.signal.aborted && !signal?.aborted ? control.signal.reason : error;
    } finally {
      silence.end();
      signal?.removeEventListener('abort', give);
      control.abort();
    }
  }

  /** @param {Response} response */
  #check(response) {
    const { status } = response;
    if (status === 416) throw this.#changed('it is shorter than it was');
    if (status === 429 || status >= 500) {
      const seconds = Number(response.headers.get('retry-after'));
      throw new Busy(`the host answered ${status}`, seconds > 0 ? seconds * 1000 : 0);
    }
    if (!response.ok) throw this.#unreachable(`the host answered ${status}`);
    const version = response.headers.get('etag') ?? response.headers.get('last-modified');
    if (this.#version !== null && version !== null && version !== this.#version)
      throw this.#changed('its host marks it as another');
    this.#version ??= version;
  }

  /**
   * @param {Response} response
   * @param {number} start
   */
  #checkRange(response, start) {
    // Hosts on other origins need not show it.
    const told = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
    if (!told) return;
    if (Number(told[1]) !== start) throw new Error(`the host gave bytes from ${told[1]} on instead of ${start}`);
    if (told[2] === '*') return;
    const length = Number(told[2]);
    if (this.#length !== null && length !== this.#length) throw this.#changed('its length is another');
    this.#length = length;
  }

  /** @param {string} reason */
  #changed(reason) {
    return new WhereasError(
      'pack-changed',
      `the pack at ${this.url} was replaced while it was open (${reason}); it is opened anew: ask again`,
    );
  }

  /**
   * @param {string} reason
   * @param {number} [attempts]
   */
  #unreachable(reason, attempts = 1) {
    const tried = attempts > 1 ? `, ${attempts} times` : '';
    return new WhereasError(
      'pack-unreachable',
      `the pack at ${this.url} could not be fetched${tried}: ${reason}; see whether the address is right and the network is on`,
    );
  }

  #tooLong() {
    return new WhereasError(
      'pack-unreachable',
      `the host of ${this.url} ignores ranges and the file is longer than ${LONGEST} bytes; put it on a host that honours “Range”`,
    );
  }
}

/** The host asks for patience. */
class Busy extends Error {
  /**
   * @param {string} message
   * @param {number} wait In milliseconds.
   */
  constructor(message, wait) {
    super(message);
    this.wait = wait;
  }
}

/** Notices when nothing comes. */
class Silence {
  #then;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => void} then */
  constructor(then) {
    this.#then = then;
    this.broken();
  }

  broken() {
    this.end();
    this.#timer = setTimeout(this.#then, SILENCE);
  }

  end() {
    clearTimeout(this.#timer);
  }
}

/**
 * @param {Response} response
 * @param {(part: Uint8Array<ArrayBuffer>) => void} take
 */
async function readBody(response, take) {
  if (!response.body) {
    take(new Uint8Array(await response.arrayBuffer()));
    return;
  }
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) take(part.value);
}

/**
 * The length that a pack itself says it has; see `src/index/format.rs`.
 *
 * @param {Uint8Array} head
 */
function lengthIn(head) {
  if (head.length < 24) return head.length;
  return Number(new DataView(head.buffer, head.byteOffset, head.byteLength).getBigUint64(16, true));
}

/**
 * @param {Blob} blob
 * @param {number} start
 * @param {number} end
 */
async function slice(blob, start, end) {
  return new Uint8Array(await blob.slice(start, end).arrayBuffer());
}

/**
 * @param {number} time
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<void>}
 */
function pause(time, signal) {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      if (signal) reject(aborted(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    }, time);
    signal?.addEventListener('abort', giveUp, { once: true });
  });
}
