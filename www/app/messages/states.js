/** What is said where something is missing, odd or in another language, in every language of the interface. */

import { counter } from './plural.js';

const counted = { en: counter('en'), fr: counter('fr'), ar: counter('ar-u-nu-latn') };

/** @param {string} language @param {string[]} items */
const list = (language, items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items);

/** @typedef {Record<string, string>} Table */

const en = {
  // Why a file could not be read, by the code of the error.
  file: /** @type {Table} */ ({
    'scanned-pdf': 'This PDF is pictures without text. Run text recognition first.',
    'encrypted-pdf': 'It is locked with a password. Open it, save it without one, and bring that copy.',
    'encrypted-document': 'It is locked with a password. Open it, save it without one, and bring that copy.',
    'file-damaged': 'The file is damaged. Fetch it again from where it came.',
    'zip-bomb': 'It unpacks to more than a document can be, and was left alone.',
    'not-text': 'It is no text. Save it as text, HTML, Word or PDF.',
    'too-long': 'It is longer than one document can be. Cut it in two.',
    'unsupported-format': 'Its format is not read here. Save it as text, HTML, Word or PDF.',
    'unsupported-encoding': 'Its letters are in no known encoding. Save it as UTF-8.',
    'not-readable': 'It may have been moved or changed since it was chosen. Choose it again.',
  }),
  exportNow: 'Export now',

  cleared: (/** @type {number} */ texts, /** @type {number} */ archives) =>
    `Removed: ${list('en', [counted.en(texts, { one: '# document', other: '# documents' }), ...(archives ? [counted.en(archives, { one: '# archive', other: '# archives' })] : []), 'your decisions'])}.`,

  // The check.
  lookedFor: 'A sentence, looked for as it stands',
  noQuotations: (/** @type {number} */ cited) =>
    cited
      ? `No quotation marks found. Paste one sentence to look for it, or see the ${counted.en(cited, { one: '# citation', other: '# citations' })}.`
      : 'No quotation marks found. Paste one sentence to look for it.',
  citedHere: 'What the article cites',
  check: /** @type {Table} */ ({
    'single-sentence': 'One sentence without quotation marks: it was looked for as it stands.',
    'same-document': 'Both sides are the same document.',
    'article-is-resolution':
      'The text on the article’s side reads as a resolution. Its quotation marks were checked all the same.',
  }),
  damaged: (/** @type {number} */ n) =>
    `${n ? `Letters are damaged in ${counted.en(n, { one: '# place', other: '# places' })}` : 'This copy is hard to read in places'}; differences there are marked “Not compared”.`,
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
  file: {
    'scanned-pdf': 'Ce PDF ne contient que des images. Faites-en d’abord reconnaître le texte.',
    'encrypted-pdf': 'Un mot de passe le protège. Ouvrez-le, enregistrez-le sans mot de passe et apportez cette copie.',
    'encrypted-document':
      'Un mot de passe le protège. Ouvrez-le, enregistrez-le sans mot de passe et apportez cette copie.',
    'file-damaged': 'Le fichier est endommagé. Reprenez-le là d’où il vient.',
    'zip-bomb': 'Décompressé, il dépasse ce qu’un document peut être\u00a0; il n’a pas été ouvert.',
    'not-text': 'Ce n’est pas un texte. Enregistrez-le en texte, HTML, Word ou PDF.',
    'too-long': 'Il est plus long qu’un document ne peut l’être. Coupez-le en deux.',
    'unsupported-format': 'Ce format n’est pas lu ici. Enregistrez-le en texte, HTML, Word ou PDF.',
    'unsupported-encoding': 'Ses lettres ne suivent aucun codage connu. Enregistrez-le en UTF-8.',
    'not-readable': 'Il a peut-être été déplacé ou modifié depuis. Choisissez-le de nouveau.',
  },
  exportNow: 'Exporter maintenant',
  cleared: (texts, archives) =>
    `Retirés\u00a0: ${list('fr', [counted.fr(texts, { one: '# document', other: '# documents' }), ...(archives ? [counted.fr(archives, { one: '# archive', other: '# archives' })] : []), 'vos décisions'])}.`,
  lookedFor: 'Une phrase, cherchée telle quelle',
  noQuotations: (cited) =>
    cited
      ? `Aucun guillemet trouvé. Collez une phrase pour la chercher, ou voyez ${counted.fr(cited, { one: 'la citation de texte', other: 'les # textes cités' })}.`
      : 'Aucun guillemet trouvé. Collez une phrase pour la chercher.',
  citedHere: 'Ce que cite l’article',
  check: {
    'single-sentence': 'Une phrase sans guillemets\u00a0: elle a été cherchée telle quelle.',
    'same-document': 'Les deux côtés sont le même document.',
    'article-is-resolution':
      'Le texte donné pour l’article se lit comme une résolution. Ses guillemets ont tout de même été vérifiés.',
  },
  damaged: (n) =>
    `${n ? `Des lettres sont abîmées à ${counted.fr(n, { one: '# endroit', other: '# endroits' })}` : 'Cette copie est par endroits difficile à lire'}\u00a0; les différences y sont marquées «\u00a0Non comparé\u00a0».`,
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
  file: {
    'scanned-pdf': 'ملف PDF هذا صور بلا نص. أجرِ له أولًا التعرف على النص.',
    'encrypted-pdf': 'الملف محمي بكلمة سر. افتحه واحفظه بلا كلمة سر ثم هات تلك النسخة.',
    'encrypted-document': 'الملف محمي بكلمة سر. افتحه واحفظه بلا كلمة سر ثم هات تلك النسخة.',
    'file-damaged': 'الملف تالف. اجلبه ثانية من مصدره.',
    'zip-bomb': 'حجمه بعد فك الضغط أكبر مما تكون عليه وثيقة، فلم يُفتح.',
    'not-text': 'ليس نصًّا. احفظه نصًّا أو HTML أو Word أو PDF.',
    'too-long': 'أطول مما تكون عليه وثيقة واحدة. اقسمه قسمين.',
    'unsupported-format': 'هذه الصيغة لا تُقرأ هنا. احفظه نصًّا أو HTML أو Word أو PDF.',
    'unsupported-encoding': 'ترميز حروفه غير معروف. احفظه بترميز UTF-8.',
    'not-readable': 'ربما نُقل الملف أو تغيّر بعد اختياره. اختره ثانية.',
  },
  exportNow: 'التصدير الآن',
  cleared: (texts, archives) =>
    `أُزيل: ${list('ar', [counted.ar(texts, { zero: 'لا وثائق', one: 'وثيقة واحدة', two: 'وثيقتان', few: '# وثائق', many: '# وثيقة', other: '# وثيقة' }), ...(archives ? [counted.ar(archives, { one: 'أرشيف واحد', two: 'أرشيفان', few: '# أرشيفات', many: '# أرشيفًا', other: '# أرشيف' })] : []), 'قراراتك'])}.`,
  lookedFor: 'جملة بُحث عنها كما هي',
  noQuotations: (cited) =>
    cited
      ? `لم يُعثر على علامات اقتباس. الصق جملة للبحث عنها، أو انظر ${counted.ar(cited, { one: 'الإحالة الواحدة', two: 'الإحالتين', few: 'الإحالات وعددها #', many: 'الإحالات وعددها #', other: 'الإحالات وعددها #' })}.`
      : 'لم يُعثر على علامات اقتباس. الصق جملة للبحث عنها.',
  citedHere: 'ما يحيل إليه الخبر',
  check: {
    'single-sentence': 'جملة بلا علامات اقتباس، بُحث عنها كما هي.',
    'same-document': 'الجانبان وثيقة واحدة.',
    'article-is-resolution': 'النص المعطى في جانب الخبر يُقرأ قرارًا، ومع ذلك فُحصت علامات الاقتباس فيه.',
  },
  damaged: (n) =>
    `${n ? `الحروف تالفة في ${counted.ar(n, { one: 'موضع واحد', two: 'موضعين', few: '# مواضع', many: '# موضعًا', other: '# موضع' })}` : 'هذه النسخة عسيرة القراءة في مواضع'}؛ وما اختلف هناك كُتب عنه «لم تُجرَ المقارنة».`,
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
