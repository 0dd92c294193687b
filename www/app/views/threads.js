/** The threads between quotations and their sources, whose shape is the finding. */
import { html, nothing, render, svg } from 'lit';

/**
 * One end of a thread in the coordinates of the drawing.
 *
 * @typedef {object} End
 * @property {number} x
 * @property {number} y
 * @property {-1 | 0 | 1} beyond whether the end is out of view above (-1) or below (1)
 */

/**
 * A thread to be drawn.
 *
 * @typedef {object} Thread
 * @property {number} index
 * @property {string} verdict
 * @property {1 | -1} sense which way the line runs: 1 to the right
 * @property {End} from
 * @property {End[]} to one, or several where it forks, or none
 */

/** @param {number} n */
const px = (n) => Math.round(n * 10) / 10;

/** @param {End} a @param {End} b */
function curve(a, b) {
  const middle = (a.x + b.x) / 2;
  return `M${px(a.x)} ${px(a.y)}C${px(middle)} ${px(a.y)} ${px(middle)} ${px(b.y)} ${px(b.x)} ${px(b.y)}`;
}

/**
 * The shape of a thread, which is the finding: whole, knotted, broken, forked, leaving or loose.
 *
 * @param {Thread} thread
 * @param {boolean} chosen
 */
function drawn({ verdict, sense, from, to }, chosen) {
  const dot = chosen ? 4 : 2.5;
  const end = to[0];
  if (verdict === 'unchecked' || (!end && verdict !== 'not-found')) return nothing;
  if (!end) {
    const tip = { x: from.x + sense * 34, y: from.y + 16, beyond: /** @type {const} */ (0) };
    return svg`<path class="line loose" d=${curve(from, tip)} />
      <circle class="dot" cx=${px(from.x)} cy=${px(from.y)} r=${dot} />
      <circle class="knot" cx=${px(tip.x)} cy=${px(tip.y)} r="4" />`;
  }
  const middle = { x: (from.x + end.x) / 2, y: (from.y + end.y) / 2 };
  return svg`${to.map((one) => svg`<path class="line" pathLength="100" d=${curve(from, one)} />`)}
    <circle class="dot" cx=${px(from.x)} cy=${px(from.y)} r=${dot} />
    ${to.map((one) => svg`<circle class="dot" cx=${px(one.x)} cy=${px(one.y)} r=${dot} />`)}
    ${verdict === 'inflected' ? svg`<circle class="knot" cx=${px(middle.x)} cy=${px(middle.y)} r="4.5" />` : nothing}`;
}

/**
 * Measures where the quotations and their sources stand on the page.
 *
 * @param {HTMLElement} columns what holds both columns
 * @param {(index: number) => string} verdictOf
 * @returns {Thread[]}
 */
export function measure(columns, verdictOf) {
  const frame = columns.getBoundingClientRect();
  const left = columns.querySelector('.article-col')?.getBoundingClientRect();
  const pane = columns.querySelector('.source-col');
  const right = pane?.getBoundingClientRect();
  if (!left || !right || !pane) return [];
  const mirrored = left.left > right.left;
  const fromX = mirrored ? left.left - 5 - frame.left : left.right + 5 - frame.left;
  const toX = mirrored ? right.right + 5 - frame.left : right.left - 5 - frame.left;
  const scrolls = pane.classList.contains('scrolls');
  /** @type {Thread[]} */
  const threads = [];
  for (const element of columns.querySelectorAll('.article-col [data-quotation]')) {
    const index = Number(element.getAttribute('data-quotation')) - 1;
    const last = [...element.getClientRects()].at(-1);
    if (!last) continue;
    /** @type {End[]} */
    const to = [];
    for (const source of columns.querySelectorAll(`.source-col [data-source="${index + 1}"]`)) {
      const first = source.getClientRects()[0];
      if (!first) continue;
      let y = first.top + first.height / 2;
      /** @type {-1 | 0 | 1} */
      let beyond = 0;
      if (scrolls && y < right.top + 8) [y, beyond] = [right.top + 8, -1];
      else if (scrolls && y > right.bottom - 8) [y, beyond] = [right.bottom - 8, 1];
      to.push({ x: toX, y: y - frame.top, beyond });
    }
    threads.push({
      index,
      verdict: verdictOf(index),
      sense: mirrored ? -1 : 1,
      from: { x: fromX, y: last.top + last.height / 2 - frame.top, beyond: 0 },
      to: verdictOf(index) === 'spliced' ? to : to.slice(0, 1),
    });
  }
  return threads;
}

/**
 * Draws the threads; the chosen one lies on top.
 *
 * @param {HTMLElement} host
 * @param {readonly Thread[]} threads
 * @param {number} chosen
 * @param {boolean} entering whether the chosen one draws itself
 */
export function drawThreads(host, threads, chosen, entering) {
  const ordered = [...threads].sort((a, b) => Number(a.index === chosen) - Number(b.index === chosen));
  render(
    html`<svg class="threads" aria-hidden="true" focusable="false">${ordered.map(
      (thread) =>
        svg`<g class=${`thread ${thread.index === chosen ? 'chosen' : ''} ${entering && thread.index === chosen ? 'entering' : ''}`}
          data-verdict=${thread.verdict} data-thread=${thread.index + 1}>${drawn(thread, thread.index === chosen)}</g>`,
    )}</svg>`,
    host,
  );
}
