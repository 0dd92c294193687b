/** Shapes of the app's own state, beside those of the client. */
import type { CheckReport, Document, Resolution } from '../types.js';

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
}

declare global {
  interface ImportMeta {
    /** Set by Vite. */
    readonly env?: { readonly PROD: boolean };
  }
}
