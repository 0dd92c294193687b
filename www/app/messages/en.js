/**
 * English wording of the interface.
 *
 * Every other language has the same keys; a function takes what varies and gives a whole sentence, so
 * that word order and plural forms stay the language's own affair.
 */

import { counter } from './plural.js';

const counted = counter('en');

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** @param {number} n */
const words = (n) => WORDS[n] ?? n.toLocaleString('en');

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => counted(n, { one: `# ${one}`, other: `# ${many}` });

/** @param {string[]} items */
const list = (items) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items);

/** @type {Record<string, (n: number, first: boolean) => string>} */
const SUMMARY = {
  verbatim: (n) => `${words(n)} ${n === 1 ? 'stands' : 'stand'} word for word`,
  inflected: (n, first) => `${words(n)} ${first ? (n === 1 ? 'stands in' : 'stand in') : 'in'} adapted form`,
  altered: (n) => `${words(n)} ${n === 1 ? 'differs' : 'differ'} in wording`,
  spliced: (n) => `${words(n)} ${n === 1 ? 'is' : 'are'} joined from separate places`,
  misattributed: (n) => `${words(n)} ${n === 1 ? 'stands' : 'stand'} in another text`,
  'not-found': (n) => `${words(n)} ${n === 1 ? 'was' : 'were'} not found in the texts compared`,
  unchecked: (n) => `${words(n)} ${n === 1 ? 'was' : 'were'} not compared`,
};

/** The English table. */
export const en = {
  code: 'en',
  dir: 'ltr',
  name: 'English',

  // The frame.
  skip: 'Skip to the text',
  rooms: 'Rooms',
  find: 'Find',
  read: 'Read',
  check: 'Check',
  compare: 'Compare',
  box: 'Words, a symbol, a sentence, or drop a file',
  boxShort: 'Words, symbol, or file',
  boxName: 'Search, or open a text',
  goOn: 'Ways to go on',
  here: 'Everything here is on this device',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  keysTitle: 'Keys',
  keys: [
    ['/', 'go to the box'],
    ['j', 'next finding or paragraph'],
    ['k', 'previous finding or paragraph'],
    ['c', 'copy with its reference'],
    ['?', 'show these keys'],
  ],
  close: 'Close',
  undo: 'Undo',
  copied: 'Copied.',
  waiting: 'Reading…',
  working: (/** @type {number} */ done, /** @type {number} */ all, /** @type {number} */ left) =>
    `${done.toLocaleString('en')} of ${all.toLocaleString('en')} read · about ${left} s left`,
  stop: 'Stop',
  update: 'A newer version is ready.',
  reload: 'Reload',
  settings: 'Settings',
  scale: 'Scale of force',
  help: 'Help',
  helpFind: 'What one can look for',
  helpQueries: {
    words: 'words in any order; * stands for any ending',
    phrase: 'these very words',
    lead: 'paragraphs that begin so',
    asks: 'what is asked strongly, and of whom',
    dates: 'an organisation, and a span of years',
    cites: 'texts that cite another',
    symbol: 'a text by its symbol, and a paragraph of it',
  },
  helpMarks: 'The marks beside paragraphs',
  helpForce: 'The shape says what a paragraph does, the bar how strongly on its own ladder.',
  helpLabels: 'What is said of a quotation',
  about: 'About',
  openFolder: 'Open a folder',
  temporary: 'Temporary session:',
  showExample: 'Show the example',

  // Understanding what was typed.
  asSymbol: (/** @type {string} */ symbol) => `Symbol: ${symbol}`,
  asSymbolAbsent: (/** @type {string} */ symbol) => `Symbol: ${symbol} (not open here)`,
  asSentence: 'A sentence: look for it',
  asWords: (/** @type {number} */ n) => `Words: in ${count(n, 'resolution', 'resolutions')}`,
  asNone: 'Words: in none of the texts here',

  // The check.
  checkTitle: 'A news report, held against the resolution it quotes',
  checkTitleMany: 'A news report, held against the resolutions it quotes',
  summaryHead: (/** @type {number} */ n) => `${capital(words(n))} ${n === 1 ? 'quotation' : 'quotations'}.`,
  summary: (/** @type {[string, number][]} */ parts) => {
    const said = parts.map(([code, n], at) => SUMMARY[code]?.(n, at === 0) ?? `${words(n)} ${code}`);
    return said.length ? `${capital(said.join(', '))}.` : '';
  },
  unquoted: (/** @type {number} */ n, /** @type {number} */ all) => {
    if (n === 0) return `Each of the resolution’s ${words(all)} paragraphs is quoted.`;
    if (n === all) return 'No paragraph of the resolution is quoted.';
    return `${capital(words(n))} of the resolution’s ${words(all)} paragraphs ${n === 1 ? 'is' : 'are'} not quoted.`;
  },
  own: 'Check your own article',
  report: 'Print or export',
  print: 'Print this report',
  exportJson: 'Save the findings as JSON',
  exportCsv: 'Save the findings as a table (CSV)',
  example: 'Example. Your documents stay on this device.',
  stays: 'Your documents stay on this device.',
  article: 'Article',
  resolution: 'Resolution',
  preamble: 'Preamble',
  operative: 'Operative part',
  annex: 'Annex',
  notQuoted: 'Not quoted',
  sourceNamed: (/** @type {string} */ who) => `Source named: ${who}`,
  theme_: 'Theme:',
  caution: 'Differences may come from translation, from an earlier draft, or from how this copy was made.',
  showWhole: 'Show the whole resolution',
  wholeTexts: 'Show both texts whole',
  briefTexts: 'Shorten what is not quoted',
  moreWords: 'Show the words left out here',
  previous: 'Previous finding',
  next: 'Next finding',
  ofAll: (/** @type {number} */ n, /** @type {number} */ all) => `${n} of ${all}`,
  quotationOf: (/** @type {string} */ label, /** @type {number} */ n, /** @type {number} */ all) =>
    `${label}: quotation ${n} of ${all}`,
  labels: /** @type {Record<string, string>} */ ({
    verbatim: 'Word for word',
    inflected: 'Same words, form adapted',
    altered: 'Wording differs',
    spliced: 'Joined from separate places',
    misattributed: 'Found in another text',
    'not-found': 'Not found in the texts compared',
    unchecked: 'Not compared',
  }),
  reasons: /** @type {Record<string, string>} */ ({
    'source-not-open': 'the text it names is not open here',
    'other-speaker': 'someone else’s words',
    'other-language': 'other language',
    'too-short': 'too short to place',
    'limit-reached': 'the work that one check may cost was used up',
    'damaged-copy': 'this copy is hard to read here',
  }),
  notes: /** @type {Record<string, string>} */ ({
    truncated: 'the sentence goes on',
    short: 'one word',
    reattached: 'subject outside the quotation',
    moved: 'stands at another place than the article says',
    drift: 'the reporting verb is at another step',
    rival: 'also stands elsewhere',
  }),
  isTitle: 'The title.',
  capitals: 'Capitals are not counted: the source sets it in capitals.',
  replaced: (/** @type {string} */ article, /** @type {string} */ source) =>
    `“${article}” in the article, “${source}” in the resolution.`,
  inserted: (/** @type {string[]} */ items) =>
    `${list(items.map((text) => `“${text}”`))} ${items.length === 1 ? 'stands' : 'stand'} in the article and not in this copy.`,
  deleted: (/** @type {string[]} */ items) =>
    `${list(items.map((text) => `“${text}”`))} ${items.length === 1 ? 'stands' : 'stand'} in this copy and not in the article.`,
  omitted: 'The article marks words it leaves out.',
  adapted: (/** @type {[string, string][]} */ pairs) =>
    `${pairs.map(([from, to]) => `“${from}” → “${to}”`).join('; ')}.`,
  continues: (/** @type {string} */ text) => `It continues: “${text}”`,
  governed: (/** @type {string} */ text) => `Governed by “${text}”.`,
  subjects: (/** @type {string} */ source, /** @type {string} */ article) =>
    `Resolution: “${source}”. Article: “${article}”.`,
  begins: (/** @type {string} */ text) => `The paragraph begins “${text}…”.`,
  carrier: (/** @type {string} */ verb, /** @type {string} */ lead, /** @type {boolean} */ preamble) =>
    `The article says “${verb}”; the resolution says “${lead}”${preamble ? ', in the preamble' : ''}.`,
  inPreamble: 'Stands in the preamble.',
  alsoIn: (/** @type {string} */ places) => `Also stands in: ${places}.`,
  copyFinding: 'Copy finding',
  markSeen: 'Mark as seen',
  seen: 'Seen',
  setAside: 'Set aside…',
  asideReason: 'Reason',
  asideReasons: ['a matter of translation', 'a fault of this copy', 'not a quotation', 'another reason'],
  asideNote: 'A note of your own',
  asideSave: 'Set aside',
  asideSaid: (/** @type {string} */ reason) => `Set aside by you: ${reason}`,
  takeBack: 'Take back',
  noSource: (/** @type {string} */ what) => `This article names ${what}. It is not open here.`,
  openText: 'Open the text',
  sameText: 'Both sides are the same document.',
  chooseAnother: 'Choose another',
  claims: 'What the article states about the resolution',
  cannotShow: (/** @type {string[]} */ items) =>
    `The resolution cannot show: ${list(items.map((text) => `“${text}”`))}.`,
  claimKinds: /** @type {Record<string, string>} */ ({
    number: 'Number',
    title: 'Title',
    'session-ordinal': 'Session',
    'session-theme': 'Theme of the session',
    organ: 'Organ',
    place: 'Place',
    date: 'Date',
    vote: 'Vote',
    other: 'Other',
  }),
  claimLabels: /** @type {Record<string, string>} */ ({
    agrees: 'Agrees',
    altered: 'Differs',
    unchecked: 'This text cannot show it',
    likely: 'Likely agrees',
  }),
  outOfView: (/** @type {string} */ place, /** @type {boolean} */ below) => `${place} ${below ? '↓' : '↑'}`,

  // Your own article.
  ownTitle: 'Check your own article',
  ownArticle: 'The article',
  ownAgainst: 'Held against',
  ownAll: (/** @type {number} */ n) => `All ${n.toLocaleString('en')} resolutions open here`,
  ownNamed: 'What it names, in the open archives and here',
  ownResolution: 'Paste a resolution, or choose a file',
  ownCheck: 'Check',
  ownFile: 'Choose a file',

  // The library.
  library: 'Your documents',
  openFile: 'Open files',
  pasteText: 'Paste text',
  pasteEmpty: 'There was nothing in it. Paste the text first.',
  pasteHint: 'The text of a resolution',
  add: 'Add',
  cancel: 'Cancel',
  remove: 'Remove',
  removeNamed: (/** @type {string} */ name) => `Remove ${name}`,
  removed: (/** @type {string} */ name) => `${name} was removed.`,
  added: (/** @type {number} */ n) => `${count(n, 'resolution', 'resolutions')} opened.`,
  notKept: 'Not kept: the browser has no room or this window is private. Work goes on in memory.',
  clear: 'Clear everything',
  exampleCollection: 'Example',
  untitled: 'Text without a title',
  notResolution: 'Not recognised as a resolution',

  // Reading.
  text: 'Text',
  acts: 'Acts',
  citations: 'Citations',
  facts: 'Facts',
  spine: 'Paragraphs at a glance',
  session: (/** @type {number} */ n) => `${n}${ordinal(n)} session`,
  bothAgree: 'the two dates agree',
  bothDiffer: (/** @type {number} */ days) => `the two dates are ${count(days, 'day', 'days')} apart`,
  bothNear: 'the two dates are a day apart, as calendars allow',
  held: (/** @type {string} */ organ, /** @type {string} */ body) => `${organ} of the ${body}`,
  pp: (/** @type {string} */ n) => `preamble, paragraph ${n}`,
  op: (/** @type {string} */ n) => `paragraph ${n}`,
  ppShort: (/** @type {string} */ n) => `pp\u00a0${n}`,
  places: /** @type {Record<string, string>} */ ({
    title: 'the title',
    theme: 'the theme',
    enacting: 'the opening words',
    heading: 'heading',
    fn: 'footnote',
    masthead: 'the head of the text',
    closing: 'the closing lines',
  }),
  inAnnex: (/** @type {string} */ n, /** @type {string} */ rest) => `annex ${n}, ${rest}`,
  copy: 'Copy',
  copyReference: 'Copy with its reference',
  actWho: 'Who is asked',
  actWhat: 'What is done',
  actWhen: 'By when',
  actWhere: 'Paragraph',
  actsBy: 'Grouped by',
  actNobody: 'No one by name',
  cites: 'What it cites',
  citedBy: 'What cites it',
  under: (/** @type {string} */ words_) => `under “${words_}”`,
  thisText: 'this text itself',
  likely: 'likely',
  basis: (/** @type {string[]} */ on) => `inferred from: ${on.join(', ')}`,
  noCitations: 'This text names no other.',
  noActs: 'No acts were recognised.',
  diagnostics: 'What is odd about this copy',
  factKeys: {
    symbol: 'Symbol',
    title: 'Title',
    body: 'Organisation',
    organ: 'Organ',
    session: 'Session',
    theme: 'Theme',
    place: 'Place',
    date: 'Date',
    adoption: 'Adoption',
    container: 'Printed in',
    language: 'Language',
    file: 'File',
    fingerprint: 'Fingerprint (SHA-256)',
  },
  notStated: 'The text does not say.',
  adoptions: /** @type {Record<string, string>} */ ({
    'recorded-vote': 'By a recorded vote',
    unanimous: 'Unanimously',
    consensus: 'By consensus',
    'without-vote': 'Without a vote',
  }),
  votes: (/** @type {number} */ yes, /** @type {number} */ no, /** @type {number} */ abstain) =>
    `${yes} for, ${no} against, ${abstain} abstaining`,
  placeOf: (/** @type {string} */ place, /** @type {string} */ text) => `${place} of ${text}`,
  notHere: (/** @type {string} */ what) => `This link points to ${what}. Open the document to see it.`,
  exportOpen: 'Export',
  exportTitle: 'Export',
  exportParagraph: (/** @type {string} */ place) => `Cite ${place}`,
  exportForm: 'Form',
  exportForms: {
    json: 'JSON, everything that was read',
    csv: 'Table (CSV), a row a paragraph',
    markdown: 'Markdown',
    html: 'Web page (HTML)',
    citation: 'Reference in words, style of the United Nations',
    bibtex: 'Reference for BibTeX',
    csl: 'Reference as CSL-JSON (Zotero and others)',
    jsonld: 'schema.org Legislation (JSON-LD)',
  },
  exportPreview: 'How it will look',
  exportSave: 'Save as a file',
  cite: 'Cite',
  citeMore: 'Cite in another form',
  opensAt: (/** @type {string} */ host) => `opens at ${host}`,
  readAt: (/** @type {string} */ host) => `Read it at ${host}`,
  timeline: 'In order of time',
  roles: { session: 'Session', adoption: 'Adopted', issued: 'Issued' },
  checkThis: 'Check an article against it',

  // Force.
  shapes: /** @type {Record<string, string>} */ ({
    decides: 'decides',
    asks: 'asks',
    disapproves: 'disapproves',
    supports: 'supports',
    states: 'states',
    refers: 'refers',
  }),
  forceOf: (/** @type {string} */ shape, /** @type {number} */ step, /** @type {number} */ top) =>
    `${shape}, step ${step} of ${top}`,
  forceStep: (/** @type {string} */ ladder, /** @type {number} */ step) => `Step ${step} on the ladder of ${ladder}`,
  ladders: /** @type {Record<string, string>} */ ({
    censure: 'disapproval',
    praise: 'praise',
    direct: 'asking',
    assert: 'stating',
    support: 'support',
    commit: 'commitment',
  }),
  forceScale: (/** @type {string} */ scale, /** @type {string} */ author) => `Scale: ${scale}, by ${author}.`,
  forceConvention: 'A convention of this scale, not a rule of law.',
  forceNone: 'This phrase has no step on the scale.',
  neutral: (/** @type {string} */ source) => `Neither approval nor disapproval (${source}).`,

  // Finding.
  findTitle: 'Find',
  findHint: 'Type words in the box above. "Quotes" ask for exact words; body:, date:, lead: and to: narrow.',
  understood: 'Understood as',
  findLead: (/** @type {number} */ n) =>
    `${capital(count(n, 'resolution is open here', 'resolutions are open here'))}.`,
  editChip: (/** @type {string} */ text) => `Change ${text}`,
  removeChip: (/** @type {string} */ text) => `Remove ${text}`,
  results: (/** @type {number} */ n) => count(n, 'resolution', 'resolutions'),
  resultsAtLeast: (/** @type {number} */ n) => `at least ${count(n, 'resolution', 'resolutions')}`,
  withoutThis: (/** @type {string} */ text, /** @type {number} */ n) =>
    `Without “${text}”: ${count(n, 'resolution', 'resolutions')}`,
  archivesMute: (/** @type {number} */ n, /** @type {number} */ all) =>
    `${n} of ${count(all, 'archive', 'archives')} did not answer. What is on this device still does.`,
  tryAgain: 'Try again',
  narrow: 'Narrow by',
  facets: { body: 'Organisation', year: 'Year', language: 'Language' },
  sortBy: 'Sort',
  sorts: { relevance: 'Relevance', newest: 'Newest', oldest: 'Oldest' },
  more: 'Show more',

  // Comparing.
  compareTitle: 'Compare',

  // Trouble.
  trouble: 'That did not work.',
  noFile: (/** @type {string} */ name) => `${name} could not be read.`,
  engineFailed: 'The reading engine did not start. Reload the page; if that does not help, the browser may be too old.',

  // The report.
  comparedWhat: 'What was compared',
  comparedToo: (/** @type {number} */ n) =>
    `and ${count(n, 'other resolution', 'other resolutions')}, in which nothing was found`,
  fingerprint: 'fingerprint',
  findings: 'Findings',
  ownDecision: 'Your decision',

  months: [
    'Muharram',
    'Safar',
    'Rabi‘ I',
    'Rabi‘ II',
    'Jumada I',
    'Jumada II',
    'Rajab',
    'Sha‘ban',
    'Ramadan',
    'Shawwal',
    'Dhu al-Qa‘dah',
    'Dhu al-Hijjah',
  ],
  bodies: /** @type {Record<string, string>} */ ({
    oic: 'OIC',
    un: 'United Nations',
    au: 'African Union',
    las: 'League of Arab States',
    eu: 'European Union',
    coe: 'Council of Europe',
    osce: 'OSCE',
    oas: 'OAS',
  }),
  organs: /** @type {Record<string, string>} */ ({
    cfm: 'Council of Foreign Ministers',
    summit: 'Islamic Summit',
    is: 'Islamic Summit',
    ga: 'General Assembly',
    sc: 'Security Council',
    ecosoc: 'Economic and Social Council',
    hrc: 'Human Rights Council',
    ep: 'European Parliament',
    pace: 'Parliamentary Assembly',
    psc: 'Peace and Security Council',
  }),
  resolutionNo: (/** @type {string} */ body, /** @type {string} */ symbol) => `${body} Resolution No. ${symbol}`.trim(),
};

/** @param {number} n */
function ordinal(n) {
  const ends = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return ends[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)];
}

/** @typedef {typeof en} Messages */
