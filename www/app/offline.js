/** Keeps the app for when there is no network. */

/** @typedef {import('./app.js').App} App */

/**
 * Keeps the app for when there is no network, and says when a newer version is ready. Nothing is replaced while the
 * page is open unless one asks for it.
 *
 * @param {App} app
 */
export async function keepOffline(app) {
  if (!import.meta.env?.PROD || !('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(trusted('sw.js'), { updateViaCache: 'none' });
    const tell = (/** @type {ServiceWorker | null} */ worker) => {
      if (!worker || !navigator.serviceWorker.controller) return;
      app.say(app.m.update, {
        label: app.m.reload,
        run: () => {
          navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
          worker.postMessage('take-over');
        },
      });
    };
    if (registration.waiting) tell(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed') tell(installing);
      });
    });
  } catch {
    // Without a service worker the app works as long as the network does.
  }
}

/**
 * The address of the service worker in the form that Trusted Types asks for. Only this one address passes.
 *
 * @param {string} address
 * @returns {string}
 */
function trusted(address) {
  const types =
    /** @type {{ trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown } } }} */ (
      /** @type {unknown} */ (window)
    ).trustedTypes;
  if (!types) return address;
  const policy = types.createPolicy('whereas-service-worker', {
    createScriptURL: (url) => {
      if (url !== 'sw.js') throw new TypeError('only the service worker of this app may be registered');
      return url;
    },
  });
  return /** @type {string} */ (policy.createScriptURL(address));
}
