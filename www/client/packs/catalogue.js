/** A catalogue: a small JSON file that lists packs, so that a folder of them is opened as one. */
import { WhereasError } from '../errors.js';

/** The most packs that a catalogue may list. */
const MOST = 10_000;

/**
 * Reads what `whereas pack catalogue` wrote.
 *
 * @param {Uint8Array} bytes
 * @param {string | null} from Its address, from which those in it count.
 * @returns {Pick<import('../../types.d.ts').PackInfo, 'name' | 'url' | 'size' | 'resolutions' | 'paragraphs' | 'texts' | 'languages'>[]}
 * @throws {WhereasError} `bad-catalogue`
 */
export function readCatalogue(bytes, from) {
  const wrong = (/** @type {string} */ found, /** @type {unknown} */ cause) =>
    new WhereasError(
      'bad-catalogue',
      `${from ?? 'the file'} is no catalogue of packs: ${found}; \`whereas pack catalogue\` writes one`,
      { cause },
    );
  let read;
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw wrong(`it is no JSON (${cause instanceof Error ? cause.message : cause})`, cause);
  }
  if (read?.schema !== 'whereas-catalogue/1') throw wrong('its schema is not “whereas-catalogue/1”', undefined);
  if (!Array.isArray(read.packs) || read.packs.length > MOST)
    throw wrong(`its “packs” is no list of at most ${MOST}`, undefined);
  return read.packs.map((/** @type {Record<string, unknown>} */ line, /** @type {number} */ at) => {
    const { url, size } = line ?? {};
    if (typeof url !== 'string' || !from || !URL.canParse(url, from))
      throw wrong(`pack ${at + 1} has no address that can be followed from here`, undefined);
    const address = new URL(url, from).href;
    const name = typeof line.name === 'string' ? line.name : (address.split('/').at(-1) ?? 'pack');
    const count = (/** @type {unknown} */ value) => (Number.isSafeInteger(value) ? Number(value) : null);
    const languages = Array.isArray(line.languages) ? line.languages.map(String) : null;
    const { resolutions, paragraphs, texts } = line;
    return {
      name,
      url: address,
      size: count(size),
      resolutions: count(resolutions),
      paragraphs: count(paragraphs),
      texts: count(texts),
      languages,
    };
  });
}
