import { copyText } from '../lib/clipboard.js';
import { personAt, seatOf } from './seat.js';
import { same } from './text.js';

/** @typedef {{ field: string, text: string, about?: string, state?: string, remove: (() => void) | null }} Item */

// Text that was not sent and is no longer in a field: it waits, was refused, or its step has passed. The list shows it, to be copied, until
// the person removes it.
export class Unsent extends HTMLElement {
  static observedAttributes = ['data-over'];
  /** @type {ReturnType<typeof seatOf>} */
  seat;
  #shown = '';

  connectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) return;
      this.seat = seatOf(personAt(this));
      this.seat.fields.add(this);
      this.refresh();
    });
  }

  disconnectedCallback() {
    this.seat?.fields.delete(this);
  }

  attributeChangedCallback() {
    if (this.seat) this.refresh();
  }

  refresh() {
    const shown = [...this.#pieces(), ...this.#left()];
    const told = JSON.stringify(shown.map(({ field, text, state }) => [field, text, state]));
    if (told === this.#shown) return;
    this.#shown = told;
    this.#list(shown);
  }

  // Submitted pieces. A piece that waits is not shown until the wait is long.
  /** @returns {Item[]} */
  #pieces() {
    const slow = this.#slow;
    return this.seat.outbox.pieces
      .filter(piece => piece.refused !== undefined || slow && ![...this.seat.fields].some(field => field.holds?.(piece)))
      .map(piece => ({
        ...piece,
        text: piece.about ?? piece.text,
        state: piece.refused ?? this.#over ?? this.dataset.waiting,
        remove: piece.refused !== undefined || this.#over ? () => this.#drop(piece) : null,
      }));
  }

  // Drafts of fields that are gone, from this device or another.
  /** @returns {Item[]} */
  #left() {
    const { drafts, begun, outbox } = this.seat;
    // A submitted text is already among the pieces.
    const here = drafts.under('')
      .filter(({ field, text }) => !outbox.pieces.some(piece => piece.field === field && same(piece.text, text)));
    const there = Object.entries(begun).map(([field, text]) => ({ field, text }))
      .filter(({ field }) => !here.some(known => known.field === field));
    const lost = [...here, ...there].filter(({ field, text }) => text && !this.seat.shows(field) && (this.#slow || this.#stays(field)));
    return lost.map(({ field, text }) => ({
      field,
      text,
      state: this.#over ?? this.#why(field),
      // Text that is still to be sent cannot be removed by an accidental press.
      remove: this.#over || this.#stays(field) ? () => {
        drafts.drop(field, text);
        this.seat.copy(field, '');
        delete this.seat.begun[field];
      } : null,
    }));
  }

  // Whether a draft is not sent by itself.
  /** @param {string} field */
  #stays(field) {
    return !this.seat.flows(field) || this.seat.refused.has(field);
  }

  /** @param {string} field */
  #why(field) {
    const refused = this.seat.refused.get(field);
    return refused ? refused.message ?? this.dataset.changed : this.seat.flows(field) ? this.dataset.waiting : this.dataset.half;
  }

  get #slow() {
    return this.#over !== null || 'unsent' in document.documentElement.dataset;
  }

  /** @param {BoardRequest} piece */
  #drop(piece) {
    this.seat.outbox.drop(piece);
    this.seat.drafts.drop(piece.field, piece.text);
  }

  // Why nothing more can be sent, or null while it can.
  get #over() {
    return this.dataset.over ?? null;
  }

  /** @param {Item[]} pieces */
  #list(pieces) {
    const labels = JSON.parse(this.dataset.labels ?? '{}');
    const pattern = part(this, '[data-pattern]');
    const keyOf = (/** @type {Item} */ { field, text, about }) => JSON.stringify([field, text, about]);
    // Hazard: a button that is removed while it is pressed loses the press. An item that is still told of stays where it is.
    const old = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('[data-shown]')]);
    const items = pieces.map(piece => {
      const known = old.findIndex(item => item.dataset.shown === keyOf(piece));
      return known < 0 ? this.#item(pattern, keyOf(piece)) : old.splice(known, 1)[0];
    });
    for (const item of old) item.remove();
    let before = pattern;
    pieces.forEach(({ field, text, about, state, remove }, at) => {
      const item = items[at];
      part(item, '[data-label]').textContent = labels[field] ?? labels[field.split('/')[0]] ?? '';
      part(item, '[data-words]').textContent = text;
      part(item, '[data-state]').textContent = state ?? '';
      // A press has no text to copy.
      part(item, '[data-copy]').hidden = about !== undefined;
      const away = part(item, '[data-remove]');
      away.hidden = !remove;
      away.onclick = () => {
        remove?.();
        this.refresh();
        document.querySelector('main')?.focus({ preventScroll: true });
      };
      if (before.nextElementSibling !== item) before.after(item);
      before = item;
    });
    this.hidden = pieces.length === 0;
  }

  /**
   * @param {HTMLElement} pattern
   * @param {string} key
   */
  #item(pattern, key) {
    const item = /** @type {HTMLElement} */ (pattern.cloneNode(true));
    item.removeAttribute('data-pattern');
    item.dataset.shown = key;
    item.hidden = false;
    const copy = part(item, '[data-copy]');
    copy.addEventListener('click', () => this.#copy(copy, item));
    return item;
  }

  // Where the browser does not let a page copy, the text is selected, so that the person can copy it with the keyboard.
  /**
   * @param {HTMLElement} button
   * @param {HTMLElement} item
   */
  async #copy(button, item) {
    const words = part(item, '[data-words]');
    if (await copyText(words.textContent ?? '')) button.textContent = this.dataset.copied ?? '';
    else getSelection()?.selectAllChildren(words);
  }
}

/**
 * @param {HTMLElement} element
 * @param {string} selector
 */
function part(element, selector) {
  return /** @type {HTMLElement} */ (element.querySelector(selector));
}
