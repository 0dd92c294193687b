/** Links to pages of one's own. */

/** @typedef {{ key: string, address?: string | null, symbol?: string | null }} Target */

/**
 * Fills in a template such as `/resolutions/{body}/{symbol}.html#{address}`.
 *
 * `{key}`, `{id}`, `{body}`, `{organ}`, `{number}`, `{language}` are parts of the key (`un:ga:res:77/18@en`), `{symbol}`
 * is as printed and `{address}` is the paragraph's. Each is escaped; what is not known is left empty.
 *
 * @param {string} template
 * @param {Target} target
 */
export function fill(template, { key, address, symbol }) {
  const [id = '', language = ''] = key.split('@');
  const [body = '', organ = '', , number = ''] = id.split(':');
  /** @type {Record<string, string | null | undefined>} */
  const values = { key, id, body, organ, number, language: language.replace(/[;~].*$/, ''), symbol, address };
  return template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ''));
}
