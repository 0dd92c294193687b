/**
 * Settings and the reader's own decisions, kept in this browser. Where the browser keeps nothing they last as long
 * as the page.
 */

/** @type {Map<string, string>} */
const memory = new Map();

/** Whether nothing is written down. */
let temporary = false;

/**
 * While a session is temporary, values last as long as the page.
 *
 * @param {boolean} on
 */
export function keepNothing(on) {
  temporary = on;
}

/**
 * What was kept under a name.
 *
 * @param {string} name
 * @returns {string | null}
 */
export function recall(name) {
  try {
    return memory.get(name) ?? localStorage.getItem(`whereas.${name}`) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

/**
 * Keeps a value under a name; `null` forgets it.
 *
 * @param {string} name
 * @param {string | null} value
 * @returns {boolean} whether it will still be there after the page is closed
 */
export function keep(name, value) {
  if (value === null) memory.delete(name);
  else memory.set(name, value);
  if (temporary) return true;
  try {
    if (value === null) localStorage.removeItem(`whereas.${name}`);
    else localStorage.setItem(`whereas.${name}`, value);
    return true;
  } catch {
    return false;
  }
}

/** Forgets every name that begins so. @param {string} prefix */
export function forgetAll(prefix) {
  for (const name of [...memory.keys()]) if (name.startsWith(prefix)) memory.delete(name);
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(`whereas.${prefix}`)) localStorage.removeItem(name);
    }
  } catch {
    // Nothing is kept there, so there is nothing to forget.
  }
}
