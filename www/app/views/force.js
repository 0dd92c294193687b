/** The marks of force: shape, bar and word. */
import { html, nothing, svg } from 'lit';

/** @typedef {import('../types.d.ts').Lead} Lead */
/** @typedef {import('../types.d.ts').Paragraph} Paragraph */
/** @typedef {import('../language.js').Messages} Messages */

/**
 * The shape of each kind of act; what is not here only refers to something.
 *
 * @type {Partial<Record<NonNullable<Lead['family']>, string>>}
 */
const FAMILIES = {
  decide: 'decides',
  direct: 'asks',
  'eval-': 'disapproves',
  'eval+': 'supports',
  support: 'supports',
  know: 'states',
  assert: 'states',
  commit: 'states',
};

/**
 * How the steps of each ladder are drawn: the force at which each bar begins, and that of the longest.
 *
 * This is the drawing of a step that the core gave; two ladders are never put on one scale.
 *
 * @type {Record<NonNullable<Lead['ladder']>, { from: number[], top: number }>}
 */
const LADDERS = {
  censure: { from: [1, 4, 5, 7], top: 9 },
  direct: { from: [1, 4, 6, 8], top: 9 },
  praise: { from: [1, 3, 4, 5], top: 4 },
  support: { from: [1, 3, 4, 5], top: 7 },
  assert: { from: [1, 4, 5], top: 6 },
  commit: { from: [1, 4, 5], top: 6 },
};

/** @typedef {import('../types.d.ts').Scale} Scale */

/** The scales that are known, by id. @type {Map<string, Scale>} */
const known = new Map();

/**
 * Makes scales known, so that a step can be told with its author and out of how many.
 *
 * @param {readonly Scale[]} scales
 */
export function useScales(scales) {
  for (const scale of scales) known.set(scale.id, scale);
}

/** How the steps of a ladder are drawn on a scale of another author: in four parts of its own length. @param {string} scale @param {NonNullable<Lead['ladder']>} ladder */
function barsOf(scale, ladder) {
  const steps = known.get(scale)?.ladders.find((one) => one.ladder === ladder)?.steps ?? [];
  const top = Math.max(0, ...steps.map((one) => one.step));
  if (scale === DEFAULT_SCALE || !top) return LADDERS[ladder];
  return { from: [0, 1, 2, 3].map((part) => (part * top) / 4 + 0.5), top };
}

/** The scale that the drawing was made for. */
const DEFAULT_SCALE = 'whereas-1';

/**
 * How a lead phrase is drawn.
 *
 * @param {Lead | null} lead
 * @returns {{ shape: string, bar: number, top: number }} bar 0 to 4; 0 is no bar
 */
export function markOf(lead) {
  const shape = lead?.family ? FAMILIES[lead.family] : undefined;
  if (!lead || !shape || lead.neutral) return { shape: 'refers', bar: 0, top: 0 };
  const { force } = lead;
  if (!lead.ladder || force === null) return { shape, bar: 0, top: 0 };
  const { from, top } = barsOf(lead.scale, lead.ladder);
  return { shape, bar: from.filter((step) => force >= step).length, top };
}

/** Nine units square, in ink. */
const SHAPES = /** @type {Record<string, unknown>} */ ({
  decides: svg`<path d="M4.5 0 9 4.5 4.5 9 0 4.5Z"/>`,
  asks: svg`<path d="M4.5 .6 9 8.6H0Z"/>`,
  disapproves: svg`<path d="M.5.5h8v8h-8Z"/>`,
  supports: svg`<circle cx="4.5" cy="4.5" r="4.2"/>`,
  states: svg`<circle cx="4.5" cy="4.5" r="3.4" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
  refers: svg`<path d="M0 3.7h9v1.6H0Z"/>`,
});

/**
 * The mark of a lead phrase: a shape, and a bar whose length is its step on its own ladder.
 *
 * @param {Messages} m
 * @param {Lead | null} lead
 */
export function forceMark(m, lead) {
  const { shape, bar, top } = markOf(lead);
  const word = m.shapes[shape] ?? shape;
  const said = bar && lead?.force ? m.forceOf(word, lead.force, top) : word;
  return html`<span class="mark" data-shape=${shape} role="img" aria-label=${said} title=${said}
    ><svg class="shape" viewBox="0 0 9 9" width="9" height="9" aria-hidden="true">${SHAPES[shape]}</svg
    >${bar ? html`<span class="bar" data-step=${bar} aria-hidden="true"></span>` : nothing}</span
  >`;
}

/**
 * The mark with its word, and on press the card that says where the step comes from.
 *
 * @param {Messages} m
 * @param {Lead} lead
 */
export function forceWord(m, lead) {
  const { shape } = markOf(lead);
  const ladder = lead.ladder ? (m.ladders[lead.ladder] ?? lead.ladder) : null;
  return html`<details class="force">
    <summary>${forceMark(m, lead)} <span class="word">${m.shapes[shape]}</span></summary>
    <div class="card">
      <p class="phrase">“${lead.text}”</p>
      <p>${ladder && lead.force !== null ? m.forceStep(ladder, lead.force) : m.forceNone}</p>
      ${lead.neutral ? html`<p>${m.neutral(lead.neutral.source)}</p>` : nothing}
      ${lead.force === null ? nothing : html`<p>${m.forceScale(lead.scale, known.get(lead.scale)?.author ?? lead.scale)} ${m.forceConvention}</p>`}
    </div>
  </details>`;
}
