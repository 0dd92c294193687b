/** What was found about a quotation, in plain sentences. */
import { languageInWords, placeInWords } from '../language.js';
import { stateWords } from '../messages/states.js';
import { shownRanges, wordsBetween } from './passage.js';

/** @typedef {import('../language.js').Messages} Messages */
/** @typedef {import('../types.d.ts').Finding} Finding */
/** @typedef {import('../types.d.ts').Held} Held */
/** @typedef {import('../types.d.ts').Opened} Opened */
/** @typedef {import('../types.d.ts').SourcePlace} SourcePlace */

/** How many words of what goes on are said. */
const WORDS_AFTER = 14;

/**
 * The open text and the paragraph that a finding stands in.
 *
 * @param {Held} held
 * @param {SourcePlace | null | undefined} place
 */
export function standsIn(held, place) {
  if (!place) return null;
  const opened = held.sources.find((source) => source.key === place.key) ?? null;
  const paragraph = opened?.resolution.paragraphs.find((one) => one.address === place.address) ?? null;
  return opened ? { opened, paragraph, place } : null;
}

/**
 * The label of a finding, with the short notes that hold for it.
 *
 * @param {Messages} m
 * @param {Finding} finding
 */
export function labelOf(m, finding) {
  const label = m.labels[finding.verdict] ?? finding.verdict;
  if (finding.verdict === 'unchecked' && finding.reason)
    return `${label}: ${m.reasons[finding.reason] ?? finding.reason}`;
  const notes = finding.also.flatMap((code) => m.notes[code] ?? []);
  return [label, ...notes].join(' · ');
}

/** @param {string} text */
const joined = (text) => text.replace(/\s+/g, ' ').trim();

/** @param {string} text */
const inCapitals = (text) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/**
 * What is said of a finding, in plain sentences made of what the core found.
 *
 * @param {Messages} m
 * @param {Held} held
 * @param {Finding} finding
 * @returns {{ main: string[], aside: string[] }} the finding itself; what the article says around it
 */
export function sentencesOf(m, held, finding) {
  const article = held.article.text;
  const where = standsIn(held, finding.source);
  const source = where?.opened.text ?? '';
  const ranges = where?.paragraph ? shownRanges(source, where.paragraph) : [];
  const main = [];
  const aside = [];

  if (finding.source?.address === 'title') {
    main.push(m.isTitle);
    if (inCapitals(source.slice(...finding.source.span)) && !inCapitals(finding.text)) main.push(m.capitals);
  }
  main.push(...editSentences(m, finding, article, source));

  if (where && finding.source && finding.also.includes('truncated')) {
    const rest = wordsBetween(source, ranges, finding.source.span[1], Number.MAX_SAFE_INTEGER).trimEnd();
    const parts = rest.split(' ');
    main.push(m.continues(parts.length > WORDS_AFTER ? `${parts.slice(0, WORDS_AFTER).join(' ')}…` : rest));
  }
  const lead = where?.paragraph?.lead ?? finding.source?.lead ?? null;
  if (finding.also.includes('short') && lead) {
    const under = where?.opened.resolution.citations.find(
      (citation) => citation.by === finding.source?.address && citation.under?.startsWith(lead.text),
    )?.under;
    main.push(m.governed(under ?? lead.text));
  }
  if (finding.also.includes('reattached')) {
    if (finding.subjects) main.push(m.subjects(finding.subjects.source.text, finding.subjects.article.text));
    if (lead && where?.paragraph) main.push(m.begins(beginning(where.paragraph.text, lead.text)));
  }
  if (finding.rivals.length)
    main.push(m.alsoIn(finding.rivals.map((rival) => rivalInWords(m, held, finding, rival)).join('; ')));

  const { counterpart, version } = finding;
  const s = stateWords(m);
  if (counterpart) {
    const said = [held.article.document.language, counterpart.language].map((code) => languageInWords(m, code));
    main.push(s.languages(said[0] ?? '', said[1] ?? ''));
    const grounds = counterpart.by.map((ground) => s.grounds[ground] ?? ground);
    const place = placeInWords(m, counterpart.source.address);
    main.push(s.standsFor(place, spelled(held, counterpart.source.resolution), grounds));
  }
  if (version) main.push(s.compareWith(spelled(held, version.resolution), languageInWords(m, version.language)));

  const preamble = finding.also.includes('preamble');
  if (finding.carrier?.reporting && finding.carrier.lead && !finding.also.includes('short')) {
    aside.push(m.carrier(finding.carrier.reporting, finding.carrier.lead, preamble));
  } else if (preamble) aside.push(m.inPreamble);
  return { main, aside };
}

/** How a work is spelled. @param {Held} held @param {string} id */
function spelled(held, id) {
  return held.sources.find(({ resolution }) => resolution.id === id)?.resolution.symbol ?? held.names?.[id] ?? id;
}

/**
 * @param {Messages} m
 * @param {Finding} finding
 * @param {string} article
 * @param {string} source
 */
function editSentences(m, finding, article, source) {
  const of = (/** @type {string} */ kind) => finding.edits.filter((edit) => edit.class === kind);
  const out = of('substitution').map((edit) =>
    m.replaced(joined(article.slice(...edit.article)), joined(source.slice(...edit.source))),
  );
  const inserted = of('insertion').map((edit) => joined(article.slice(...edit.article)));
  if (inserted.length) out.push(m.inserted([...new Set(inserted)]));
  const deleted = of('deletion').map((edit) => joined(source.slice(...edit.source)));
  if (deleted.length) out.push(m.deleted([...new Set(deleted)]));
  const adapted = finding.edits.filter(
    ({ class: kind }) => kind === 'inflection' || (kind === 'case' && finding.verdict === 'inflected'),
  );
  if (adapted.length) {
    out.push(
      m.adapted(adapted.map((edit) => [joined(source.slice(...edit.source)), joined(article.slice(...edit.article))])),
    );
  }
  if (of('ellipsis').length) out.push(m.omitted);
  return out;
}

/**
 * The lead phrase and the word after it, as the paragraph begins.
 *
 * @param {string} text
 * @param {string} lead
 */
function beginning(text, lead) {
  if (!text.startsWith(lead)) return lead;
  const next = /^\s+[^\s,;.]+/.exec(text.slice(lead.length))?.[0] ?? '';
  return lead + next;
}

/**
 * @param {Messages} m
 * @param {Held} held
 * @param {Finding} finding
 * @param {SourcePlace} rival
 */
function rivalInWords(m, held, finding, rival) {
  const place = placeInWords(m, rival.address);
  if (rival.key === finding.source?.key) return place;
  return `${spelled(held, rival.resolution)}, ${place}`;
}
