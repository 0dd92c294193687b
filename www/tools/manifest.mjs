/** Writes the manifest of the custom elements, which editors and catalogues read, from the comments of their classes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './run.mjs';

/** The tags of a class comment, and where their lines stand in the manifest. */
const LISTS = /** @type {const} */ ({
  attr: 'attributes',
  fires: 'events',
  slot: 'slots',
  csspart: 'cssParts',
  cssprop: 'cssProperties',
});

/**
 * The manifest, in the schema of https://custom-elements-manifest.open-wc.org.
 *
 * @param {string} folder where the classes are
 * @param {string[]} modules their files, without `.js`
 */
export function manifestOf(folder, modules) {
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: modules.map((name) => {
      const declaration = readElement(readFileSync(join(folder, `${name}.js`), 'utf8'));
      return {
        kind: 'javascript-module',
        path: `${name}.js`,
        declarations: [declaration],
        exports: [
          { kind: 'js', name: declaration.name, declaration: { name: declaration.name } },
          {
            kind: 'custom-element-definition',
            name: declaration.tagName,
            declaration: { name: declaration.name, module: `${name}.js` },
          },
        ],
      };
    }),
  };
}

/**
 * What the comment of an element's class says.
 *
 * @param {string} source
 */
function readElement(source) {
  const found = /\/\*\*((?:(?!\*\/)[\s\S])*@element (\S+)(?:(?!\*\/)[\s\S])*)\*\/\s*export class (\w+)/.exec(source);
  if (!found?.[1] || !found[2] || !found[3]) {
    throw new Failure('a class has no comment with @element', 'document it as the other elements are');
  }
  const lines = found[1].split('\n').map((line) => line.replace(/^\s*\*? ?/, ''));
  /** @type {Record<string, object[]>} */
  const lists = {};
  for (const line of lines) {
    const [, tag = '', type, name = '', description = ''] =
      /^@(\w+)(?: \{([^}]+)\})?(?: (?!- )(\S+))? ?(?:- )?(.*)$/.exec(line) ?? [];
    const list = LISTS[/** @type {keyof typeof LISTS} */ (tag)];
    if (!list) continue;
    lists[list] ??= [];
    lists[list].push({ name, ...(type ? { type: { text: type } } : {}), description });
  }
  const description = lines
    .slice(
      0,
      lines.findIndex((line) => line.startsWith('@')),
    )
    .join(' ')
    .trim();
  return { kind: 'class', customElement: true, name: found[3], tagName: found[2], description, ...lists };
}
