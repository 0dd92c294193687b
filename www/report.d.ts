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

/** Where quoted words stand. Spans point into the text of the resolution with this key. */
export interface SourcePlace {
  resolution: string;
  key: string;
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
  rivals: SourcePlace[];
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
  compared: { key: string; name: string | null; sha256: string; language: Language }[];
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
