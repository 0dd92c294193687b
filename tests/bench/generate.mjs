/**
 * Resolutions that are made from a seed, in the General Assembly's form and of its shape: about 45 paragraphs of 48 words,
 * words as frequent as in a language, more of them the larger the archive.
 *
 * `node tests/bench/generate.mjs PARAGRAPHS FOLDER [SEED]` writes one file a resolution, a thousand a folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { seeded } from './seeded.mjs';

const small = 'the of and to in for on with by its at as that from all their which also under'.split(' ');
const preambles = ['Recalling', 'Reaffirming', 'Noting', 'Recognizing', 'Bearing in mind', 'Deeply concerned by'];
const verbs = ['Requests', 'Calls upon', 'Urges', 'Decides', 'Welcomes', 'Takes note of', 'Encourages', 'Invites'];
const onsets = 'b c d f g l m n p r s t v br cl cr dr gr pl pr st tr th sh'.split(' ');
const rimes = 'a e i o u an en in on ar er or al el is at ent ist ion ity'.split(' ');
const months = 'January February March April May June September October November December'.split(' ');

/** The word of a rank: frequent words are short. @param {number} rank */
function word(rank) {
  const syllables = onsets.length * rimes.length;
  let spelt = '';
  for (let rest = rank + 7; rest > 0; rest = Math.floor(rest / syllables)) {
    const at = (rest * 48271) % syllables;
    spelt += `${onsets[at % onsets.length]}${rimes[Math.floor(at / onsets.length)]}`;
  }
  return spelt;
}

/**
 * Makes resolutions with about so many paragraphs together.
 *
 * @param {number} paragraphs
 * @param {number} [seed]
 * @returns {Generator<{ name: string, text: string }>}
 */
export function* generate(paragraphs, seed = 1) {
  const random = seeded(seed);
  // Heaps' law: the words that are known grow with the root of the text.
  const known = Math.round(60 * Math.sqrt(paragraphs));
  const one = () => (random.next() < 0.35 ? random.pick(small) : word(Math.floor(known ** random.next())));
  const some = (/** @type {number} */ count) => Array.from({ length: count }, one).join(' ');
  const length = () => 6 + Math.floor(-42 * Math.log(1 - random.next() * 0.99));
  for (let made = 0, number = 0; made < paragraphs; number += 1) {
    const session = 31 + Math.floor(number / 350);
    const symbol = `${session}/${(number % 350) + 1}`;
    const earlier = () => `${31 + random.below(session - 30)}/${1 + random.below(350)}`;
    const count = 8 + random.below(75);
    const lines = [
      `United Nations\nA/RES/${symbol}\nGeneral Assembly\nDistr.: General`,
      `Resolution adopted by the General Assembly on ${1 + random.below(28)} ${random.pick(months)} ${1945 + session}`,
      `${symbol}. ${capital(some(3 + random.below(8)))}`,
      'The General Assembly,',
    ];
    const before = Math.floor(count / 3);
    for (let at = 0; at < count; at += 1) {
      const cites = random.next() < 0.15 ? ` its resolution ${earlier()} and` : '';
      lines.push(
        at < before
          ? `${random.pick(preambles)}${cites} ${some(length())},`
          : `${at - before + 1}. ${random.pick(verbs)}${cites} ${some(length())}${at + 1 < count ? ';' : '.'}`,
      );
    }
    made += count + 3;
    yield { name: symbol.replace('/', '-'), text: `${lines.join('\n\n')}\n` };
  }
}

/** @param {string} text */
const capital = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const [paragraphs, folder = 'generated', seed] = argv.slice(2);
  let number = 0;
  for (const { name, text } of generate(Number(paragraphs), Number(seed ?? 1))) {
    const part = join(folder, String(Math.floor(number / 1000)));
    if (number % 1000 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${name}.txt`), text);
    number += 1;
  }
  console.log(`${number} resolutions`);
}
