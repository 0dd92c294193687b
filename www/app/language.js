/** Dates, places and names of resolutions in words, in the language of the interface. */
import { ar } from './messages/ar.js';
import { en } from './messages/en.js';
import { fr } from './messages/fr.js';

/** @typedef {import('./messages/en.js').Messages} Messages */
/** @typedef {import('./types.d.ts').Resolution} Resolution */
/** @typedef {import('./types.d.ts').Dating} Dating */

/** The languages of the interface, by code. */
export const LANGUAGES = /** @type {Record<string, Messages>} */ ({ en, fr, ar });

const RTL = new Set(['ar', 'fa', 'he', 'ur', 'ps']);

/**
 * The writing direction of a language.
 *
 * @param {string | null | undefined} language an ISO 639-1 code
 * @returns {'rtl' | 'ltr' | 'auto'} `auto` where the language is not known
 */
export function directionOf(language) {
  if (!language || language === 'und') return 'auto';
  return RTL.has(language) ? 'rtl' : 'ltr';
}

/**
 * The table to begin with: what was chosen before, else the first of the browser's languages that there is.
 *
 * @param {string | null} chosen
 * @param {readonly string[]} wanted the browser's languages, most wanted first
 * @returns {Messages}
 */
export function pickLanguage(chosen, wanted) {
  const codes = [chosen, ...wanted.map((tag) => tag.split('-')[0])];
  for (const code of codes) {
    const table = code ? LANGUAGES[code] : undefined;
    if (table) return table;
  }
  return en;
}

/**
 * What says days, numbers and languages in a language of the interface. Making one costs as much as a hundred uses.
 *
 * @type {Map<string, { days: Intl.DateTimeFormat, numbers: Intl.NumberFormat, languages: Intl.DisplayNames }>}
 */
const formats = new Map();

/** @param {string} code */
function formatsOf(code) {
  let made = formats.get(code);
  if (!made) {
    const locale = code === 'en' ? 'en-GB' : code === 'ar' ? 'ar-u-nu-latn' : code;
    made = {
      days: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
      numbers: new Intl.NumberFormat(locale),
      languages: new Intl.DisplayNames([code], { type: 'language', fallback: 'code' }),
    };
    formats.set(code, made);
  }
  return made;
}

/**
 * A number as one writes it: “1,290”.
 *
 * @param {Messages} m
 * @param {number} n
 */
export function numberInWords(m, n) {
  return formatsOf(m.code).numbers.format(n);
}

/**
 * The name of a language; the code itself where it is not known.
 *
 * @param {Messages} m
 * @param {string} code
 */
export function languageInWords(m, code) {
  if (code === 'und') return code;
  try {
    return formatsOf(m.code).languages.of(code) ?? code;
  } catch {
    // What is no code at all is shown as it stands.
    return code;
  }
}

/**
 * A day, or null for one that the calendar does not have; the browser would roll 31 February over into March.
 *
 * @param {string} iso
 */
function dayOf(iso) {
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? day : null;
}

/**
 * A Gregorian day, or a range of days, in words.
 *
 * A date that the calendar does not have is given back as it was printed.
 *
 * @param {Messages} m
 * @param {string} iso
 * @param {string | null} [end]
 */
export function dayInWords(m, iso, end = null) {
  const format = formatsOf(m.code).days;
  const first = dayOf(iso);
  const last = end ? dayOf(end) : first;
  if (!first || !last) return end ? `${iso} – ${end}` : iso;
  const said = end ? format.formatRange(first, last) : format.format(first);
  // A range of days within a month is set without spaces, as printers do.
  return said.replace(/^(\d+)\s*–\s*(\d+)(?=\s)/, '$1–$2');
}

/**
 * A size in words: “24 MB”.
 *
 * @param {Messages} m
 * @param {number} bytes
 */
export function sizeInWords(m, bytes) {
  const [value, unit] =
    bytes >= 1e9 ? [bytes / 1e9, 'gigabyte'] : bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e3, 'kilobyte'];
  const locale = m.code === 'ar' ? 'ar-u-nu-latn' : m.code;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}

/**
 * A day of the Islamic calendar, or a range, in words.
 *
 * @param {Messages} m
 * @param {string} iso year-month-day of the Islamic calendar
 * @param {string | null} end
 */
function hijriInWords(m, iso, end) {
  const [year, month, day] = iso.split('-').map(Number);
  const name = m.months[(month ?? 1) - 1] ?? String(month);
  if (!end) return `${day} ${name} ${year}`;
  const [endYear, endMonth, endDay] = end.split('-').map(Number);
  if (endYear === year && endMonth === month) return `${day}–${endDay} ${name} ${year}`;
  const endName = m.months[(endMonth ?? 1) - 1] ?? String(endMonth);
  return `${day} ${name}${endYear === year ? '' : ` ${year}`} – ${endDay} ${endName} ${endYear}`;
}

/**
 * A date as the text states it, with the Islamic date beside it and whether the two agree.
 *
 * @param {Messages} m
 * @param {Dating} dating
 */
export function datingInWords(m, dating) {
  const day = dayInWords(m, dating.iso, dating.end);
  const { hijri } = dating;
  if (!hijri) return day;
  const apart = Math.abs(hijri.difference);
  const agree = apart === 0 ? m.bothAgree : hijri.agrees ? m.bothNear : m.bothDiffer(apart);
  return `${day} (${hijriInWords(m, hijri.iso, hijri.end)}; ${agree})`;
}

/**
 * Parts of a sentence set one after another. In a line that runs from right to left each keeps its own direction.
 *
 * @param {Messages} m
 * @param {readonly string[]} parts empty ones are left out
 */
export function joinedParts(m, parts) {
  const said = parts.filter(Boolean);
  return m.dir === 'rtl' ? said.map((part) => `\u2068${part}\u2069`).join('، ') : said.join(', ');
}

/** Which date stands in the sentence, the first that there is. */
const ROLES = ['adoption', 'session', 'issued'];

/**
 * Who adopted a resolution, at which session, where and when: the masthead as one sentence.
 *
 * @param {Messages} m
 * @param {Resolution} resolution
 */
export function mastheadSentence(m, resolution) {
  const body = resolution.body ? (m.bodies[resolution.body] ?? resolution.body.toUpperCase()) : '';
  const organ = resolution.organ ? (m.organs[resolution.organ] ?? resolution.organ.toUpperCase()) : '';
  const dating = ROLES.flatMap((role) => resolution.dates.filter((one) => one.role === role))[0];
  const parts = [
    organ && body ? m.held(organ, body) : organ || body,
    resolution.session?.ordinal ? m.session(resolution.session.ordinal) : '',
    resolution.place?.name ?? '',
    dating ? datingInWords(m, dating) : '',
  ].filter(Boolean);
  return parts.length ? `${joinedParts(m, parts)}.` : '';
}

/**
 * How a resolution is named in a heading: “OIC Resolution No. 50/48-POL”.
 *
 * @param {Messages} m
 * @param {Resolution} resolution
 */
export function nameOf(m, resolution) {
  const body = resolution.body ? (m.bodies[resolution.body] ?? resolution.body.toUpperCase()) : '';
  if (resolution.symbol) {
    const spelled = resolution.body === 'un' ? resolution.symbol : m.resolutionNo(body, resolution.symbol);
    return spelled;
  }
  return resolution.title ?? resolution.heading ?? m.untitled;
}

/** Places of which there may be many, so that the number is said. */
const MANY = new Set(['heading', 'fn']);

/**
 * An address in words: `op12.b.ii` is “paragraph 12 (b) (ii)”.
 *
 * @param {Messages} m
 * @param {string} address
 * @returns {string}
 */
export function placeInWords(m, address) {
  const annex = /^annex(\d*)\.(.+)$/.exec(address);
  if (annex) return m.inAnnex(annex[1] ?? '', placeInWords(m, annex[2] ?? ''));
  const section = /^sec\d+\.(.+)$/.exec(address);
  if (section?.[1]) return placeInWords(m, section[1]);
  const found = /^(pp|op)(\d+)(.*)$/.exec(address);
  if (!found) {
    const [, name = '', n = ''] = /^([a-z]+)(\d*)$/.exec(address) ?? [];
    const said = m.places[name];
    return said ? [said, MANY.has(name) ? n : ''].filter(Boolean).join(' ') : address;
  }
  const [, part, number, rest = ''] = found;
  const tail = rest
    .split('.')
    .filter((piece) => piece && !piece.startsWith('+'))
    .map((piece) => ` (${piece})`)
    .join('');
  return part === 'pp' ? m.pp(`${number}${tail}`) : m.op(`${number}${tail}`);
}
