/** The acts of a resolution as a table. */
import { html, nothing } from 'lit';
import { dayInWords, directionOf, placeInWords } from '../language.js';
import { forceMark, markOf } from './force.js';
import { shownRanges, wordsBetween } from './passage.js';

/** @typedef {import('../types.d.ts').ReadHost} ReadHost */
/** @typedef {import('../types.d.ts').Opened} Opened */

const SHAPES = ['decides', 'asks', 'disapproves', 'supports', 'states', 'refers'];

/**
 * Who is asked to do what by when, in the words of the text, grouped by kind of act or by who is asked.
 *
 * @param {ReadHost} host
 * @param {Opened} reading
 */
export function actsTable(host, reading) {
  const { m } = host;
  const { resolution } = reading;
  const { language } = resolution.edition;
  const acts = resolution.paragraphs
    .filter(({ zone }) => zone === 'operative')
    .flatMap((paragraph) => paragraph.acts.map((act) => ({ paragraph, act, shape: markOf(act.lead).shape })));
  if (!acts.length) return html`<p class="state">${m.noActs}</p>`;
  const byWho = host.route.params.get('by') === 'who';
  const groups = byWho ? byAddressee(acts, m) : byShape(acts, m);
  const way = (/** @type {string} */ name, /** @type {string | null} */ by) =>
    html`<a href=${host.linkTo('read', reading.key, { tab: 'acts', by })} aria-current=${(by === 'who') === byWho ? 'true' : nothing}>${name}</a>`;
  return html`<p class="ways">${m.actsBy} ${way(m.actWhat, null)} ${way(m.actWho, 'who')}</p>
  <div class="scroller"><table class="acts">
    <thead>
      <tr>
        <th scope="col">${m.actWhat}</th><th scope="col">${m.actWho}</th><th scope="col">${m.actWhen}</th><th scope="col">${m.actWhere}</th>
      </tr>
    </thead>
    ${groups.map(
      ({ name, group }) => html`<tbody>
        <tr class="group"><th colspan="4" scope="rowgroup"><bdi>${name}</bdi></th></tr>
        ${group.map(
          ({ paragraph, act }) => html`<tr>
            <td>${forceMark(m, act.lead)} <span class="words" lang=${language} dir=${directionOf(language)}><i class="lead">${act.lead.text}</i> ${wording(reading, paragraph, act)}</span></td>
            <td class=${act.addressees.length ? '' : 'none'} data-label=${m.actWho} lang=${language} dir="auto">${act.addressees.map((one) => one.text).join(', ')}</td>
            <td class=${act.deadline ? '' : 'none'} data-label=${m.actWhen}>${act.deadline ? html`<bdi>${act.deadline.iso ? dayInWords(m, act.deadline.iso) : act.deadline.text}</bdi>` : nothing}</td>
            <td class="where"><a href=${host.linkTo('read', reading.key, { at: paragraph.address })}>${placeInWords(m, paragraph.address)}</a></td>
          </tr>`,
        )}
      </tbody>`,
    )}
  </table></div>`;
}

/** @typedef {{ paragraph: Opened['resolution']['paragraphs'][number], act: Opened['resolution']['paragraphs'][number]['acts'][number], shape: string }} Row */

/** @param {readonly Row[]} acts @param {import('../language.js').Messages} m */
function byShape(acts, m) {
  return SHAPES.flatMap((shape) => {
    const group = acts.filter((one) => one.shape === shape);
    return group.length ? [{ name: m.shapes[shape] ?? shape, group }] : [];
  });
}

/**
 * Each act under everyone it is addressed to, whoever is asked most first, those addressed to nobody last.
 *
 * @param {readonly Row[]} acts
 * @param {import('../language.js').Messages} m
 */
function byAddressee(acts, m) {
  /** @type {Map<string, { name: string, group: Row[] }>} */
  const groups = new Map();
  for (const one of acts) {
    for (const { text } of one.act.addressees) {
      const known = groups.get(text.toLowerCase());
      if (known) known.group.push(one);
      else groups.set(text.toLowerCase(), { name: text, group: [one] });
    }
  }
  const nobody = acts.filter(({ act }) => !act.addressees.length);
  return [
    ...[...groups.values()].sort((a, b) => b.group.length - a.group.length),
    ...(nobody.length ? [{ name: m.actNobody, group: nobody }] : []),
  ];
}

/** How much of what follows a lead phrase is shown, in characters. */
const SHOWN = 260;

/**
 * What an act does, in the words that follow its lead phrase. Who is asked stands in a column of its own and is left out
 * where the words begin with it, and a sign says so; nothing else is.
 *
 * @param {Opened} reading
 * @param {Opened['resolution']['paragraphs'][number]} paragraph
 * @param {Opened['resolution']['paragraphs'][number]['acts'][number]} act
 */
function wording(reading, paragraph, act) {
  const ranges = shownRanges(reading.text, paragraph);
  const next = paragraph.acts[paragraph.acts.indexOf(act) + 1]?.lead.span[0] ?? paragraph.span[1];
  const from = act.lead.span[1];
  const to = Math.min(next, Math.max(0, ...act.object.map(({ span }) => span[1])) || next);
  // Those who are asked, one behind the other with nothing but small words between.
  let asked = from;
  for (const { span } of act.addressees) {
    if (span[0] >= asked && span[1] < to && span[0] - asked <= MOST_BETWEEN) asked = span[1];
  }
  const words = wordsBetween(reading.text, ranges, asked, to).trim();
  const short = words.length <= SHOWN ? words : `${words.slice(0, words.lastIndexOf(' ', SHOWN))} […]`;
  return asked > from ? `… ${short.replace(/^[,;]\s*/, '')}` : short;
}

/** So many characters may stand before one who is asked: “, in close cooperation with ”. */
const MOST_BETWEEN = 32;
