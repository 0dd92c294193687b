/** The table and the chart of a bench, as texts. */
import { known, timed } from './queries.mjs';

/**
 * A row: an engine in one place. Lengths in bytes, times in milliseconds; `null` where it does not apply.
 *
 * @typedef {{ engine: string, place: string, build: number | null, size: number | null, gzip: number | null,
 *   open: number | null, peak: number | null, figures: import('./figures.mjs').Figures }} Row
 */

const number = (/** @type {number | null} */ value, digits = 2) => (value === null ? '–' : value.toFixed(digits));

/**
 * A Markdown table.
 *
 * @param {Row[]} rows
 * @param {{ what: string, bytes: number, docs: number, records: number, machine: string }} about
 */
export function table(rows, about) {
  const heads = [
    'engine',
    'in',
    'build s',
    'index gz MB',
    '÷ text',
    'open ms',
    ...timed.map((kind) => `${kind} ms`),
    ...known.map((kind) => `${kind} MRR`),
    'right %',
    'peak MB',
  ];
  const lines = rows.map(({ engine, place, build, gzip, open, peak, figures }) => [
    engine,
    place,
    number(build === null ? null : build / 1000, 1),
    number(gzip === null ? null : gzip / 1e6, 1),
    number(gzip === null ? null : gzip / about.bytes),
    number(open, open !== null && open > 100 ? 0 : 1),
    ...timed.map((kind) => {
      const times = figures.times.get(kind);
      return times ? `${number(times.median)} / ${number(times.p95)}` : '–';
    }),
    ...known.map((kind) => number(figures.ranks.get(kind) ?? null, 3)),
    number(figures.right === null ? null : figures.right * 100, 1),
    number(peak === null ? null : peak / 1e6, 0),
  ]);
  const row = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [
    `${about.what}: ${about.docs} resolutions, ${about.records} paragraphs, ${(about.bytes / 1e6).toFixed(1)} MB of text. ${about.machine}.`,
    '',
    'Times are median / 95th percentile of 200 queries, each the mean of up to 20 turns in a process that does nothing else;',
    'the first ten resolutions, with snippets where the engine makes them. MRR: mean reciprocal rank among ten, twins credited.',
    'Right: hits that hold what was asked for, word for word. Peak: memory of the process, with the records it was given.',
    '',
    row(heads),
    row(heads.map((_, at) => (at < 2 ? '---' : '--:'))),
    ...lines.map(row),
    '',
  ].join('\n');
}

/**
 * A chart of the 95th percentiles, on a logarithmic scale.
 *
 * @param {Row[]} rows
 * @param {string} place
 */
export function chart(rows, place) {
  const shown = rows.filter((row) => row.place === place || row.place === 'native');
  const [left, width, bar, gap] = [150, 560, 11, 22];
  const [least, most] = [0.01, 1000];
  const at = (/** @type {number} */ ms) =>
    (Math.log10(Math.min(most, Math.max(least, ms)) / least) / Math.log10(most / least)) * width;
  let y = 40;
  const parts = [];
  for (const kind of timed) {
    parts.push(`<text x="8" y="${y + 10}" font-weight="600">${kind}</text>`);
    for (const { engine, place: where, figures } of shown) {
      const times = figures.times.get(kind);
      if (!times) continue;
      const own = engine === 'whereas';
      parts.push(
        `<text x="${left - 6}" y="${y + 9}" text-anchor="end">${engine}${where === 'native' ? ' native' : ''}</text>`,
        `<rect x="${left}" y="${y}" width="${at(times.p95).toFixed(1)}" height="${bar}" fill="${own ? '#1f4e79' : '#b9c4cf'}"/>`,
        `<text x="${(left + at(times.p95) + 4).toFixed(1)}" y="${y + 9}">${times.p95.toFixed(2)} ms</text>`,
      );
      y += bar + 3;
    }
    y += gap;
  }
  const marks = [0.01, 0.1, 1, 10, 100, 1000].map((ms) => {
    const x = left + at(ms);
    return `<line x1="${x}" y1="30" x2="${x}" y2="${y}" stroke="#ddd"/><text x="${x}" y="24" text-anchor="middle">${ms}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 90} ${y}" font-family="sans-serif" font-size="10">`,
    `<title>95th percentile of the time to the first ten results in ${place}, in milliseconds</title>`,
    ...marks,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
