/** What the app does with results before they are shown: it finds words, shortens, and says things in three languages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findingsTable } from '../../www/app/findings-table.js';
import { datingInWords, LANGUAGES, mastheadSentence, pickLanguage, placeInWords } from '../../www/app/language.js';
import { linkTo, readRoute } from '../../www/app/route.js';
import { shorten } from '../../www/app/views/brief.js';
import { blocksOf, segmentsOf, shownRanges, wordsBetween } from '../../www/app/views/passage.js';
import { open } from '../../www/direct.js';
import { core } from './helpers.mjs';

const { en, fr, ar } = /** @type {Record<'en' | 'fr' | 'ar', import('../../www/app/language.js').Messages>} */ (
  LANGUAGES
);

/**
 * @param {string} source
 * @param {string} text
 * @param {import('../../www/types.d.ts').Span[]} [noise]
 * @returns {import('../../www/types.d.ts').Paragraph}
 */
function paragraph(source, text, noise = []) {
  return {
    address: 'op1',
    zone: 'operative',
    number: '1',
    depth: 0,
    span: [0, source.length],
    text,
    noise,
    lead: null,
    acts: [],
    actors: [],
  };
}

/** @param {string} source @param {import('../../www/types.d.ts').Paragraph} given */
const words = (source, given) =>
  shownRanges(source, given)
    .map(([from, to]) => source.slice(from, to))
    .join('|');

test('leaves out the label and the residue of a converter', () => {
  const source = '- 2 **Expresses** disapproval of the resolution;';
  const text = 'Expresses disapproval of the resolution;';
  assert.equal(words(source, paragraph(source, text)), 'Expresses| disapproval of the resolution;');
});

test('keeps a label out even where the words begin with the same letter', () => {
  const source = '(a) a report on aid';
  assert.equal(words(source, paragraph(source, 'a report on aid')), 'a report on aid');
});

test('leaves out a page header in the middle of a sentence', () => {
  const source = 'Calls upon\nA/RES/1 page 2\nStates to act,';
  const given = paragraph(source, 'Calls upon States to act,', [[11, 25]]);
  assert.equal(words(source, given).replace(/\s+/g, ' '), 'Calls upon| States to act,');
});

test('follows a line break as one space', () => {
  const source = 'Reaffirms\n  its support,';
  assert.deepEqual(shownRanges(source, paragraph(source, 'Reaffirms its support,')), [[0, source.length]]);
});

test('shows the whole span where the text can not be followed', () => {
  const source = 'abc def';
  assert.deepEqual(shownRanges(source, paragraph(source, 'ghijk lmnop')), [[0, 7]]);
});

test('cuts a text where a layer begins or ends', () => {
  const segments = segmentsOf(
    'the terrorist attacks',
    [[0, 21]],
    [
      { span: [0, 21], kind: 'wrap', index: 4 },
      { span: [0, 3], kind: 'differs' },
    ],
  );
  assert.deepEqual(
    segments.map(({ text, kinds, wrap }) => [text, kinds, wrap]),
    [
      ['the', ['differs'], 4],
      [' terrorist attacks', [], 4],
    ],
  );
});

test('joins white space in words between two places', () => {
  assert.equal(wordsBetween('one\n two three', [[0, 14]], 3, 8), ' two');
});

test('takes lines as paragraphs only where no line is blank', () => {
  assert.deepEqual(blocksOf('one\ntwo'), [
    [0, 3],
    [4, 7],
  ]);
  assert.deepEqual(blocksOf(' one\ntwo\n\n\nthree \n'), [
    [1, 8],
    [11, 16],
  ]);
  assert.deepEqual(blocksOf(''), []);
});

test('shortens what is not quoted and never a quotation', () => {
  const text = `${'before '.repeat(40)}«${'quoted '.repeat(40)}» ${'after '.repeat(40)}end`;
  const from = text.indexOf('«') + 1;
  const to = text.indexOf('»');
  const { shown, left } = shorten(text, [[0, text.length]], [[from, to]]);
  assert.equal(left.length, 2);
  assert.ok(shown.some(([a, b]) => a <= from && b >= to));
  assert.equal(
    [...shown, ...left].reduce((sum, [a, b]) => sum + b - a, 0),
    text.length,
  );
  for (const [a, b] of left) assert.match(text.slice(a, b), /^ .*(?: |end)$/s);
});

test('leaves a short paragraph as it is', () => {
  assert.deepEqual(shorten('A short one.', [[0, 12]], []), { shown: [[0, 12]], left: [] });
});

test('reads back every link it writes', () => {
  const link = linkTo('read', 'oic:cfm:res:50/48-POL@en', { at: 'op12.b.ii', tab: null });
  const route = readRoute(link);
  assert.equal(route.room, 'read');
  assert.equal(route.rest, 'oic:cfm:res:50/48-POL@en');
  assert.equal(route.params.get('at'), 'op12.b.ii');
  assert.equal(route.params.has('tab'), false);
});

test('leads a fragment that leads nowhere to the check', () => {
  for (const hash of ['', '#', '#/', '#/nowhere/x', '#<img src=x>']) {
    assert.deepEqual([readRoute(hash).room, readRoute(hash).rest], ['check', '']);
  }
  assert.equal(readRoute('#/read/%E0%A4%A').rest, '%E0%A4%A');
});

test('says both dates and that they agree', () => {
  const dating = {
    role: /** @type {const} */ ('session'),
    iso: '2022-03-22',
    end: '2022-03-23',
    span: /** @type {[number, number]} */ ([0, 1]),
    hijri: {
      iso: '1443-08-19',
      end: '1443-08-20',
      calendar: /** @type {const} */ ('umm-al-qura'),
      difference: 0,
      agrees: true,
    },
  };
  assert.equal(datingInWords(en, dating), '22–23 March 2022 (19–20 Sha‘ban 1443; the two dates agree)');
  assert.equal(datingInWords(fr, dating), '22–23 mars 2022 (19–20 chaabane 1443; les deux dates concordent)');
});

test('keeps a date that the calendar does not have as it is printed', () => {
  const dating = {
    role: /** @type {const} */ ('adoption'),
    iso: '2022-02-31',
    end: null,
    span: /** @type {[number, number]} */ ([0, 1]),
    hijri: null,
  };
  assert.equal(datingInWords(en, dating), '2022-02-31');
});

test('says the masthead as one sentence', () => {
  const resolution = /** @type {import('../../www/types.d.ts').Resolution} */ (
    /** @type {unknown} */ ({
      body: 'oic',
      organ: 'cfm',
      session: { ordinal: 48 },
      place: { name: 'Islamabad' },
      dates: [],
    })
  );
  assert.equal(mastheadSentence(en, resolution), 'Council of Foreign Ministers of the OIC, 48th session, Islamabad.');
});

test('says a place in words in each language', () => {
  assert.equal(placeInWords(en, 'op12.b.ii'), 'paragraph 12 (b) (ii)');
  assert.equal(placeInWords(en, 'pp3'), 'preamble, paragraph 3');
  assert.equal(placeInWords(en, 'annex1.op3'), 'annex 1, paragraph 3');
  assert.equal(placeInWords(fr, 'pp3'), 'préambule, alinéa 3');
  assert.equal(placeInWords(ar, 'op2'), 'الفقرة 2');
});

test('writes findings as a table that a spreadsheet opens and does not carry out', async (t) => {
  const library = await open({ wasm: core });
  t.after(() => library.close());
  await library.add(readFileSync(new URL('../../www/example/resolution.txt', import.meta.url)), { name: '50/48' });
  const check = await library.check('It expressed «its full solidarity with Kazakhstan», and «=SUM(A1), “so be it”».');
  const [first] = check.quotations;
  assert.ok(first);
  first.review = { decision: 'seen', note: null };
  const [head, one, other, inner, last] = findingsTable(check, 'a, b').split('\r\n');
  assert.match(head ?? '', /^article,start,end,verdict,weight,reason,also,key,.*,since,decision,note$/);
  // The command line names its columns in Rust.
  const written = readFileSync(new URL('../../src/export/findings.rs', import.meta.url), 'utf8');
  const columns = /^const HEAD.*= \[([^\]]*)\];/m.exec(written)?.[1] ?? '';
  assert.deepEqual(
    head?.split(','),
    [...columns.matchAll(/"(.+)"/g)].map(([, name]) => name),
  );
  assert.match(one ?? '', /^"a, b",14,49,verbatim,,,,oic:cfm:res:50\/48-POL@en,op5,\d+,\d+,expressed,/);
  assert.match(one ?? '', /,its full solidarity with Kazakhstan,50\/48,[0-9a-f]{64},[\d-]*,,,,,seen,$/);
  assert.match(other ?? '', /,"'=SUM\(A1\), “so be it”",/);
  assert.match(inner ?? '', /,unchecked,,too-short,/);
  assert.equal(last, '');
});

test('counts in words', () => {
  assert.equal(en.summaryHead(7), 'Seven quotations.');
  assert.equal(
    en.summary([
      ['verbatim', 4],
      ['inflected', 1],
      ['altered', 2],
    ]),
    'Four stand word for word, one in adapted form, two differ in wording.',
  );
  assert.equal(en.unquoted(3, 8), 'Three of the resolution’s eight paragraphs are not quoted.');
  assert.equal(en.inserted(['the', 'that']), '“the” and “that” stand in the article and not in this copy.');
});

test('begins in the language that was chosen, else in the first of the browser’s that there is', () => {
  assert.equal(pickLanguage('ar', ['fr-CA']).code, 'ar');
  assert.equal(pickLanguage(null, ['de-DE', 'fr-CA']).code, 'fr');
  assert.equal(pickLanguage('xx', []).code, 'en');
});

test('sets numbers with nouns that agree with them', () => {
  const said = (/** @type {typeof en} */ m) => [0, 1, 2, 3, 11, 100, 1200].map((n) => m.results(n));
  assert.deepEqual(said(en), [
    '0 resolutions',
    '1 resolution',
    '2 resolutions',
    '3 resolutions',
    '11 resolutions',
    '100 resolutions',
    '1,200 resolutions',
  ]);
  assert.deepEqual(said(fr), [
    '0 résolution',
    '1 résolution',
    '2 résolutions',
    '3 résolutions',
    '11 résolutions',
    '100 résolutions',
    '1\u202f200 résolutions',
  ]);
  assert.deepEqual(said(ar), ['لا قرارات', 'قرار واحد', 'قراران', '3 قرارات', '11 قرارًا', '100 قرار', '1,200 قرار']);
});

test('has every message in every language', () => {
  const shape = (/** @type {unknown} */ value) =>
    Object.entries(/** @type {object} */ (value))
      .map(([key, one]) => [key, typeof one === 'object' && one !== null ? Object.keys(one).sort().join() : typeof one])
      .sort();
  for (const table of [fr, ar]) assert.deepEqual(shape(table), shape(en), table.name);
});
