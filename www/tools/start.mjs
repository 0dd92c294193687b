/**
 * Sets up, builds and serves the app with the two example documents.
 *
 * `--dev` serves the sources instead and shows each change at once; `--port N` chooses the port.
 */
import { parseArgs } from 'node:util';
import { explain, root } from './run.mjs';
import { setUp } from './setup.mjs';

try {
  const { values } = parseArgs({ options: { dev: { type: 'boolean' }, port: { type: 'string', default: '4173' } } });
  await setUp({ tests: false });
  const { buildAll } = await import('./build.mjs');
  const vite = await import('vite');
  const configFile = `${root}www/vite.config.js`;
  const port = Number(values.port);
  if (values.dev) {
    const { buildWasm } = await import('./wasm.mjs');
    const { buildExample } = await import('./example.mjs');
    await buildWasm();
    await buildExample();
    const server = await vite.createServer({ configFile, server: { port } });
    await server.listen();
    server.printUrls();
  } else {
    await buildAll();
    const server = await vite.preview({ configFile, preview: { port } });
    server.printUrls();
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
