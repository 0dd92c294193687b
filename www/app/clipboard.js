/** What is pasted from a page: plain text has lost its quotations, the numbers of its lists and its notes. */

/** @typedef {import('./app.js').App} App */

/** Markup that plain text loses. */
const LOST = /<(?:blockquote|q|ol|sup|table)[\s>]/i;

/**
 * The source of what was copied from a page, where its plain text says less.
 *
 * @param {DataTransfer | null} data
 */
export function pageOf(data) {
  const page = data?.getData('text/html') ?? '';
  return LOST.test(page) ? page : null;
}

/**
 * Pastes what was copied from a page as the text that is read of it; what plain text says as well is left to the browser.
 *
 * @param {App} app
 * @param {ClipboardEvent} event in a field for long texts
 */
export async function pastePage(app, event) {
  const page = pageOf(event.clipboardData);
  if (!page) return;
  event.preventDefault();
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  const field = /** @type {HTMLTextAreaElement} */ (event.currentTarget);
  await app.ready;
  const read = await app.desk?.wordsOf(page).catch(() => null);
  const words = read?.trim() || plain;
  // By the browser, so that it can be undone; where the field has lost the focus meanwhile, without it.
  field.focus();
  if (document.execCommand('insertText', false, words)) return;
  field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input'));
}
