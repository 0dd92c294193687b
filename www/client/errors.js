/** Errors of the package, and how they cross from the worker. */

/** What was asked for can't be done. */
export class WhereasError extends Error {
  /**
   * @override
   * @type {'WhereasError'}
   */
  name = 'WhereasError';

  /**
   * @param {string} code Stable and in kebab-case.
   * @param {string} message What was found, what was expected, what to do.
   * @param {{ start?: number | null, end?: number | null, pack?: string | null, cause?: unknown }} [more]
   */
  constructor(code, message, more = {}) {
    super(message, 'cause' in more ? { cause: more.cause } : undefined);
    this.code = code;
    this.start = more.start ?? null;
    this.end = more.end ?? null;
    /** Which pack it is about, where it is about one. */
    this.pack = more.pack ?? null;
  }
}

/**
 * An error as plain data.
 *
 * @typedef {{ code: string, message: string, start: number | null, end: number | null, pack: string | null }} PlainError
 */

/**
 * @param {WhereasError} error
 * @returns {PlainError}
 */
export function toPlain({ code, message, start, end, pack }) {
  return { code, message, start, end, pack };
}

/** @param {PlainError} plain */
export function fromPlain(plain) {
  return new WhereasError(plain.code, plain.message, plain);
}

/** @param {AbortSignal} signal */
export function aborted(signal) {
  return new WhereasError('aborted', 'the request was given up by its signal', { cause: signal.reason });
}

/** The answer to every call after `close()`. */
export function closed() {
  return new WhereasError('closed', 'the library was closed; open a new one');
}
