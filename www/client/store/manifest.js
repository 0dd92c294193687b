/** The small record that says which files make up a kept library, and the list of texts behind each. */

/**
 * A file: so many bytes of a pack, and behind them the list of its texts.
 *
 * @typedef {object} KeptFile
 * @property {string} name
 * @property {number} size Of the pack, in bytes.
 * @property {number} texts How many were written into it.
 * @property {string[]} gone Keys in it that were taken out since.
 */

/**
 * `files` in the order in which their texts were added.
 *
 * @typedef {{ generation: number, files: KeptFile[] }} Manifest One more with every change.
 */

/**
 * A text of a file: a number that no other text of the library has or had, and its keys.
 *
 * @typedef {[id: number, keys: string[]]} KeptText
 */

/** @returns {Manifest} */
export function emptyManifest() {
  return { generation: 0, files: [] };
}

/**
 * A manifest as bytes, behind a checksum by which one that was cut off is known.
 *
 * @param {Manifest} manifest
 */
export function writeManifest(manifest) {
  return seal(manifest);
}

/**
 * @param {Uint8Array} written
 * @returns {Manifest | null} `null` where it was cut off, or is none.
 */
export function readManifest(written) {
  const manifest = /** @type {Manifest | null} */ (unseal(written));
  return Array.isArray(manifest?.files) && Number.isSafeInteger(manifest.generation) ? manifest : null;
}

/**
 * A pack with the list of its texts behind it, as a file.
 *
 * @param {Uint8Array} pack
 * @param {readonly KeptText[]} texts
 */
export function writeFile(pack, texts) {
  const list = seal(texts);
  const file = new Uint8Array(pack.length + list.length);
  file.set(pack);
  file.set(list, pack.length);
  return file;
}

/**
 * The list of texts of a file.
 *
 * @param {Uint8Array} file
 * @param {number} size Of the pack in it.
 * @returns {KeptText[] | null} `null` where it is not as it was written.
 */
export function readTexts(file, size) {
  const texts = unseal(file.subarray(size));
  return Array.isArray(texts) ? /** @type {KeptText[]} */ (texts) : null;
}

/** @param {unknown} value */
function seal(value) {
  const text = JSON.stringify(value);
  return new TextEncoder().encode(`${checksum(text)} ${text}`);
}

/** @param {Uint8Array} written @returns {unknown} */
function unseal(written) {
  const all = new TextDecoder().decode(written);
  const text = all.slice(9);
  if (all.slice(0, 9) !== `${checksum(text)} `) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** FNV-1a of UTF-16 units, as eight digits. @param {string} text */
function checksum(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
