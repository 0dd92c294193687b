/** Builds everything into `dist/`: the package, and the app in `dist/app`. */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildClassic } from './classic.mjs';
import { buildElements } from './elements.mjs';
import { buildExample } from './example.mjs';
import { explain, isMain, root, seconds } from './run.mjs';
import { buildWasm, wasmFolder } from './wasm.mjs';

const www = join(root, 'www');
const dist = join(root, 'dist');

/**
 * Builds the core, the package and the app.
 *
 * @throws {import('./run.mjs').Failure} with the fix, when a step fails.
 */
export async function buildAll() {
  await buildWasm();
  const start = performance.now();
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  // The modules ship as they are: browsers, bundlers and Node all understand them.
  for (const name of ['client.js', 'worker.js', 'direct.js', 'types.d.ts', 'report.d.ts', 'schema.d.ts', 'client']) {
    cpSync(join(www, name), join(dist, name), { recursive: true });
  }
  for (const name of ['whereas', 'whereas_import', 'whereas_pdf'])
    for (const file of [`${name}.js`, `${name}_bg.wasm`]) cpSync(join(wasmFolder, file), join(dist, 'wasm', file));

  await buildClassic(join(dist, 'whereas.classic.js'));
  await buildElements(join(dist, 'elements'));
  for (const name of ['example', 'examples']) {
    cpSync(join(www, name), join(dist, name), { recursive: true, filter: (file) => !file.endsWith('.png') });
  }
  if (existsSync(join(www, 'index.html'))) {
    await buildExample();
    const { build } = await import('vite');
    await build({ configFile: join(www, 'vite.config.js'), logLevel: 'warn' });
  }
  console.log(`  built dist in ${seconds(start)}`);
}

if (isMain(import.meta.url)) {
  const { setUp } = await import('./setup.mjs');
  try {
    await setUp({ tests: false });
    await buildAll();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
