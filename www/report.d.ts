/** What the quotation check finds, under the names of the published schema `whereas/1`. */
import type { Citation, Diagnostic, Language, Lead, Pinpoint, Span, Zone } from './schema.js';

/** What is said about a quotation's wording and place. There is one for each. */
export type Verdict = 'verbatim' | 'inflected' | 'altered' | 'spliced' | 'misattributed' | 'not-found' | 'unchecked';

/** Why a quotation was not compared. */
export type Reason =
  | 'source-not-open'
  | 'other-speaker'
  | 'other-language'
  | 'too-short'
  | 'damaged-copy'
  | 'limit-reached';

/** Something worth knowing beside the verdict. It is never an accusation. */
export type Note = 'truncated' | 'reattached' | 'preamble' | 'moved' | 'drift' | 'short' | 'rival';

/** One difference, with its place on both sides. */
export interface Edit {
  class: 'insertion' | 'deletion' | 'substitution' | 'inflection' | 'case' | 'typography' | 'ellipsis';
  /** Empty, at the place of the caret, where words were left out. */
  article: Span;
  /** Empty, at the place of the caret, where words were put in. */
  source: Span;
  /** Whether the article marks it: `…` or `[the]`. */
  marked: boolean;
}

/** Words with their place. */
export interface Passage {
  text: string;
  span: Span;
}

/** The copy of a text that a verdict rests on. */
export interface CopyOf {
  name: string | null;
  sha256: string;
}

/** What a paragraph in another language was found by. */
export type Ground = 'address' | 'citations' | 'dates' | 'names' | 'numbers' | 'act';

/** A reviewer's own decision about a finding, beside what was found. */
export interface Review {
  decision: string;
  note: string | null;
}

/** Where quoted words stand. Spans point into the text of the resolution with this key. */
export interface SourcePlace {
  resolution: string;
  key: string;
  /** The copy that the key leads to. */
  copy: CopyOf;
  /** The date of the resolution. */
  date: string | null;
  address: string;
  zone: Zone;
  span: Span;
  lead: Lead | null;
  /** Other places in the same resolution that repeat the words. */
  again?: Span[];
}

/** The verb that governs the quotation in the article beside the lead phrase in the resolution. */
export interface Carrier {
  reporting: string | null;
  span: Span | null;
  lead: string | null;
  lead_span: Span | null;
  /** Steps from the lead phrase to the verb on their common ladder; `null` where they can't be compared. */
  drift: number | null;
}

/** What was found about one quotation. Spans point into the article, those of a `source` into the resolution. */
export interface Finding {
  span: Span;
  text: string;
  verdict: Verdict;
  weight: 'function-words' | null;
  reason: Reason | null;
  also: Note[];
  source: SourcePlace | null;
  /** Each run of words that come from separate places. */
  parts?: { article: Span; source: SourcePlace }[];
  edits: Edit[];
  carrier: Carrier | null;
  /** What goes on after the end, in the resolution. */
  left_out?: Passage;
  /** Both subjects, where the subject stands outside the marks. */
  subjects?: { article: Passage; source: Passage };
  /** What the article says about the place. */
  stated?: Passage;
  /** The text that the article names for it. */
  named?: { text: string; span: Span; target: string | null; open: boolean };
  /** Whose words they are. */
  speaker?: Passage;
  /** The paragraph that words in another language probably stand for. */
  counterpart?: { source: SourcePlace; language: Language; by: Ground[] };
  /** The edition to compare words in another language with; `key` where the library has it. */
  version?: { resolution: string; language: Language; key: string | null };
  rivals: SourcePlace[];
  /** What the reviewer decided; put there by whoever keeps the decisions. */
  review?: Review;
  /** The date of the earliest text with exactly these words; for a sentence that is looked for by itself. */
  since?: string;
}

/** A fact that the article states, beside what the resolution says. */
export interface Claim {
  kind: 'number' | 'title' | 'session-ordinal' | 'session-theme' | 'organ' | 'place' | 'date' | 'vote' | 'other';
  span: Span;
  stated: string;
  found: string | null;
  source: Span | null;
  key: string | null;
  verdict: 'agrees' | 'likely' | 'altered' | 'unchecked';
}

/** Which preambular and operative paragraphs of a resolution are quoted, by address. */
export interface Coverage {
  key: string | null;
  quoted: string[];
  unquoted: string[];
  others?: Coverage[];
}

/** Everything that a check found. There is no score. */
export interface CheckReport {
  schema: 'whereas/1';
  /** The article. */
  checked: {
    name: string | null;
    headline: string | null;
    date: string | null;
    language: Language;
    sha256: string;
    /** The text that was read and that spans point into, where the article was given as a file, or as a page. */
    text?: string;
  };
  compared: { key: string; name: string | null; sha256: string; language: Language; date: string | null }[];
  /** How many texts were searched; of more than 64 `compared` holds those that the report names. */
  searched: number;
  /** Counts; a verdict that no quotation has is left out. */
  summary: Partial<Record<Verdict, number>>;
  quotations: Finding[];
  citations: (Pick<Citation, 'span' | 'text' | 'target' | 'form' | 'basis'> & {
    pinpoint: Pinpoint | null;
    /** Key of the text compared that it is, where it is open. */
    key: string | null;
  })[];
  claims: Claim[];
  coverage: Coverage;
  diagnostics: Diagnostic[];
}

/** Words that a paragraph of another resolution shares. */
export interface Shared {
  source: SourcePlace;
  /** How many words are shared, in rows of four or more. */
  words: number;
  /** The words of this paragraph from the first shared one to the last. */
  span: Span;
  /** What differs in between; `article` is this paragraph's side. */
  edits: Edit[];
}

/** What shares its words with a resolution. Spans of a paragraph point into its text, those of a `source` into the other. */
export interface ReuseReport {
  schema: 'whereas/1';
  key: string;
  copy: CopyOf;
  searched: number;
  paragraphs: {
    address: string;
    span: Span;
    words: number;
    shared: Shared[];
    /** The date of the earliest text that has all its words in a row, this one counted. */
    since: string | null;
  }[];
}
