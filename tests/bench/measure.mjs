/** One engine from building to its last answer, in Node or in a page. */

/**
 * @typedef {import('./engines/engine.d.ts').Engine} Engine
 * @typedef {import('./engines/engine.d.ts').Input} Input
 * @typedef {import('./queries.mjs').Query} Query
 * @typedef {{ ms: number | null, docs: number[] | null }} Answer
 * @typedef {{ build: number, size: number, gzip: number, open: number, answers: Answer[] }} Measured
 */

/** How long known items of one kind are asked for, in milliseconds: some engines take ten seconds for each. */
const PATIENCE = 90_000;

/**
 * Measures an engine. A query is asked once to see what it costs, then as often as fits 60 ms, up to twenty times; its time
 * is the mean of those. Known items are asked once, each kind for 90 seconds; those left over then have no answer.
 *
 * @param {Engine} engine
 * @param {Input} input
 * @param {Query[]} queries
 * @param {{ builds?: boolean, known?: string[] }} [options]
 * @returns {Promise<Measured>}
 */
export async function measure(engine, input, queries, { builds = true, known = [] } = {}) {
  let start = performance.now();
  if (builds) await engine.build(input);
  const build = performance.now() - start;
  const saved = await engine.save();
  start = performance.now();
  await engine.open(saved, input);
  await engine.search(queries[0]?.kind ?? '', queries[0]?.query ?? '');
  const open = performance.now() - start;
  const gzip = saved.length > 0 ? await gzipLength(saved) : 0;
  /** @type {Answer[]} */
  const answers = [];
  /** @type {Map<string, number>} */
  const spent = new Map();
  for (const { kind, query } of queries) {
    const before = spent.get(kind) ?? 0;
    if (before > PATIENCE) {
      answers.push({ ms: null, docs: null });
      continue;
    }
    start = performance.now();
    const docs = await engine.search(kind, query);
    const first = performance.now() - start;
    if (docs === null || known.includes(kind)) {
      spent.set(kind, before + first);
      answers.push({ ms: null, docs });
      continue;
    }
    const turns = Math.max(1, Math.min(20, Math.floor(60 / first)));
    start = performance.now();
    for (let turn = 0; turn < turns; turn += 1) await engine.search(kind, query);
    answers.push({ ms: (performance.now() - start) / turns, docs });
  }
  return { build, size: saved.length, gzip, open, answers };
}

/** @param {Uint8Array} bytes */
async function gzipLength(bytes) {
  const stream = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]).stream();
  const squeezed = stream.pipeThrough(new CompressionStream('gzip'));
  return (await new Response(squeezed).arrayBuffer()).byteLength;
}
