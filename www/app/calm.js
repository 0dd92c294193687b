/** Waits until the first view is painted and the page has nothing else to do. */

/** The longest that is waited for a quiet moment, in milliseconds. */
const LONGEST = 1000;

/**
 * Settles once the fonts of the first view are there and the page is idle, or as soon as one does anything. What is
 * heavy and not yet needed begins then, so that it takes no bandwidth from what is looked at.
 *
 * @returns {Promise<unknown>} at the latest after a second
 */
export function whenCalm() {
  const late = new Promise((resolve) => setTimeout(resolve, LONGEST));
  const acted = new Promise((resolve) => {
    for (const kind of ['pointerdown', 'keydown', 'dragenter', 'hashchange']) {
      addEventListener(kind, resolve, { once: true, capture: true });
    }
  });
  const idle = document.fonts.ready.then(
    () =>
      new Promise((resolve) =>
        'requestIdleCallback' in window ? requestIdleCallback(() => resolve(undefined)) : setTimeout(resolve, 200),
      ),
  );
  return Promise.race([idle, acted, late]);
}
