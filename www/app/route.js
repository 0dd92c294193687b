/**
 * Where in the app one is, as it stands after `#`. It carries view and place, never text of a document.
 *
 * @typedef {object} Route
 * @property {'find' | 'read' | 'check' | 'compare'} room
 * @property {string} rest what comes after the room: a key, a view
 * @property {URLSearchParams} params
 */

const ROOMS = /** @type {const} */ (['find', 'read', 'check', 'compare']);

/**
 * Reads a fragment; anything that leads nowhere leads to the check.
 *
 * @param {string} hash with or without `#`
 * @returns {Route}
 */
export function readRoute(hash) {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [first = '', ...rest] = path.split('/');
  const room = ROOMS.find((one) => one === first) ?? 'check';
  return { room, rest: room === first ? decode(rest.join('/')) : '', params: new URLSearchParams(query) };
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    // A fragment that was cut by hand is taken as it stands.
    return text;
  }
}

/**
 * The fragment that leads to a place.
 *
 * @param {string} room
 * @param {string} [rest]
 * @param {Record<string, string | number | null | undefined>} [params] those without a value are left out
 */
export function linkTo(room, rest = '', params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  const said = query.toString();
  return `#/${room}${rest ? `/${encodeURIComponent(rest)}` : ''}${said ? `?${said}` : ''}`;
}
