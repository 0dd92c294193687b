/** The worker of `fetching.js`: one address in, the file out, and how far it is in between. */

const scope =
  /** @type {{ postMessage(message: unknown): void, addEventListener(name: 'message', hear: (event: { data: string }) => void): void }} */ (
    /** @type {unknown} */ (self)
  );

scope.addEventListener('message', async ({ data: url }) => {
  try {
    const answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!answer.ok || !answer.body) throw new Error(`${url} gave ${answer.status} where a file was expected`);
    const length = Number(answer.headers.get('content-length'));
    const all = length > 0 ? length : null;
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const parts = [];
    let done = 0;
    const reader = answer.body.getReader();
    for (;;) {
      const { done: ended, value } = await reader.read();
      if (ended) break;
      parts.push(value);
      done += value.length;
      scope.postMessage({ done, all });
    }
    scope.postMessage({ blob: new Blob(parts) });
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
