/** Writes a resolution, or one of its paragraphs, in another form, and shows it before it is saved. */
import { html, nothing } from 'lit';
import { save } from '../files.js';
import { placeInWords } from '../language.js';

/** @typedef {import('../types.d.ts').ReadHost} ReadHost */
/** @typedef {import('../types.d.ts').Opened} Opened */
/** @typedef {import('../types.d.ts').ExportFormat} ExportFormat */

/** The forms, with the ends of their files' names and their types. */
const FORMS = /** @type {Record<ExportFormat, [end: string, type: string]>} */ ({
  markdown: ['md', 'text/markdown'],
  html: ['html', 'text/html'],
  csv: ['csv', 'text/csv'],
  json: ['json', 'application/json'],
  jsonld: ['jsonld', 'application/ld+json'],
  citation: ['txt', 'text/plain'],
  bibtex: ['bib', 'application/x-bibtex'],
  csl: ['csl.json', 'application/vnd.citationstyles.csl+json'],
});

/** The forms of a single paragraph. */
const OF_PARAGRAPH = new Set(['citation', 'bibtex', 'csl', 'markdown', 'html']);

/** How much of a long form is shown, in characters. */
const SHOWN = 6000;

/**
 * Opens the dialog for a resolution, or for one of its paragraphs.
 *
 * @param {ReadHost} host
 * @param {Opened} reading
 * @param {string | null} [at] the paragraph's address
 */
export async function openExport(host, reading, at = null) {
  host.exporting = { at, format: at ? 'citation' : 'markdown', text: null };
  await choose(host, reading, host.exporting.format);
  const dialog = host.scope.getElementById('export');
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/** @param {ReadHost} host @param {Opened} reading @param {ExportFormat} format */
async function choose(host, reading, format) {
  const { exporting } = host;
  if (!exporting) return;
  exporting.format = format;
  try {
    const text = await host.written(reading.key, format, exporting.at);
    if (exporting.format === format) exporting.text = text;
  } catch (error) {
    host.trouble(error);
  }
  host.update();
  await new Promise((done) => requestAnimationFrame(done));
}

/**
 * The dialog: the forms, what the chosen one looks like, and the ways to take it along.
 *
 * @param {ReadHost} host
 * @param {Opened} reading
 */
export function exportDialog(host, reading) {
  const { m, exporting } = host;
  if (!exporting) return nothing;
  const { at, format, text } = exporting;
  const { symbol, edition } = reading.resolution;
  const names = /** @type {ExportFormat[]} */ (Object.keys(FORMS)).filter((name) => !at || OF_PARAGRAPH.has(name));
  const file = [symbol ?? reading.key, at].filter(Boolean).join(' ');
  const [end, type] = FORMS[format];
  return html`<dialog id="export" part="export" class="export" aria-labelledby="export-title" @close=${() => {
    host.exporting = null;
    host.update();
  }}>
    <h2 id="export-title">${at ? m.exportParagraph(placeInWords(m, at)) : m.exportTitle}</h2>
    <div class="export-body">
      <fieldset>
        <legend class="hidden">${m.exportForm}</legend>
        ${names.map(
          (name) => html`<label class="choice"
            ><input type="radio" name="form" value=${name} .checked=${name === format} @change=${() => choose(host, reading, name)} />
            <span>${m.exportForms[name]}</span></label
          >`,
        )}
      </fieldset>
      <pre class="preview" tabindex="0" aria-label=${m.exportPreview} lang=${edition.language} dir="auto">${text?.slice(0, SHOWN) ?? ''}${(text?.length ?? 0) > SHOWN ? '\n[…]' : ''}</pre>
    </div>
    <form method="dialog" class="links">
      <button type="button" class="strong" id="export-save" @click=${() => save(`${file.replace(/[^\p{L}\p{N}.-]+/gu, '-')}.${end}`, type, text ?? '')}>${m.exportSave}</button>
      <button type="button" id="export-copy" @click=${() => host.copy(text ?? '')}>${m.copy}</button>
      <button>${m.close}</button>
    </form>
  </dialog>`;
}

/**
 * Copies a paragraph with its reference in words.
 *
 * @param {ReadHost} host
 * @param {Opened} reading
 * @param {import('../types.d.ts').Paragraph} paragraph
 */
export async function copyWithReference(host, reading, paragraph) {
  try {
    const reference = await host.written(reading.key, 'citation', paragraph.address);
    host.copy(`“${paragraph.text}”\n(${reference.trim()})`);
  } catch (error) {
    host.trouble(error);
  }
}
