/**
 * Citations against labelled resolutions of four sessions in six languages, and against a sample that was
 * drawn by lot and read by hand.
 *
 * The texts lie beside the project (`../shared`) and are not part of it: without them these tests say that they
 * are skipped. `tests/citations/sample.tsv` holds of each citation of the sample where it stands, what it prints
 * and what it cites: the document and its paragraph, which of several with the same words it is, the work, the
 * place in the work and the stance. What could not be told is `?`, a set of works stands in braces.
 */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const corpus = join(root, '..', 'shared', 'corpus');
const skip = existsSync(join(corpus, 'unga')) ? false : 'the labelled texts are not beside the project';
const languages = ['en', 'fr', 'es', 'ru', 'ar', 'zh'];
const sessions = [75, 76, 77, 78];

/** @typedef {{ span: [number, number], text: string, by: string | null, target: string | null, set?: string, stance: string | null, pinpoint: { part: string, from: string, to: string, others?: { from: string, to: string }[] } | null }} Citation */
/** @typedef {{ symbol: string, text: string, cites: { start: number, end: number, text: string, href: string }[] }} Labelled */

/**
 * The labelled texts of one session.
 *
 * @param {number} session
 * @param {string} language
 * @returns {Labelled[]}
 */
function labelled(session, language) {
  const packed = readFileSync(join(corpus, 'unga', `${session}-${language}.jsonl.gz`));
  const lines = gunzipSync(packed).toString('utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line));
}

/**
 * What is cited by each text.
 *
 * @param {string[]} texts
 * @returns {Citation[][]}
 */
function cited(texts) {
  const input = texts.map((text, id) => JSON.stringify({ id: String(id), text })).join('\n');
  const run = spawnSync('cargo', ['run', '--quiet', '--release', '--features', 'cli', '--', 'parse', '--jsonl'], {
    cwd: root,
    input: `${input}\n`,
    maxBuffer: 2 ** 30,
  });
  assert.equal(run.status, 0, run.stderr.toString());
  return run.stdout
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) =>
      JSON.parse(line).resolutions.flatMap((/** @type {{ citations: Citation[] }} */ { citations }) => citations),
    );
}

/** Digits of other scripts, and the numerals and letters that Arabic, Russian and Chinese print for Roman ones and letters. */
const ARABIC = { ألف: 'A', باء: 'B', جيم: 'C', دال: 'D', هاء: 'E', واو: 'F', زاي: 'G', حاء: 'H', طاء: 'I', ياء: 'J' };
const MORE = { كاف: 'K', لام: 'L', ميم: 'M', نون: 'N', سين: 'O', عين: 'P', فاء: 'Q', صاد: 'R', قاف: 'S', راء: 'T' };
const LAST = { شين: 'U', تاء: 'V', ثاء: 'W', خاء: 'X', ذال: 'Y', ضاد: 'Z' };
/** @type {Record<string, string>} */
const letters = { ...ARABIC, ...MORE, ...LAST };

/** @param {number} value */
function roman(value) {
  /** @type {[number, string][]} */
  const steps = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let out = '';
  for (const [step, numeral] of steps) for (; rest >= step; rest -= step) out += numeral;
  return out;
}

/**
 * Whether a target has every digit and letter of a printed citation, the session of Arabic and Chinese
 * numbers in the numerals of the others: `1514 (د-15)` is 1514 (XV).
 *
 * @param {string} printed
 * @param {string | null} target
 */
function isWhole(printed, target) {
  const west = printed
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/\(د-(\d+)\)/gu, (_, session) => `(${roman(Number(session))})`)
    .replace(/\(دإ-(\d+)\)/gu, (_, session) => `(S-${roman(Number(session))})`)
    .replace(/[\u0600-\u06ff]+/gu, (word) => letters[word] ?? ' ');
  const digits = west.match(/\d+/gu) ?? [];
  const have = target?.match(/\d+/gu) ?? [];
  const parts = (west.match(/(?<![A-Za-z])[A-Z]{1,6}(?![a-z])/gu) ?? []).filter(
    (part) => !['A', 'RES', 'S', 'E'].includes(part),
  );
  const number = target?.slice(target.lastIndexOf(':')).toLowerCase() ?? '';
  return (
    digits.length > 0 &&
    have.slice(-digits.length).join() === digits.join() &&
    parts.every((part) => number.includes(part.toLowerCase()))
  );
}

for (const language of languages) {
  test(`finds the resolutions that texts in ${language} cite, each with every letter and digit`, { skip }, () => {
    let labels = 0;
    let found = 0;
    let whole = 0;
    for (const session of sessions) {
      const documents = labelled(session, language);
      const citations = cited(documents.map(({ text }) => text));
      for (const [at, { text, cites }] of documents.entries()) {
        // Labels count characters, spans bytes.
        const places = [0];
        for (const letter of text) places.push((places.at(-1) ?? 0) + Buffer.byteLength(letter));
        for (const label of cites.filter(({ href }) => href.includes('/RES/'))) {
          const [start, end] = [places[label.start] ?? 0, places[label.end] ?? 0];
          const shared = (/** @type {Citation} */ { span }) => Math.min(span[1], end) - Math.max(span[0], start);
          const [best] = (citations[at] ?? [])
            .filter((one) => shared(one) > 0)
            .sort((one, other) => shared(other) - shared(one));
          labels += 1;
          if (!best) continue;
          found += 1;
          if (isWhole(label.text, best.target)) whole += 1;
        }
      }
    }
    assert.ok(labels > 16_000, `only ${labels} labels`);
    assert.ok(found >= labels * 0.995, `found ${found} of ${labels}`);
    assert.ok(whole >= labels * 0.99, `whole targets for ${whole} of ${labels}`);
  });
}

test('says of a sample what each citation cites, and where', { skip }, () => {
  const rows = readFileSync(join(root, 'tests', 'citations', 'sample.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const sample = rows.map((row) => row.split('\t'));
  const wanted = new Set(sample.map(([texts, symbol]) => `${texts} ${symbol}`));
  /** @type {[string, string][]} */
  const texts = languages.flatMap((language) =>
    sessions.flatMap((session) =>
      labelled(session, language).map(
        ({ symbol, text }) => /** @type {[string, string]} */ ([`${session}-${language} ${symbol}`, text]),
      ),
    ),
  );
  const folder = mkdtempSync(join(tmpdir(), 'whereas-'));
  execFileSync('tar', ['xzf', join(corpus, 'unsc', 'texts.tar.gz'), '-C', folder]);
  for (const file of readdirSync(join(folder, 'unsc')).sort()) {
    texts.push([`sc ${file}`, readFileSync(join(folder, 'unsc', file), 'utf8')]);
  }
  rmSync(folder, { recursive: true });
  const read = texts.filter(([name]) => wanted.has(name));
  const citations = cited(read.map(([, text]) => text));
  const byName = new Map(read.map(([name], at) => [name, citations[at]]));
  const figures = { given: 0, target: 0, pinpoint: 0, stance: 0, missing: 0 };
  const wrong = [];
  for (const [group, symbol, by, place, printed, target, pinpoint, stance] of sample) {
    const same = (byName.get(`${group} ${symbol}`) ?? []).filter(
      (citation) => (citation.by ?? '-') === by && citation.text.trim() === printed,
    );
    const citation = same[Number(place) - 1];
    if (!citation) {
      figures.missing += 1;
      wrong.push(`${group} ${symbol} ${by}: ${printed} is not cited`);
      continue;
    }
    const ranges = citation.pinpoint ? [citation.pinpoint, ...(citation.pinpoint.others ?? [])] : [];
    const found = [
      citation.target ?? (citation.set ? `{${citation.set}}` : '?'),
      citation.pinpoint ? [citation.pinpoint.part, ...ranges.map(({ from, to }) => `${from}..${to}`)].join(' ') : '-',
      citation.stance ?? 'null',
    ];
    figures.given += 1;
    figures.target += Number(found[0] === target);
    figures.pinpoint += Number(found[1] === pinpoint);
    figures.stance += Number(found[2] === stance);
    if (found.join() !== [target, pinpoint, stance].join()) {
      wrong.push(`${group} ${symbol} ${by}: ${printed} is ${found.join(', ')} for ${target}, ${pinpoint}, ${stance}`);
    }
  }
  const report = `${JSON.stringify(figures)}\n${wrong.join('\n')}`;
  assert.ok(sample.length >= 300, 'the sample is too small');
  assert.ok(figures.missing <= sample.length * 0.01, report);
  for (const right of [figures.target, figures.pinpoint, figures.stance]) {
    assert.ok(right >= figures.given * 0.99, report);
  }
});
