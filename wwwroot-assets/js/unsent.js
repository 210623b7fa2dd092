import { seatOf } from './seat.js';

// A note that waits or was refused, and stands in no field any more, is still here to be seen.
export class Unsent extends HTMLElement {
  static observedAttributes = ['data-closed'];
  #late = [];

  connectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) return;
      this.seat = seatOf(this.closest('[data-person]').dataset.person);
      this.seat.fields.add(this);
      this.#close();
      this.refresh();
    });
  }

  disconnectedCallback() {
    this.seat?.fields.delete(this);
  }

  attributeChangedCallback() {
    if (this.seat) this.#close();
  }

  refresh() {
    const composers = [...this.seat.fields].filter(field => field.holds);
    const shown = this.seat.outbox.pieces.filter(piece => piece.refused || !composers.some(composer => composer.holds(piece)));
    const slow = 'unsent' in document.documentElement.dataset;
    this.#list([
      ...shown.filter(piece => piece.refused || slow).map(piece => ({ ...piece, remove: piece.refused && (() => this.seat.outbox.drop(piece)) })),
      ...this.#half(composers),
      ...this.#late.map(text => ({ text, refused: this.dataset.late, remove: () => { this.#late = this.#late.filter(other => other !== text); } })),
    ]);
  }

  // A note that was begun before everybody moved on: its field is gone, its words are not.
  #half(composers) {
    return this.seat.drafts.under('note/')
      .filter(draft => !composers.some(composer => composer.name === draft.field))
      .map(({ field, text }) => ({ text, refused: this.dataset.half, remove: () => this.seat.drafts.drop(field, text) }));
  }

  // When the group work is over nothing more is kept in this browser; what was half written can still be copied from the screen.
  #close() {
    if (this.dataset.closed === undefined) return;
    this.#late.push(...this.seat.drafts.under('note/').map(draft => draft.text));
    this.seat.drafts.clear();
    this.refresh();
  }

  #list(pieces) {
    const pattern = this.querySelector('[data-pattern]');
    for (const old of this.querySelectorAll('[data-shown]')) old.remove();
    for (const piece of pieces) {
      const item = pattern.cloneNode(true);
      item.removeAttribute('data-pattern');
      item.setAttribute('data-shown', '');
      item.hidden = false;
      item.querySelector('[data-words]').textContent = piece.text;
      item.querySelector('[data-state]').textContent = piece.refused ?? this.dataset.waiting;
      const button = item.querySelector('button');
      button.hidden = !piece.remove;
      button.addEventListener('click', () => {
        piece.remove();
        this.refresh();
      });
      pattern.parentNode.append(item);
    }
    this.hidden = pieces.length === 0;
  }
}
