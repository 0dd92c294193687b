/** Turns the styles of the app into those of an element on somebody's page. */

/**
 * Rules of the app as rules of a shadow tree.
 *
 * `:root` becomes the element itself, and each of its custom properties can be given from outside as `--whereas-…`; the
 * page's body becomes the element's frame; sizes count from the element and not from the page; and what holds in a
 * narrow window holds in a narrow element. An element is light unless it is told otherwise, since the page around it may be.
 *
 * @param {string} css
 */
export function scoped(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(':root:not([data-theme="light"], [data-theme="dark"])', ':host([theme="system"])')
    .replace(/:root\[data-theme="(\w+)"\]/g, ':host([theme="$1"])')
    .replaceAll(':root', ':host')
    .replace(/^html \{[^}]*\}/gm, '')
    .replace(/^body \{/gm, '.whereas {')
    .replace(/@media \(max-width: (\d+px)\)/g, '@container (max-width: $1)')
    .replace(
      /@media \(min-width: (\d+px)\) and \(max-width: (\d+px)\)/g,
      '@container (min-width: $1) and (max-width: $2)',
    )
    .replace(/(?<=[\s(:])(\d*\.?\d+)rem\b/g, 'calc(var(--size) * $1)')
    .replace(/^(\s*)--([\w-]+): ([^;]+);/gm, (rule, space, name, value) =>
      MINE.has(name) ? `${space}--${name}: var(--whereas-${name}, ${value});` : rule,
    )
    .replace(/\n\s*\n+/g, '\n');
}

/** What a page may set: colours, faces, sizes. */
const MINE = new Set([
  'paper',
  'raised',
  'ink',
  'agrees',
  'agrees-wash',
  'differs',
  'differs-wash',
  'second',
  'edge',
  'hair',
  'shadow',
  'sans',
  'serif',
  'naskh',
  'song',
  'radius',
  'gutter',
]);
