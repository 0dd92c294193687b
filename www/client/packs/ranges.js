/** Ranges of bytes: `start` is the first, `end` the one after the last. */

/** @typedef {{ start: number, end: number }} Range */

/**
 * Bytes of several parts as one.
 *
 * @param {readonly Uint8Array[]} parts
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function joinBytes(parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
