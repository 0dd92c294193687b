/** Keeps the focus where what had it is gone. */

/**
 * An element and what it lies in, innermost first.
 *
 * @param {Element | null} element
 */
export function chainOf(element) {
  const chain = [];
  for (let one = element; one && one !== document.body; one = one.parentElement) chain.push(one);
  return chain;
}

/**
 * Where the element that had the focus is gone, gives it to the nearest one around it that is still there.
 *
 * @param {Element[]} chain
 */
export function keepFocus(chain) {
  if (!chain[0] || chain[0].isConnected) return;
  const near = chain.find((one) => one.isConnected);
  if (!(near instanceof HTMLElement)) return;
  if (!near.hasAttribute('tabindex')) near.tabIndex = -1;
  near.focus({ preventScroll: true });
}
