/** What is said of a search that found nothing and of a quotation in another language, in every language of the interface. */

import { counter } from './plural.js';

const counted = { en: counter('en'), fr: counter('fr'), ar: counter('ar-u-nu-latn') };

/** @param {string} language @param {string[]} items */
const list = (language, items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items);

/** @typedef {Record<string, string>} Table */

const en = {
  // The check.
  noQuotations: (/** @type {number} */ cited) =>
    cited
      ? `No quotation marks found. Paste one sentence to look for it, or see the ${counted.en(cited, { one: '# citation', other: '# citations' })}.`
      : 'No quotation marks found. Paste one sentence to look for it.',
  languages: (/** @type {string} */ article, /** @type {string} */ text) =>
    `The article is in ${article}, the text in ${text}.`,
  standsFor: (/** @type {string} */ place, /** @type {string} */ work, /** @type {string[]} */ grounds) =>
    `Likely ${place} of ${work}${grounds.length ? `, by its ${list('en', grounds)}` : ''}; the words were not compared.`,
  compareWith: (/** @type {string} */ work, /** @type {string} */ language) => `Compare with ${work} in ${language}.`,
  grounds: /** @type {Table} */ ({
    address: 'place',
    citations: 'citations',
    dates: 'dates',
    names: 'names',
    numbers: 'numbers',
    act: 'act',
  }),

  // Finding.
  searched: (/** @type {number} */ n, /** @type {string[]} */ languages) =>
    `Nothing found. Searched: ${counted.en(n, { one: '# resolution', other: '# resolutions' })}${languages.length ? `, ${list('en', languages)}` : ''}.`,
  nearest: (/** @type {string} */ typed) => `Nothing has “${typed}”. Nearest spelling:`,
  taken: (/** @type {string} */ typed, /** @type {string} */ taken) => `Nothing has “${typed}”; showing “${taken}”.`,
  notHere: (/** @type {string[]} */ typed) =>
    `Nothing has ${list(
      'en',
      typed.map((one) => `“${one}”`),
    )}.`,
  sentence: 'This may be a sentence. Look for it as it stands:',
};

/** @type {typeof en} */
const fr = {
  noQuotations: (cited) =>
    cited
      ? `Aucun guillemet trouvé. Collez une phrase pour la chercher, ou voyez ${counted.fr(cited, { one: 'la citation de texte', other: 'les # textes cités' })}.`
      : 'Aucun guillemet trouvé. Collez une phrase pour la chercher.',
  languages: (article, text) => `L’article est en ${article}, le texte en ${text}.`,
  standsFor: (place, work, grounds) =>
    `Sans doute ${place} de ${work}${grounds.length ? `, d’après ${list('fr', grounds)}` : ''}\u00a0; les mots n’ont pas été comparés.`,
  compareWith: (work, language) => `À comparer avec ${work} en ${language}.`,
  grounds: {
    address: 'sa place',
    citations: 'ses citations',
    dates: 'ses dates',
    names: 'ses noms',
    numbers: 'ses nombres',
    act: 'son acte',
  },
  searched: (n, languages) =>
    `Rien trouvé. Cherché dans\u00a0: ${counted.fr(n, { one: '# résolution', other: '# résolutions' })}${languages.length ? `, ${list('fr', languages)}` : ''}.`,
  nearest: (typed) => `Rien ne contient «\u00a0${typed}\u00a0». Orthographe la plus proche\u00a0:`,
  taken: (typed, taken) => `Rien ne contient «\u00a0${typed}\u00a0»\u00a0; voici «\u00a0${taken}\u00a0».`,
  notHere: (typed) =>
    `Rien ne contient ${list(
      'fr',
      typed.map((one) => `«\u00a0${one}\u00a0»`),
    )}.`,
  sentence: 'C’est peut-être une phrase. La chercher telle quelle\u00a0:',
};

/** @type {typeof en} */
const ar = {
  noQuotations: (cited) =>
    cited
      ? `لم يُعثر على علامات اقتباس. الصق جملة للبحث عنها، أو انظر ${counted.ar(cited, { one: 'الإحالة الواحدة', two: 'الإحالتين', few: 'الإحالات وعددها #', many: 'الإحالات وعددها #', other: 'الإحالات وعددها #' })}.`
      : 'لم يُعثر على علامات اقتباس. الصق جملة للبحث عنها.',
  languages: (article, text) => `لغة الخبر ${article} ولغة النص ${text}.`,
  standsFor: (place, work, grounds) =>
    `الأرجح أنه يقابل ${place} من \u2068${work}\u2069${grounds.length ? ` بدلالة ${list('ar', grounds)}` : ''}؛ ولم تُقارن الألفاظ.`,
  compareWith: (work, language) => `قارنه بـ \u2068${work}\u2069 باللغة ${language}.`,
  grounds: {
    address: 'موضعه',
    citations: 'إحالاته',
    dates: 'تواريخه',
    names: 'أسمائه',
    numbers: 'أعداده',
    act: 'فعله',
  },
  searched: (n, languages) =>
    `لا نتائج. جرى البحث في: ${counted.ar(n, { zero: 'لا قرارات', one: 'قرار واحد', two: 'قرارين', few: '# قرارات', many: '# قرارًا', other: '# قرار' })}${languages.length ? `، ${list('ar', languages)}` : ''}.`,
  nearest: (typed) => `لا نص فيه «\u2068${typed}\u2069». أقرب كتابة:`,
  taken: (typed, taken) => `لا نص فيه «\u2068${typed}\u2069»؛ المعروض «\u2068${taken}\u2069».`,
  notHere: (typed) =>
    `لا نص فيه ${list(
      'ar',
      typed.map((one) => `«\u2068${one}\u2069»`),
    )}.`,
  sentence: 'قد تكون هذه جملة. ابحث عنها كما هي:',
};

const tables = { en, fr, ar };

/**
 * What is said of such states in the language of the interface.
 *
 * @param {{ code: string }} m
 * @returns {typeof en}
 */
export function stateWords({ code }) {
  return tables[/** @type {keyof typeof tables} */ (code)] ?? en;
}
