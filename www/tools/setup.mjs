/**
 * Installs what is missing. Node, npm and a Rust toolchain are assumed.
 *
 * Each step is skipped when it is done already, says what it does and how long it took, and names
 * the fix if it fails. Steps that do not wait for one another run at the same time.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { find, programs } from './browsers.mjs';
import { ask, explain, Failure, isMain, lockedVersion, root, run, seconds, toolRoot } from './run.mjs';

const wasmTarget = 'wasm32-unknown-unknown';
const wasmPackVersion = '0.15.1';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => boolean | Promise<boolean>} done Quick: it is asked on every start.
 * @property {() => Promise<{ code: number, output: string }>} install
 * @property {string} fix
 */

/** @type {Step} */
const packages = {
  name: 'the packages of package-lock.json',
  done: packagesAreInstalled,
  install: () => run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund']),
  fix: 'run npm ci and see what it says; it needs a package registry it can reach',
};

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Compares what npm wrote when it installed with the lock file, packages for other systems apart. */
function packagesAreInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([path, entry]) => path === '' || have[path]?.version === entry.version || (entry.optional && !have[path]),
  );
}

/** @type {Step} */
const target = {
  name: `the Rust target ${wasmTarget}`,
  done: async () => existsSync(await ask('rustc', ['--print', 'target-libdir', '--target', wasmTarget])),
  install: () => run('rustup', ['target', 'add', wasmTarget]),
  fix: `install rustup (its site says how), then run rustup target add ${wasmTarget}`,
};

/** @type {Step} */
const components = {
  name: 'rustfmt and clippy',
  done: async () =>
    (await ask('cargo', ['fmt', '--version'])) !== '' && (await ask('cargo', ['clippy', '--version'])) !== '',
  install: () => run('rustup', ['component', 'add', 'rustfmt', 'clippy']),
  fix: 'run rustup component add rustfmt clippy',
};

/**
 * A tool that cargo builds, unless the machine has just this version.
 *
 * A debug build takes a fraction of the time and is fast enough for what these tools do.
 *
 * @param {string} crate
 * @param {string} version
 * @param {string[]} commands
 * @param {string[]} options
 * @returns {Step}
 */
function tool(crate, version, commands, options) {
  // Both tools share what they are built from.
  const folders = ['--root', toolRoot, '--target-dir', join(toolRoot, 'build')];
  const args = ['install', '--debug', crate, '--version', version, ...folders, ...options];
  return {
    name: `${crate} ${version}`,
    done: async () => {
      const answers = await Promise.all(commands.map((command) => ask(command, ['--version'])));
      return answers.every((answer) => answer.endsWith(` ${version}`));
    },
    install: () => run('cargo', args, { env: { CARGO_PROFILE_DEV_DEBUG: '0', CARGO_INCREMENTAL: '0' } }),
    fix: `run cargo ${args.join(' ')} and see what it says`,
  };
}

/**
 * The browsers, from the system's packages.
 *
 * @returns {Step}
 */
function browsers() {
  const missing = () =>
    /** @type {(keyof typeof programs)[]} */ (Object.keys(programs)).filter((which) => find(which) === null);
  return {
    name: 'Chromium with its driver, and Firefox ESR',
    done: () => missing().length === 0,
    install: async () => {
      const names = missing().map((which) => programs[which].packageName);
      const admin = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      const aptGet = async (/** @type {string[]} */ args) => {
        const [command = 'apt-get', ...rest] = [...admin, 'apt-get', ...args];
        return run(command, rest, { env });
      };
      const update = await aptGet(['update', '-q']);
      if (update.code !== 0) return update;
      return aptGet(['install', '-q', '-y', '--no-install-recommends', ...names]);
    },
    get fix() {
      const list = missing().map((which) => `${programs[which].name} (or set ${programs[which].variable} to its path)`);
      return `install ${list.join(', ')}; where apt-get is, sudo apt-get install ${missing()
        .map((which) => programs[which].packageName)
        .join(' ')}`;
    },
  };
}

/**
 * Carries out one step, unless it is done.
 *
 * @param {Step} step
 */
async function carryOut(step) {
  if (await step.done()) return false;
  const start = performance.now();
  console.log(`  installing ${step.name} …`);
  const { code, output } = await step.install();
  if (code !== 0 || !(await step.done())) {
    // What runs beside it is not broken off, so this is said before the end.
    console.log(`  could not install ${step.name}`);
    throw new Failure(`could not install ${step.name}`, step.fix, output);
  }
  console.log(`  installed ${step.name} in ${seconds(start)}`);
  return true;
}

/**
 * Installs what is missing to build, and to test where that is asked for.
 *
 * @param {{ tests: boolean }} what
 * @throws {Failure} with the fix, when a step fails.
 */
export async function setUp({ tests }) {
  const start = performance.now();
  if ((await ask('cargo', ['--version'])) === '') {
    throw new Failure('cargo was not found', 'install Rust with rustup, then start again');
  }
  const bindgen = lockedVersion('wasm-bindgen');
  const rust = [
    ...(tests ? [components] : []),
    target,
    // Its lock file names crates that not every mirror serves, so it is not held to it.
    tool('wasm-bindgen-cli', bindgen, ['wasm-bindgen', 'wasm-bindgen-test-runner'], []),
    tool('wasm-pack', wasmPackVersion, ['wasm-pack'], ['--locked']),
  ];
  const ways = [[packages], rust, ...(tests ? [[browsers()]] : [])];
  const results = await Promise.allSettled(
    ways.map(async (steps) => {
      let any = false;
      for (const step of steps) any = (await carryOut(step)) || any;
      return any;
    }),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  const any = results.some((result) => result.status === 'fulfilled' && result.value);
  console.log(any ? `Set up in ${seconds(start)}.` : `Everything is installed (looked for ${seconds(start)}).`);
}

if (isMain(import.meta.url)) {
  try {
    await setUp({ tests: !process.argv.includes('--no-tests') });
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
