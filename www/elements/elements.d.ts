/** The custom elements: what each has beside the attributes of the same names. */
import type { CheckReport, Document, Found, Library } from '../types.js';

/** What the three elements have in common. */
export class WhereasElement extends HTMLElement {
  /** Addresses of texts, apart by white space, counted from the page. */
  src: string | null;
  /** Elements of one group share their library. */
  group: string;
  /** A template for links to pages of one's own, such as `/texts/{symbol}.html#{address}`. */
  link: string | null;
  /** `dark`, or `system` to go with the system's; light otherwise. */
  theme: string | null;
  /** Settles when what was changed is on the page. */
  readonly updateComplete: Promise<boolean>;
}

/** `<whereas-search>`: a box, and what is found in the texts of a page. */
export class WhereasSearch extends WhereasElement {
  /** What is looked for. */
  query: string;
  /** The id of a reader in which results open. */
  reader: string | null;
  /** The name under which the query is kept in the page's address; empty for none. */
  param: string;
  /** What was found last. */
  readonly found: Found | null;
}

/** `<whereas-reader>`: one resolution, with its marks, acts, citations and facts. */
export class WhereasReader extends WhereasElement {
  /** A key or an id in the library of the group. */
  key: string | null;
  /** The paragraph that is brought into view. */
  at: string | null;
  /** `text`, `acts`, `citations` or `facts`. */
  view: string | null;
  /** The document that is shown. */
  readonly document: Document | null;
}

/** `<whereas-quote-check>`: an article held against the resolutions it quotes. */
export class WhereasQuoteCheck extends WhereasElement {
  /** The address of the article. */
  article: string | null;
  /** Which quotation is open, from 1. */
  chosen: number;
  /** Whether both texts are shown whole. */
  whole: boolean;
  /** What was found. */
  readonly report: CheckReport | null;
}

/** Gives a group a library that the page has opened itself. */
export function useLibrary(library: Library, group?: string): void;

/** What the events carry. */
export interface WhereasEventMap {
  'whereas-ready': CustomEvent<{ key?: string; document?: Document; keys?: string[]; report?: CheckReport }>;
  'whereas-found': CustomEvent<{ query: string; found: Found }>;
  'whereas-choose': CustomEvent<{ index: number; finding: CheckReport['quotations'][number] }>;
  'whereas-navigate': CustomEvent<{ key: string; id: string; address: string | null; href: string }>;
  'whereas-error': CustomEvent<{ error: Error }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'whereas-search': WhereasSearch;
    'whereas-reader': WhereasReader;
    'whereas-quote-check': WhereasQuoteCheck;
  }
}
