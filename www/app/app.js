/** The state of the app, and everything that changes it. */

import { html, render } from 'lit';
import { offeredHere } from './archives.js';
import { whenCalm } from './calm.js';
import { Desk, finishedExample } from './desk.js';
import { copyText } from './files.js';
import { chainOf, keepFocus } from './focus.js';
import { LANGUAGES, pickLanguage } from './language.js';
import { finishLeaving } from './leaving.js';
import { deskWords } from './messages/desk.js';
import { tryAgain } from './rooms/archives.js';
import { findNow, keepInAddress } from './rooms/find-state.js';
import { openReading } from './rooms/read-state.js';
import { linkTo, readRoute } from './route.js';
import { keep, keepNothing, recall } from './settings.js';
import { storeIsSilent } from './shelf.js';
import { shell } from './shell.js';
import { afterCheck, bringTogether } from './views/check-lines.js';
import { useScales } from './views/force.js';
import { learnOddities } from './views/odd.js';

/** @typedef {import('./types.d.ts').FindHost} FindHost */
/** @typedef {import('./types.d.ts').Held} Held */
/** @typedef {import('./types.d.ts').Listed} Listed */
/** @typedef {import('./types.d.ts').Opened} Opened */
/** @typedef {import('./types.d.ts').Found} Found */

/** The finding that is open when the example is first shown. */
const EXAMPLE_FINDING = 2;

/** How long nothing is said of a work under way. */
const PATIENCE_MS = 2000;

/** How long a notice with a way back stays. */
const NOTICE_MS = 10_000;

/** The app: what is shown, and what is done when something is asked. Rooms read it and call it. */
export class App {
  /** @type {HTMLElement} */
  #root;

  #rendering = false;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #noticeTimer;

  /** Where the views look for their elements. */
  scope = document;

  /** The address of a place. */
  linkTo = linkTo;

  m = pickLanguage(recall('language'), navigator.languages);

  theme = recall('theme') ?? 'system';

  route = readRoute(location.hash);

  /** @type {Desk | null} */
  desk = null;

  /** Tells those who wait for the desk that it is there, or never will be. @type {() => void} */
  #arrived = () => {};

  /** Settles when the desk is there with everything that was kept, or when it is certain that it never will be. */
  ready = new Promise((/** @type {(value: undefined) => void} */ resolve) => {
    this.#arrived = () => resolve(undefined);
  });

  /** What stopped the core from starting. @type {unknown} */
  failed = null;

  /** @type {Listed[]} */
  listed = [];

  /** The scales of force that are known. @type {import('./types.d.ts').Scale[]} */
  scales = [];

  scale = recall('scale') ?? 'whereas-1';

  /** Whether nothing is written down in this session. */
  temporary = false;

  /** What this browser keeps, in bytes. @type {{ usage: number, quota: number } | null} */
  storage = null;

  /** The check that is shown. @type {Held | null} */
  held = null;

  /** Which finding is open, from 0. */
  chosen = 0;

  /** Whether both texts of the check are shown whole. */
  whole = false;

  /** Paragraphs of the check that were unfolded, by name. @type {Set<string>} */
  unfolded = new Set();

  /** Whether the chosen thread is still to draw itself. */
  entering = true;

  /** The resolution that is read. @type {Opened | null} */
  reading = null;

  /** The texts of the library that cite the one that is read. @type {Found['hits']} */
  citedBy = [];

  /** The works that it cites, by id. @type {Map<string, import('./types.d.ts').Resolved>} */
  works = new Map();

  /** A text without a resolution, shown as it is. @type {{ document: import('./types.d.ts').Document, text: string } | null} */
  plain = null;

  /**
   * The key that the address asks for and the library does not hold, with what the core knows of such a work.
   *
   * @type {{ key: string, work: import('./types.d.ts').Resolved | null } | null}
   */
  missing = null;

  /**
   * The query, what it found, what leaving out a part would find, and the paragraphs of each result.
   *
   * @type {FindHost['find']}
   */
  find = { turn: 0, query: '', found: null, without: [], sort: 'relevance', limit: 10, spines: new Map() };

  /**
   * What was typed into the box, what it was understood as, and the ways to go on.
   *
   * @type {FindHost['box']}
   */
  box = { turn: 0, value: '', said: '', options: [], active: -1 };

  /** What was begun in “Check your own article”. */
  draft = { article: '', resolution: '', trouble: '' };

  /** @type {{ text: string, action?: { label: string, run: () => void } } | null} */
  notice = null;

  /** A longer work that is under way. @type {{ done: number, all: number, left: number, spent: number, stop?: () => void, bytes?: boolean } | null} */
  work = null;

  decides = true;

  /** @type {import('./types.d.ts').ReadHost['exporting']} */
  exporting = null;

  /** Whether the page is being printed; only then is the report made. */
  printing = false;

  /** The archives that this site offers. @type {import('./archives.js').Offer[]} */
  offers = [];

  /** The address of an archive elsewhere, until one says how it is to be read. @type {string | null} */
  asking = null;

  dropping = false;

  pasting = false;

  /** The dialog of the frame that was opened last. @type {'settings' | 'help' | 'keys' | null} */
  dialog = null;

  narrow = false;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    const narrow = matchMedia('(max-width: 899px)');
    this.narrow = narrow.matches;
    narrow.addEventListener('change', () => {
      this.narrow = narrow.matches;
      this.update();
    });
    addEventListener('hashchange', () => this.arrive());
    for (const [event, printing] of /** @type {const} */ ([
      ['beforeprint', true],
      ['afterprint', false],
    ])) {
      addEventListener(event, () => {
        this.printing = printing;
        this.#render();
      });
    }
    this.#applySettings();
  }

  /** Shows the page, starts the core, and opens what the address asks for. */
  async start() {
    this.update();
    await this.#showFinished();
    try {
      this.desk = await Desk.open();
      this.scales = await this.desk.library.scales();
      useScales(this.scales);
      if (this.scales.some((one) => one.id === this.scale)) this.desk.scale = this.scale;
      if (this.route.room === 'check') await this.showExample();
      const begun = Date.now();
      await finishLeaving();
      await this.desk.restore((done, all) => this.progress(begun, done, all));
      this.work = null;
      if (storeIsSilent()) this.say(deskWords(this.m).storeSilent);
      this.listed = await this.desk.list();
      if (!this.listed.length && !this.desk.archives.open.length) await this.showExample();
    } catch (error) {
      this.failed = error;
      console.error(error);
      if (this.held) this.trouble(error);
    }
    this.#arrived();
    await this.arrive();
    await this.settled();
    this.toPlace();
    this.offers = await offeredHere();
    this.update();
  }

  /** Shows the example before the core has come: the first view is there at once, and the core is fetched after it. */
  async #showFinished() {
    // It has come already, with the page; wherever one begins, it is what an empty library shows.
    const held = await finishedExample().catch(() => null);
    if (!held || this.route.room !== 'check' || this.route.rest) return;
    this.#show(held);
    const q = Number(this.route.params.get('q'));
    if (q >= 1 && held.check.quotations[q - 1]) this.chosen = q - 1;
    await this.settled();
    performance.mark('whereas-first-view');
    await whenCalm();
  }

  /** Holds the example's article against its resolution and shows the finished check. */
  async showExample() {
    if (!this.desk) return;
    const held = await this.desk.holdExample();
    this.listed = await this.desk.list();
    // What is shown already stays as it is, with the finding that was opened meanwhile.
    if (held !== this.held) this.#show(held);
    else this.update();
  }

  /** @param {Held} held the example's */
  #show(held) {
    this.held = held;
    this.chosen = Math.min(EXAMPLE_FINDING, Math.max(0, held.check.quotations.length - 1));
    this.entering = true;
    this.update();
  }

  /** Goes where the address leads. */
  async arrive() {
    const before = this.route.room + this.route.rest;
    const placeBefore = this.route.params.get('at');
    if (this.route.room === 'find') this.box.value = '';
    this.route = readRoute(location.hash);
    const q = Number(this.route.params.get('q'));
    if (this.route.room === 'check' && q >= 1 && this.held?.check.quotations[q - 1]) this.chosen = q - 1;
    if (this.route.room === 'find') await findNow(this, this.route.params.get('q') ?? '');
    if (this.route.room === 'read') await openReading(this);
    if (this.route.room === 'read' && !this.route.rest) this.weigh();
    this.update();
    if (before !== this.route.room + this.route.rest) {
      await this.settled();
      scrollTo(0, 0);
      document.getElementById('main')?.focus({ preventScroll: true });
      this.toPlace();
    } else if (this.route.params.get('at') !== placeBefore) {
      await this.settled();
      this.toPlace();
    }
  }

  /** Leads to another place. @param {string} room @param {string} [rest] @param {Record<string, string | number | null | undefined>} [params] */
  go(room, rest = '', params = {}) {
    const link = linkTo(room, rest, params);
    if (location.hash === link) this.arrive();
    else location.hash = link;
  }

  /** Whether what is typed is looked for at once. */
  get finding() {
    return this.route.room === 'find';
  }

  /** Keeps a query in the address. @param {string} query */
  asked(query) {
    keepInAddress(this, query);
  }

  /** A text in another form. @param {string} key @param {import('./types.d.ts').ExportFormat} format @param {string | null} at */
  async written(key, format, at) {
    return (await this.desk?.written(key, format, at)) ?? '';
  }

  /** What is searched beside the library. */
  get away() {
    const { resolutions = 0, silent = [], open = [], languages = [] } = this.desk?.archives ?? {};
    return { resolutions, languages, silent: silent.length, all: silent.length + open.length };
  }

  tryAgain() {
    tryAgain(this);
  }

  /** Whether a text belongs to the example. @param {string} key */
  isExample(key) {
    return this.desk?.example.has(key) ?? false;
  }

  /** Changes the address without a new step in the history. @param {string} link */
  replace(link) {
    history.replaceState(null, '', link);
    this.route = readRoute(link);
  }

  /** Brings the paragraph that the address names into view. */
  toPlace() {
    const address = this.route.params.get('at');
    if (this.route.room !== 'read' || !address) return;
    const paragraph = document.querySelector(`.reader [data-address="${CSS.escape(address)}"]`);
    if (paragraph instanceof HTMLElement) {
      const { top, bottom } = paragraph.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) paragraph.scrollIntoView({ block: 'center' });
      paragraph.focus({ preventScroll: true });
    }
  }

  /** Shows what has changed, once for all that changed before the next frame. */
  update() {
    if (this.#rendering) return;
    this.#rendering = true;
    queueMicrotask(() => this.#render());
  }

  #render() {
    this.#rendering = false;
    const focused = chainOf(document.activeElement);
    render(shell(this), this.#root);
    keepFocus(focused);
    document.title = this.title();
    if (this.route.room === 'check') afterCheck(this);
  }

  /** Settles when what was changed is on the page. */
  settled() {
    return new Promise((resolve) => {
      requestAnimationFrame(() => resolve(undefined));
      // A page in the background is given no frames.
      setTimeout(resolve, 250);
    });
  }

  title() {
    const name =
      this.route.room === 'read' && this.reading
        ? (this.reading.resolution.symbol ?? this.reading.resolution.title)
        : this.m[this.route.room];
    return `${name ?? this.m.read} · Whereas`;
  }

  /** What is shown while the core reads, or what stopped it. */
  waiting() {
    if (this.failed) {
      const said = this.failed instanceof Error ? this.failed.message : String(this.failed);
      const what = this.desk ? this.m.trouble : this.m.engineFailed;
      return html`<div class="state" role="alert"><p>${what}</p><p>${said.charAt(0).toUpperCase()}${said.slice(1)}.</p></div>`;
    }
    return html`<div class="waiting" aria-busy="true"><span class="hidden">${this.m.waiting}</span><i></i><i></i><i></i></div>`;
  }

  /** The address of a finding. @param {number} index */
  findingLink(index) {
    return linkTo('check', '', { q: index + 1 });
  }

  /** Opens a finding; its other end comes into view. @param {number} index @param {Event} [event] */
  choose(index, event) {
    event?.preventDefault();
    this.chosen = index;
    this.entering = false;
    this.replace(this.findingLink(index));
    this.update();
    const from =
      event?.currentTarget instanceof Element && event.currentTarget.hasAttribute('data-source') ? 'source' : 'article';
    this.settled().then(() => bringTogether(this, from));
  }

  /** Opens the next finding, or the one before. @param {number} by */
  step(by) {
    const all = this.held?.check.quotations.length ?? 0;
    if (all) this.choose((this.chosen + by + all) % all);
  }

  /** Slides the whole resolution over the article, at the place of the open finding. */
  showWhole() {
    const dialog = document.getElementById('whole');
    if (!(dialog instanceof HTMLDialogElement)) return;
    dialog.showModal();
    dialog.querySelector('.quotation[aria-current]')?.scrollIntoView({ block: 'center' });
  }

  /**
   * Says how far a longer work is: nothing at first, from two seconds on a count and the time left.
   *
   * @param {number} begun when it began, in milliseconds
   * @param {number} done
   * @param {number} all
   * @param {() => void} [stop] ends it where it can be ended
   * @param {boolean} [bytes] whether bytes are counted, and not texts
   */
  progress(begun, done, all, stop, bytes = false) {
    const spent = Date.now() - begun;
    if (spent < PATIENCE_MS || !done) return;
    const left = Math.ceil((spent / done) * (all - done) * 0.001);
    if (this.work?.done === done || (this.work && spent - this.work.spent < 200)) return;
    this.work = { done, all, left, spent, stop, bytes };
    this.update();
  }

  /** Says something for a while, with a way back where there is one. @param {string} text @param {{ label: string, run: () => void }} [action] */
  say(text, action) {
    clearTimeout(this.#noticeTimer);
    this.notice = { text, action };
    this.#noticeTimer = setTimeout(() => {
      this.notice = null;
      this.update();
    }, NOTICE_MS);
    this.update();
  }

  /** Says what went wrong, in words. @param {unknown} error */
  trouble(error) {
    const said = error instanceof Error ? error.message : String(error);
    this.say(`${this.m.trouble} ${said.charAt(0).toUpperCase()}${said.slice(1)}`);
  }

  /** @param {string} text */
  async copy(text) {
    this.say((await copyText(text)) ? this.m.copied : this.m.trouble);
  }

  /** @param {string} code */
  chooseLanguage(code) {
    this.m = LANGUAGES[code] ?? this.m;
    keep('language', code);
    this.#applySettings();
    this.update();
  }

  /** Takes forces from another scale; every text is read again. @param {string} id */
  async chooseScale(id) {
    this.scale = id;
    keep('scale', id);
    const begun = Date.now();
    try {
      await this.desk?.rescale(id, (done, all) => this.progress(begun, done, all));
      this.work = null;
      this.listed = (await this.desk?.list()) ?? [];
      if (this.held?.example) this.held = (await this.desk?.holdExample()) ?? this.held;
      this.find.spines.clear();
      this.reading = null;
      await this.arrive();
    } catch (error) {
      this.trouble(error);
    }
  }

  /** Begins or ends a session of which nothing is written down. @param {boolean} on */
  beTemporary(on) {
    this.temporary = on;
    keepNothing(on);
    if (this.desk) this.desk.temporary = this.desk.archives.temporary = on;
    this.update();
  }

  /** Asks the browser how much it keeps. */
  async weigh() {
    const estimate = await navigator.storage?.estimate?.().catch(() => null);
    if (!estimate?.quota) return;
    this.storage = { usage: estimate.usage ?? 0, quota: estimate.quota };
    this.update();
  }

  /** @param {string} theme `system`, `light` or `dark` */
  chooseTheme(theme) {
    this.theme = theme;
    keep('theme', theme);
    this.#applySettings();
    this.update();
  }

  #applySettings() {
    const page = document.documentElement;
    page.lang = this.m.code;
    page.dir = this.m.dir;
    page.dataset.theme = this.theme;
    learnOddities(this.m.code).then((more) => more && this.update());
  }
}
