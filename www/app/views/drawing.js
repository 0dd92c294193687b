/** Works that cite and are cited, drawn; and what happened when, on a line. */
import { html, nothing, svg } from 'lit';
import { dayInWords, placeInWords } from '../language.js';

/** @typedef {import('../types.d.ts').ReadHost} ReadHost */
/** @typedef {import('../types.d.ts').Opened} Opened */

/** From so many citations on a drawing says more than a list alone. */
const WORTH_DRAWING = 10;

/** The most works drawn on one side. */
const MOST = 40;

/** Size of the drawing, and the length of a label in characters. */
const [WIDE, LINE, LABEL] = [440, 15, 20];

/**
 * What a resolution cites on one side, what cites it on the other: a line for each work, as thick as it is cited often.
 * The list beside it says all of it in words.
 *
 * @param {ReadHost} host
 * @param {Opened} reading
 */
export function citationDrawing({ m, citedBy }, { resolution }) {
  /** @type {Map<string, { name: string, times: number }>} */
  const cited = new Map();
  for (const { target, text } of resolution.citations) {
    const known = cited.get(target ?? text);
    if (known) known.times += 1;
    else cited.set(target ?? text, { name: text, times: 1 });
  }
  if (resolution.citations.length + citedBy.length < WORTH_DRAWING) return nothing;
  const left = [...cited.values()].slice(0, MOST);
  const right = citedBy.slice(0, MOST).map((hit) => ({ name: hit.symbol ?? hit.title ?? hit.key, times: 1 }));
  const height = Math.max(left.length, right.length, 3) * LINE + LINE;
  const middle = height / 2;
  const mirrored = m.dir === 'rtl';
  const at = (/** @type {number} */ x) => (mirrored ? WIDE - x : x);
  const name = (/** @type {string} */ text) => (text.length > LABEL ? `${text.slice(0, LABEL - 1)}…` : text);
  const y = (/** @type {number} */ index, /** @type {number} */ all) => middle + (index - (all - 1) / 2) * LINE;
  // Where nothing cites it, its name stands behind the point, clear of every line.
  const alone = !right.length;
  const centre = alone ? WIDE - 126 : WIDE / 2;
  return html`<figure class="drawing" aria-hidden="true">
    <svg viewBox="0 0 ${WIDE} ${height}" width=${WIDE} height=${height} focusable="false">
      ${left.map((work, index) => {
        const top = y(index, left.length);
        return svg`<path d="M${at(126)} ${top}C${at(centre - 60)} ${top} ${at(centre - 60)} ${middle} ${at(centre)} ${middle}" stroke-width=${Math.min(work.times, 4)} />
          <text x=${at(120)} y=${top + 4} text-anchor=${mirrored ? 'start' : 'end'}>${name(work.name)}</text>`;
      })}
      ${right.map((work, index) => {
        const top = y(index, right.length);
        return svg`<path d="M${at(centre)} ${middle}C${at(centre + 60)} ${middle} ${at(centre + 60)} ${top} ${at(WIDE - 126)} ${top}" />
          <text x=${at(WIDE - 120)} y=${top + 4} text-anchor=${mirrored ? 'end' : 'start'}>${name(work.name)}</text>`;
      })}
      <circle cx=${at(centre)} cy=${middle} r="5" />
      <text
        class="this"
        x=${at(alone ? centre + 10 : centre)}
        y=${alone ? middle + 4 : middle + 20}
        text-anchor=${alone ? (mirrored ? 'end' : 'start') : 'middle'}
      >${name(resolution.symbol ?? '')}</text>
    </svg>
  </figure>`;
}

/**
 * What happened when and by when something is asked, in order of time: the dates that the text states, the works of the
 * library that it cites and that cite it, and its deadlines.
 *
 * @param {ReadHost} host
 * @param {Opened} reading
 */
export function timeline(host, reading) {
  const { m, listed, citedBy } = host;
  const { resolution } = reading;
  const targets = new Set(resolution.citations.map((citation) => citation.target));
  /** @type {{ iso: string, what: string, name: string, href: string | null, own?: boolean }[]} */
  const events = [
    ...resolution.dates.map(({ iso, role }) => ({
      iso,
      what: m.roles[role],
      name: resolution.symbol ?? '',
      href: null,
      own: true,
    })),
    ...listed.flatMap((one) =>
      one.date && one.id !== resolution.id && targets.has(one.id)
        ? [
            {
              iso: one.date,
              what: m.cites,
              name: one.symbol ?? one.title ?? one.key,
              href: host.linkTo('read', one.key),
            },
          ]
        : [],
    ),
    ...citedBy.flatMap((hit) =>
      hit.date
        ? [
            {
              iso: hit.date,
              what: m.citedBy,
              name: hit.symbol ?? hit.title ?? hit.key,
              href: host.linkTo('read', hit.key),
            },
          ]
        : [],
    ),
    ...resolution.paragraphs.flatMap(({ acts, address }) =>
      acts.flatMap(({ deadline }) =>
        deadline?.iso
          ? [
              {
                iso: deadline.iso,
                what: m.actWhen,
                name: placeInWords(m, address),
                href: host.linkTo('read', reading.key, { at: address }),
              },
            ]
          : [],
      ),
    ),
  ];
  if (events.length < 2) return nothing;
  events.sort((a, b) => (a.iso < b.iso ? -1 : 1));
  const time = (/** @type {string} */ iso) => Date.parse(iso.length === 4 ? `${iso}-01-01` : iso);
  const [first, last] = [time(events[0]?.iso ?? ''), time(events.at(-1)?.iso ?? '')];
  const place = (/** @type {string} */ iso) => (last > first ? ((time(iso) - first) / (last - first)) * 100 : 50);
  return html`<h2 id="timeline-title">${m.timeline}</h2>
    <div class="timeline">
      <svg class="axis" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path d="M0 4H100" vector-effect="non-scaling-stroke" />
        ${events.map(({ iso, own }) => {
          const x = m.dir === 'rtl' ? 100 - place(iso) : place(iso);
          return svg`<path class=${own ? 'own' : ''} d="M${x} ${own ? 0 : 2}V${own ? 8 : 6}" vector-effect="non-scaling-stroke" />`;
        })}
      </svg>
      <ol aria-labelledby="timeline-title">
        ${events.map(
          ({ iso, what, name, href }) => html`<li>
            <time datetime=${iso}>${dayInWords(m, iso)}</time> <span class="meta">${what}</span>
            ${href ? html`<a href=${href}><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`}
          </li>`,
        )}
      </ol>
    </div>`;
}
