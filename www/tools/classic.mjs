/** Builds the one classic script that holds everything. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Failure, root } from './run.mjs';
import { wasmFolder } from './wasm.mjs';

/** What the script has a stand-in for. */
const leftOut = /\/(store\/store|importers)\.js$/;

/**
 * Writes the script.
 *
 * @param {string} file
 */
export async function buildClassic(file) {
  const wasm = readFileSync(join(wasmFolder, 'whereas_bg.wasm'));
  const parts = {
    core: gzipSync(wasm, { level: 9 }).toString('base64'),
    worker: await bundle('www/classic/worker.js', 'worker', {}),
  };
  writeFileSync(file, await bundle('www/classic/page.js', 'whereas', parts));
}

/**
 * A module with all that it imports, as one script.
 *
 * @param {string} entry
 * @param {string} name The global that holds its exports.
 * @param {Record<string, string>} parts What it finds in `whereas:parts`.
 * @returns {Promise<string>}
 */
async function bundle(entry, name, parts) {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, entry), formats: ['iife'], name, fileName: () => 'script.js' },
    },
    plugins: [
      {
        name: 'whereas-parts',
        enforce: 'pre',
        resolveId: (id) =>
          id === 'whereas:parts' ? `\0${id}` : leftOut.test(id) ? join(root, 'www/classic/left-out.js') : null,
        load: (id) => (id === '\0whereas:parts' ? exportAll(parts) : null),
      },
    ],
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const [script, ...rest] = outputs;
  if (script?.type !== 'chunk' || rest.length > 0) {
    throw new Failure(
      `${entry} did not become one script`,
      'see what else it imports; a classic script can load nothing',
    );
  }
  return script.code;
}

/** @param {Record<string, string>} parts */
function exportAll(parts) {
  return Object.entries(parts)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}
