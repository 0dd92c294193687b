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
    ...known.map((kind) => {
      const rank = figures.ranks.get(kind) ?? null;
      return rank && rank.asked < rank.of
        ? `${number(rank.mean, 3)} (of ${rank.asked})`
        : number(rank?.mean ?? null, 3);
    }),
    number(figures.right === null ? null : figures.right * 100, 1),
    number(peak === null ? null : peak / 1e6, 0),
  ]);
  const row = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [
    `${about.what}: ${about.docs} resolutions, ${about.records} paragraphs, ${(about.bytes / 1e6).toFixed(1)} MB of text. ${about.machine}.`,
    '',
    'Times are median / 95th percentile of 200 queries, each the mean of up to 20 turns in a process that does nothing else;',
    'the first ten resolutions, with snippets where the engine makes them. MRR: mean reciprocal rank among ten, twins credited;',
    'of fewer than all where an engine had answered only so many after 90 seconds.',
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

/**
 * An archive of a size, what its pack took, and what queries cost. Lengths in bytes, times in milliseconds.
 *
 * @typedef {{ kind: string, ms: number, total: number }} Asked
 * @typedef {{ size: number, bytes: number, ms: number, peak: number | null, pack: number, open: number,
 *   queries: Asked[] }} Size
 */

/** The median of a kind: its time, and how many resolutions it finds. @param {Asked[]} queries @param {string} kind */
function median(queries, kind) {
  const own = queries.filter((query) => query.kind === kind);
  const middle = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  return { ms: middle(own.map(({ ms }) => ms)), total: middle(own.map(({ total }) => total)) };
}

/**
 * A Markdown table of what grows with an archive.
 *
 * @param {Size[]} rows
 * @param {string} machine
 */
export function growthTable(rows, machine) {
  const row = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const heads = ['paragraphs', 'text MB', 'pack MB', 'build s', 'build peak MB', 'open ms', ...timed];
  const lines = rows.map(({ size, bytes, ms, peak, pack, open, queries }) => [
    size.toLocaleString('en'),
    number(bytes / 1e6, 0),
    number(pack / 1e6, 0),
    number(ms / 1000, 1),
    number(peak === null ? null : peak / 1e6, 0),
    number(open, 1),
    ...timed.map((kind) => {
      const { ms: time, total } = median(queries, kind);
      return `${number(time)} (${total.toLocaleString('en')})`;
    }),
  ]);
  return [
    `Resolutions made from a seed, packed and asked natively on one thread. ${machine}.`,
    '',
    'Of each kind of query: the median time to the first ten results in milliseconds, and the median number of resolutions found.',
    '',
    row(heads),
    row(heads.map(() => '--:')),
    ...lines.map(row),
    '',
  ].join('\n');
}

/**
 * A chart of the median times against the size of the archive, both on logarithmic scales, a line for each kind; the broken
 * line rises as the archive does.
 *
 * @param {Size[]} rows
 */
export function growthChart(rows) {
  const [left, top, width, height] = [60, 20, 480, 320];
  const spread = (/** @type {number[]} */ values) => {
    const logs = values.map((value) => Math.log10(value));
    const [least, most] = [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))];
    return { least, most: Math.max(most, least + 1) };
  };
  const times = rows.flatMap(({ queries }) => timed.map((kind) => Math.max(0.001, median(queries, kind).ms)));
  const [across, up] = [spread(rows.map(({ size }) => size)), spread(times)];
  const x = (/** @type {number} */ size) =>
    left + ((Math.log10(size) - across.least) / (across.most - across.least)) * width;
  const y = (/** @type {number} */ ms) =>
    top + height - ((Math.log10(Math.max(0.001, ms)) - up.least) / (up.most - up.least)) * height;
  const colours = ['#1f4e79', '#b5651d', '#4a7c3a', '#8b2e5f', '#6b6b6b', '#2a8a8a'];
  const parts = [];
  for (let power = across.least; power <= across.most; power += 1) {
    const at = x(10 ** power).toFixed(1);
    parts.push(
      `<line x1="${at}" y1="${top}" x2="${at}" y2="${top + height}" stroke="#ddd"/>`,
      `<text x="${at}" y="${top + height + 14}" text-anchor="middle">${(10 ** power).toLocaleString('en')}</text>`,
    );
  }
  for (let power = up.least; power <= up.most; power += 1) {
    const at = y(10 ** power).toFixed(1);
    parts.push(
      `<line x1="${left}" y1="${at}" x2="${left + width}" y2="${at}" stroke="#ddd"/>`,
      `<text x="${left - 6}" y="${Number(at) + 3}" text-anchor="end">${10 ** power} ms</text>`,
    );
  }
  const [first, last] = [rows[0]?.size ?? 1, rows.at(-1)?.size ?? 1];
  const from = 10 ** up.least;
  const rising = `${x(first).toFixed(1)},${y(from).toFixed(1)} ${x(last).toFixed(1)},${y((from * last) / first).toFixed(1)}`;
  parts.push(`<polyline points="${rising}" fill="none" stroke="#999" stroke-dasharray="4 4"/>`);
  for (const [at, kind] of timed.entries()) {
    const points = rows.map(({ size, queries }) => `${x(size).toFixed(1)},${y(median(queries, kind).ms).toFixed(1)}`);
    const [ended = ''] = points.slice(-1);
    parts.push(
      `<polyline points="${points.join(' ')}" fill="none" stroke="${colours[at]}" stroke-width="2"/>`,
      `<text x="${Number(ended.split(',')[0]) + 6}" y="${Number(ended.split(',')[1]) + 3}" fill="${colours[at]}">${kind}</text>`,
    );
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 80} ${top + height + 24}" font-family="sans-serif" font-size="10">`,
    '<title>Median time to the first ten results against the number of paragraphs</title>',
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
