/** The same tests in both browsers. */
import { after, before, describe } from 'node:test';
import { launch, names } from './browser.mjs';

/**
 * Describes tests in each browser, which has a profile and a server of its own.
 *
 * @template {{ close: () => unknown }} Server
 * @param {() => Promise<Server>} serve
 * @param {(here: { name: import('./browser.mjs').Name, browser: import('./browser.mjs').Browser, server: Server }) => void} tests what `here` holds is
 *   there once a test runs, and not before
 */
export function inBothBrowsers(serve, tests) {
  for (const name of names) {
    describe(`in ${name}`, () => {
      const here = /** @type {Parameters<typeof tests>[0]} */ ({});
      before(async () => {
        here.name = name;
        here.browser = await launch(name);
        here.server = await serve();
      });
      after(async () => {
        await here.browser?.close();
        await here.server?.close();
      });
      tests(here);
    });
  }
}
