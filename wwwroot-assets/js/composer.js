import { Field } from './field.js';
import { plain, same } from './writing.js';

const burst = 400;

// Something put forward whole: a note, or what is taken home. It stays in the field until the server has kept it.
export class Composer extends Field {
  static observedAttributes = ['data-told'];
  #copy;

  opened() {
    for (const part of this.#parts) {
      const draft = this.seat.drafts.adopt(this.#place(part));
      if (!part.value) part.value = draft?.text ?? this.#told(part);
      this.spare(part);
      part.addEventListener('input', () => this.#typed(part));
      part.addEventListener('keydown', event => this.#key(event));
    }
    this.addEventListener('focusout', event => { if (!this.contains(event.relatedTarget)) this.seat.left(this.name); });
    this.addEventListener('click', ({ target }) => { if (target.closest('[data-put]')) this.#put(); });
    this.refresh();
  }

  // A colleague has put forward another: it comes into the parts that are not being written in.
  told() {
    for (const part of this.#parts) if (!this.seat.drafts.of(this.#place(part))) part.value = this.#told(part);
  }

  // Drafts from the server, when this browser has none: another device, or a storage that was cleared.
  found(kept) {
    for (const part of this.#parts) if (!part.value && kept[this.#place(part)]) part.value = kept[this.#place(part)];
  }

  // Another tab of the same seat has put these very words forward, or taken them away.
  gone(place, text) {
    for (const part of this.#parts) if (this.#place(part) === place && same(part.value, text)) part.value = this.#told(part);
  }

  answered(piece, answer) {
    if (!this.#isMine(piece)) return;
    const mine = this.#parts.every(part => same(part.value, piece[part.dataset.part] ?? ''));
    if (answer.kept) {
      for (const part of this.#parts) this.seat.drafts.drop(this.#place(part), piece[part.dataset.part] ?? '');
      if (mine && !this.#stays) for (const part of this.#parts) part.value = '';
      if (mine) this.seat.left(this.name);
    }
    if (!mine) return;
    this.trouble(answer.kept ? null : answer.message);
    if (!answer.kept) this.seat.outbox.drop(piece);
  }

  refresh() {
    const waits = this.seat.outbox.waiting.some(piece => this.#isMine(piece) && same(piece.text, this.part('text').value));
    this.toggleAttribute('data-sending', waits);
  }

  // Whether a piece that waits can be seen here, in the field it was written in.
  holds(piece) {
    return this.#isMine(piece) && same(piece.text, this.part('text').value);
  }

  rested() {
    if (plain(this.part('text').value)) super.rested();
    else this.seat.left(this.name);
  }

  get #parts() {
    return [...this.querySelectorAll('[data-part]')];
  }

  get #stays() {
    return this.dataset.told !== undefined;
  }

  // At a table with one screen a note may be the partner's: the same field, with whose it is after its name.
  #whose() {
    const chosen = 'oneScreen' in document.documentElement.dataset ? this.querySelector('[data-whose]:checked') : null;
    return chosen && chosen.dataset.own === undefined ? chosen.value : null;
  }

  #isMine({ field }) {
    return field === this.name || field.startsWith(`${this.name}/`);
  }

  #told(part) {
    return this.#stays ? JSON.parse(this.dataset.told)[part.dataset.part] ?? '' : '';
  }

  #place(part) {
    return part.dataset.part === 'text' ? this.name : `${this.name}/${part.dataset.part}`;
  }

  #typed(part) {
    const place = this.#place(part);
    const { value } = part;
    this.spare(part);
    if (value || this.#stays) this.seat.drafts.keep(place, value);
    else this.seat.drafts.drop(place, value);
    const fault = this.tooLong(this.part('text').value);
    this.trouble(fault);
    this.refresh();
    this.busy();
    clearTimeout(this.#copy);
    if (!fault) this.#copy = setTimeout(() => this.seat.copy(place, value), burst);
  }

  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || this.#stays && event.target.matches('textarea')) return;
    event.preventDefault();
    this.#put();
  }

  #put() {
    const text = this.part('text').value;
    const fault = plain(text) ? this.tooLong(text) : this.dataset.empty;
    this.trouble(fault);
    if (fault) {
      this.part('text').focus();
      return;
    }
    clearTimeout(this.#copy);
    const whose = this.#whose();
    const content = { field: whose ? `${this.name}/${whose}` : this.name, text };
    for (const part of this.#parts) content[part.dataset.part] = part.value;
    this.seat.put(content);
    this.part('text').focus();
  }
}
