/** What the check can only do once it is on the page: draw the threads, bring both ends into view. */
import { placeInWords } from '../language.js';
import { drawThreads, measure } from '../views/threads.js';

/** @typedef {import('../app.js').App} App */

/** How many times the height of the window a resolution may have before it scrolls by itself. */
const TALL = 2.4;

/** @type {ResizeObserver | null} */
let observer = null;

/** @type {HTMLElement | null} */
let watched = null;

/**
 * What can only be done once the check is on the page: decide whether the resolution scrolls by itself, and draw the
 * threads where both ends now stand.
 *
 * @param {App} app
 */
export function afterCheck(app) {
  const columns = document.getElementById('columns');
  const host = document.getElementById('threads');
  if (!columns || !host || !app.held) {
    observer?.disconnect();
    watched = null;
    return;
  }
  const draw = () => drawLines(app, columns, host);
  if (watched !== columns) {
    observer?.disconnect();
    watched = columns;
    observer = new ResizeObserver(draw);
    observer.observe(columns);
    document.fonts.ready.then(draw);
    document.getElementById('sources')?.addEventListener('scroll', draw, { passive: true });
  }
  draw();
}

/**
 * @param {App} app
 * @param {HTMLElement} columns
 * @param {HTMLElement} host
 */
function drawLines(app, columns, host) {
  const pane = document.getElementById('sources');
  const { held } = app;
  if (!pane || !held) return;
  pane.classList.toggle('scrolls', pane.scrollHeight > innerHeight * TALL);
  const threads = measure(columns, (index) => held.check.quotations[index]?.verdict ?? 'unchecked');
  drawThreads(host, threads, app.chosen, app.entering);
  const strip = document.getElementById('apparatus');
  document.documentElement.style.scrollPaddingBottom = strip ? `${strip.offsetHeight + 24}px` : '';
  const tab = document.getElementById('edge-tab');
  const chosen = threads.find((thread) => thread.index === app.chosen);
  const end = chosen?.to[0];
  if (!tab) return;
  const address = held.check.quotations[app.chosen]?.source?.address;
  tab.hidden = !end?.beyond || !address;
  if (!end?.beyond || !address) return;
  tab.textContent = app.m.outOfView(placeInWords(app.m, address), end.beyond > 0);
  tab.style.top = `${end.y}px`;
}

document.addEventListener('whereas:chosen', (event) => {
  const { from } = /** @type {CustomEvent<{ from: string }>} */ (event).detail;
  const article = document.querySelector('.article-col .quotation[aria-current]');
  if (!article) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const source = document.querySelector('.source-col .quotation[aria-current], .sewn');
  const pane = document.getElementById('sources');
  if (source && pane?.classList.contains('scrolls')) {
    const level = Math.max(article.getBoundingClientRect().top, pane.getBoundingClientRect().top + 24);
    pane.scrollBy({ top: source.getBoundingClientRect().top - level, behavior });
    bring([article], behavior);
  } else if (source && !bring([article, source], behavior)) {
    bring([from === 'source' ? source : article], behavior);
  } else if (!source) bring([article], behavior);
});

/**
 * Scrolls the page until all of some elements can be seen above the strip.
 *
 * @param {Element[]} elements
 * @param {ScrollBehavior} behavior
 * @returns {boolean} false where the window has no room for all of them
 */
function bring(elements, behavior) {
  const boxes = elements.map((element) => element.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const strip = document.querySelector('.apparatus, .foot-bar')?.getBoundingClientRect();
  const room = strip ? Math.min(innerHeight, innerHeight - strip.height - 12) : innerHeight;
  if (bottom - top > room - EDGE && elements.length > 1) return false;
  if (top < 0 || bottom > room) {
    const by = bottom - top > room ? top - EDGE : (top + bottom - room) / 2;
    scrollBy({ top: by, behavior });
  }
  return true;
}

/** What stays free above what is brought into view, in pixels. */
const EDGE = 16;
