/** Names in the page's head what its first view needs, so that it is fetched beside the script and not after it. */

/** The finished example, and the face it is set in. */
const FIRST = /^assets\/(?:example-|source-serif-4-latin-wght-normal-).*\.(?<kind>json|woff2)$/;

/**
 * A plugin of Vite's: adds a `preload` for each of these files of the build.
 *
 * @returns {import('vite').Plugin}
 */
export function preload() {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        return Object.keys(bundle ?? {}).flatMap((file) => {
          const kind = FIRST.exec(file)?.groups?.kind;
          if (!kind) return [];
          const as = kind === 'json' ? { as: 'fetch' } : { as: 'font', type: 'font/woff2' };
          // Fonts and what `fetch` asks for are shared only where both ask in the same mode.
          const attrs = { rel: 'preload', href: `./${file}`, ...as, crossorigin: true };
          return [{ tag: 'link', attrs, injectTo: /** @type {const} */ ('head') }];
        });
      },
    },
  };
}
