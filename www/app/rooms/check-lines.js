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
  const from = /** @type {CustomEvent<{ from: string, same: boolean }>} */ (event).detail.from;
  const source = document.querySelector('.source-col .quotation[aria-current]');
  const article = document.querySelector('.article-col .quotation[aria-current]');
  const pane = document.getElementById('sources');
  const smooth = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const mine = from === 'source' ? source : article;
  const other = from === 'source' ? article : source;
  if (mine && !inView(mine)) mine.scrollIntoView({ block: 'center', behavior: smooth });
  if (source && article && pane?.classList.contains('scrolls')) {
    const by =
      source.getBoundingClientRect().top -
      Math.max(article.getBoundingClientRect().top, pane.getBoundingClientRect().top + 24);
    pane.scrollBy({ top: by, behavior: smooth });
  } else if (other && mine && !inView(other)) {
    // Both ends are brought into view only where the window has room for both.
    const apart = Math.abs(other.getBoundingClientRect().top - mine.getBoundingClientRect().top);
    if (apart < innerHeight * 0.55) other.scrollIntoView({ block: 'nearest', behavior: smooth });
  }
});

/** @param {Element} element */
function inView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  const strip = document.getElementById('apparatus')?.getBoundingClientRect();
  const foot =
    strip && strip.top > 0 && element.closest('.columns') && !element.closest('.sewn')
      ? Math.min(strip.top, innerHeight)
      : innerHeight;
  return top >= 0 && bottom <= (document.querySelector('.columns #threads') ? foot : innerHeight);
}
