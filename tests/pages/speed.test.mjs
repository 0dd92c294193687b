/** How soon the first view is there, what it costs to bring it, and how the longest resolutions scroll. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { chromiumArguments, find } from '../../www/tools/browsers.mjs';
import { root, run } from '../../www/tools/run.mjs';
import { launch, newPage } from '../browser/browser.mjs';
import { serveFolder } from '../browser/server.mjs';
import { drop, forget, openApp, serveApp, waitForWords } from './app.mjs';

/** The most that may be sent before the first view can be used, in bytes, as a server sends it. */
const MOST_BYTES = 330_000;

/** The longest that a frame may take while one scrolls, in milliseconds. */
const LONGEST_FRAME = 50;

/** The latest that the first view may be there, in milliseconds. */
const FIRST_VIEW = 1000;

const LIGHTHOUSE = '13.5.0';

const slow = process.env.WHEREAS_SLOW === '1';

/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveApp>>} */
let server;
before(async () => {
  browser = await launch('chromium');
  server = await serveApp();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test('the first view is there before the core is asked for, and costs no more than was set', async () => {
  const { page } = await newPage(browser);
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${server.origin}/`);
  await page.waitForSelector('.quotation[data-quotation="7"]');
  await waitForWords(page, '#apparatus', /stand in the article and not in this copy/);
  const core = server.requests.findIndex((path) => path.endsWith('.wasm'));
  const first = server.requests.slice(0, core < 0 ? undefined : core);
  assert.ok(
    first.some((path) => path.endsWith('.json')),
    'the finished example comes before the core',
  );
  const sent = [...new Set(first)].reduce((sum, path) => {
    const bytes = readFileSync(join(root, 'dist', 'app', path.endsWith('/') ? `${path}index.html` : path));
    return sum + (path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length);
  }, 0);
  console.log(`  the first view costs ${sent} bytes in ${first.length} requests`);
  assert.ok(sent <= MOST_BYTES, `${sent} bytes are more than ${MOST_BYTES}`);
  await page.close();
});

test('the first view is there in time, the best of three', { skip: !slow && 'measured with --all' }, async () => {
  const times = [];
  for (let turn = 0; turn < 3; turn++) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.goto(`${server.origin}/`);
    await page.waitForFunction(() => performance.getEntriesByName('whereas-first-view').length > 0);
    times.push(await page.evaluate(() => performance.getEntriesByName('whereas-first-view')[0]?.startTime ?? 0));
    await context.close();
  }
  console.log(`  it is there after ${times.map((time) => time.toFixed(0)).join(', ')} ms`);
  assert.ok(Math.min(...times) <= FIRST_VIEW, `${times} ms`);
});

for (const form of ['desktop', 'mobile']) {
  test(`Lighthouse gives at least 95 in performance, access and good practice, ${form}`, {
    skip: !slow && 'measured with --all',
  }, async (t) => {
    const zipped = await serveFolder(join(root, 'dist', 'app'), { 'content-encoding': 'gzip' });
    const folder = mkdtempSync(join(tmpdir(), 'whereas-lighthouse-'));
    t.after(async () => {
      await zipped.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const args = ['exec', '--yes', `--package=lighthouse@${LIGHTHOUSE}`, '--', 'lighthouse', `${zipped.origin}/`];
    const flags = ['--headless=new', ...chromiumArguments].join(' ');
    const file = join(folder, 'report.json');
    const options = ['--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`];
    if (form === 'desktop') options.push('--preset=desktop');
    const { code, output } = await run(
      'npm',
      [...args, ...options, '--only-categories=performance,accessibility,best-practices'],
      {
        env: { CHROME_PATH: find('chromium') ?? '' },
        minutes: 4,
      },
    );
    assert.equal(code, 0, output);
    const { categories } = JSON.parse(readFileSync(file, 'utf8'));
    const scores = Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]);
    console.log(`  ${form}: ${scores.map((one) => one.join(' ')).join(', ')}`);
    assert.equal(scores.length, 3);
    for (const [name, score] of scores) assert.ok(Number(score) >= 95, `${name}: ${score}`);
  });
}

test('a resolution of four hundred paragraphs scrolls without a long frame', async () => {
  const { page } = await openApp(browser, `${server.origin}/`);
  const paragraphs = Array.from({ length: 400 }, (_, index) => {
    const words =
      'to repair, as soon as possible and within existing resources, the lighthouses on their coasts, '.repeat(3);
    return `${index + 1}. Calls upon all States ${words}in accordance with resolution ${(index % 70) + 1}/12 of 4 December 2043;`;
  });
  const text = `General Assembly\nA/RES/99/9\n\nResolution adopted by the General Assembly on 3 December 2044\n\n99/9. Lighthouses\n\nThe General Assembly,\n\n${paragraphs.join('\n\n')}\n`;
  await drop(page, [{ name: 'long.txt', text }]);
  await waitForWords(page, '[data-view="resolution"] #title', /Lighthouses/);
  assert.equal((await page.$$('.row[data-zone="operative"]')).length, 400);
  // A card that hangs out of its row is not cut off by what is left out far from the window.
  await page.click('.row[data-address="op3"] .force summary');
  assert.equal(
    await page.$eval('.row[data-address="op3"]', (row) => getComputedStyle(row).contentVisibility),
    'visible',
  );
  const folder = mkdtempSync(join(tmpdir(), 'whereas-scrolling-'));
  const path = join(folder, 'trace.json');
  await page.tracing.start({ path, categories: ['toplevel', 'devtools.timeline'] });
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
      scrollTo(0, y);
      await frame();
    }
    await frame();
  });
  await page.tracing.stop();
  const longest = longestTask(JSON.parse(readFileSync(path, 'utf8')).traceEvents);
  rmSync(folder, { recursive: true, force: true });
  console.log(`  the longest task while scrolling took ${longest.toFixed(1)} ms of the thread's own time`);
  assert.ok(longest > 0 && longest <= LONGEST_FRAME, `${longest} ms`);
  await forget(page);
  await page.close();
});

/**
 * The longest task of the page, in milliseconds of its thread's own time: what others do on the machine is not counted.
 *
 * @param {{ name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args?: { name?: string } }[]} events
 */
function longestTask(events) {
  const main = new Set(
    events.flatMap(({ name, pid, tid, args }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid}:${tid}`] : [],
    ),
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && /RunTask$/.test(name) && main.has(`${pid}:${tid}`),
  );
  return Math.max(0, ...tasks.map(({ dur = 0, tdur = dur }) => tdur / 1000));
}
