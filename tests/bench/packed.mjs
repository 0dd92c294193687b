/** How long the index of a pack is, by what `whereas pack info` says of its sections. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../www/tools/run.mjs';

/** The sections that are the index: the dictionary, the lists and the places; not texts and columns. */
const index = ['terms-index', 'terms', 'postings', 'positions'];
/** What is told besides sections. */
const counts = ['bytes', 'resolutions', 'paragraphs', 'words'];

/**
 * The length of the index of a pack, as it is and squeezed section by section.
 *
 * @param {string} pack
 */
export function indexLength(pack) {
  const command = join(root, 'target', 'release', 'whereas');
  const told = execFileSync(command, ['pack', 'info', pack], { encoding: 'utf8' });
  const lines = [...told.matchAll(/^ +(\d+) {2}([a-z-]+)$/gm)].filter(([, , name = '']) => !counts.includes(name));
  const bytes = readFileSync(pack);
  // Sections follow each other up to the end of the file.
  let start = bytes.length - lines.reduce((sum, [, length]) => sum + Number(length), 0);
  const total = { size: 0, gzip: 0 };
  for (const [, length, name = ''] of lines) {
    const section = bytes.subarray(start, start + Number(length));
    start += section.length;
    if (!index.includes(name)) continue;
    total.size += section.length;
    total.gzip += gzipSync(section, { level: 9 }).length;
  }
  return total;
}
