/**
 * The results of the core, under the names of the published schema `whereas/1`.
 *
 * What the text does not have is `null`; members marked `?` are left out where there is nothing to say. Values of
 * text members stand as printed; where a value is inferred, its neighbours (`basis`, `calendar`) say from what.
 */

/** A place: `[start, end]`, half-open, in UTF-16 code units, so that `text.slice(start, end)` gives the words. */
export type Span = [start: number, end: number];

/** What kind of text a document is. */
export type Kind = 'resolution' | 'volume' | 'article' | 'unknown';

/** The form in which a text came. */
export type Format = 'text' | 'markdown' | 'html' | 'docx' | 'pdf' | 'akn' | 'latex';

/** An ISO 639-1 code; `und` where no language was recognised. */
export type Language = string;

/** Something odd in a document. It is never a reason to refuse it. */
export interface Diagnostic {
  /** Stable and in kebab-case: `date-calendars-disagree`. */
  code: string;
  severity: 'info' | 'warning' | 'error';
  span: Span;
  /** What was found. */
  message: string;
  /** What was expected, or what to do. */
  help: string;
}

/** A row of steps of force. */
export type Ladder = 'censure' | 'praise' | 'direct' | 'assert' | 'support' | 'commit';

/** A kind of act. */
export type Family =
  | 'refer'
  | 'basis'
  | 'process'
  | 'note'
  | 'know'
  | 'assert'
  | 'eval+'
  | 'support'
  | 'eval-'
  | 'direct'
  | 'decide'
  | 'commit'
  | 'proced';

/** A scale of force: a convention, with whose it is. */
export interface Scale {
  id: string;
  author: string;
  /** The work that it was published in, or what it is. */
  title: string;
  source: string;
  /** Whether a modifier (*strongly*, *once again*) adds to a step. */
  modifiers: boolean;
  /** Steps from the weakest. */
  ladders: { ladder: Ladder; steps: { step: number; concepts: string[] }[] }[];
}

/** The words that say what a paragraph does: *Strongly condemns*. */
export interface Lead {
  text: string;
  span: Span;
  /** Id of its line in the lexicon: `strongly_condemn`. */
  concept: string | null;
  /** The kind of act that the concept is. */
  family: Family | null;
  /** Steps of different ladders are never compared. */
  ladder: Ladder | null;
  /** Toward its object: 1 approving, -1 disapproving, 0 neither. */
  polarity: -1 | 0 | 1;
  /** Its step on the ladder. */
  force: number | null;
  /** The scale that the step is taken from. A scale is a convention, not law. */
  scale: string;
  /** The rule by which the body calls the phrase neither approval nor disapproval. */
  neutral: { source: string } | null;
}

/** Someone or something that the text names. */
export interface Entity {
  text: string;
  /** A stable id such as `eu:ep` or `KAZ`; an ISO date for a date. */
  id: string | null;
  span: Span;
}

/** By when something is asked. */
export interface Deadline {
  iso: string | null;
  session: number | null;
  body: string | null;
  /** The year in which that session opens, where it is known; it is not printed. */
  year: number | null;
  text: string;
  span: Span;
}

/** One of the things that a paragraph does. The first has the paragraph's own lead. */
export interface Act {
  lead: Lead;
  addressees: Entity[];
  object: Entity[];
  deadline: Deadline | null;
  /** The words that ask for a report; the id is that of the body it goes to. */
  report: Entity | null;
}

/** The part of a resolution that a paragraph belongs to. */
export type Zone =
  | 'masthead'
  | 'title'
  | 'theme'
  | 'enacting'
  | 'preamble'
  | 'heading'
  | 'operative'
  | 'continuation'
  | 'closing'
  | 'annex'
  | 'footnote'
  | 'noise';

/** A paragraph. Sub-paragraphs are paragraphs of their own; spans never overlap. */
export interface Paragraph {
  /** Derived from the text and the same in every language: `pp3`, `op12.b.ii`, `annex1.op3`. */
  address: string;
  zone: Zone;
  /** Its label without punctuation, digits as printed. */
  number: string | null;
  depth: number;
  /** Address of the paragraph it hangs on. */
  parent?: string;
  span: Span;
  /** Its words, without label or residue. */
  text: string;
  /** Residue inside the span. */
  noise?: Span[];
  lead: Lead | null;
  acts: Act[];
  actors: Entity[];
}

/** A place inside a cited work. */
export interface Pinpoint {
  part: 'op' | 'pp' | 'section' | 'annex' | 'article' | 'chapter';
  from: string;
  to: string;
  /** Further ranges where the places do not follow each other. */
  others?: { from: string; to: string }[];
}

/** A reference to another text. */
export interface Citation {
  span: Span;
  text: string;
  /** Canonical id of the work, where it is known or likely. */
  target: string | null;
  pinpoint: Pinpoint | null;
  form: 'symbol' | 'descriptive' | 'title' | 'short';
  /** What an inferred target rests on; empty for one that is printed. */
  basis: string[];
  /** How sure an inferred target is, in percent. */
  confidence?: number;
  /** Whose works are meant where words name a set of them: `un:ga:res`. */
  set?: string;
  /** The ISO date printed beside the number, also one that can't be. */
  date?: string;
  /** Address of the citing paragraph. */
  by: string | null;
  /** The governing words, as printed. */
  under: string | null;
  /** Only where the work is itself the object of the governing words. */
  stance: 'positive' | 'negative' | 'neutral' | null;
}

/** A date that a resolution states about itself. */
export interface Dating {
  role: 'session' | 'adoption' | 'issued';
  iso: string;
  end: string | null;
  span: Span;
  hijri: { iso: string; end: string | null; calendar: string; difference: number; agrees: boolean } | null;
}

/** The adoption as the text states it. It is never inferred. */
export interface Adoption {
  method: 'recorded-vote' | 'unanimous' | 'consensus' | 'without-vote';
  yes: number | null;
  no: number | null;
  abstain: number | null;
  names: Record<string, string[]>;
  /** The ids of those in `names`, in the same order. */
  ids: Record<string, (string | null)[]>;
  span: Span;
}

/** The meeting at which a resolution was adopted. */
export interface Meeting {
  ordinal: number;
  text: string;
  span: Span;
}

/** One resolution. */
export interface Resolution {
  /** This edition: `oic:cfm:res:50/48-POL@en`. */
  key: string;
  /** The work: `oic:cfm:res:50/48-POL`. */
  id: string;
  symbol: string | null;
  heading: string | null;
  container: { symbol: string | null; title: string | null } | null;
  body: string | null;
  organ: string | null;
  title: string | null;
  span: Span;
  edition: { language: Language; version: string | null; status: string };
  session: { ordinal: number | null; theme: string | null; span: Span } | null;
  place: { name: string; country: string | null; span: Span } | null;
  dates: Dating[];
  /** `null` where nothing is printed. */
  adoption: Adoption | null;
  /** `null` where none is printed. */
  meeting: Meeting | null;
  /** Who proposed it, as the text names them. */
  sponsors: Entity[];
  /** Who had reservations: a State with its id, else the words. */
  reservations: Entity[];
  paragraphs: Paragraph[];
  citations: Citation[];
}

/** A news item that reports a resolution. */
export interface Article {
  headline: Entity | null;
  dateline: { place: Entity | null; agency: Entity | null; date: Entity | null };
  sources: Entity[];
  quotations: { span: Span; text: string; speaker: Entity | null }[];
  reports: { verb: string; subject: Entity | null; span: Span }[];
  citations: Citation[];
}

/** A text as it was understood. Every text gives one. */
export interface Document {
  schema: 'whereas/1';
  kind: Kind;
  language: Language;
  source: {
    format: Format;
    /** In UTF-16 code units. */
    length: number;
    name: string | null;
    url: string | null;
    retrieved: string | null;
    /** Of the text in UTF-8, 64 hexadecimal digits. */
    sha256: string;
  };
  resolutions: Resolution[];
  article?: Article;
  diagnostics: Diagnostic[];
}
