/** How long work takes, and the plain hash that it is held against. */

/**
 * The shortest time that `work` takes, in milliseconds, of as many turns as fit into three seconds. The clock counts
 * and not the processor's time, which some machines tell in ticks longer than a turn.
 *
 * @param {() => unknown} work
 */
export function best(work) {
  let shortest = Number.POSITIVE_INFINITY;
  for (const begin = performance.now(); performance.now() - begin < 3000; ) {
    const start = performance.now();
    work();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

/**
 * FNV-1a, a turn of the loop for each byte.
 *
 * @param {Uint8Array} bytes
 */
export function hash(bytes) {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
