import { Field } from './field.js';
import '../lib/input-method.js';
import { NoteField } from './note-field.js';
import { itemsOf } from './pasted-list.js';
import { keptWaiting, showWaiting } from './waiting-notes.js';
import { plain, same } from './text.js';

const burst = 400;

// A field whose text is submitted as a whole. A note leaves the field at once and waits in its column. A promise stays in the field until
// the server has it; then a field for new promises is empty again, and a field for one promise shows it, and can be submitted again.
export class Composer extends Field {
  static observedAttributes = ['data-told'];
  /** @type {number | undefined} */
  #copy;
  /** @type {NoteField | undefined} */
  #notes;
  #pasted = false;

  opened() {
    if (!this.#stays) this.#notes = new NoteField(this.name, this.seat.drafts, this.seat.outbox);
    for (const part of this.#parts) {
      const draft = this.#notes ? this.#notes.open() : this.seat.drafts.adopt(this.#place(part))?.text;
      if (part.value) this.#notes?.type(part.value);
      else part.value = draft ?? this.#told(part);
      this.spare(part);
      part.addEventListener('input', event => this.#typed(part, event));
      part.addEventListener('keydown', event => this.#key(event));
    }
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!this.contains(/** @type {Node | null} */ (relatedTarget))) this.seat.left(this.name);
    });
    this.addEventListener('click', event => this.#pressed(event));
    this.refresh();
  }

  // A colleague has submitted another text: it is shown in the parts that have no draft.
  told() {
    for (const part of this.#parts) if (!this.seat.drafts.of(this.#place(part))) part.value = this.#told(part);
  }

  // Takes drafts from the server when this browser has none: after a change of device, or when the storage was cleared.
  /** @param {Record<string, string>} kept */
  found(kept) {
    if (this.#notes) {
      const newer = this.#notes.found(kept[this.name]);
      if (newer !== null) this.seat.copy(this.name, newer);
      else if (!this.control('text').value) this.control('text').value = this.#notes.text;
      return;
    }

    for (const part of this.#parts) if (!part.value && kept[this.#place(part)]) part.value = kept[this.#place(part)];
  }

  // Another tab of the same seat has submitted or removed the same text.
  /**
   * @param {string} place
   * @param {string} text
   */
  gone(place, text) {
    this.#notes?.gone(text);
    for (const part of this.#parts) if (this.#place(part) === place && same(part.value, text)) part.value = this.#told(part);
  }

  /**
   * @param {BoardRequest} piece
   * @param {Answer} answer
   */
  answered(piece, answer) {
    if (!this.#isMine(piece)) return;
    if (this.#notes) this.#noteAnswered(this.#notes, piece, answer);
    else this.#homeAnswered(piece, answer);
  }

  refresh() {
    if (!this.#notes) {
      const { value } = this.control('text');
      this.toggleAttribute('data-sending', this.seat.outbox.waiting.some(piece => this.#isMine(piece) && same(piece.text, value)));
      return;
    }

    showWaiting(this.#waiting, this.#notes.waiting);
  }

  // Whether a waiting piece is visible here.
  /** @param {BoardRequest} piece */
  holds(piece) {
    return this.#isMine(piece) && (this.#notes !== undefined || same(piece.text, this.control('text').value));
  }

  rested() {
    if (plain(this.control('text').value)) super.rested();
    else this.seat.left(this.name);
  }

  get #parts() {
    return [.../** @type {NodeListOf<HTMLTextAreaElement>} */ (this.querySelectorAll('[data-part]'))];
  }

  get #waiting() {
    return document.getElementById(this.dataset.waiting ?? '');
  }

  get #stays() {
    return this.dataset.told !== undefined;
  }

  // At a table with one screen a note may be the partner's: it uses the same field name, with the party's id after it.
  #whose() {
    /** @type {HTMLInputElement | null} */
    const chosen = 'oneScreen' in document.documentElement.dataset ? this.querySelector('[data-whose]:checked') : null;
    return chosen && chosen.dataset.own === undefined ? chosen.value : null;
  }

  /** @param {{ field: string }} piece */
  #isMine({ field }) {
    return field === this.name || field.startsWith(`${this.name}/`);
  }

  /** @param {HTMLTextAreaElement} part */
  #told(part) {
    return this.dataset.told === undefined ? '' : JSON.parse(this.dataset.told)[partOf(part)] ?? '';
  }

  /** @param {HTMLTextAreaElement} part */
  #place(part) {
    return partOf(part) === 'text' ? this.name : `${this.name}/${partOf(part)}`;
  }

  /**
   * @param {HTMLTextAreaElement} part
   * @param {Event} event
   */
  #typed(part, event) {
    const { inputType, data } = /** @type {InputEvent} */ (event);
    const place = this.#place(part);
    const { value } = part;
    this.spare(part);
    if (this.#notes) this.#notes.type(value);
    else this.seat.drafts.keep(place, value);
    const fault = this.tooLong(this.control('text').value);
    this.trouble(fault);
    // A phone's keyboard inserts text from its clipboard as if it were typed.
    this.#offer(value !== '' && (this.#pasted || /^insertFrom/.test(inputType ?? '') || /[\r\n]/.test(data ?? '')));
    this.refresh();
    this.busy();
    clearTimeout(this.#copy);
    if (!fault) this.#copy = setTimeout(() => this.seat.copy(place, value), burst);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || this.#stays && event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    if (!event.repeat) this.#put();
  }

  /** @param {Heard<MouseEvent>} event */
  #pressed({ target, detail }) {
    if (target.closest('[data-split]')) this.#split();
    // Ignores the second press of a double click on an empty field.
    else if (target.closest('[data-put]') && (detail < 2 || plain(this.control('text').value))) this.#put();
  }

  // A pasted list may become one note for each item, if the writer chooses it.
  /** @param {boolean} pasted */
  #offer(pasted) {
    this.#pasted = pasted;
    const offer = this.querySelector('[data-split]');
    if (!offer) return;
    const { length } = this.#pasted ? itemsOf(this.control('text').value) : [];
    offer.hidden = length < 2;
    if (length > 1) offer.textContent = offer.dataset.split?.replace('{0}', `${length}`) ?? '';
  }

  #split() {
    const items = itemsOf(this.control('text').value);
    const fault = items.map(item => this.tooLong(item)).find(Boolean);
    this.trouble(fault);
    if (!fault && this.#notes) this.#putNotes(this.#notes, items);
    this.control('text').focus();
  }

  #put() {
    const text = this.control('text').value;
    const fault = plain(text) ? this.tooLong(text) : this.dataset.empty;
    this.trouble(fault);
    if (fault) {
      this.control('text').focus();
      return;
    }
    clearTimeout(this.#copy);
    if (this.#notes) {
      this.#putNotes(this.#notes, [text]);
    } else {
      /** @type {Content} */
      const content = { field: this.name, text };
      for (const part of this.#parts) content[partOf(part)] = part.value;
      this.seat.put(this.seat.outbox.add(content));
    }
    this.control('text').focus();
  }

  /**
   * @param {NoteField} notes
   * @param {string[]} texts
   */
  #putNotes(notes, texts) {
    clearTimeout(this.#copy);
    const whose = this.#whose();
    for (const text of texts) {
      notes.type(text);
      this.seat.put(notes.put(whose ? `${this.name}/${whose}` : this.name));
    }
    this.control('text').value = '';
    this.spare(this.control('text'));
    this.#offer(false);
    this.seat.left(this.name);
    this.refresh();
  }

  /**
   * @param {NoteField} notes
   * @param {BoardRequest} piece
   * @param {Answer} answer
   */
  #noteAnswered(notes, piece, answer) {
    if (answer.kept) keptWaiting(this.#waiting, piece);
    const cameBack = notes.answered(piece, answer);
    const area = this.control('text');
    if (cameBack) area.value = notes.text;
    if (cameBack) this.trouble(answer.message);
    // When the server keeps the note, it deletes its copy of the draft. Text typed since then is copied again.
    if (answer.kept && plain(area.value)) this.seat.copy(this.name, area.value);
  }

  /**
   * @param {BoardRequest} piece
   * @param {Answer} answer
   */
  #homeAnswered(piece, answer) {
    /** @param {HTMLTextAreaElement} part */
    const sent = part => /** @type {string | undefined} */ (piece[partOf(part)]) ?? '';
    const unchanged = this.#parts.every(part => same(part.value, sent(part)));
    for (const part of answer.kept ? this.#parts : []) {
      this.seat.drafts.settle(this.#place(part), sent(part), piece.at);
      if (unchanged) this.seat.drafts.drop(this.#place(part), part.value);
    }
    if (!unchanged) return;
    if (answer.kept) this.seat.left(this.name);
    if (answer.kept && this.dataset.clears !== undefined) for (const part of this.#parts) part.value = this.#told(part);
    this.trouble(answer.kept ? null : answer.message);
    if (!answer.kept) this.seat.outbox.drop(piece);
  }
}

/** @param {HTMLElement} element */
function partOf(element) {
  return element.dataset.part ?? '';
}
