/** What the reader decided about findings, kept beside them. */
import { keep, recall } from './settings.js';

/** @typedef {import('./types.d.ts').Held} Held */
/** @typedef {import('./types.d.ts').Finding} Finding */

/**
 * What the reader decided about a finding.
 *
 * @typedef {object} Decision
 * @property {boolean} seen
 * @property {{ reason: string, note: string } | null} aside
 */

/**
 * The reader's own decision about a finding, and the way to change it. It is kept under the fingerprints of both
 * texts, so that it returns with them and never with others.
 *
 * @param {Held} held
 * @param {Finding} finding
 * @returns {Decision & { save: (change: Partial<Decision>) => boolean }} `save` gives whether it was kept
 */
export function decisionOn(held, finding) {
  const texts = [held.article.document.source.sha256, ...held.check.compared.map((one) => one.sha256)];
  const name = `decision.${texts.map((hash) => hash.slice(0, 12)).join('.')}.${finding.span.join('-')}`;
  /** @type {Decision} */
  let decision = { seen: false, aside: null };
  try {
    decision = { ...decision, ...JSON.parse(recall(name) ?? '{}') };
  } catch {
    // What can't be read counts as not decided.
  }
  return {
    ...decision,
    save(change) {
      const next = { ...decision, ...change };
      return keep(name, next.seen || next.aside ? JSON.stringify(next) : null);
    },
  };
}
