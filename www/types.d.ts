/** The interface of the package: what `open()` gives, and what can be asked of it. */
import type { CheckReport, ReuseReport } from './report.js';
import type { Diagnostic, Document, Format, Kind, Language, Lead, Scale, Span } from './schema.js';

/** The classic script makes the same a global. */
export as namespace whereas;

export type * from './report.js';
export type * from './schema.js';

/**
 * What can be added: a file, its bytes, or a text. Plain text and Markdown (UTF-8, or UTF-16 with its mark), HTML, Word
 * documents (DOCX), PDF, Akoma Ntoso and LaTeX are read, all but PDF packed with gzip too; the first bytes say which it is.
 */
export type Input = Blob | string | ArrayBuffer | ArrayBufferView;

/** A request that can be given up. It is then rejected with the code `aborted`. */
export interface Abortable {
  signal?: AbortSignal;
}

/** What the caller knows about a text; each hint goes before what the text itself suggests. */
export interface ParseOptions extends Abortable {
  language?: Language;
  /** The issuing organisation, such as `un` or `oic`, or an organ of it, such as `un:ga`. */
  body?: string;
  /** `text` and `markdown` say that what begins like markup is none. */
  format?: Format;
  /** The file's name, kept as it is. */
  name?: string;
  /** The address the text was found at, kept as it is. */
  url?: string;
  /** The ISO date on which it was retrieved, kept as it is. */
  retrieved?: string;
  /** The scale that forces are taken from, by its id; `scales()` lists them. */
  scale?: string;
}

/** One line about a text in the library. */
export interface Listed {
  key: string;
  id: string;
  kind: Kind;
  symbol: string | null;
  title: string | null;
  date: string | null;
  body: string | null;
  language: Language;
  name: string | null;
}

/** How a search is carried out. */
export interface SearchOptions extends Abortable {
  limit?: number;
  offset?: number;
  sort?: 'relevance' | 'newest' | 'oldest' | 'date';
  /** The facets wanted: `body`, `year`, `language` and others. */
  facets?: string[];
  /** A fault in the query is then an error with a place, instead of a note. */
  strict?: boolean;
  /** Each hit then says what its score is made of. */
  explain?: boolean;
}

/** A part of the query as it was understood. */
export interface Understood {
  text: string;
  /** `word`, `phrase`, `symbol`, `date`, or the name of a filter. */
  kind: string;
  /** In the query. */
  span: Span;
}

/** One resolution that was found, with its best paragraphs. */
export interface Hit {
  key: string;
  id: string;
  symbol: string | null;
  title: string | null;
  date: string | null;
  body: string | null;
  language: Language;
  score: number;
  /** With `lang:*`, when a work is one hit: the languages of its editions that were found. */
  languages?: string[];
  /** What the score is the sum of, where `explain` asked for it; `parts` are rarities in 256ths of a bit, and scores. */
  explanation?: {
    paragraph: number;
    places: number;
    together: number;
    title: number;
    nearness: number;
    parts: { text: string; rarity: number; score: number }[];
  };
  paragraphs: {
    address: string;
    /** In the text of the resolution. */
    span: Span;
    snippet: string;
    /** In the snippet. */
    matches: Span[];
    lead: Lead | null;
  }[];
}

/**
 * A form that resolutions are written in: a table of paragraphs, Markdown, a page with an id for each paragraph, a
 * reference in words, for BibTeX and as CSL-JSON, and schema.org `Legislation`.
 */
export type ExportFormat = 'json' | 'csv' | 'markdown' | 'html' | 'citation' | 'bibtex' | 'csl' | 'jsonld';

/** What a search found. */
export interface Found {
  total: { value: number; exact: boolean };
  understood: Understood[];
  hits: Hit[];
  /** Counts over the whole result, where they were asked for. */
  facets?: Record<string, [value: string, count: number][]>;
  notes: {
    code: string;
    message: string;
    span?: Span | null;
    /** What may have been meant instead. */
    suggestion?: string | null;
    /** What was expected there. */
    expected?: string | null;
  }[];
}

/** A way to go on with what is being typed. */
export interface Completion {
  text: string;
  kind: string;
  count: number;
}

/** What a file holds. */
export interface FileText {
  /** The text that is read: a block a line, notes as `[^1]` and `[^1]: …`, pages parted by form feeds. */
  text: string;
  format: Format;
  /** The language that the file names. */
  language: Language | null;
  /** From where on the file could not be read (`file-cut`), and what else is odd about it. */
  diagnostics: Diagnostic[];
}

/** A text with what its pages are, where it has pages. For a file that is no plain text, the text that was read from it. */
export interface SourceText {
  text: string;
  format: Format;
  /** Where each page begins, the first with 0. */
  pages: number[] | null;
}

/** How far the core is loaded, or what is fetched of a pack. */
export interface Progress {
  /** `fetch`: ranges of a pack, as it is opened and as questions need them. */
  /** `restore` while a library that is kept is read. */
  stage: 'load' | 'compile' | 'ready' | 'fetch' | 'restore';
  /** Bytes that have come. */
  loaded: number;
  /** Bytes in all, where the server says it. */
  total: number | null;
  /** Which pack they are of, at the stage `fetch`. */
  pack?: string;
}

/**
 * Where a pack is: its bytes (all kept in memory), a file or the handle of one (read in slices), or its address (over
 * http only the ranges are fetched that a question needs). In Node a string that is no address is a path. The JSON file
 * that `whereas pack catalogue` writes stands for all packs it lists.
 */
export type PackInput = Blob | ArrayBuffer | ArrayBufferView | FileSystemFileHandle | URL | string;

/** What is known of an open pack. Counts are `null` for one of a catalogue that says nothing of them until it is read. */
export interface PackInfo {
  /** What `removePack()` takes. */
  id: string;
  /** The file's name. */
  name: string;
  /** The id of the catalogue that it was listed in, which `removePack()` takes too. */
  catalogue: string | null;
  /** Where its bytes are. */
  place: 'memory' | 'file' | 'url';
  url: string | null;
  /** Its length in bytes. */
  size: number | null;
  /** Whether its directory was read. Packs of a catalogue are read when something is asked. */
  open: boolean;
  resolutions: number | null;
  paragraphs: number | null;
  words: number | null;
  /** Texts in which no resolution was found. */
  texts: number | null;
  /** Organisations, as `un` and `oic`. */
  bodies: string[] | null;
  languages: string[] | null;
  /** Which program wrote it. */
  writer: string | null;
}

/** How a library is opened. */
export interface OpenOptions extends Abortable {
  onProgress?: (progress: Progress) => void;
  /** Where the core is: an address, its bytes, or the compiled module. By default it lies beside the package. */
  wasm?: URL | string | BufferSource | WebAssembly.Module;
  /** Makes the worker, for bundlers that need to see `new Worker(…)` in the caller's own code. */
  worker?: () => Worker;
  /** Packs that are searched with the library as one; more can be added later. */
  packs?: readonly PackInput[];
  /**
   * Keeps the library's own texts in this browser, as packs: in the origin's own file system, or in IndexedDB where there is
   * none or it is named. What was kept under the same name (`library` unless told) is there again. A text counts as added
   * only once it is on the disk; several windows may write, one at a time. What a window wrote is seen by the others at
   * their next call. Texts are read again when the library is opened, which costs what adding them did. Without it the library is empty
   * at first and gone with its page.
   */
  store?: 'opfs' | 'indexeddb' | { kind?: 'opfs' | 'indexeddb'; name?: string };
}

/** A library that is kept in the browser. */
export interface Keeping {
  /** The origin's own file system, or a database. */
  place: 'opfs' | 'indexeddb';
  /** The name that it was opened by. */
  name: string;
  /** How long its packs are. */
  bytes: number;
  /** What could not be read when it was opened. It stays where it is until the library is cleared. */
  damaged: Damage[];
}

/** A file of a kept library that could not be read. */
export interface Damage {
  /** Its name in the folder or database. */
  file: string;
  /** How many texts in it are not there. */
  texts: number;
  /** The code of the error, and what it says. */
  code: string;
  message: string;
}

/**
 * What was asked for can't be done.
 *
 * Codes of the core: `unknown-key`, `not-text`, `too-long`, `bad-option`, `bad-query`, `nothing-to-compare`,
 * `nothing-to-export`, `unknown-address`; of files `unsupported-format`, `file-damaged`, `encrypted-pdf`,
 * `encrypted-document`, `scanned-pdf` (pages that are pictures), `zip-bomb`; of packs `not-a-pack`, `pack-version`, `pack-cut`, `pack-damaged`. Codes of
 * the client: `aborted`, `closed`, `worker-died`, `core-failed`, `not-loaded`, `not-readable`, `bad-argument`; of packs
 * `pack-unreachable` (the host can't be reached, or gave something else), `pack-changed` (the file was replaced while it
 * was open; it is opened anew, ask again), `unknown-pack`, `bad-catalogue`; of kept libraries `storage-full` (the text was
 * not added, nothing was lost), `storage-refused`.
 */
export class WhereasError extends Error {
  readonly name: 'WhereasError';
  /** Stable and in kebab-case. */
  readonly code: string;
  /** Where in the request, in UTF-16 code units, when it has a place. */
  readonly start: number | null;
  readonly end: number | null;
  /** The id of the pack it is about, where it is about one that is open. */
  readonly pack: string | null;
}

/** A library of texts. Each call settles: with plain data, or with a {@link WhereasError}. */
export interface Library extends AsyncDisposable {
  /** Reads a text; the library is not changed. */
  parse(text: string, options?: ParseOptions): Promise<Document>;
  /** Reads a text and keeps it: one key for each resolution in it, one for a text that holds none. */
  add(input: Input, options?: ParseOptions): Promise<{ keys: string[]; diagnostics: Diagnostic[] }>;
  /** The text of a file in any format that is read; the library is not changed. */
  read(input: Input, options?: Abortable): Promise<FileText>;
  /** Finds resolutions, with their best paragraphs. */
  search(query: string, options?: SearchOptions): Promise<Found>;
  /** Ways to go on with what is being typed. */
  complete(prefix: string, options?: Abortable): Promise<Completion[]>;
  /** The document that a key leads to; an id leads to its first edition. */
  get(key: string, options?: Abortable): Promise<Document>;
  /** The text that the spans of a document point into. */
  source(key: string, options?: Abortable): Promise<SourceText>;
  /**
   * One line about each text: the library's own in the order added, then those of packs, the newest first. Name a limit,
   * or say `packs: false`, where packs may be large.
   */
  list(options?: { limit?: number; offset?: number; packs?: boolean } & Abortable): Promise<Listed[]>;
  /** What a citation in any spelling leads to. A work that is not here has no keys. */
  resolve(citation: string, options?: Abortable): Promise<Resolved[]>;
  /**
   * Holds the quotations of an article against resolutions of the library; without `against`, against all of them. An
   * article is read from any format that `add` takes; where it is no string of plain text, `checked.text` of the report is
   * the text that spans point into.
   */
  check(article: Input, options?: { against?: string[] } & Abortable): Promise<CheckReport>;
  /**
   * Finds which paragraphs of other resolutions share their words with those of one, with what differs. `address` asks for
   * one paragraph; `least` is how many words must be shared (8), `limit` how many places are told for each (20).
   */
  reuse(key: string, options?: { address?: string; least?: number; limit?: number } & Abortable): Promise<ReuseReport>;
  /**
   * Writes texts in another form. With `at`, the address of a paragraph, references point to it and other forms hold it
   * alone. Forms other than `json` are for resolutions.
   */
  export(keys: string[], format: ExportFormat, options?: { at?: string } & Abortable): Promise<string>;
  /** The scales of force that are known, the default first. */
  scales(options?: Abortable): Promise<Scale[]>;
  /**
   * Everything that was added, as one file to keep, to send, or to put on a static host; see `addPack()`. The same texts
   * give the same bytes. Costs a pass over all texts; packs that are open are not in it.
   */
  pack(options?: Abortable): Promise<Uint8Array>;
  /**
   * Opens a pack, which is from then on searched with the library and the other packs as one: every question is asked of
   * all of them. Costs one small read; gives the pack, or all packs of a catalogue.
   */
  addPack(source: PackInput, options?: Abortable): Promise<PackInfo[]>;
  /** Closes a pack, or all packs of a catalogue, by the id that `addPack()` and `packs()` give. */
  removePack(id: string): Promise<void>;
  /** The packs that are open, in the order added. */
  packs(): Promise<PackInfo[]>;
  /** Takes a text out. Texts of packs stay as they are. */
  remove(key: string, options?: Abortable): Promise<void>;
  /** Takes every text out, also of what is kept. Packs stay open. */
  clear(options?: Abortable): Promise<void>;
  /** Where the library is kept, and what of it could not be read; `null` without the option `store`. */
  keeping(options?: Abortable): Promise<Keeping | null>;
  /** Ends the library. What is still open is rejected with the code `closed`, as is every later call. */
  close(): Promise<void>;
}

/** A work that a citation names, with the views of it. */
export interface Resolved {
  id: string;
  /** Of its editions that are here. */
  keys: string[];
  /** The paragraph that was named. */
  address: string | null;
  /** The symbol that the body itself writes. */
  symbol: string | null;
  /** Its Akoma Ntoso IRI. */
  iri: string | null;
  /** Its address at a known resolver, over https. */
  url: string | null;
}

/**
 * Opens a library: empty, or with the texts that are kept and the packs that are given.
 *
 * @example
 * const library = await open();
 * const { keys } = await library.add('RESOLUTION NO. 50/48-POL …');
 */
export function open(options?: OpenOptions): Promise<Library>;
