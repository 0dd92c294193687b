/** Builds the custom elements: modules with everything they need but the client, which lies beside them. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestOf } from './manifest.mjs';
import { root } from './run.mjs';

const source = join(root, 'www', 'elements');

/** The modules that are shipped; what they share becomes a file beside them. */
export const elementModules = ['define', 'search', 'reader', 'quote-check'];

/**
 * Writes the modules and their documents.
 *
 * @param {string} folder
 */
export async function buildElements(folder) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [withoutComments],
    build: {
      outDir: folder,
      target: 'es2022',
      minify: true,
      lib: {
        entry: Object.fromEntries(elementModules.map((name) => [name, join(source, `${name}.js`)])),
        formats: ['es'],
      },
      rollupOptions: {
        external: (/** @type {string} */ id) => id.endsWith('/client.js'),
        output: {
          // A library of modules is left with its spaces otherwise, which are a twelfth of what is sent.
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name].js',
          paths: (/** @type {string} */ id) => (id.endsWith('/client.js') ? '../client.js' : id),
        },
      },
    },
  });
  for (const name of ['README.md', 'elements.d.ts']) cpSync(join(source, name), join(folder, name));
  const manifest = manifestOf(source, elementModules.slice(1));
  writeFileSync(join(folder, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Style sheets go into the modules as text; what only the reader of the source needs stays behind. */
const withoutComments = /** @type {import('vite').Plugin} */ ({
  name: 'whereas-styles',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith('.css?raw')) return null;
    const text = readFileSync(id.slice(0, -'?raw'.length), 'utf8');
    const short = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s+/gm, '');
    return `export default ${JSON.stringify(short)};`;
  },
});
