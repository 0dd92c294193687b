/**
 * What the app says of archives, in every language; `en.js` and its like hold all else. The elements open archives without
 * a word, so that they need not carry these.
 */

import { counter } from './plural.js';

const counted = { en: counter('en'), fr: counter('fr'), ar: counter('ar-u-nu-latn') };

/** A number of resolutions. */
const resolutions = {
  en: (/** @type {number} */ n) => counted.en(n, { one: '# resolution', other: '# resolutions' }),
  fr: (/** @type {number} */ n) => counted.fr(n, { one: '# résolution', other: '# résolutions' }),
  ar: (/** @type {number} */ n) =>
    counted.ar(n, {
      zero: 'لا قرارات',
      one: 'قرار واحد',
      two: 'قراران',
      few: '# قرارات',
      many: '# قرارًا',
      other: '# قرار',
    }),
};

/** @param {string} language @param {string[]} items */
const list = (language, items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items);

const en = {
  lookInArchives: 'Look in my archives',
  archivesTitle: 'Open an archive',
  archivesLead: 'An archive is one file with thousands of resolutions, searched beside your own documents.',
  archivesHere: 'This site offers',
  archiveOpen: 'Open',
  archiveOpenNamed: (/** @type {string} */ name) => `Open ${name}`,
  archiveClose: 'Close it',
  archiveCloseNamed: (/** @type {string} */ name) => `Close ${name}`,
  archiveFile: 'Open a file',
  archiveAddress: 'Another address',
  archiveNoAddress: 'That is no address of an archive. One begins with https:// or is a path of this site.',
  archiveAsk: (/** @type {string} */ host) =>
    `lies at ${host}. If you search it there, that host can see which parts of the archive are read, and so guess what you look for. Nothing has been asked of it yet.`,
  archiveAgree: (/** @type {string} */ host) => `Search it at ${host}`,
  archiveHere: 'On this device.',
  archiveAway: (/** @type {string} */ host) => `Read from ${host}, which can see which parts are read.`,
  archiveDownload: 'Download it whole',
  archiveDownloadNamed: (/** @type {string} */ name) => `Download ${name} whole`,
  archiveWhole: (/** @type {string} */ name) => `All of ${name} is on this device now.`,
  archiveOpened: (/** @type {string} */ name, /** @type {number} */ n) =>
    n ? `${name} is open: ${resolutions.en(n)}.` : `${name} is open.`,
  archiveClosed: (/** @type {string} */ name) => `${name} was closed.`,
  archiveSilent: 'Its host does not answer. What is on this device still does.',
  archiveBack: 'All archives answer again.',
  archiveBuild: 'One command builds an archive from a folder:',
  searchingAway: (/** @type {string[]} */ names) =>
    names.length === 1
      ? `Searching ${names[0]}: its host can see which parts of the archive are read`
      : `Searching ${list('en', names)}: their hosts can see which parts of the archives are read`,
  downloading: (/** @type {string} */ done, /** @type {string} */ all, /** @type {number} */ left) =>
    `${done} of ${all} have come · about ${left} s left`,
};

/** @type {typeof en} */
const fr = {
  lookInArchives: 'Chercher dans mes archives',
  archivesTitle: 'Ouvrir une archive',
  archivesLead:
    'Une archive est un fichier qui contient des milliers de résolutions, cherchées avec vos propres documents.',
  archivesHere: 'Ce site propose',
  archiveOpen: 'Ouvrir',
  archiveOpenNamed: (name) => `Ouvrir ${name}`,
  archiveClose: 'La fermer',
  archiveCloseNamed: (name) => `Fermer ${name}`,
  archiveFile: 'Ouvrir un fichier',
  archiveAddress: 'Une autre adresse',
  archiveNoAddress: 'Ce n’est pas l’adresse d’une archive. Elle commence par https:// ou est un chemin de ce site.',
  archiveAsk: (host) =>
    `se trouve chez ${host}. Si vous y cherchez, cet hôte peut voir quelles parties de l’archive sont lues, et deviner ce que vous cherchez. Rien ne lui a encore été demandé.`,
  archiveAgree: (host) => `Y chercher, chez ${host}`,
  archiveHere: 'Sur cet appareil.',
  archiveAway: (host) => `Lue chez ${host}, qui peut voir quelles parties sont lues.`,
  archiveDownload: 'La télécharger entière',
  archiveDownloadNamed: (name) => `Télécharger ${name} entière`,
  archiveWhole: (name) => `${name} est maintenant entièrement sur cet appareil.`,
  archiveOpened: (name, n) => (n ? `${name} est ouverte\u00a0: ${resolutions.fr(n)}.` : `${name} est ouverte.`),
  archiveClosed: (name) => `${name} a été fermée.`,
  archiveSilent: 'Son hôte ne répond pas. Ce qui est sur cet appareil répond toujours.',
  archiveBack: 'Toutes les archives répondent de nouveau.',
  archiveBuild: 'Une commande construit une archive à partir d’un dossier\u00a0:',
  searchingAway: (names) =>
    names.length === 1
      ? `Recherche dans ${names[0]}\u00a0: son hôte peut voir quelles parties de l’archive sont lues`
      : `Recherche dans ${list('fr', names)}\u00a0: leurs hôtes peuvent voir quelles parties des archives sont lues`,
  downloading: (done, all, left) => `${done} sur ${all} reçus · environ ${left} s`,
};

/** @type {typeof en} */
const ar = {
  lookInArchives: 'البحث في أرشيفاتي',
  archivesTitle: 'افتح أرشيفًا',
  archivesLead: 'الأرشيف ملف واحد فيه آلاف القرارات، يُبحث فيه مع وثائقك.',
  archivesHere: 'يتيح هذا الموقع',
  archiveOpen: 'فتح',
  archiveOpenNamed: (name) => `فتح \u2068${name}\u2069`,
  archiveClose: 'إغلاقه',
  archiveCloseNamed: (name) => `إغلاق \u2068${name}\u2069`,
  archiveFile: 'فتح ملف',
  archiveAddress: 'عنوان آخر',
  archiveNoAddress: 'ليس هذا عنوان أرشيف. يبدأ العنوان بـ \u2068https://\u2069 أو يكون مسارًا في هذا الموقع.',
  archiveAsk: (host) =>
    `موجود لدى \u2068${host}\u2069. إذا بحثت فيه هناك أمكن لهذا المضيف أن يرى أي أجزاء الأرشيف تُقرأ، وأن يخمن ما تبحث عنه. لم يُطلب منه شيء بعد.`,
  archiveAgree: (host) => `البحث فيه لدى \u2068${host}\u2069`,
  archiveHere: 'على هذا الجهاز.',
  archiveAway: (host) => `يُقرأ من \u2068${host}\u2069 الذي يمكنه أن يرى أي الأجزاء تُقرأ.`,
  archiveDownload: 'تنزيله كاملًا',
  archiveDownloadNamed: (name) => `تنزيل \u2068${name}\u2069 كاملًا`,
  archiveWhole: (name) => `صار \u2068${name}\u2069 كله على هذا الجهاز.`,
  archiveOpened: (name, n) => (n ? `فُتح \u2068${name}\u2069: ${resolutions.ar(n)}.` : `فُتح \u2068${name}\u2069.`),
  archiveClosed: (name) => `أُغلق \u2068${name}\u2069.`,
  archiveSilent: 'مضيفه لا يجيب. ما على هذا الجهاز لا يزال يجيب.',
  archiveBack: 'عادت الأرشيفات كلها تجيب.',
  archiveBuild: 'أمر واحد يبني أرشيفًا من مجلد:',
  searchingAway: (names) =>
    names.length === 1
      ? `البحث في \u2068${names[0]}\u2069: يمكن لمضيفه أن يرى أي أجزاء الأرشيف تُقرأ`
      : `البحث في ${list(
          'ar',
          names.map((name) => `\u2068${name}\u2069`),
        )}: يمكن لمضيفيها أن يروا أي أجزائها تُقرأ`,
  downloading: (done, all, left) => `وصل ${done} من ${all} · بقي نحو ${left} ث`,
};

const tables = { en, fr, ar };

/**
 * What is said of archives in the language of the interface.
 *
 * @param {{ code: string }} m
 * @returns {typeof en}
 */
export function archiveWords({ code }) {
  return tables[/** @type {keyof typeof tables} */ (code)] ?? en;
}
