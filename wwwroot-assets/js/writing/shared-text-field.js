import { Field } from './field.js';
import '../lib/input-method.js';
import { SharedText } from './text.js';

const pause = 1_000;
const longestPause = 4_000;
const burst = 400;
// A revision that no text has: the draft's base is not known.
const unknown = -1;
// A person with the focus in a field may pause this long and still counts as writing, so that the board does not move in mid-sentence.
const longestThought = 30_000;

// A text about the party's own work, feedback, an answer, or a note that is reworded: several people may write in it.
export class SharedTextField extends Field {
  static observedAttributes = ['data-text', 'data-revision'];
  /** @type {HTMLTextAreaElement} */
  #area;
  /** @type {SharedText} */
  #words;
  /** @type {number | undefined} */
  #soon;
  /** @type {number | undefined} */
  #copy;
  #since = 0;
  /** @type {number | undefined} */
  #thinking;

  opened() {
    this.#area = this.control('text');
    this.#words = new SharedText(this.#remote);
    const draft = this.seat.drafts.adopt(this.name) ?? this.#begun(this.seat.begun);
    if (this.#area.value) this.#words.type(this.#area.value);
    else if (draft && !this.#words.restore(draft)) this.seat.drafts.drop(this.name, draft.text);
    this.#area.addEventListener('input', () => this.#typed());
    this.addEventListener('focusout', event => this.#left(event));
    this.addEventListener('click', event => this.#pressed(event));
    if (this.#explicit) this.#area.addEventListener('keydown', event => this.#key(event));
    this.#show();
    if (!this.#explicit) this.save();
  }

  // Takes the draft from the server when this browser has none: after a change of device, or when the storage was cleared.
  /** @param {Record<string, string>} begun */
  found(begun) {
    const draft = this.#words.dirty ? null : this.#begun(begun);
    if (!draft || !this.#words.restore(draft)) return;
    this.seat.drafts.keep(this.name, draft.text, unknown);
    this.#show();
  }

  // A field that is removed does not wait for an answer.
  closed() {
    clearTimeout(this.#soon);
    clearTimeout(this.#copy);
    if (this.#words.sending) this.seat.end(this.#words.sending.id);
  }

  told() {
    if (!this.#words.take(this.#remote)) {
      this.#offer();
      return;
    }
    this.#show();
    // A colleague's text was merged with the draft: nobody has stored the merged text yet.
    if (this.#words.dirty) this.#soonStored();
  }

  // Text that several colleagues share is saved while they type. Text in an explicit field is saved when the person asks for it.
  async save(asked = false) {
    clearTimeout(this.#soon);
    this.#since = 0;
    if (this.#explicit && !asked) return;
    const fault = this.#words.dirty ? this.tooLong(this.#text) : null;
    this.trouble(fault);
    const piece = fault ? null : this.#words.next();
    if (!piece) {
      if (asked && !fault && !this.#words.conflict) this.#close();
      return;
    }
    this.seat.begin(piece.id);
    /** @type {Answer} */
    let answer;
    try {
      answer = await this.seat.ask({ ...piece, field: this.name });
    } catch {
      answer = { retry: true };
    }
    if (answer.retry) {
      this.seat.later();
      return;
    }
    this.seat.end(piece.id);
    if (this.#words.answered(piece, answer)) this.#show();
    if (answer.kept) this.seat.drafts.drop(this.name, piece.text);
    if (this.#words.dirty) this.seat.drafts.keep(this.name, this.#text, this.#words.base.revision);
    this.trouble(answer.kept || answer.theirs ? null : answer.message);
    this.#offer();
    if (answer.kept && this.#explicit && !this.#words.dirty) this.#close();
    else if (answer.kept || (answer.theirs && !this.#words.conflict)) this.save(asked);
  }

  rested() {
    if (this.#words.conflict) return;
    super.rested();
    if (this.#words.dirty) return;
    clearTimeout(this.#thinking);
    this.#thinking = setTimeout(() => this.seat.left(this.name), this.contains(document.activeElement) ? longestThought : 0);
  }

  get #explicit() {
    return this.dataset.save === 'explicit';
  }

  // Only fields that are saved with a press have a copy of the draft on the server; all others are saved there while the person types.
  /** @param {Record<string, string>} begun */
  #begun(begun) {
    const text = this.#explicit ? begun[this.name] : null;
    return text ? { text, basedOn: unknown } : null;
  }

  get #text() {
    return this.#words.text ?? '';
  }

  get #remote() {
    return { text: this.dataset.text ?? '', revision: Number(this.dataset.revision), by: this.dataset.by };
  }

  #typed() {
    this.spare(this.#area);
    this.#words.type(this.#area.value);
    this.seat.drafts.keep(this.name, this.#area.value, this.#words.base.revision);
    this.trouble(this.tooLong(this.#area.value));
    clearTimeout(this.#thinking);
    this.busy();
    this.#soonStored();
    clearTimeout(this.#copy);
    if (!this.#explicit || this.tooLong(this.#area.value)) return;
    this.#copy = setTimeout(() => this.seat.copy(this.name, this.#area.value), burst);
  }

  #soonStored() {
    if (this.#explicit) return;
    this.#since ||= performance.now();
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.save(), Math.max(0, Math.min(pause, this.#since + longestPause - performance.now())));
  }

  /** @param {FocusEvent} event */
  #left(event) {
    if (this.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
    this.save();
    this.seat.left(this.name);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape') this.#close();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    this.save(true);
  }

  /** @param {Heard<MouseEvent>} event */
  #pressed({ target }) {
    if (target.closest('[data-save-now]')) this.save(true);
    if (target.closest('[data-close]')) this.#forget();
    const choice = target.closest('[data-choice]')?.dataset.choice;
    if (!choice) return;
    this.#words.choose(choice);
    this.seat.drafts.keep(this.name, this.#text, this.#words.base.revision);
    this.#show();
    this.#area.focus();
    if (!this.#explicit) this.save();
  }

  #close() {
    this.querySelector('[data-close]')?.click();
  }

  #forget() {
    clearTimeout(this.#copy);
    this.seat.drafts.drop(this.name, this.#words.text);
    this.seat.copy(this.name, '');
  }

  #show() {
    if (this.#area.value !== this.#words.text) rewrite(this.#area, this.#text);
    this.spare(this.#area);
    this.#offer();
  }

  #offer() {
    const { conflict } = this.#words;
    const box = /** @type {HTMLElement} */ (this.querySelector('[data-both]'));
    if (conflict) {
      /** @type {HTMLElement} */ (box.querySelector('[data-who]')).textContent = conflict.by ?? '';
      /** @type {HTMLElement} */ (box.querySelector('[data-theirs]')).textContent = conflict.text;
    }
    box.hidden = !conflict;
    // Until the person has chosen, colleagues see that somebody is writing.
    if (conflict) this.seat.writing(this.name, true);
  }
}

// Writes new text into the field that has the focus. The caret stays at the same words, not at the same index.
/**
 * @param {HTMLTextAreaElement} area
 * @param {string} text
 */
function rewrite(area, text) {
  const { value, selectionStart: caret } = area;
  let start = 0;
  while (start < caret && start < text.length && value[start] === text[start]) start++;
  const place = start === caret ? caret : Math.max(start, text.length - (value.length - caret));
  area.value = text;
  if (document.activeElement === area) area.setSelectionRange(place, place);
}
