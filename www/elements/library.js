/** The libraries of a page: elements of one group search and read the same texts. */
import { Texts } from '../app/texts.js';
import { useScales } from '../app/views/force.js';
import { open } from '../client.js';

/** @typedef {import('../types.d.ts').Library} Library */

/** @type {Map<string, Promise<Texts>>} */
const groups = new Map();

/** What was fetched, by address, for each library. @type {WeakMap<Texts, Map<string, Promise<string[]>>>} */
const fetched = new WeakMap();

/**
 * The library of a group; it is opened when it is first asked for.
 *
 * @param {string} group
 * @returns {Promise<Texts>} rejects where the core can't start; the next call tries again
 */
export function textsOf(group) {
  let texts = groups.get(group);
  if (!texts) {
    texts = open().then(async (library) => {
      useScales(await library.scales());
      return new Texts(/** @type {Library} */ (library));
    });
    groups.set(group, texts);
    texts.catch(() => groups.delete(group));
  }
  return texts;
}

/**
 * Gives a group a library that the page has opened itself, so that its own script and its elements share the texts.
 *
 * Elements that have begun with another library keep it; call this before they are on the page.
 *
 * @param {Library} library
 * @param {string} [group]
 */
export function useLibrary(library, group = '') {
  groups.set(group, Promise.resolve(new Texts(library)));
}

/**
 * Brings texts and archives into a library, each address once. An archive (`….whereas`, or a catalogue, `….json`) is
 * searched and read range by range, and has no keys of its own.
 *
 * @param {Texts} texts
 * @param {string} addresses apart by white space, counted from the page
 * @returns {Promise<string[]>} their keys; rejects where one can't be fetched or read
 */
export async function bring(texts, addresses) {
  const known = fetched.get(texts) ?? new Map();
  fetched.set(texts, known);
  const all = addresses
    .trim()
    .split(/\s+/)
    .map((address) => {
      const { href } = new URL(address, document.baseURI);
      if (!known.has(href)) {
        const keys = bringOne(texts, href);
        known.set(href, keys);
        keys.catch(() => known.delete(href));
      }
      return known.get(href);
    });
  return (await Promise.all(all)).flat();
}

/** @param {Texts} texts @param {string} href */
async function bringOne(texts, href) {
  if (/\.(?:whereas|json)$/i.test(new URL(href).pathname)) {
    await texts.library.addPack(href);
    return [];
  }
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href} could not be fetched: the server answered ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const name = decodeURIComponent(new URL(href).pathname.split('/').at(-1) ?? '');
  const { keys } = await texts.library.add(bytes, { name, url: href });
  return keys;
}
