/** What the classic script has instead of the parts that are fetched when they are needed: it can fetch nothing. */
import { WhereasError } from '../client/errors.js';

/** Pages without an origin have nowhere to keep a library; the option is not known there. */
export const Store = null;

/**
 * Texts go in as they are.
 *
 * @param {unknown[]} args
 */
export const prepare = (args) => args;

/** Files are not read. */
export function read() {
  throw new WhereasError(
    'unsupported-format',
    'the classic script reads plain text and Markdown; save the file as text',
  );
}
