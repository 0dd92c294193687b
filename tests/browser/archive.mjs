/** Resolutions made from a seed, for packs of any size. */

const words =
  'peace sea ocean treaty self-help development women education climate water health trade culture science'.split(' ');
const leads = ['Decides', 'Urges Member States to support', 'Takes note of', 'Calls upon Israel to respect'];

/**
 * Numbers that are the same for the same seed.
 *
 * @param {number} seed
 */
function numbers(seed) {
  let state = seed >>> 0 || 1;
  return (/** @type {number} */ below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/**
 * Resolutions of the General Assembly, each with a word of its own, `unique12`.
 *
 * @param {number} count
 * @param {{ session?: number, seed?: number }} [options]
 * @returns {string[]}
 */
export function resolutions(count, { session = 78, seed = 7 } = {}) {
  const next = numbers(seed);
  const word = () => words[next(words.length)] ?? '';
  return Array.from({ length: count }, (_, at) => {
    const number = at + 1;
    const paragraphs = Array.from({ length: next(20) + 2 }, (_, paragraph) => {
      const text = Array.from({ length: next(30) + 3 }, word).join(' ');
      return `${paragraph + 1}. ${leads[next(leads.length)]} ${text}${paragraph === 0 ? ` unique${number}` : ''};`;
    });
    return [
      `United Nations\nA/RES/${session}/${number}\nGeneral Assembly\nDistr.: General`,
      `Resolution adopted by the General Assembly on ${next(28) + 1} December ${session + 1945}`,
      `${session}/${number}. The ${word()} of ${word()}`,
      'The General Assembly,',
      `Recalling its resolution ${session}/${next(count) + 1} of 20 September ${session + 1945},`,
      ...paragraphs,
    ].join('\n\n');
  });
}

/**
 * A pack of them.
 *
 * @param {typeof import('../../www/direct.js').open} open
 * @param {string[]} texts
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function packOf(open, texts) {
  const library = await open();
  try {
    for (const text of texts) await library.add(text);
    return new Uint8Array(await library.pack());
  } finally {
    await library.close();
  }
}
