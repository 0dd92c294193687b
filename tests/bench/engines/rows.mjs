/** Of rows that are paragraphs, the first ten resolutions. */

/**
 * @param {Iterable<number>} docs The resolution of each row, the best row first.
 * @returns {number[]}
 */
export function firstTen(docs) {
  const found = new Set();
  for (const doc of docs) {
    found.add(doc);
    if (found.size === 10) break;
  }
  return [...found];
}

/** The words of a query without what only some engines understand. @param {string} query */
export const bare = (query) => query.replaceAll(/["“”«»:*()+^~]/g, ' ').trim();
