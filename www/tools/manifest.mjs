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
  prop: 'members',
});

/** What only HTML itself has as a property. */
const OF_HTML = new Set(['lang']);

/**
 * The manifest, in the schema of https://custom-elements-manifest.open-wc.org.
 *
 * What the class has in common with the others (`element.js`) is listed with each.
 *
 * @param {string} folder where the classes are
 * @param {string[]} modules their files, without `.js`
 */
export function manifestOf(folder, modules) {
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: modules.map((name) => {
      const common = readFileSync(join(folder, 'element.js'), 'utf8');
      const declaration = readElement(readFileSync(join(folder, `${name}.js`), 'utf8'), common);
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
 * @param {string} common what all elements have, as lines of a comment
 */
function readElement(source, common) {
  const found = /\/\*\*((?:(?!\*\/)[\s\S])*@element (\S+)(?:(?!\*\/)[\s\S])*)\*\/\s*export class (\w+)/.exec(source);
  if (!found?.[1] || !found[2] || !found[3]) {
    throw new Failure('a class has no comment with @element', 'document it as the other elements are');
  }
  const lines = linesOf(found[1]);
  /** @type {Record<string, object[]>} */
  const lists = {};
  const shared = linesOf(common).filter((line) => /^@(?:cssprop|prop)\b/.test(line));
  for (const line of [...lines, ...shared]) {
    const [, tag = '', type, name = '', description = ''] =
      /^@(\w+)(?: \{([^}]+)\})?(?: (?!- )(\S+))? ?(?:- )?(.*)$/.exec(line) ?? [];
    const list = LISTS[/** @type {keyof typeof LISTS} */ (tag)];
    if (!list) continue;
    lists[list] ??= [];
    const field = tag === 'attr' && !OF_HTML.has(name) ? { fieldName: name } : {};
    const kind = tag === 'prop' ? { kind: 'field', readonly: true } : {};
    lists[list].push({ ...kind, name, ...field, ...(type ? { type: { text: type } } : {}), description });
    if ('fieldName' in field) {
      lists.members ??= [];
      lists.members.push({
        kind: 'field',
        name,
        attribute: name,
        ...(type ? { type: { text: type } } : {}),
        description,
      });
    }
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

/**
 * The lines of a comment without what frames them, each tag with all that is said of it.
 *
 * @param {string} comment
 */
function linesOf(comment) {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\/?\*{0,2}\/? ?/, '').trimEnd())
    .join('\n')
    .replace(/(@[^\n]*)\n +(?=\S)/g, '$1 ')
    .split('\n');
}
