/** The findings of a check as a table, with the columns of `whereas check --csv` and what the reader decided. */

/** @typedef {import('../types.d.ts').CheckReport} CheckReport */
/** @typedef {import('../types.d.ts').Finding} Finding */

/** @type {readonly [name: string, cell: (finding: Finding) => string | number | null | undefined][]} */
const columns = [
  ['start', ({ span }) => span[0]],
  ['end', ({ span }) => span[1]],
  ['verdict', ({ verdict }) => verdict],
  ['weight', ({ weight }) => weight],
  ['reason', ({ reason }) => reason],
  ['also', ({ also }) => also.join('; ')],
  ['key', ({ source }) => source?.key],
  ['address', ({ source }) => source?.address],
  ['source start', ({ source }) => source?.span[0]],
  ['source end', ({ source }) => source?.span[1]],
  ['reporting', ({ carrier }) => carrier?.reporting],
  ['lead', ({ carrier }) => carrier?.lead],
  ['rivals', ({ rivals }) => rivals.map(placeOf).join('; ')],
  ['text', ({ text }) => text],
  ['copy', ({ source }) => source?.copy.name],
  ['sha256', ({ source }) => source?.copy.sha256],
  ['source date', ({ source }) => source?.date],
  ['counterpart', ({ counterpart }) => counterpart && placeOf(counterpart.source)],
  ['compare with', ({ version }) => version && (version.key ?? `${version.resolution}@${version.language}`)],
  ['speaker', ({ speaker }) => speaker?.text],
  ['since', ({ since }) => since],
  ['decision', ({ review }) => review?.decision],
  ['note', ({ review }) => review?.note],
];

/** @param {{ key: string, address: string }} place */
function placeOf({ key, address }) {
  return `${key} ${address}`;
}

/**
 * The table, comma-separated. Places are in UTF-16 units.
 *
 * @param {CheckReport} check
 * @param {string} article its name
 */
export function findingsTable({ quotations }, article) {
  const rows = [
    ['article', ...columns.map(([name]) => name)],
    ...quotations.map((finding) => [article, ...columns.map(([, cell]) => cell(finding) ?? '')]),
  ];
  return rows.map((row) => `${row.map((cell) => quoted(String(cell))).join(',')}\r\n`).join('');
}

/** A cell, quoted where it must be; what a spreadsheet would carry out is made words. @param {string} cell */
function quoted(cell) {
  const guard = /^[=+\-@\t\r]/.test(cell) ? "'" : '';
  return guard || /[,"\n\r]/.test(cell) ? `"${guard}${cell.replaceAll('"', '""')}"` : cell;
}
