/**
 * Shapes of the core's results as the app reads them, and of the app's own state.
 *
 * Spans are `[start, end]`, half-open, in UTF-16 code units of the text they point into.
 */

export type Span = [number, number];

export interface Lead {
  text: string;
  span: Span;
  concept: string | null;
  ladder: string | null;
  polarity: number;
  force: number | null;
  scale: string;
  neutral: { source: string } | null;
}

export interface Entity {
  text: string;
  id: string | null;
  span: Span;
}

export interface Deadline {
  iso: string | null;
  session: number | null;
  body: string | null;
  text: string;
  span: Span;
}

export interface Act {
  lead: Lead;
  addressees: Entity[];
  object: Entity[];
  deadline: Deadline | null;
}

export interface Paragraph {
  address: string;
  zone: string;
  number: string | null;
  depth: number;
  parent?: string;
  span: Span;
  text: string;
  noise?: Span[];
  lead: Lead | null;
  acts: Act[];
  actors: Entity[];
}

export interface Citation {
  span: Span;
  text: string;
  target: string | null;
  pinpoint: { part: string; from: string; to: string } | null;
  form: string;
  basis: string[];
  by: string | null;
  under: string | null;
  stance: string | null;
}

export interface Dating {
  role: string;
  iso: string;
  end: string | null;
  span: Span;
  hijri: { iso: string; end: string | null; calendar: string; difference: number; agrees: boolean } | null;
}

export interface Adoption {
  method: string;
  yes: number | null;
  no: number | null;
  abstain: number | null;
  names: Record<string, string[]>;
  span: Span;
}

export interface Resolution {
  key: string;
  id: string;
  symbol: string | null;
  heading: string | null;
  container: { symbol: string | null; title: string | null } | null;
  body: string | null;
  organ: string | null;
  title: string | null;
  span: Span;
  edition: { language: string; version: string | null; status: string };
  session: { ordinal: number | null; theme: string | null; span: Span } | null;
  place: { name: string; country: string | null; span: Span } | null;
  dates: Dating[];
  adoption: Adoption | null;
  paragraphs: Paragraph[];
  citations: Citation[];
}

export interface Diagnostic {
  code: string;
  severity: string;
  span: Span;
  message: string;
  help: string | null;
}

export interface Article {
  headline: Entity | null;
  dateline: { place: Entity | null; agency: Entity | null; date: Entity | null };
  sources: Entity[];
  quotations: { span: Span; text: string; speaker: Entity | null }[];
  reports: { verb: string; subject: Entity | null; span: Span }[];
  citations: Citation[];
}

export interface Document {
  schema: string;
  kind: string;
  language: string;
  source: {
    format: string;
    length: number;
    name: string | null;
    url: string | null;
    retrieved: string | null;
    sha256: string;
  };
  resolutions: Resolution[];
  article?: Article;
  diagnostics: Diagnostic[];
}

export interface Edit {
  class: string;
  article: Span;
  source: Span;
  marked?: boolean;
}

export interface Words {
  text: string;
  span: Span;
}

export interface SourcePlace {
  resolution: string;
  key: string;
  address: string;
  zone?: string;
  span: Span;
  lead: Lead | null;
  again?: Span[];
}

export interface Finding {
  span: Span;
  text: string;
  verdict: string;
  weight: string | null;
  reason: string | null;
  also: string[];
  source: SourcePlace | null;
  parts?: { article: Span; source: SourcePlace }[];
  edits: Edit[];
  carrier: { reporting: string | null; span: Span | null; lead: string | null; drift: number | null } | null;
  left_out?: Words | null;
  subjects?: { article: Words; source: Words } | null;
  stated?: Words | null;
  named?: { text: string; span: Span; target: string | null; open: boolean } | null;
  speaker?: Words | null;
  rivals: SourcePlace[];
}

export interface Claim {
  kind: string;
  span: Span;
  stated: string;
  found: string | null;
  source?: Span | null;
  key?: string | null;
  verdict: string;
}

export interface Coverage {
  key?: string | null;
  quoted: string[];
  unquoted: string[];
  others?: Coverage[];
}

export interface Check {
  schema: string;
  compared: { key: string; name: string | null; sha256: string; language?: string }[];
  summary: Record<string, number>;
  quotations: Finding[];
  citations: Citation[];
  claims: Claim[];
  coverage: Coverage;
  diagnostics?: Diagnostic[];
}

export interface Listed {
  key: string;
  id: string | null;
  symbol: string | null;
  title: string | null;
  date: string | null;
  body: string | null;
  language: string;
  kind?: string;
  name?: string | null;
}

export interface HitParagraph {
  address: string;
  span: Span;
  snippet: string;
  matches: Span[];
  lead: Lead | null;
}

export interface Hit extends Listed {
  score: number;
  paragraphs: HitParagraph[];
}

export interface Found {
  total: { value: number; exact: boolean };
  understood: { text: string; kind?: string; field?: string | null }[];
  hits: Hit[];
  facets?: Record<string, [string, number][]>;
  notes: (string | { code?: string; message: string })[];
}

export interface SourceText {
  text: string;
  format: string;
  pages: unknown;
}

export interface Library {
  parse(text: string, options?: object): Promise<Document>;
  add(input: Blob | string | Uint8Array, options?: { name?: string }): Promise<{ keys: string[]; diagnostics: Diagnostic[] }>;
  search(query: string, options?: object): Promise<Found>;
  complete(prefix: string): Promise<{ text: string; kind: string; count: number }[]>;
  get(key: string): Promise<Document>;
  source(key: string): Promise<SourceText>;
  list(options?: object): Promise<Listed[]>;
  resolve(citation: string): Promise<{ id: string; keys: string[]; address: string | null }[]>;
  check(article: string, options: { against: string[] }): Promise<Check>;
  remove(key: string): Promise<unknown>;
  close(): Promise<unknown>;
}

/** A resolution with the text that its spans point into. */
export interface Opened {
  key: string;
  document: Document;
  resolution: Resolution;
  text: string;
}

/** A check that is finished: both texts and what was found. */
export interface Held {
  example: boolean;
  article: { text: string; document: Document };
  sources: Opened[];
  check: Check;
}
