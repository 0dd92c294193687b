/** The worker of `client.js`. */
import { serve } from './client/serve.js';

const scope = /** @type {import('./client/serve.js').Scope} */ (/** @type {unknown} */ (self));
serve(scope, new URL('./wasm/whereas_bg.wasm', import.meta.url));
