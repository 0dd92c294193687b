/** What the check can only do once it is on the page: draw the threads, bring both ends into view. */
import { placeInWords } from '../language.js';
import { drawThreads, measure } from './threads.js';

/** @typedef {import('../types.d.ts').CheckHost} CheckHost */

/** How many times the height of the window a resolution may have before it scrolls by itself. */
const TALL = 2.4;

/** What each host's columns are watched by. @type {WeakMap<CheckHost, { observer: ResizeObserver, columns: HTMLElement }>} */
const watched = new WeakMap();

/**
 * What can only be done once the check is on the page: decide whether the resolution scrolls by itself, and draw the
 * threads where both ends now stand.
 *
 * @param {CheckHost} host
 */
export function afterCheck(host) {
  const columns = host.scope.getElementById('columns');
  const drawing = host.scope.getElementById('threads');
  const before = watched.get(host);
  if (!columns || !drawing || !host.held) {
    before?.observer.disconnect();
    watched.delete(host);
    return;
  }
  const draw = () => drawLines(host, columns, drawing);
  if (before?.columns !== columns) {
    before?.observer.disconnect();
    const observer = new ResizeObserver(draw);
    observer.observe(columns);
    watched.set(host, { observer, columns });
    document.fonts.ready.then(draw);
    host.scope.getElementById('sources')?.addEventListener('scroll', draw, { passive: true });
  }
  draw();
}

/**
 * @param {CheckHost} host
 * @param {HTMLElement} columns
 * @param {HTMLElement} drawing
 */
function drawLines(host, columns, drawing) {
  const { scope, held } = host;
  const pane = scope.getElementById('sources');
  if (!pane || !held) return;
  pane.classList.toggle('scrolls', pane.scrollHeight > innerHeight * TALL);
  const threads = measure(columns, (index) => held.check.quotations[index]?.verdict ?? 'unchecked');
  drawThreads(drawing, threads, host.chosen, host.entering);
  const strip = scope.getElementById('apparatus');
  if (scope === document) {
    document.documentElement.style.scrollPaddingBottom = strip ? `${strip.offsetHeight + 24}px` : '';
  }
  const tab = scope.getElementById('edge-tab');
  const chosen = threads.find((thread) => thread.index === host.chosen);
  const end = chosen?.to[0];
  if (!tab) return;
  const address = held.check.quotations[host.chosen]?.source?.address;
  tab.hidden = !end?.beyond || !address;
  if (!end?.beyond || !address) return;
  tab.textContent = host.m.outOfView(placeInWords(host.m, address), end.beyond > 0);
  tab.style.top = `${end.y}px`;
}

/**
 * Brings both ends of the finding that was chosen into view.
 *
 * @param {CheckHost} host
 * @param {'article' | 'source'} from the side on which it was chosen
 */
export function bringTogether({ scope }, from) {
  const article = scope.querySelector('.article-col .quotation[aria-current]');
  if (!article) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const source = scope.querySelector('.source-col .quotation[aria-current], .sewn');
  const pane = scope.getElementById('sources');
  const strip = scope.querySelector('.apparatus, .foot-bar');
  if (source && pane?.classList.contains('scrolls')) {
    const level = Math.max(article.getBoundingClientRect().top, pane.getBoundingClientRect().top + 24);
    pane.scrollBy({ top: source.getBoundingClientRect().top - level, behavior });
    bring([article], strip, behavior);
  } else if (source && !bring([article, source], strip, behavior)) {
    bring([from === 'source' ? source : article], strip, behavior);
  } else if (!source) bring([article], strip, behavior);
}

/**
 * Scrolls the page until all of some elements can be seen above the strip.
 *
 * @param {Element[]} elements
 * @param {Element | null} strip what lies over the foot of the window
 * @param {ScrollBehavior} behavior
 * @returns {boolean} false where the window has no room for all of them
 */
function bring(elements, strip, behavior) {
  const boxes = elements.map((element) => element.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const room = strip ? innerHeight - strip.getBoundingClientRect().height - 12 : innerHeight;
  if (bottom - top > room - EDGE && elements.length > 1) return false;
  if (top < 0 || bottom > room) {
    const by = bottom - top > room ? top - EDGE : (top + bottom - room) / 2;
    scrollBy({ top: by, behavior });
  }
  return true;
}

/** What stays free above what is brought into view, in pixels. */
const EDGE = 16;
