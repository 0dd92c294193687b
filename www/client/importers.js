/**
 * Files that are no plain text. They are read by modules of their own, which are fetched when the first such file comes:
 * one for HTML, Word documents, Akoma Ntoso, LaTeX and packed files, and one that reads PDF too.
 */
import { WhereasError } from './errors.js';
import { load } from './load.js';

/**
 * What a file holds, as the importer says it: where something is odd, whether that is at its end.
 *
 * @typedef {object} Imported
 * @property {string} text
 * @property {string} format
 * @property {string | null} language
 * @property {{ code: string, severity: string, message: string, help: string, end: boolean }[]} diagnostics
 */

/** @typedef {{ read(bytes: Uint8Array): Imported }} Importer */
/** @typedef {'formats' | 'pdf'} Flavour */

/** Where the modules are, and the glue of each. */
const modules = {
  formats: {
    place: new URL('../wasm/whereas_import_bg.wasm', import.meta.url),
    glue: () => import('../wasm/whereas_import.js'),
  },
  pdf: { place: new URL('../wasm/whereas_pdf_bg.wasm', import.meta.url), glue: () => import('../wasm/whereas_pdf.js') },
};

/** Those that were fetched. @type {Map<Flavour, Promise<() => Importer>>} */
const made = new Map();

/**
 * The text of a file.
 *
 * @param {unknown} input A text, or bytes.
 * @returns {Promise<import('../types.d.ts').FileText>}
 * @throws {WhereasError} Those of the importer; `not-loaded` where it can't be fetched.
 */
export async function read(input) {
  const { text, format, language, diagnostics } = await imported(input);
  const placed = diagnostics.map(({ end, severity, ...odd }) => ({
    ...odd,
    severity: /** @type {import('../types.d.ts').Diagnostic['severity']} */ (severity),
    span: /** @type {[number, number]} */ (end ? [text.length, text.length] : [0, 0]),
  }));
  return {
    text,
    format: /** @type {import('../types.d.ts').Format} */ (format),
    language: /** @type {import('../types.d.ts').Language | null} */ (language),
    diagnostics: placed,
  };
}

/** @param {unknown} input */
async function imported(input) {
  return call(await importer(flavourOf(input) ?? 'formats'), bytesOf(input));
}

/**
 * The arguments of `parse` or `add`: a file has become its text, with what it says of itself.
 *
 * @param {unknown[]} args
 * @returns {Promise<unknown[]>} The same where it is a text.
 * @throws {WhereasError} As `read`.
 */
export async function prepare(args) {
  const [input, given] = /** @type {[unknown, { language?: string } | undefined]} */ (args);
  if (!flavourOf(input)) return args;
  const { text, format, language, diagnostics } = await imported(input);
  const options = { ...given, format, language: given?.language ?? language ?? undefined, diagnostics };
  return [text, options, ...args.slice(2)];
}

/** @param {Flavour} flavour */
function importer(flavour) {
  const held = made.get(flavour);
  if (held) return held;
  const making = make(flavour);
  made.set(flavour, making);
  // What could not be fetched is tried again.
  making.catch(() => made.delete(flavour));
  return making;
}

/**
 * @param {Flavour} flavour
 * @returns {Promise<() => Importer>}
 */
async function make(flavour) {
  const { place, glue } = modules[flavour];
  try {
    const [{ instantiate }, compiled] = await Promise.all([glue(), load(place)]);
    return () => new (instantiate(compiled).Importer)();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new WhereasError('not-loaded', `the reader of such files could not be fetched (${reason}); try again`, {
      cause,
    });
  }
}

/**
 * Reads a file in an instance of its own, so that nothing is left of one that stops in the middle, nor of its memory.
 *
 * @param {() => Importer} make
 * @param {Uint8Array} bytes
 */
function call(make, bytes) {
  try {
    return make().read(bytes);
  } catch (error) {
    if (!(error instanceof Error)) throw new WhereasError('file-damaged', String(error));
    const code = /** @type {{ code?: string }} */ (error).code;
    if (error.name === 'WhereasError' && code) throw new WhereasError(code, error.message);
    throw new WhereasError('file-damaged', `the file could not be read (${error.message}); save it again, or as text`, {
      cause: error,
    });
  }
}

/** How far into a file the head of a PDF may stand. */
const PDF_REACH = 1024;

/**
 * Who has to read an input; nobody for what the core reads itself. A guess by the first bytes: the importer looks closer,
 * and gives a text back as it is.
 *
 * @param {unknown} input
 * @returns {Flavour | null}
 */
function flavourOf(input) {
  if (typeof input === 'string') return begins(input) ? 'formats' : null;
  if (!(input instanceof Uint8Array)) return null;
  const start = String.fromCharCode(...input.subarray(0, PDF_REACH));
  if (start.includes('%PDF-')) return 'pdf';
  if (signatures.some((signature) => start.startsWith(String.fromCharCode(...signature)))) return 'formats';
  const marked = marks.find((mark) => start.startsWith(String.fromCharCode(...mark)));
  return begins(start.slice(marked?.length ?? 0).replaceAll('\0', '')) ? 'formats' : null;
}

/** What gzip, ZIP and OLE files begin with. */
const signatures = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** What a text may begin with to say in which encoding it is. */
const marks = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** Whether a text begins like markup. @param {string} text */
function begins(text) {
  return /^[\s\uFEFF]*(<[a-z!?]|\\document|\\begin\{document\}|%[^\n]*\n[\s\S]{0,400}\\document)/i.test(
    text.slice(0, 800),
  );
}

/** @param {unknown} input */
function bytesOf(input) {
  return typeof input === 'string' ? new TextEncoder().encode(input) : /** @type {Uint8Array} */ (input);
}
