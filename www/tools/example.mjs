/** Holds the example's article against its resolution while the app is built, so that the first view need not wait for the core. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';
import { wasmFolder } from './wasm.mjs';

/**
 * Writes the finished check of the example beside the core that made it.
 *
 * @returns {Promise<void>}
 */
export async function buildExample() {
  const { open } = await import('../direct.js');
  const { Texts } = await import('../app/texts.js');
  const text = (/** @type {string} */ name) => readFileSync(join(root, 'www', 'example', name), 'utf8');
  const library = await open({ wasm: readFileSync(join(wasmFolder, 'whereas_bg.wasm')) });
  const { keys } = await library.add(text('resolution.txt'));
  const held = await new Texts(library).hold(text('article.txt'), keys, true);
  await library.close();
  writeFileSync(join(wasmFolder, 'example.json'), JSON.stringify(held));
}
