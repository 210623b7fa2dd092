// One seat in one tab: its drafts and outbox in the browser, and the connection to the server when there is one.
import { Drafts, Outbox, Shelf } from './drafts-and-outbox.js';
import { attempt, local, session } from '../lib/storage.js';
import { newId, same, sound } from './text.js';

/** @type {Map<string, Seat>} */
const seats = new Map();
const longestAnswer = 20_000;
const patience = 1_500;
const settled = 2_000;
// Fields whose text is submitted with a press. Several people may write in all other fields, and their drafts are sent also after the step.
const whole = /^(note|edit|home)\b/;

/** @param {string} person */
export function seatOf(person) {
  const seat = seats.get(person) ?? new Seat(person);
  seats.set(person, seat);
  return seat;
}

// The person whose drafts the text in an element belongs to.
/** @param {Element} element */
export function personAt(element) {
  return /** @type {string} */ (/** @type {HTMLElement} */ (element.closest('[data-person]')).dataset.person);
}

class Seat {
  /** @type {Set<SeatField>} */
  fields = new Set();
  // The drafts that the server had when the connection came up: from another device, or from before the storage was cleared.
  /** @type {Record<string, string>} */
  begun = {};
  // Why a draft whose field is gone could not be kept.
  /** @type {Map<string, { text: string, message?: string }>} */
  refused = new Map();
  #shelf;
  /** @type {Bridge | null} */
  #bridge = null;
  /** @type {Set<() => void>} */
  #cuts = new Set();
  #unanswered = new Set();
  /** @type {number | undefined} */
  #impatient;
  /** @type {number | undefined} */
  #again;
  /** @type {number | undefined} */
  #left;
  /** @type {[field: string | null, typing: boolean]} */
  #where = [null, false];

  /** @param {string} person */
  constructor(person) {
    this.#shelf = new Shelf(local);
    this.drafts = new Drafts(this.#shelf, person, tab());
    this.drafts.forget();
    this.outbox = new Outbox(this.#shelf, person, piece => this.ask(piece), (piece, answer) => this.#answered(piece, answer));
    for (const piece of this.outbox.waiting) this.begin(piece.id);
    document.addEventListener('dip:link', ({ detail }) => detail.state === 'up' ? this.resume() : this.#cut());
    addEventListener('storage', event => this.#elsewhere(event));
    // Hazard: when the browser's storage does not work, the text is lost with the page.
    addEventListener('beforeunload', event => { if (this.#shelf.fragile) event.preventDefault(); });
  }

  // The circuit is up, for the first time or again.
  /** @param {Bridge} bridge */
  async connect(bridge) {
    this.#bridge = bridge;
    this.resume();
    if (this.#where[0]) this.tell('Writing', ...this.#where);
    this.begun = await bridge.invokeMethodAsync('Drafts').then(JSON.parse).catch(() => ({}));
    for (const field of this.fields) field.found?.(this.begun);
    this.changed();
  }

  resume() {
    clearTimeout(this.#again);
    this.#again = undefined;
    for (const field of this.fields) field.save?.();
    this.flush();
    this.sendLeft();
  }

  async flush() {
    this.changed();
    if (await this.outbox.flush()) this.later();
  }

  // Sends a new piece of the outbox.
  /** @param {BoardRequest} piece */
  put(piece) {
    this.begin(piece.id);
    this.flush();
  }

  // Hazard: when the connection is lost, the answer never comes. Then this rejects, and the caller sends again with the same id.
  /**
   * @param {Content & { id: string }} piece
   * @returns {Promise<Answer>}
   */
  async ask({ id, field, text, basedOn, owner, by }) {
    if (!this.#bridge) throw new Error('There is no line yet.');
    let cut = () => { };
    /** @type {Promise<never>} */
    const lost = new Promise((_, reject) => { cut = () => reject(new Error('The line was lost.')); });
    const timer = setTimeout(() => { cut(); document.dispatchEvent(new CustomEvent('dip:silent')); }, longestAnswer);
    this.#cuts.add(cut);
    try {
      const piece = JSON.stringify({ id, field, text: sound(text), basedOn: basedOn ?? 0, owner: sound(owner), by });
      return JSON.parse(await Promise.race([this.#bridge.invokeMethodAsync('Send', piece), lost]));
    } finally {
      clearTimeout(timer);
      this.#cuts.delete(cut);
    }
  }

  // Sends what may be lost without harm: a draft's copy on the server, and where the person is writing.
  /**
   * @param {string} method
   * @param {...unknown} words
   */
  tell(method, ...words) {
    this.#bridge?.invokeMethodAsync(method, ...words).catch(() => { });
  }

  // Keeps a copy of the draft on the server.
  /**
   * @param {string} field
   * @param {string} text
   */
  copy(field, text) {
    this.tell('Draft', field, sound(text));
  }

  // `field` is the field that the person writes in and has not left; `typing` is whether the person is typing now.
  /**
   * @param {string | null} field
   * @param {boolean} typing
   */
  writing(field, typing) {
    if (this.#where[0] === field && this.#where[1] === typing) return;
    this.#where = [field, typing];
    this.tell('Writing', field, typing);
  }

  /** @param {string} field */
  left(field) {
    if (this.#where[0] === field) this.writing(null, false);
  }

  later() {
    this.#again ??= setTimeout(() => this.resume(), 2_000 + Math.random() * 3_000);
  }

  // «venter» is shown only after `patience`: to show it for every short delay would worry people.
  /** @param {string} id */
  begin(id) {
    this.#unanswered.add(id);
    this.#impatient ??= setTimeout(() => { document.documentElement.dataset.unsent = ''; this.changed(); }, patience);
  }

  /** @param {string} id */
  end(id) {
    this.#unanswered.delete(id);
    if (this.#unanswered.size > 0) return;
    clearTimeout(this.#impatient);
    this.#impatient = undefined;
    delete document.documentElement.dataset.unsent;
    this.changed();
  }

  changed() {
    for (const field of this.fields) field.refresh?.();
    document.documentElement.toggleAttribute('data-fragile', this.#shelf.fragile);
  }

  // Whether the text of a field is saved while the person types, and not only with a press.
  /** @param {string} place */
  flows(place) {
    return !whole.test(place);
  }

  // Whether the page has a field for this place.
  /** @param {string} place */
  shows(place) {
    return [...this.fields].some(field => field.name && (place === field.name || place.startsWith(`${field.name}/`)));
  }

  /**
   * @param {BoardRequest} piece
   * @param {Answer} answer
   */
  #answered(piece, answer) {
    for (const field of this.fields) field.answered?.(piece, answer);
    this.end(piece.id);
    this.changed();
  }

  #cut() {
    for (const cut of this.#cuts) cut();
    this.changed();
  }

  // Sends text for a field that is no longer on the page, because everybody moved on while the connection was down: it is the party's text.
  // It waits first, so that a field that is moving to another page has time to get there.
  sendLeft() {
    clearTimeout(this.#left);
    this.#left = setTimeout(() => this.#sendNow(), settled);
  }

  async #sendNow() {
    for (const { field, text, basedOn } of this.drafts.under('')) {
      if (!this.#bridge || !this.flows(field) || this.shows(field) || this.refused.get(field)?.text === text) continue;
      let answer;
      try {
        answer = await this.ask({ id: newId(), field, text, basedOn });
      } catch {
        return;
      }
      if (answer.retry) return this.later();
      if (answer.kept || same(answer.theirs?.text ?? null, text)) this.drafts.drop(field, text);
      else this.refused.set(field, { text, message: answer.message });
    }
    this.changed();
  }

  // Another tab of the same seat has sent or removed a text that is also here. When the text has only moved to that tab, it stays here.
  /** @param {StorageEvent} event */
  #elsewhere({ key, oldValue, newValue }) {
    const field = newValue === null ? this.drafts.fieldOf(key) : null;
    const text = field === null ? null : attempt(() => JSON.parse(oldValue ?? 'null').text);
    if (field !== null && text && !same(this.drafts.of(field)?.text ?? null, text)) for (const one of this.fields) one.gone?.(field, text);
    this.changed();
  }
}

// A tab keeps its id over a reload, so that its drafts stay apart from those of other tabs. A tab that was copied, or restored after a
// crash, gets a new id.
function tab() {
  const kept = session.get('dip:tab-open') ? null : session.get('dip:tab');
  const id = kept ?? newId();
  const open = () => { session.set('dip:tab', id); session.set('dip:tab-open', '1'); };
  open();
  addEventListener('pageshow', open);
  addEventListener('pagehide', () => session.remove('dip:tab-open'));
  return id;
}
