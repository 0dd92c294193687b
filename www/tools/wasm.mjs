/**
 * Builds the core and the readers of files into `www/wasm/`: wasm-pack, then wasm-opt, then the glue as a factory.
 *
 * wasm-bindgen's glue keeps its one instance in variables of the module. After a trap that instance
 * is lost for good, so the glue is turned into a function that gives a new one at each call.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Failure, isMain, root, run, seconds } from './run.mjs';

/** Where the built core is put; the client imports it from here. */
export const wasmFolder = join(root, 'www', 'wasm');
const packFolder = join(root, 'target', 'wasm-pack');

/** Features that every browser in use has had for years; rustc emits them by default. */
const features = [
  '--enable-bulk-memory',
  '--enable-bulk-memory-opt',
  '--enable-call-indirect-overlong',
  '--enable-multivalue',
  '--enable-mutable-globals',
  '--enable-nontrapping-float-to-int',
  '--enable-reference-types',
  '--enable-sign-ext',
];

/**
 * What rustc is told besides the profile: level z, which the profile asks for, hardly inlines at all and is a third
 * slower for it. With this threshold the core is as quick as at level s, and an eighth smaller.
 */
const inlining = { RUSTFLAGS: '-C llvm-args=-inline-threshold=40' };

/** What of the sources the readers of files are built from; modules look down only, so it is no more than this. */
const below = [
  'src/diagnostic.rs',
  'src/error.rs',
  'src/import',
  'src/lexicon',
  'src/lib.rs',
  'src/model',
  'src/text',
  'src/wasm/error.rs',
  'src/wasm_import.rs',
];

/** The modules: the core, and the readers of files without and with PDF, which are fetched when such a file comes. */
const modules = [
  {
    name: 'whereas',
    what: 'the core',
    features: 'wasm',
    from: ['src'],
    gives: "Session: new () => import('../client/engine.js').CoreSession",
  },
  ...[
    { name: 'whereas_import', what: 'the readers of files', features: 'wasm-import' },
    { name: 'whereas_pdf', what: 'the readers of files with PDF', features: 'wasm-import,pdf' },
  ].map((module) => ({
    ...module,
    from: below,
    gives: "Importer: new () => import('../client/importers.js').Importer",
  })),
];

/**
 * Builds each module, unless what it is built from has not changed since.
 *
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<boolean>} Whether it had to be built.
 * @throws {Failure} with the fix, when a step fails.
 */
export async function buildWasm({ force = false } = {}) {
  let built = false;
  for (const module of modules) built = (await buildModule(module, force)) || built;
  return built;
}

/**
 * @param {typeof modules[number]} module
 * @param {boolean} force
 */
async function buildModule({ name, what, features: cargoFeatures, from, gives }, force) {
  const stamp = join(wasmFolder, `.${name}-built-from`);
  const state = fingerprint(from);
  if (!force && readText(stamp) === state) return false;
  const start = performance.now();
  const pack = ['build', '--target', 'web', '--profile', 'wasm', '--no-opt', '--no-pack', '--out-dir', packFolder];
  await must(
    'wasm-pack',
    [...pack, '--out-name', name, '.', '--features', cargoFeatures],
    `read what the compiler says; cargo check --features ${cargoFeatures} shows it too`,
    inlining,
  );
  mkdirSync(wasmFolder, { recursive: true });
  rmSync(stamp, { force: true });
  const built = join(packFolder, `${name}_bg.wasm`);
  const optimised = join(wasmFolder, `${name}_bg.wasm`);
  const strip = ['--strip-debug', '--strip-producers', '--strip-target-features'];
  // Functions of one module are alike: beside each other they are packed a hundredth smaller.
  const order = ['--reorder-functions-by-name'];
  await must(
    'wasm-opt',
    [built, '-o', optimised, '-O3', ...order, ...strip, ...features],
    'if it names a feature, add it to the list in www/tools/wasm.mjs',
  );
  writeFileSync(join(wasmFolder, `${name}.js`), toFactory(readFileSync(join(packFolder, `${name}.js`), 'utf8')));
  writeFileSync(join(wasmFolder, `${name}.d.ts`), factoryTypes(gives));
  writeFileSync(stamp, state);
  const { raw, gzip, brotli } = sizes([optimised]);
  console.log(`  built ${what} in ${seconds(start)}: ${raw} bytes, ${gzip} as gzip, ${brotli} as brotli`);
  return true;
}

/**
 * Sizes of files in bytes, as they are and as a server would send them.
 *
 * @param {string[]} files
 */
export function sizes(files) {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const bytes = readFileSync(file);
    total.raw += bytes.length;
    total.gzip += gzipSync(bytes, { level: 9 }).length;
    total.brotli += brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  }
  return total;
}

/**
 * A hash over everything that a module is built from.
 *
 * @param {string[]} from Files and folders.
 */
function fingerprint(from) {
  const hash = createHash('sha256');
  const files = ['Cargo.toml', 'Cargo.lock', 'www/tools/wasm.mjs'];
  for (const place of from) {
    if (statSync(join(root, place)).isFile()) files.push(place);
    else
      for (const entry of readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }))
        if (statSync(join(root, place, entry)).isFile()) files.push(`${place}/${entry}`);
  }
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} fix
 * @param {Record<string, string>} [env]
 */
async function must(command, args, fix, env = {}) {
  const { code, output } = await run(command, args, { env });
  if (code !== 0) throw new Failure(`${command} failed`, fix, output);
}

/**
 * Turns the glue that wasm-bindgen writes into a module with one export, `instantiate(module)`.
 *
 * @param {string} glue
 */
export function toFactory(glue) {
  const body = glue
    .replace(/^\/\* @ts-self-types.*\*\/\n/, '')
    .replace(/^async function __wbg_(load|init|init_once)\([\s\S]*?^}\n/gm, '')
    .replace(/^let __wbg_init_promise;\n/m, '')
    // What the calls do is said in Rust, and once more in the types.
    .replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, '')
    .replace(/^export \{ initSync, __wbg_init as default \};\n/m, '')
    .replace(/^export class /gm, 'class ');
  const classes = [...glue.matchAll(/^export class (\w+)/gm)].map((found) => found[1]);
  if (
    classes.length === 0 ||
    !body.includes('function initSync(') ||
    /^export |import\.meta|__wbg_init\b/m.test(body)
  ) {
    throw new Failure(
      'the glue of wasm-bindgen has another form than expected',
      'compare toFactory in www/tools/wasm.mjs with it',
    );
  }
  return [
    '// Made by www/tools/wasm.mjs from the glue of wasm-bindgen.',
    'export function instantiate(compiled) {',
    body.trimEnd(),
    'initSync({ module: compiled });',
    `return { ${classes.join(', ')} };`,
    '}',
    '',
  ].join('\n');
}

/** @param {string} gives The class that the glue has, with its type. */
function factoryTypes(gives) {
  return [
    '// Made by www/tools/wasm.mjs.',
    '/** A new instance of the module. */',
    `export function instantiate(compiled: WebAssembly.Module): { ${gives} };`,
    '',
  ].join('\n');
}

if (isMain(import.meta.url)) {
  const { explain } = await import('./run.mjs');
  try {
    await buildWasm({ force: process.argv.includes('--force') });
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
