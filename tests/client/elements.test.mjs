/** What the elements make of the app's styles, of a template, and of their own comments. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scoped } from '../../www/elements/scoped.js';
import { fill } from '../../www/elements/template.js';
import { elementModules } from '../../www/tools/elements.mjs';
import { manifestOf } from '../../www/tools/manifest.mjs';
import { root } from '../../www/tools/run.mjs';

test('turns rules of a page into rules of an element', () => {
  assert.equal(
    scoped(':root {\n  --paper: #fff;\n  --s1: 0.8125rem;\n}'),
    ':host {\n  --paper: var(--whereas-paper, #fff);\n  --s1: calc(var(--size) * 0.8125);\n}',
  );
  assert.equal(scoped(':root[data-theme="dark"] {}'), ':host([theme="dark"]) {}');
  assert.equal(scoped(':root:not([data-theme="light"], [data-theme="dark"]) {}'), ':host([theme="system"]) {}');
  assert.equal(scoped('body {\nmargin: 0;\n}'), '.whereas {\nmargin: 0;\n}');
  assert.equal(scoped('@media (max-width: 899px) {}'), '@container (max-width: 899px) {}');
  assert.equal(
    scoped('@media (min-width: 560px) and (max-width: 899px) {}'),
    '@container (min-width: 560px) and (max-width: 899px) {}',
  );
  assert.equal(
    scoped('a { font: 1.0625rem / 1.5 serif; } /* said */'),
    'a { font: calc(var(--size) * 1.0625) / 1.5 serif; } ',
  );
});

test('fills a template with the parts of a key, escaped', () => {
  const target = { key: 'un:ga:res:77/18@en;draft', symbol: 'A/RES/77/18', address: 'op12.b' };
  assert.equal(fill('/{body}/{organ}/{number}.{language}.html#{address}', target), '/un/ga/77%2F18.en.html#op12.b');
  assert.equal(fill('?t={symbol}&id={id}', target), '?t=A%2FRES%2F77%2F18&id=un%3Aga%3Ares%3A77%2F18');
  assert.equal(fill('/{key}#{address}{nothing}', { key: 'text:00ff@en', address: null }), '/text%3A00ff%40en#');
  assert.equal(fill('/t/{symbol}', { key: 'a:b:c:d@en', symbol: '"><script>' }), '/t/%22%3E%3Cscript%3E');
});

test('the manifest and the document beside it name the same attributes, properties, events, slots and parts', () => {
  const folder = join(root, 'www', 'elements');
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const { modules } = manifestOf(folder, elementModules.slice(1));
  assert.deepEqual(
    modules.map(({ declarations }) => declarations[0]?.tagName),
    ['whereas-search', 'whereas-reader', 'whereas-quote-check'],
  );
  for (const { declarations } of modules) {
    const [element] = /** @type {Record<string, { name: string, description: string }[]>[]} */ (
      /** @type {unknown} */ (declarations)
    );
    for (const list of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']) {
      const named = element?.[list] ?? [];
      assert.ok(named.length > 0, `${list} are documented`);
      for (const { name, description } of named) {
        // The washes are named with their colours.
        const known = name.replace(/-wash$/, '');
        assert.ok(readme.includes(`\`${known}\``) || name === '', `the README names ${name}`);
        assert.match(description, /^\S.{3,}[.}\])]$/, `${name} is described, to the end of the sentence`);
      }
    }
  }
});
