import { seatOf } from './seat.js';
import { same } from './writing.js';

// Words that are not where they were to go, and stand in no field any more: they wait, were refused, or their step has passed. They are
// here to be seen and copied until one takes them away.
export class Unsent extends HTMLElement {
  static observedAttributes = ['data-over'];

  connectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) return;
      this.seat = seatOf(this.closest('[data-person]').dataset.person);
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
    // Redrawing under somebody's hand would take the button away that is being pressed.
    if (told === this.told) return;
    this.told = told;
    this.#list(shown);
  }

  // What was put forward. While the line is only slow it is not worth a word.
  #pieces() {
    const composers = [...this.seat.fields].filter(field => field.holds);
    const slow = this.#slow;
    return this.seat.outbox.pieces
      .filter(piece => piece.refused !== undefined || slow && !composers.some(composer => composer.holds(piece)))
      .map(piece => ({ ...piece, text: piece.about ?? piece.text, state: piece.refused ?? this.#over ?? this.dataset.waiting, remove: (piece.refused !== undefined || this.#over) && (() => this.#drop(piece)) }));
  }

  // What was begun in a field that is gone, here or on another device.
  #left() {
    // What was put forward is already among the pieces.
    const here = this.seat.drafts.under('').filter(({ field, text }) => !this.seat.outbox.pieces.some(piece => piece.field === field && same(piece.text, text)));
    const there = Object.entries(this.seat.begun).map(([field, text]) => ({ field, text })).filter(draft => !here.some(known => known.field === draft.field));
    return [...here, ...there].filter(draft => draft.text && !this.seat.shows(draft.field) && (this.#slow || !this.seat.flows(draft.field) || this.seat.refused.has(draft.field))).map(({ field, text }) => ({
      field,
      text,
      state: this.#over ?? this.#why(field),
      // What is on its way is not thrown away by a slip of the finger.
      remove: (this.#over || !this.seat.flows(field) || this.seat.refused.has(field)) && (() => {
        this.seat.drafts.drop(field, text);
        this.seat.copy(field, '');
        delete this.seat.begun[field];
      }),
    }));
  }

  #why(field) {
    const refused = this.seat.refused.get(field);
    return refused ? refused.message ?? this.dataset.changed : this.seat.flows(field) ? this.dataset.waiting : this.dataset.half;
  }

  get #slow() {
    return this.#over !== null || 'unsent' in document.documentElement.dataset;
  }

  #drop(piece) {
    this.seat.outbox.drop(piece);
    this.seat.drafts.drop(piece.field, piece.text);
  }

  // Why nothing more can be sent, or null while it can.
  get #over() {
    return this.dataset.over ?? null;
  }

  #list(pieces) {
    const labels = JSON.parse(this.dataset.labels ?? '{}');
    const pattern = this.querySelector('[data-pattern]');
    for (const old of this.querySelectorAll('[data-shown]')) old.remove();
    for (const { field, text, state, remove } of pieces) {
      const item = pattern.cloneNode(true);
      item.removeAttribute('data-pattern');
      item.setAttribute('data-shown', '');
      item.hidden = false;
      item.querySelector('[data-label]').textContent = labels[field] ?? labels[field.split('/')[0]] ?? '';
      item.querySelector('[data-words]').textContent = text;
      item.querySelector('[data-state]').textContent = state ?? '';
      const [copy, away] = ['[data-copy]', '[data-remove]'].map(name => item.querySelector(name));
      copy.addEventListener('click', () => this.#copy(copy, item));
      away.hidden = !remove;
      away.addEventListener('click', () => {
        remove();
        this.refresh();
        document.querySelector('main')?.focus({ preventScroll: true });
      });
      pattern.parentNode.append(item);
    }
    this.hidden = pieces.length === 0;
  }

  // Where the browser does not let a page copy, the words are marked, ready for one's own keys.
  async #copy(button, item) {
    const words = item.querySelector('[data-words]');
    try {
      await navigator.clipboard.writeText(words.textContent);
      button.textContent = this.dataset.copied;
    } catch {
      getSelection().selectAllChildren(words);
    }
  }
}
