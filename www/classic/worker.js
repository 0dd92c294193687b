/** The worker inside the classic script. It is told where the core is. */
import { serve } from '../client/serve.js';

serve(/** @type {import('../client/serve.js').Scope} */ (/** @type {unknown} */ (self)), null);
