/** Defines the elements: the one module here that does something by being loaded. */
import { WhereasQuoteCheck } from './quote-check.js';
import { WhereasReader } from './reader.js';
import { WhereasSearch } from './search.js';

for (const [name, element] of /** @type {const} */ ([
  ['whereas-search', WhereasSearch],
  ['whereas-reader', WhereasReader],
  ['whereas-quote-check', WhereasQuoteCheck],
])) {
  // Two copies of the package on one page make no trouble: the first one stays.
  if (!customElements.get(name)) customElements.define(name, element);
}

export { useLibrary } from './library.js';
export { WhereasQuoteCheck, WhereasReader, WhereasSearch };
