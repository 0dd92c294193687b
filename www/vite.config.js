/** How Vite serves the app and builds it into `dist/app`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precache } from './tools/precache.mjs';
import { preload } from './tools/preload.mjs';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Addresses are relative, so that the app works in any folder of a site.
  base: './',
  build: {
    outDir: fileURLToPath(new URL('../dist/app', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The core stays a file of its own, which is compiled while it arrives.
    assetsInlineLimit: 0,
  },
  plugins: [preload(), precache()],
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
