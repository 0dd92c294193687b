/** What it takes to fill a new instance of the core with the same texts and packs. */

/**
 * @typedef {{ args: unknown[], keys: string[], removed: Set<string> }} Entry
 */

/**
 * The texts and packs that were added, in order, as they were given.
 *
 * The core gives the same keys for the same calls in the same order, so a copy that was taken out stays in the
 * journal as long as the key of a later copy (`…~2`) rests on it.
 */
export class Journal {
  /** @type {Entry[]} */
  #entries = [];
  /** @type {{ args: unknown[], packs: import('../types.d.ts').PackInfo[] }[]} */
  #packs = [];
  /** What the texts are kept under, where they are; then they need not be added again. @type {unknown[] | null} */
  #kept = null;

  /**
   * Takes note of a call that was carried out.
   *
   * @param {string} name
   * @param {unknown[]} args
   * @param {unknown} value What it gave.
   */
  record(name, args, value) {
    if (name === 'keep') {
      this.#kept = args;
    } else if (this.#kept && (name === 'add' || name === 'remove' || name === 'clear')) {
      return;
    } else if (name === 'add') {
      const { keys } = /** @type {{ keys: string[] }} */ (value);
      this.#entries.push({ args, keys, removed: new Set() });
    } else if (name === 'remove') {
      this.#remove(String(args[0]));
    } else if (name === 'clear') {
      this.#entries = [];
    } else if (name === 'addPack') {
      this.#packs.push({ args, packs: /** @type {import('../types.d.ts').PackInfo[]} */ (value) });
    } else if (name === 'removePack') {
      const leaves = (/** @type {import('../types.d.ts').PackInfo} */ { id, catalogue }) =>
        id === args[0] || catalogue === args[0];
      for (const entry of this.#packs) entry.packs = entry.packs.filter((pack) => !leaves(pack));
      this.#packs = this.#packs.filter(({ packs }) => packs.length > 0);
    }
  }

  /** @param {string} key A key, or the id of a work, which means its first edition. */
  #remove(key) {
    const holds = (/** @type {Entry} */ entry, /** @type {(key: string) => boolean} */ wanted) =>
      entry.keys.find((held) => !entry.removed.has(held) && wanted(held));
    let found = this.#entries.find((entry) => holds(entry, (held) => held === key));
    let removed = key;
    if (!found) {
      const ofWork = (/** @type {string} */ held) => held.slice(0, held.lastIndexOf('@')) === key;
      found = this.#entries.find((entry) => holds(entry, ofWork));
      removed = (found && holds(found, ofWork)) ?? key;
    }
    found?.removed.add(removed);
    this.#entries = this.#entries.filter((entry) => entry.removed.size < entry.keys.length || this.#isNeeded(entry));
  }

  /** @param {Entry} entry One whose keys were all removed. */
  #isNeeded(entry) {
    const bases = new Set(entry.keys.map(base));
    const later = this.#entries.slice(this.#entries.indexOf(entry) + 1);
    return later.some((other) => other.keys.some((key) => base(key) !== key && bases.has(base(key))));
  }

  /**
   * The calls that fill an empty library.
   *
   * @returns {[name: string, args: unknown[]][]}
   */
  replay() {
    /** @type {[string, unknown[]][]} */
    const calls = this.#entries.map(({ args }) => ['add', args]);
    if (this.#kept) calls.push(['keep', this.#kept]);
    for (const { removed } of this.#entries) {
      for (const key of removed) calls.push(['remove', [key]]);
    }
    // They were open once, so that they need not be read before something is asked.
    for (const { args, packs } of this.#packs) calls.push(['addPack', [args[0], args[1], packs]]);
    return calls;
  }
}

/** @param {string} key */
function base(key) {
  return key.replace(/~\d+$/, '');
}
