/** The sections of a pack by their names, as `src/index/format.rs` lays them out. */
import { gzipSync } from 'node:zlib';

/** Those that are the index: the dictionary, the lists and the places; not texts and columns. */
const index = [1, 4, 5, 6];

/**
 * The length of the index of a pack, as it is and squeezed section by section.
 *
 * @param {Buffer} bytes
 */
export function indexLength(bytes) {
  const length = bytes.readUInt32LE(12);
  let at = 28;
  const number = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  let start = 28 + length;
  let size = 0;
  let gzip = 0;
  for (let left = number(); left > 0; left -= 1) {
    const section = bytes[at] ?? 0;
    at += 1;
    const taken = number();
    at += 4;
    if (index.includes(section)) {
      size += taken;
      gzip += gzipSync(bytes.subarray(start, start + taken), { level: 9 }).length;
    }
    start += taken;
  }
  return { size, gzip };
}
