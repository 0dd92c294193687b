/** Workers on pages that demand Trusted Types. */

/**
 * @typedef {{ createScriptURL(address: string): string }} Policy
 * @typedef {{ createPolicy(name: string, rules: Policy): Policy }} PolicyFactory
 */

/** @type {Policy | undefined} */
let policy;

/**
 * A constructor of workers, for addresses that this package itself has written.
 *
 * @returns {new (address: URL, options?: WorkerOptions) => Worker}
 */
export function trustedWorker() {
  const { trustedTypes } = /** @type {{ trustedTypes?: PolicyFactory }} */ (/** @type {unknown} */ (globalThis));
  policy ??= trustedTypes?.createPolicy('whereas', { createScriptURL: (address) => address });
  return class extends Worker {
    /**
     * @param {URL} address
     * @param {WorkerOptions} [options]
     */
    constructor(address, options) {
      super(policy?.createScriptURL(address.href) ?? address, options);
    }
  };
}
