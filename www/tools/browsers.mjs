/** The browsers that the tests drive: where they are, and how they are started. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {{ name: string, variable: string, commands: string[], packageName: string }} Program
 */

/** @type {Record<'chromium' | 'chromedriver' | 'firefox', Program>} */
export const programs = {
  chromium: {
    name: 'Chromium',
    variable: 'CHROMIUM',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    packageName: 'chromium',
  },
  chromedriver: {
    name: 'the driver of Chromium',
    variable: 'CHROMEDRIVER',
    commands: ['chromedriver', '/usr/lib/chromium/chromedriver'],
    packageName: 'chromium-driver',
  },
  firefox: {
    name: 'Firefox ESR',
    variable: 'FIREFOX',
    commands: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    packageName: 'firefox-esr',
  },
};

/**
 * Where a program is: what its variable names, or the first of its usual names on the path.
 *
 * @param {keyof typeof programs} which
 * @returns {string | null}
 */
export function find(which) {
  const { variable, commands } = programs[which];
  const named = process.env[variable];
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const command of commands) {
    if (command.startsWith('/')) {
      if (existsSync(command)) return command;
      continue;
    }
    const folder = folders.find((folder) => folder !== '' && existsSync(join(folder, command)));
    if (folder) return join(folder, command);
  }
  return null;
}

/** What Chromium is started with: nothing of it may reach the network by itself. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
