// The field that note after note goes through, apart from the page. What is put forward is out of the field at once and waits in the
// outbox; what is written after it is another draft. The two are never compared, so that a slow answer changes nothing in the field.
/** @import { Drafts, Outbox } from './drafts-and-outbox.js' */
import { newId, plain, same } from './text.js';

export class NoteField {
  text = '';
  // Which note the words will be: a draft that is in the outbox under its own id has been put forward.
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

  // What waits to be kept, in the order it was put forward.
  get waiting() {
    return this.#outbox.waiting.filter(piece => this.owns(piece));
  }

  // At a table with one screen whose note it is stands after the name of the field.
  /** @param {{ field: string }} piece */
  owns({ field }) {
    return field === this.#place || field.startsWith(`${this.#place}/`);
  }

  // What was begun in an earlier life of the page. A page that died between putting forward and emptying the field left the words in
  // both.
  open() {
    const draft = this.#drafts.adopt(this.#place);
    if (draft) this.type(this.#outbox.pieces.some(piece => piece.id === draft.id) ? '' : draft.text);
    return this.text;
  }

  // An empty draft is kept too: it says that this browser knows better than the copy on the server, which may be older.
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

  // The copy on the server, when this browser has nothing of its own: another device, or a storage that was cleared. Gives the words to
  // copy there instead, where this browser has some, or null.
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

  // Another tab has put these words forward, or taken them away.
  /** @param {string} text */
  gone(text) {
    if (same(this.text, text)) this.text = '';
  }

  // What is refused comes back into the field if that is empty, and otherwise stays with all that was not sent. Says whether it came back.
  /**
   * @param {BoardRequest} piece
   * @param {Answer} answer
   */
  answered(piece, answer) {
    const mine = this.#mine.delete(piece.id);
    if (answer.kept) {
      this.#drafts.settle(this.#place, piece.text, piece.at);
      // With the note the server has forgotten its copy: there is nothing to know better than.
      this.#drafts.unknow(this.#place);
      return false;
    }

    if (!mine || plain(this.text)) return false;
    this.#outbox.drop(piece);
    this.type(piece.text);
    return true;
  }
}
