/**
 * What only the app says, in every language of the interface: of files, of one's library, of an article as a whole. The
 * elements need not carry these.
 */

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
  lookedFor: 'A sentence, looked for as it stands',
  citedHere: 'What the article cites',
  check: /** @type {Table} */ ({
    'single-sentence': 'One sentence without quotation marks: it was looked for as it stands.',
    'same-document': 'Both sides are the same document.',
    'article-is-resolution':
      'The text on the article’s side reads as a resolution. Its quotation marks were checked all the same.',
  }),
  damaged: (/** @type {number} */ n) =>
    `${n ? `Letters are damaged in ${counted.en(n, { one: '# place', other: '# places' })}` : 'This copy is hard to read in places'}; differences there are marked “Not compared”.`,
  aboutWhat:
    'Whereas reads the resolutions of international organisations, finds words in them, and says of each quotation where it stands and whether it is exact. It gives no verdict on an article as a whole.',
  aboutPrivacy:
    'Everything is done on this device. No text, query or file leaves it, and the page asks no other server.',
  aboutSources:
    'Free software under MIT or Apache-2.0. Names of States and territories stand as the texts print them. Where a text is the United Nations’, the copy shown is unofficial.',
  scaleHint:
    'How strongly a phrase asks or disapproves is a convention with an author, not a rule of law. Steps of two scales are never compared.',
  ownLead: 'Paste a news report. Each passage in quotation marks is looked for in the resolutions chosen.',
  ownNothingNamed: 'The article names no resolution that is open here. Choose at least one, or paste one.',
  ownNone: 'No resolution is open yet. Paste or drop one.',
  ownEmpty: 'Paste the article first.',
  ownNoSource: 'Choose at least one resolution, or paste one.',
  libraryNone: 'No documents of your own yet. Drop resolutions in any format, or paste text.',
  libraryEmpty: 'Nothing here yet. Drop resolutions in any format, paste text, or open an archive.',
  storeSilent: 'The browser does not open what it keeps. What you bring along now lasts as long as this page.',
  manyFiles: (/** @type {number} */ n) => `Only the first ${n.toLocaleString('en')} files were taken.`,
  temporaryHint: 'nothing more is stored, and closing the page forgets it',
  storage: (/** @type {string} */ used, /** @type {string} */ all) =>
    `${used} kept on this device; the browser allows ${all}.`,
  hereTemporary: 'Temporary session: nothing is stored on this device',
  compareHint: 'Two resolutions, paragraph by paragraph, will stand here. This room is not furnished yet.',
  dropHere: 'Drop to open: resolutions are kept in the library, a news report is checked',
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
  citedHere: 'Ce que cite l’article',
  check: {
    'single-sentence': 'Une phrase sans guillemets\u00a0: elle a été cherchée telle quelle.',
    'same-document': 'Les deux côtés sont le même document.',
    'article-is-resolution':
      'Le texte donné pour l’article se lit comme une résolution. Ses guillemets ont tout de même été vérifiés.',
  },
  damaged: (n) =>
    `${n ? `Des lettres sont abîmées à ${counted.fr(n, { one: '# endroit', other: '# endroits' })}` : 'Cette copie est par endroits difficile à lire'}\u00a0; les différences y sont marquées «\u00a0Non comparé\u00a0».`,
  aboutWhat:
    'Whereas lit les résolutions des organisations internationales, y trouve des mots, et dit de chaque citation où elle figure et si elle est exacte. Il ne porte aucun jugement sur un article dans son ensemble.',
  aboutPrivacy:
    'Tout se fait sur cet appareil. Aucun texte, aucune requête, aucun fichier ne le quitte, et la page n’interroge aucun autre serveur.',
  aboutSources:
    'Logiciel libre sous licence MIT ou Apache-2.0. Les noms d’États et de territoires sont ceux que les textes impriment. Les copies de textes des Nations Unies ne sont pas officielles.',
  scaleHint:
    'La force avec laquelle une formule demande ou désapprouve est une convention d’auteur, non une règle de droit. Les degrés de deux échelles ne se comparent jamais.',
  ownLead: 'Collez un article de presse. Chaque passage entre guillemets est cherché dans les résolutions choisies.',
  ownNothingNamed: 'L’article ne nomme aucune résolution ouverte ici. Choisissez-en au moins une, ou collez-en une.',
  ownNone: 'Aucune résolution n’est ouverte. Collez-en une ou déposez-la.',
  ownEmpty: 'Collez d’abord l’article.',
  ownNoSource: 'Choisissez au moins une résolution, ou collez-en une.',
  libraryNone: 'Aucun document à vous pour l’instant. Déposez des résolutions de tout format, ou collez un texte.',
  libraryEmpty: 'Rien ici pour l’instant. Déposez des résolutions, ou collez un texte.',
  storeSilent:
    'Le navigateur n’ouvre pas ce qu’il conserve. Ce que vous apportez maintenant dure autant que cette page.',
  manyFiles: (n) => `Seuls les ${n.toLocaleString('fr')} premiers fichiers ont été pris.`,
  temporaryHint: 'plus rien n’est enregistré, et fermer la page oublie tout',
  storage: (used, all) => `${used} conservés sur cet appareil\u00a0; le navigateur permet ${all}.`,
  hereTemporary: 'Session temporaire\u00a0: rien n’est enregistré sur cet appareil',
  compareHint: 'Deux résolutions se tiendront ici, paragraphe par paragraphe. Cette salle n’est pas encore meublée.',
  dropHere: 'Déposez pour ouvrir\u00a0: une résolution rejoint la bibliothèque, un article est vérifié',
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
  citedHere: 'ما يحيل إليه الخبر',
  check: {
    'single-sentence': 'جملة بلا علامات اقتباس، بُحث عنها كما هي.',
    'same-document': 'الجانبان وثيقة واحدة.',
    'article-is-resolution': 'النص المعطى في جانب الخبر يُقرأ قرارًا، ومع ذلك فُحصت علامات الاقتباس فيه.',
  },
  damaged: (n) =>
    `${n ? `الحروف تالفة في ${counted.ar(n, { one: 'موضع واحد', two: 'موضعين', few: '# مواضع', many: '# موضعًا', other: '# موضع' })}` : 'هذه النسخة عسيرة القراءة في مواضع'}؛ وما اختلف هناك كُتب عنه «لم تُجرَ المقارنة».`,
  aboutWhat:
    'يقرأ Whereas قرارات المنظمات الدولية ويبحث عن الكلمات فيها، ويقول عن كل اقتباس أين ورد وهل هو دقيق. ولا يحكم على الخبر بأكمله.',
  aboutPrivacy: 'كل شيء يجري على هذا الجهاز. لا يغادره نص ولا سؤال ولا ملف، ولا تسأل الصفحة خادمًا آخر.',
  aboutSources:
    'برنامج حر برخصة MIT أو Apache-2.0. أسماء الدول والأقاليم كما طُبعت في النصوص. ونسخ نصوص الأمم المتحدة هنا غير رسمية.',
  scaleHint: 'قوة العبارة في الطلب أو الاستنكار اصطلاح له صاحبه، لا قاعدة قانونية. ولا تُقارن درجات مقياسين أبدًا.',
  ownLead: 'الصق خبرًا صحفيًّا. يُبحث عن كل ما بين علامات الاقتباس في القرارات المختارة.',
  ownNothingNamed: 'لا يسمي الخبر أي قرار مفتوح هنا. اختر واحدًا على الأقل أو ألصق قرارًا.',
  ownNone: 'لا قرار مفتوحًا بعد. الصق قرارًا أو أفلت ملفَّه.',
  ownEmpty: 'الصق الخبر أولًا.',
  ownNoSource: 'اختر قرارًا واحدًا على الأقل أو الصقه.',
  libraryNone: 'لا وثائق لك بعد. أفلت قرارات بأي صيغة أو الصق نصًّا.',
  libraryEmpty: 'لا شيء هنا بعد. أفلت قرارات بأي صيغة أو الصق نصًّا.',
  storeSilent: 'لا يفتح المتصفح ما يحفظه. ما تأتي به الآن يبقى ما بقيت هذه الصفحة مفتوحة.',
  manyFiles: (n) => `أُخذت أول ${n.toLocaleString('ar-u-nu-latn')} ملف فقط.`,
  temporaryHint: 'لا يُحفظ شيء بعد الآن، وإغلاق الصفحة يمحو ما فيها',
  storage: (used, all) => `المحفوظ على هذا الجهاز: ${used}؛ ويسمح المتصفح بـ ${all}.`,
  hereTemporary: 'جلسة مؤقتة: لا يُحفظ شيء على هذا الجهاز',
  compareHint: 'سيقف هنا قراران فقرةً إزاء فقرة. لم تُجهَّز هذه الغرفة بعد.',
  dropHere: 'أفلت للفتح: يُحفظ القرار في المكتبة، ويُدقَّق الخبر',
};

const tables = { en, fr, ar };

/**
 * What is said of these in the language of the interface.
 *
 * @param {{ code: string }} m
 * @returns {typeof en}
 */
export function deskWords({ code }) {
  return tables[/** @type {keyof typeof tables} */ (code)] ?? en;
}
