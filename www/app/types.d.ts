/** Shapes of the app's own state, beside those of the client. */
import type {
  CheckReport,
  Completion,
  Document,
  ExportFormat,
  Found,
  Hit,
  Listed,
  Paragraph,
  Resolution,
  Resolved,
} from '../types.js';
import type { Messages } from './messages/en.js';
import type { Route } from './route.js';
import type { Texts } from './texts.js';

export type * from '../types.js';

/** A resolution with the text that its spans point into. */
export interface Opened {
  key: string;
  document: Document;
  resolution: Resolution;
  text: string;
}

/** A check that is finished: both texts and what was found. */
export interface Held {
  /** Whether it is the example. */
  example: boolean;
  article: { text: string; document: Document };
  sources: Opened[];
  check: CheckReport;
  /** How works are spelled that are told of and not open, by id. */
  names?: Record<string, string>;
}

/** Whom the views are shown by: the app, or an element on somebody's page. */
export interface Host {
  m: Messages;
  /** Whether there is room for one column only. */
  narrow: boolean;
  /** Where the views look for their elements. */
  scope: globalThis.Document | ShadowRoot;
  /** The address of a place. */
  linkTo(room: string, rest?: string, params?: Record<string, string | number | null | undefined>): string;
  /** Shows what has changed. */
  update(): void;
  /** Says something for a while. */
  say(text: string): void;
  trouble(error: unknown): void;
  copy(text: string): void;
}

/** Who shows a resolution. */
export interface ReadHost extends Host {
  route: Route;
  listed: Listed[];
  citedBy: Hit[];
  /** The works that are cited, by id, as far as the core knows them. */
  works: Map<string, Resolved>;
  /** What is written in another form, while the dialog for it is open. */
  exporting: { at: string | null; format: ExportFormat; text: string | null } | null;
  /** A resolution in another form, or one of its paragraphs. */
  written(key: string, format: ExportFormat, at: string | null): Promise<string>;
}

/** Who shows a check. */
export interface CheckHost extends Host {
  held: Held | null;
  /** Which finding is open, from 0. */
  chosen: number;
  /** Whether both texts are shown whole. */
  whole: boolean;
  /** Paragraphs that were unfolded, by name. */
  unfolded: Set<string>;
  /** Whether the chosen thread is still to draw itself. */
  entering: boolean;
  /** Whether the reader may mark findings as seen and set them aside. */
  decides: boolean;
  findingLink(index: number): string;
  choose(index: number, event?: Event): void;
  step(by: number): void;
  showWhole(): void;
}

/** Who searches. */
export interface FindHost extends Host {
  desk: Texts | null;
  /** Settles when the library is there. */
  ready?: Promise<unknown>;
  listed: Listed[];
  /** Whether what is typed is looked for at once. */
  finding: boolean;
  /** The query, what it found, what leaving out a part would find, and the paragraphs of each result. */
  find: {
    query: string;
    found: Found | null;
    without: { text: string; query: string; value: number }[];
    sort: 'relevance' | 'newest' | 'oldest';
    limit: number;
    spines: Map<string, Paragraph[]>;
    /** Gives up the question that is being answered. */
    asking?: AbortController;
    /** Counts the questions. */
    turn: number;
  };
  /** What was typed into the box, what it was understood as, and the ways to go on. */
  box: { value: string; said: string; options: Completion[]; active: number; turn: number };
  /** Keeps a query where it is found again. */
  asked(query: string): void;
  /** What is searched beside the library: resolutions in archives, and how many of these gave no answer. */
  away?: { resolutions: number; silent: number; all: number; languages?: string[] };
  /** Tries those again that gave no answer. */
  tryAgain?(): void;
  isExample(key: string): boolean;
  go(room: string, rest?: string, params?: Record<string, string | number | null | undefined>): void;
}

declare global {
  interface ImportMeta {
    /** Set by Vite. */
    readonly env?: { readonly PROD: boolean };
  }
}
