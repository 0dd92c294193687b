/** `<whereas-quote-check>`: an article held against the resolutions it quotes. */
import { html, nothing } from 'lit';
import { checkColumns, checkSummary } from '../app/views/check.js';
import { afterCheck, bringTogether } from '../app/views/check-lines.js';
import { WhereasElement } from './element.js';
import { ElementHost } from './host.js';
import { bring } from './library.js';

/** @typedef {import('../app/types.d.ts').Held} Held */

class CheckHost extends ElementHost {
  /** @type {Held | null} */
  held = null;

  chosen = 0;

  whole = false;

  /** @type {Set<string>} */
  unfolded = new Set();

  entering = true;

  /** Decisions are the affair of whoever checks, and not of a page's readers. */
  decides = false;

  /** @param {number} index */
  findingLink(index) {
    return `#quotation-${index + 1}`;
  }

  /** @param {number} index @param {Event} [event] */
  choose(index, event) {
    event?.preventDefault();
    const from =
      event?.currentTarget instanceof Element && event.currentTarget.hasAttribute('data-source') ? 'source' : 'article';
    /** @type {WhereasQuoteCheck} */ (this.element).choose(index, from);
  }

  /** @param {number} by */
  step(by) {
    const all = this.held?.check.quotations.length ?? 0;
    if (all) this.choose((this.chosen + by + all) % all);
  }

  /** Shows the whole resolution over the article. */
  showWhole() {
    const dialog = this.scope.getElementById('whole');
    if (!(dialog instanceof HTMLDialogElement)) return;
    dialog.showModal();
    dialog.querySelector('.quotation[aria-current]')?.scrollIntoView({ block: 'center' });
  }
}

/**
 * An article beside the resolutions it quotes, with a thread for each quotation whose shape is what was found.
 *
 * @element whereas-quote-check
 * @attr {string} src Addresses of resolutions, apart by white space; without it, all of the group's library.
 * @attr {string} article The address of the article, in any format that is read; without it, the words between the tags.
 * @attr {number} chosen Which quotation is open, from 1.
 * @attr {boolean} whole Both texts are shown whole.
 * @attr {string} group Elements of one group share their library.
 * @attr {string} link A template for links to pages of one's own, such as `/texts/{symbol}.html#{address}`.
 * @attr {string} theme `dark`, or `system` to go with the system's; light otherwise.
 * @attr {string} lang The language of the interface: `en`, `fr` or `ar`; that of the page where it is not set.
 * @prop {object | null} report - What was found, as `library.check` gives it.
 * @fires whereas-ready - The check is finished: `{ report }`.
 * @fires whereas-choose - A quotation was opened: `{ index, finding }`, from 0.
 * @fires whereas-navigate - A link to a resolution was followed: `{ key, id, address, href }`. Can be prevented.
 * @fires whereas-error - The article could not be checked: `{ error }`.
 * @slot - The article, where it is not named; it stays where there is no script.
 * @slot before - Above the check.
 * @slot after - Below the check.
 * @csspart summary - What was found, counted.
 * @csspart article - The article's column.
 * @csspart resolution - A resolution's column.
 * @csspart quotation - A quotation, on either side.
 * @csspart apparatus - What was found about the quotation that is open.
 * @csspart label - Its label.
 * @csspart error - What went wrong.
 * @csspart notice - What is said for a while.
 */
export class WhereasQuoteCheck extends WhereasElement {
  /** Changes of these check again. */
  static sources = ['src', 'article', 'group'];

  /** @override @type {import('lit').PropertyDeclarations} */
  static properties = { article: { type: String }, chosen: { type: Number }, whole: { type: Boolean } };

  constructor() {
    super();
    /** The address of the article. @type {string | null} */
    this.article = null;
    /** Which quotation is open, from 1. */
    this.chosen = 1;
    /** Whether both texts are shown whole. */
    this.whole = false;
  }

  /** @override */
  makeHost() {
    return new CheckHost(this);
  }

  get #host() {
    return /** @type {CheckHost} */ (this.host);
  }

  /** What was found, as the core gave it. */
  get report() {
    return this.#host.held?.check ?? null;
  }

  /**
   * @override
   * @param {import('../app/texts.js').Texts} texts
   */
  async load(texts) {
    const keys = this.src ? await bring(texts, this.src) : (await texts.list()).map((one) => one.key);
    const article = this.article ? await textAt(this.article) : this.#written();
    if (!article.length)
      throw new Error('no article is named: give the element the attribute article, or words between its tags');
    const held = await texts.hold(article, keys);
    return () => {
      Object.assign(this.#host, { held, entering: true });
      this.tell('whereas-ready', { report: held.check });
    };
  }

  /** The article between the tags; as a page where its plain words would not say which of them are quoted. */
  #written() {
    const page = document.createElement('article');
    for (const node of this.childNodes)
      if (!(node instanceof HTMLElement && node.slot)) page.append(node.cloneNode(true));
    return page.querySelector('blockquote, q') ? new XMLSerializer().serializeToString(page) : this.words();
  }

  /** Opens a quotation; both its ends come into view. @param {number} index from 0 @param {'article' | 'source'} [from] */
  async choose(index, from = 'article') {
    const finding = this.#host.held?.check.quotations[index];
    if (!finding) return;
    this.chosen = index + 1;
    this.#host.entering = false;
    await this.updateComplete;
    bringTogether(this.#host, from);
    this.tell('whereas-choose', { index, finding });
  }

  /** @override */
  draw() {
    const { held, m } = this.#host;
    if (!held) return nothing;
    const last = Math.max(0, held.check.quotations.length - 1);
    Object.assign(this.#host, { chosen: Math.min(Math.max(0, (this.chosen || 1) - 1), last), whole: this.whole });
    return html`<div class="check" data-room="check" data-view=${this.#host.narrow ? 'narrow' : 'wide'}>
      <header class="room-head">${checkSummary(m, held)}</header>
      ${checkColumns(this.#host, held)}
    </div>`;
  }

  /** @override */
  updated() {
    afterCheck(this.#host);
  }

  /** @override @param {string} key */
  symbolOf(key) {
    return this.#host.held?.sources.find((one) => one.key === key)?.resolution.symbol ?? null;
  }
}

/** @param {string} address */
async function textAt(address) {
  const { href } = new URL(address, document.baseURI);
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href} could not be fetched: the server answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
