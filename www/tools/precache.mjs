/** Puts the list of the app's files before its service worker. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const www = new URL('../', import.meta.url);

/**
 * A plugin of Vite's: writes `sw.js` with every file of the build and a version that changes whenever one of them does.
 *
 * @returns {import('vite').Plugin}
 */
export function precache() {
  return {
    name: 'precache',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const hash = createHash('sha256');
        const built = Object.values(bundle)
          .map((file) => ({ name: file.fileName, content: file.type === 'chunk' ? file.code : file.source }))
          .filter(({ name }) => !name.endsWith('.map') && !/whereas_(import|pdf)[^/]*\.wasm$/.test(name));
        const folder = readdirSync(fileURLToPath(new URL('public/', www)), { withFileTypes: true });
        // The list of archives is the site's own and changes without a new version.
        const plain = folder.filter((entry) => entry.isFile());
        const still = plain.map(({ name }) => ({
          name,
          content: readFileSync(new URL(`public/${name}`, www)),
        }));
        const all = [...built, ...still].sort((a, b) => (a.name < b.name ? -1 : 1));
        for (const { name, content } of all) hash.update(name).update(content);
        const files = ['./', ...all.map(({ name }) => name).filter((name) => name !== 'index.html')];
        const list = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files });
        const source = `self.precache = ${list};\n${readFileSync(new URL('sw.js', www), 'utf8')}`;
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}
