/** Builds Pagefind's index, natively as it always is: a page for each resolution, its title a heading. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root } from '../../www/tools/run.mjs';

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Writes the index beside the corpus, once, with its time and size in `pagefind.json`.
 *
 * @param {import('./corpus.mjs').Corpus} corpus
 * @returns {Promise<{ build: number, size: number, gzip: number }>} Size is that of the index without the texts.
 */
export async function writePagefind(corpus) {
  const out = join(corpus.folder, 'pagefind');
  rmSync(out, { recursive: true, force: true });
  const library = join(root, 'target', 'bench', 'node_modules', 'pagefind', 'lib', 'index.js');
  const { createIndex, close } = await import(pathToFileURL(library).href);
  /** @type {string[]} */
  const pages = [];
  for (const { doc, title, text } of corpus.records) {
    const tag = title ? 'h1' : 'p';
    pages[doc] = `${pages[doc] ?? ''}<${tag}>${escaped(text)}</${tag}>`;
  }
  const start = performance.now();
  const { index } = await createIndex();
  for (const [doc, body] of pages.entries()) {
    const content = `<html lang="en"><body><main data-pagefind-body>${body ?? ''}</main></body></html>`;
    await index.addHTMLFile({ url: `/${doc}/`, content });
  }
  await index.writeFiles({ outputPath: out });
  const build = performance.now() - start;
  await close();
  let size = 0;
  let gzip = 0;
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    const path = join(out, name);
    if (!/pf_index$|pf_meta$/.test(name)) continue;
    size += statSync(path).size;
    gzip += gzipSync(readFileSync(path)).length;
  }
  writeFileSync(join(corpus.folder, 'pagefind.json'), JSON.stringify({ build, size, gzip }));
  return { build, size, gzip };
}
