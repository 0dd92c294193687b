/** The package as npm packs it, installed into an empty folder and used from there. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root, run } from '../../www/tools/run.mjs';
import { launch, names, newPage } from '../browser/browser.mjs';
import { serveFolder } from '../browser/server.mjs';

/** @type {string} */
let folder;
/** @type {{ path: string }[]} */
let packed;

const text = 'Nothing of note – in 𝟙 line.';
/** What every kind of use does, and the answer it must give. */
const use = `
  const library = await open();
  const { keys } = await library.add(${JSON.stringify(text)}, { name: 'note.txt' });
  const source = await library.source(keys[0]);
  const failed = await library.get('un:ga:res:1/1@en').catch((error) => [error instanceof WhereasError, error.code]);
  const answer = { texts: (await library.list()).length, text: source.text, failed };
  await library.close();
`;
const answer = { texts: 1, text, failed: [true, 'unknown-key'] };

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whereas-package-'));
  const pack = await run('npm', ['pack', '--json', '--pack-destination', folder]);
  assert.equal(pack.code, 0, pack.output);
  const [result] = JSON.parse(pack.output.slice(pack.output.indexOf('[')));
  packed = result.files;
  write('package.json', JSON.stringify({ name: 'user', private: true, type: 'module' }));
  const install = await run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, result.filename)], {
    cwd: folder,
  });
  assert.equal(install.code, 0, install.output);
});

after(() => rmSync(folder, { recursive: true, force: true }));

/**
 * @param {string} name
 * @param {string} content
 */
function write(name, content) {
  writeFileSync(join(folder, name), content);
}

test('holds what ships and nothing else', () => {
  const client = [
    ...['direct-link', 'engine', 'errors', 'host', 'importers', 'journal', 'library', 'load', 'options'],
    ...['serve', 'trusted', 'worker-link'],
    ...['catalogue', 'file-source', 'kept-ranges', 'packs', 'ranges', 'source', 'url-source'].map(
      (name) => `packs/${name}`,
    ),
    ...['idb-disk', 'manifest', 'opfs-disk', 'store'].map((name) => `store/${name}`),
  ];
  const elements = [
    ...['define', 'search', 'reader', 'quote-check'].map((name) => `${name}.js`),
    ...['async-directive', 'element', 'search', 'reader', 'quote-check', 'source'].map((name) => `parts/${name}.js`),
    ...['README.md', 'elements.d.ts', 'custom-elements.json'],
  ];
  const documents = packed.map(({ path }) => path).filter((path) => /^(README|CHANGELOG)\.md$|^LICENSE-/.test(path));
  assert.deepEqual(
    packed.map(({ path }) => path).sort(),
    [
      ...documents,
      ...client.map((name) => `dist/client/${name}.js`),
      ...['client.js', 'direct.js', 'worker.js', 'whereas.classic.js'].map((name) => `dist/${name}`),
      ...['types.d.ts', 'report.d.ts', 'schema.d.ts'].map((name) => `dist/${name}`),
      ...elements.map((name) => `dist/elements/${name}`),
      ...['article.txt', 'resolution.txt'].map((name) => `dist/example/${name}`),
      ...['page.css', 'quote-check.html', 'reader.html', 'search.html'].map((name) => `dist/examples/${name}`),
      'dist/wasm/whereas.js',
      'dist/wasm/whereas_bg.wasm',
      ...['whereas_import', 'whereas_pdf'].flatMap((name) => [`dist/wasm/${name}.js`, `dist/wasm/${name}_bg.wasm`]),
      'package.json',
    ].sort(),
  );
});

test('needs no other package', () => {
  const { dependencies = {}, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.deepEqual(dependencies, {});
  const cargo = readFileSync(join(root, 'Cargo.toml'), 'utf8');
  assert.equal(/^version = "(.+)"$/m.exec(cargo)?.[1], version, 'Cargo.toml and package.json have one version');
});

test('works in Node, from each entry point', async () => {
  for (const entry of ['whereas', 'whereas/direct']) {
    write('use.mjs', `import { open, WhereasError } from '${entry}';\n${use}\nconsole.log(JSON.stringify(answer));\n`);
    const { code, output } = await run(process.execPath, ['use.mjs'], { cwd: folder, minutes: 1 });
    assert.equal(code, 0, output);
    assert.deepEqual(JSON.parse(output), answer, entry);
  }
});

test('its types hold for a strict user, and let nothing pass as any', async () => {
  write(
    'use.ts',
    `import { open, WhereasError, type Document, type Library, type Span } from 'whereas';
     import { open as openDirect } from 'whereas/direct';
     const library: Library = await open({ onProgress: ({ stage, loaded }) => console.log(stage, loaded.toFixed()) });
     const { keys }: { keys: string[] } = await library.add(new Blob([]), { name: 'x', language: 'en' });
     const document: Document = await library.get(keys[0] ?? '');
     const span: Span | undefined = document.resolutions[0]?.paragraphs[0]?.span;
     const report = await library.check('text', { against: keys });
     const verdict: 'verbatim' | 'unchecked' | string | undefined = report.quotations[0]?.verdict;
     console.log(span?.[0].toFixed(), verdict, new Error('x') instanceof WhereasError);
     // @ts-expect-error: a number is no text.
     await library.parse(7);
     // @ts-expect-error: results are not any.
     const wrong: { nothing: true } = await library.list();
     console.log(wrong);
     console.log((await library.read(new Blob([]))).text.length.toFixed());
     await using other = await openDirect({ store: { kind: 'opfs', name: 'mine' } });
     console.log((await other.keeping())?.damaged.map(({ code }) => code).join());
     await other.close();\n`,
  );
  const options = {
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    lib: ['esnext', 'dom'],
    noEmit: true,
    types: [],
  };
  write('tsconfig.json', JSON.stringify({ compilerOptions: options, files: ['use.ts'] }));
  const { code, output } = await run('tsc', ['-p', folder]);
  assert.equal(code, 0, output);
});

for (const name of names) {
  describe(`in ${name}`, () => {
    /** @type {import('../browser/browser.mjs').Browser} */
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());

    /**
     * Opens an address and waits for the answer.
     *
     * @param {string} address
     */
    async function openPage(address) {
      const { page, said, asked } = await newPage(browser);
      await page.goto(address);
      await page.waitForFunction('globalThis.answer !== undefined', { timeout: 30_000 }).catch(() => {
        assert.fail(`no answer; the page said: ${said.join('; ') || 'nothing'}`);
      });
      const found = await page.evaluate('globalThis.answer');
      await page.close();
      return { found, said, asked };
    }

    const page = (/** @type {string} */ head) => `<!doctype html><meta charset="utf-8"><title>use</title>
      <link rel="icon" href="data:,">${head}`;
    const script = `${use}\nglobalThis.answer = answer;\n`;

    test('works in a plain page from a static server', async (t) => {
      write('plain.js', `import { open, WhereasError } from './node_modules/whereas/dist/client.js';\n${script}`);
      write('plain.html', page('<script type="module" src="plain.js"></script>'));
      const server = await serveFolder(folder);
      t.after(server.close);
      const { found, said, asked } = await openPage(`${server.origin}/plain.html`);
      assert.deepEqual(found, answer);
      assert.deepEqual(said, []);
      assert.deepEqual(
        asked.filter((address) => !address.startsWith(server.origin) && !address.startsWith('data:')),
        [],
      );
      assert.ok(server.requests.includes('/node_modules/whereas/dist/worker.js'), 'the core runs in a worker');
    });

    test('works under a strict policy with Trusted Types', async (t) => {
      write('strict.js', `import { open, WhereasError } from './node_modules/whereas/dist/client.js';\n${script}`);
      write('strict.html', page('<script type="module" src="strict.js"></script>'));
      const policy = [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self'",
        "connect-src 'self'",
        'img-src data:',
        "require-trusted-types-for 'script'",
        'trusted-types whereas',
      ].join('; ');
      const server = await serveFolder(folder, { 'content-security-policy': policy });
      t.after(server.close);
      const { found, said } = await openPage(`${server.origin}/strict.html`);
      assert.deepEqual(found, answer);
      assert.deepEqual(said, []);
    });

    test('works in what Vite builds', async (t) => {
      write('index.html', page('<script type="module" src="built.js"></script>'));
      write('built.js', `import { open, WhereasError } from 'whereas';\n${script}`);
      const vite = await import('vite');
      await vite.build({ root: folder, configFile: false, logLevel: 'error', base: './', build: { target: 'es2022' } });
      const server = await serveFolder(join(folder, 'dist'));
      t.after(server.close);
      const { found, said } = await openPage(`${server.origin}/`);
      assert.deepEqual(found, answer);
      assert.deepEqual(said, []);
      assert.ok(
        server.requests.some((path) => /worker.*\.js$/.test(path)),
        'the worker is a file of its own',
      );
      assert.ok(
        server.requests.some((path) => path.endsWith('.wasm')),
        'the core is a file of its own',
      );
    });

    test('works as one classic script from a file', async () => {
      const source = pathToFileURL(join(folder, 'node_modules/whereas/dist/whereas.classic.js')).href;
      write(
        'classic.html',
        page(`<script src="${source}"></script><script>
        (async () => { const { open, WhereasError } = whereas; ${script} })();</script>`),
      );
      const { found, said, asked } = await openPage(pathToFileURL(join(folder, 'classic.html')).href);
      assert.deepEqual(found, answer);
      assert.deepEqual(said, []);
      assert.deepEqual(
        asked.filter((address) => address.startsWith('http')),
        [],
      );
    });

    test('notices a worker that the browser ended without a word, and keeps the texts', async (t) => {
      write(
        'ended.js',
        `import { open } from './node_modules/whereas/dist/client.js';
         const workers = [];
         const address = new URL('./node_modules/whereas/dist/worker.js', import.meta.url);
         const library = await open({ worker: () => (workers.push(new Worker(address, { type: 'module' })), workers.at(-1)) });
         const { keys } = await library.add('Nothing of note.');
         // Let the page's own watch begin, then end the worker behind the library's back.
         await new Promise((done) => setTimeout(done, 200));
         workers[0].terminate();
         const pending = await library.list().then(() => 'answered', (error) => error.code);
         const after = (await library.list()).map(({ key }) => key);
         globalThis.answer = { pending, same: after.length === 1 && after[0] === keys[0], workers: workers.length };`,
      );
      write('ended.html', page('<script type="module" src="ended.js"></script>'));
      const server = await serveFolder(folder);
      t.after(server.close);
      const { found } = await openPage(`${server.origin}/ended.html`);
      assert.deepEqual(found, { pending: 'worker-died', same: true, workers: 2 });
    });
  });
}

test('does in Node what the first screen of the README says', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, code = '', expected = ''] = /```js\n(.*?)```\n\n```text\n(.*?)```/s.exec(readme) ?? [];
  write('readme.mjs', code);
  for (const name of ['article.txt', 'resolution.txt']) {
    write(name, readFileSync(join(root, 'www', 'example', name), 'utf8'));
  }
  const { code: ended, output } = await run(process.execPath, ['readme.mjs'], { cwd: folder });
  assert.equal(ended, 0, output);
  assert.equal(output.trimEnd(), expected.trimEnd());
});
