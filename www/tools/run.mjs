/**
 * What every tool of the project needs: where it is, how to run a command, how to say how it went.
 * Only Node's own modules, since this runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Tools of an exact version live here, so that those of the machine stay as they are. */
export const toolRoot = join(root, 'target', 'tools');

/** The environment for commands: the project's own tools come first. */
export function environment() {
  const path = [join(toolRoot, 'bin'), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
  return { ...process.env, PATH: path.join(delimiter) };
}

/**
 * Runs a command in the project's folder, without a shell and without standard input.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, onLine?: (line: string) => void, minutes?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>} `output` is what it wrote on both streams.
 *   A command that is not there has code 127; one that took longer than `minutes` is ended and has 124.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...environment(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let late = false;
    const timer = setTimeout(
      () => {
        late = true;
        child.kill('SIGKILL');
      },
      (options.minutes ?? 20) * 60_000,
    );
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8');
      stream.on('data', (/** @type {string} */ part) => {
        output += part;
        if (!options.onLine) return;
        const lines = (rest + part).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) options.onLine(line);
      });
      stream.on('end', () => rest && options.onLine?.(rest));
    }
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${command}: ${error.message}` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (late) output += `\n${command} was ended: it took longer than ${options.minutes ?? 20} minutes`;
      resolve({ code: late ? 124 : (code ?? 1), output });
    });
  });
}

/**
 * The first line that a command writes, or an empty string where it fails or is not there.
 *
 * @param {string} command
 * @param {string[]} args
 */
export async function ask(command, args) {
  const { code, output } = await run(command, args, { minutes: 1 });
  return code === 0 ? (output.split('\n')[0] ?? '').trim() : '';
}

/**
 * The version of a crate as Cargo.lock has it: versions are written there and nowhere else.
 *
 * @param {string} crate
 */
export function lockedVersion(crate) {
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  const found = new RegExp(`name = "${crate}"\\nversion = "([^"]+)"`).exec(lock);
  if (!found?.[1]) throw new Failure(`Cargo.lock has no ${crate}`, 'run cargo update --workspace');
  return found[1];
}

/** A step that failed, with what to do about it. */
export class Failure extends Error {
  /**
   * @param {string} message What went wrong.
   * @param {string} fix What to do.
   * @param {string} [output] What the command wrote; its end is shown.
   */
  constructor(message, fix, output = '') {
    super(message);
    this.name = 'Failure';
    this.fix = fix;
    this.output = output;
  }
}

/**
 * Seconds since a moment of `performance.now()`, as they are shown.
 *
 * @param {number} start
 */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * Shows a failure: what was written last, what went wrong, and the fix.
 *
 * @param {unknown} error
 * @param {(text: string) => void} [write]
 */
export function explain(error, write = console.error) {
  if (!(error instanceof Failure)) {
    write(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return;
  }
  if (error.output) write(shorten(error.output));
  write(`✗ ${error.message}\n  What to do: ${error.fix}`);
}

/**
 * The beginning and the end of what a command wrote: the first says what is wrong, or the last does.
 *
 * @param {string} output
 */
function shorten(output) {
  const lines = output.trimEnd().split('\n');
  if (lines.length <= 60) return lines.join('\n');
  return [...lines.slice(0, 20), `… ${lines.length - 60} lines …`, ...lines.slice(-40)].join('\n');
}

/**
 * Whether a module is the one that Node was started with.
 *
 * @param {string} url Its `import.meta.url`.
 */
export function isMain(url) {
  return process.argv[1] !== undefined && fileURLToPath(url) === process.argv[1];
}
