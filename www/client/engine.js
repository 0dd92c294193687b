/** One instance of the core. Handles into wasm stay in here; what goes out is plain data. */
import { instantiate } from '../wasm/whereas.js';
import { closed, WhereasError } from './errors.js';

/**
 * The core's session, as wasm-bindgen makes it.
 *
 * @typedef {Record<string, (...args: unknown[]) => unknown> & { free(): void }} CoreSession
 */

/** The calls that reach the core, whether from this thread or from a message. */
export const verbs = Object.freeze([
  'parse',
  'add',
  'search',
  'complete',
  'get',
  'source',
  'list',
  'resolve',
  'check',
  'reuse',
  'export',
  'scales',
  'remove',
  'clear',
  'pack',
]);

/** The calls by which the core is given packs, asked what it misses of them, and a library is kept. */
const packVerbs = Object.freeze([
  'openPack',
  'openPackPart',
  'closePack',
  'addPackBytes',
  'takeMissing',
  'damagedPacks',
  'trimPacks',
  'packOf',
  'restore',
]);

/** A session of the core that tells its own errors from those that end it. */
export class Engine {
  /** @type {CoreSession | null} */
  #session;
  /** What ended the session. @type {WhereasError | null} */
  #failed = null;

  /** @param {WebAssembly.Module} compiled */
  constructor(compiled) {
    const { Session } = instantiate(compiled);
    this.#session = new Session();
  }

  /**
   * Carries out one call.
   *
   * @param {string} name
   * @param {unknown[]} args
   * @returns {unknown}
   * @throws {WhereasError} Its code is `core-failed` where the core stopped in the middle; this engine is then of no
   *   more use, since nobody knows in which state its memory is.
   */
  call(name, args) {
    return noteLoneSurrogates(args[0], this.#run(verbs, name, args));
  }

  /**
   * Carries out one call about packs.
   *
   * @param {string} name
   * @param {unknown[]} args
   * @returns {unknown}
   * @throws {WhereasError} As `call`.
   */
  core(name, args) {
    return this.#run(packVerbs, name, args);
  }

  /**
   * @param {readonly string[]} known
   * @param {string} name
   * @param {unknown[]} args
   */
  #run(known, name, args) {
    const session = this.#session;
    if (session === null) throw this.#failed ?? closed();
    const method = known.includes(name) ? session[name] : undefined;
    if (!method) throw new WhereasError('bad-argument', `the library has no call “${name}”`);
    try {
      return method.apply(session, args);
    } catch (error) {
      if (error instanceof Error && error.name === 'WhereasError') throw adopt(error);
      this.#session = null;
      const reason = error instanceof Error ? error.message : String(error);
      this.#failed = new WhereasError(
        'core-failed',
        `the core stopped during ${name} (${reason}); the texts added before are kept`,
        { cause: error },
      );
      throw this.#failed;
    }
  }

  /** Gives back the memory of the session. */
  free() {
    this.#session?.free();
    this.#session = null;
  }
}

/**
 * The core's error as one of this package's class.
 *
 * @param {Error & { code?: string, start?: number | null, end?: number | null }} error
 */
function adopt(error) {
  return new WhereasError(error.code ?? 'unknown', error.message, { start: error.start, end: error.end });
}

/**
 * Adds a diagnostic where half of a surrogate pair stood alone: on its way into the core it has become U+FFFD, which
 * is as long, so that every place still holds.
 *
 * @param {unknown} text
 * @param {unknown} value
 */
function noteLoneSurrogates(text, value) {
  if (typeof text !== 'string' || isWellFormed(text)) return value;
  const diagnostics = /** @type {{ diagnostics?: import('../types.d.ts').Diagnostic[] } | null} */ (value)?.diagnostics;
  if (!Array.isArray(diagnostics)) return value;
  const at = text.search(loneSurrogate);
  diagnostics.push({
    code: 'lone-surrogate',
    severity: 'warning',
    span: [at, at + 1],
    message: 'half of a surrogate pair stands alone and is read as U+FFFD',
    help: 'the text was cut in the middle of a sign, or decoded wrongly; give it again from its source',
  });
  diagnostics.sort((a, b) => a.span[0] - b.span[0]);
  return value;
}

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** @param {string} text */
function isWellFormed(text) {
  // Not every browser that runs the rest has the method.
  const method = /** @type {{ isWellFormed?: () => boolean }} */ (/** @type {unknown} */ (text)).isWellFormed;
  return method ? method.call(text) : !loneSurrogate.test(text);
}
