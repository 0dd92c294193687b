/** A static server as plain as they come. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.webmanifest', 'application/manifest+json'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.md', 'text/plain; charset=utf-8'],
]);

/**
 * What was asked of a server and what it sent.
 *
 * @typedef {{ path: string, range: string | null, status: number, sent: number }} Asked
 */

/**
 * How a server departs from what a good one does.
 *
 * @typedef {object} Faults
 * @property {boolean} [ignoreRange] Sends the whole file whatever range is asked for.
 * @property {string} [etag] Marks every file so, instead of by its contents.
 * @property {(asked: { path: string, start: number, end: number }) => { status?: number, cut?: number, flip?: number,
 *   wait?: number } | undefined} [meddle] Answers with a status, breaks off after so many bytes, changes the bit with this
 *   number, or waits so many milliseconds.
 */

/**
 * Serves a folder, and files that are held in memory, until it is closed. Ranges are honoured. Where the headers say
 * that the content is gzip, it is.
 *
 * @param {string} folder
 * @param {Record<string, string>} [headers] Sent with every answer.
 * @returns {Promise<{ origin: string, requests: string[], asked: Asked[], files: Map<string, Uint8Array>, faults: Faults,
 *   close(): Promise<void> }>}
 */
export async function serveFolder(folder, headers = {}) {
  /** @type {string[]} */
  const requests = [];
  /** @type {Asked[]} */
  const asked = [];
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  /** @type {Faults} */
  const faults = {};
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(pathname);
    const path = normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    let body;
    try {
      body = files.get(pathname) ?? (await readFile(join(folder, path)));
    } catch {
      response.writeHead(404, headers).end();
      return;
    }
    if (headers['content-encoding'] === 'gzip') body = gzipSync(body);
    const range = faults.ignoreRange ? null : (request.headers.range ?? null);
    const found = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
    const start = Number(found?.[1] ?? 0);
    const end = Math.min(Number(found?.[2] ?? body.length - 1) + 1, body.length);
    const { status, cut, flip, wait } = faults.meddle?.({ path: pathname, start, end }) ?? {};
    if (wait) await new Promise((then) => setTimeout(then, wait));
    const line = {
      path: pathname,
      range: request.headers.range ?? null,
      status: status ?? (found ? 206 : 200),
      sent: 0,
    };
    asked.push(line);
    if (status !== undefined || start >= body.length) {
      line.status = status ?? 416;
      response.writeHead(line.status, headers).end();
      return;
    }
    const sent = Buffer.from(body.subarray(start, end));
    if (flip !== undefined && flip >> 3 < sent.length) sent[flip >> 3] = (sent[flip >> 3] ?? 0) ^ (1 << (flip & 7));
    const about = {
      'content-type': types.get(extname(path)) ?? 'application/octet-stream',
      'content-length': String(sent.length),
      etag: faults.etag ?? `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`,
      ...(faults.ignoreRange ? {} : { 'accept-ranges': 'bytes' }),
      ...(found ? { 'content-range': `bytes ${start}-${end - 1}/${body.length}` } : {}),
    };
    response.writeHead(line.status, { ...about, ...headers });
    line.sent = Math.min(cut ?? sent.length, sent.length);
    if (cut === undefined) response.end(sent);
    else response.write(sent.subarray(0, cut), () => setTimeout(() => response.destroy(), 20));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    asked,
    files,
    faults,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
