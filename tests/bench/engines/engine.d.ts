/** What every engine of the bench is, however it works inside. */

/** A paragraph: the number of its resolution, its text, and the same where it is a title. */
export interface Record {
  doc: number;
  title: string;
  text: string;
}

/** What the machine gives: Node, or a page. */
export interface Host {
  /** Loads a module of the packages that were installed for the bench, or of the project, by its path in the project. */
  load(path: string): Promise<unknown>;
  /** Reads a file by its path in the project. */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** The texts, as records and as a pack. */
export interface Input {
  records: Record[];
  /** The keys of the resolutions, by their numbers. */
  keys: string[];
  texts: string[];
  /** Where the pack and the texts are, in the project. */
  folder: string;
}

/** An engine that was started. */
export interface Engine {
  /** Builds an index from the records. */
  build(input: Input): Promise<void> | void;
  /** The index as it would be shipped. */
  save(): Promise<Uint8Array> | Uint8Array;
  /** Opens an index that was saved; what `build` made is no longer used. */
  open(saved: Uint8Array, input: Input): Promise<void> | void;
  /** The numbers of the first ten resolutions, the best first; `null` where it can't be asked. */
  search(kind: string, query: string): number[] | null | Promise<number[] | null>;
}
