import { diff3Merge } from '../vendor/diff3.js';

// The text that people write, and how none of it is lost. This file does not access the page: writing/drafts-and-outbox.js stores,
// writing/field.js shows.

// The form that the server keeps text in (PlainText). Two texts are equal when they are equal in this form.
/** @param {string | null | undefined} text */
export function plain(text) {
  return (text ?? '')
    .replace(/\r\n|[\u000B-\r\u001C\u001D\u0085\u2028\u2029]/g, '\n')
    .replace(/\u0007/g, '\t')
    .replace(/\u001E/g, '-')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFEFF]|\p{Noncharacter_Code_Point}/gu, '')
    .normalize('NFC')
    .trim();
}

// The beginning of a text, cut between graphemes: half of a family emoji is another picture. TextTruncation does the same on the server.
/**
 * @param {string} text
 * @param {number} most
 */
export function beginning(text, most) {
  if (text.length <= most) return text;
  const letters = globalThis.Intl?.Segmenter ? Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment) : Array.from(text);
  let cut = '';
  for (const letter of letters) {
    if (cut.length + letter.length > most) break;
    cut += letter;
  }
  return cut;
}

// Hazard: the connection refuses a message with half of a surrogate pair.
/** @param {string | undefined} text */
export function sound(text) {
  return typeof text === 'string' ? text.replace(/\p{Surrogate}/gu, '\uFFFD') : text;
}

/**
 * @param {string | null | undefined} one
 * @param {string | null | undefined} other
 */
export function same(one, other) {
  return one !== null && other !== null && plain(one) === plain(other);
}

// How many UTF-16 units a text is over the limit; zero or less when it fits.
/**
 * @param {string} text
 * @param {number} limit
 */
export function excess(text, limit) {
  return plain(text).length - limit;
}

// randomUUID is missing on plain http, where many town halls will first try this; getRandomValues exists there.
/** @param {Partial<Crypto>} [source] */
export function newId(source = globalThis.crypto) {
  if (source?.randomUUID) return source.randomUUID();
  const bytes = source?.getRandomValues
    ? source.getRandomValues(new Uint8Array(16))
    : Uint8Array.from({ length: 16 }, () => Math.floor(Math.random() * 256));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// Words, blanks and signs: two people who change different words of a sentence are not in conflict.
const parts = /\s+|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu;

/**
 * @param {string} one
 * @param {string} other
 * @param {string} blank
 */
function apart(one, other, blank) {
  return /\s$/.test(one) || /^\s/.test(other) ? one + other : one + blank + other;
}

// The text with both people's changes, or null where they have changed the same words differently. When both have inserted text at the
// same place, both are kept, theirs first: no text is lost.
/**
 * @param {string} base
 * @param {string} mine
 * @param {string} theirs
 */
export function merged(base, mine, theirs) {
  const [from, one, other] = [base, mine, theirs].map(text => text.match(parts) ?? []);
  let text = '';
  for (const { ok, conflict } of diff3Merge(one, from, other, { excludeFalseConflicts: true })) {
    if (ok) text += ok.join('');
    else if (conflict.o.length === 0) text += apart(conflict.b.join(''), conflict.a.join(''), from.length === 0 ? '\n\n' : ' ');
    else return null;
  }
  return text;
}

// One text that several colleagues write in. `base` is what the text here was made from, `remote` the newest text from the server.
// A text of `null` is no longer known, so every text differs from it.
export class SharedText {
  /** @param {Revised} told */
  constructor({ text, revision, by }) {
    this.remote = this.base = /** @type {Revised} */ ({ text, revision, by });
    this.text = text;
    /** @type {{ id: string, text: string, basedOn: number } | null} */
    this.sending = null;
    /** @type {string | null} */
    this.stuck = null;
  }

  get dirty() {
    return !same(this.text, this.base.text);
  }

  // Somebody else's version that this text was not made from. Nothing is sent until the person has chosen one of them, or both.
  get conflict() {
    return !this.sending && this.dirty && this.remote.revision > this.base.revision ? this.remote : null;
  }

  /** @param {string} text */
  type(text) {
    this.text = text;
  }

  // Takes a draft from before a reload. Returns whether it differs from the text on the server.
  /** @param {{ text: string, basedOn: number }} draft */
  restore({ text, basedOn }) {
    if (same(text, this.remote.text)) return false;
    this.text = text;
    this.base = basedOn === this.remote.revision ? this.remote : { text: null, revision: basedOn };
    return true;
  }

  // Takes a new version from the server. Returns whether the text to show has changed.
  /** @param {Revised} remote */
  take(remote) {
    if (remote.revision < this.remote.revision) return false;
    this.remote = remote;
    return this.sending ? false : this.#settle();
  }

  // The piece to send now, or null. Until it is answered it is the same piece, with the same id.
  next(makeId = newId) {
    if (this.sending) return this.sending;
    if (!this.dirty || this.conflict || this.text === this.stuck) return null;
    return this.sending = { id: makeId(), text: this.text ?? '', basedOn: this.base.revision };
  }

  /**
   * @param {{ text: string, basedOn: number }} sent
   * @param {Answer} answer
   */
  answered(sent, { kept, theirs }) {
    if (sent !== this.sending) return false;
    this.sending = null;
    this.stuck = null;
    if (kept) {
      if (this.base.revision <= sent.basedOn) this.base = { text: sent.text, revision: sent.basedOn + 1 };
    } else if (theirs) {
      if (theirs.revision >= this.remote.revision) this.remote = theirs;
    } else {
      this.stuck = sent.text;
    }
    return this.#settle();
  }

  /** @param {string} which */
  choose(which) {
    const theirs = this.remote;
    if (which === 'theirs') this.text = theirs.text;
    if (which === 'both') this.text = `${theirs.text}\n\n${this.text}`;
    this.base = theirs;
  }

  #together() {
    return this.base.text === null ? null : merged(this.base.text, this.text ?? '', this.remote.text ?? '');
  }

  #settle() {
    if (this.remote.revision <= this.base.revision) return false;
    if (same(this.text, this.remote.text)) {
      this.base = this.remote;
      return false;
    }
    const text = this.dirty ? this.#together() : this.remote.text;
    if (text === null) return false;
    this.base = this.remote;
    this.text = text;
    return true;
  }
}
