/** Both browsers of the system, and pages that keep account of what they say and ask for. */
import puppeteer from 'puppeteer-core';
import { chromiumArguments, find } from '../../www/tools/browsers.mjs';

/**
 * @typedef {'chromium' | 'firefox'} Name
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {import('puppeteer-core').Page} Page
 */

/** @type {readonly Name[]} */
export const names = ['chromium', 'firefox'];

/**
 * Starts a browser with a profile of its own.
 *
 * @param {Name} name
 * @param {string} [userDataDir] A profile that outlives it.
 * @returns {Promise<Browser>}
 */
export function launch(name, userDataDir) {
  const executablePath = find(name);
  if (executablePath === null) throw new Error(`${name} is not there; npm run setup installs it`);
  // A machine that compiles at the same time is slow to start a browser.
  const common = { executablePath, headless: true, timeout: 120_000, protocolTimeout: 120_000, userDataDir };
  if (name === 'firefox') return puppeteer.launch({ ...common, browser: 'firefox' });
  return puppeteer.launch({ ...common, browser: 'chrome', args: chromiumArguments });
}

/**
 * A new page, with everything it writes to the console, every error, and every address it asks for.
 *
 * @param {Browser} browser
 * @returns {Promise<{ page: Page, said: string[], asked: string[] }>}
 */
export async function newPage(browser) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const said = [];
  /** @type {string[]} */
  const asked = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error instanceof Error ? error.message : String(error)}`));
  page.on('request', (request) => asked.push(request.url()));
  return { page, said, asked };
}
