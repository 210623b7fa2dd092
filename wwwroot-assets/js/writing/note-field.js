// The field for new notes, without access to the page. A submitted note leaves the field at once and waits in the outbox. Text written
// after it is another draft. The two are never compared, so that a slow answer changes nothing in the field.
/** @import { Drafts, Outbox } from './drafts-and-outbox.js' */
import { newId, plain, same } from './text.js';

export class NoteField {
  text = '';
  // The id of the next note. When the outbox has a piece with the id of a draft, the draft has been submitted.
  #next = newId();
  #place;
  #drafts;
  #outbox;
  #mine = new Set();

  /**
   * @param {string} place
   * @param {Drafts} drafts
   * @param {Outbox} outbox
   */
  constructor(place, drafts, outbox) {
    this.#place = place;
    this.#drafts = drafts;
    this.#outbox = outbox;
  }

  // The pieces that wait to be kept, in the order of submission.
  get waiting() {
    return this.#outbox.waiting.filter(piece => this.owns(piece));
  }

  // At a table with one screen the field name is followed by the party that the note belongs to.
  /** @param {{ field: string }} piece */
  owns({ field }) {
    return field === this.#place || field.startsWith(`${this.#place}/`);
  }

  // Takes the draft from before a reload. When the page closed after the submission but before the field was emptied, the text is in both
  // the outbox and the draft.
  open() {
    const draft = this.#drafts.adopt(this.#place);
    if (draft) this.type(this.#outbox.pieces.some(piece => piece.id === draft.id) ? '' : draft.text);
    return this.text;
  }

  // An empty draft is also kept: it shows that this browser is newer than the copy on the server.
  /** @param {string} text */
  type(text) {
    this.text = text;
    this.#drafts.keep(this.#place, text, 0, this.#next);
  }

  /** @param {string} field */
  put(field) {
    const piece = this.#outbox.put({ field, text: this.text }, () => this.#next);
    this.#mine.add(piece.id);
    this.#next = newId();
    this.type('');
    return piece;
  }

  // Takes the copy on the server when this browser has no draft: after a change of device, or when the storage was cleared. Otherwise
  // returns the text to copy to the server, or null when the two are equal.
  /** @param {string | undefined} copy */
  found(copy) {
    const own = this.#drafts.of(this.#place);
    if (!own) {
      this.text = copy ?? '';
      return null;
    }

    this.#drafts.unknow(this.#place);
    return (copy ?? '') === own.text ? null : own.text;
  }

  // Another tab has submitted or removed this text.
  /** @param {string} text */
  gone(text) {
    if (same(this.text, text)) this.text = '';
  }

  // Refused text returns to the field if the field is empty; otherwise it stays in the list of unsent text. Returns whether it came back.
  /**
   * @param {BoardRequest} piece
   * @param {Answer} answer
   */
  answered(piece, answer) {
    const mine = this.#mine.delete(piece.id);
    if (answer.kept) {
      this.#drafts.settle(this.#place, piece.text, piece.at);
      // When the server keeps the note, it deletes its copy of the draft, so the empty draft here is not needed.
      this.#drafts.unknow(this.#place);
      return false;
    }

    if (!mine || plain(this.text)) return false;
    this.#outbox.drop(piece);
    this.type(piece.text);
    return true;
  }
}
