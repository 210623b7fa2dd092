// The browser's copy of text that the server has not kept yet: drafts while they are typed, and an outbox for what was submitted.
// Each has its own entry in the browser's storage, so that two tabs in the same seat never overwrite each other.
import { Store, attempt } from '../lib/storage.js';
import { newId, plain, same } from './text.js';

const month = 30 * 24 * 60 * 60 * 1000;

// Hazard: storage may be switched off or full. Then the page keeps the entries in its own memory and works on; `fragile` says so.
export class Shelf {
  /** @type {Map<string, string>} */
  #memory = new Map();
  #storage;

  /** @param {Store | Storage} storage */
  constructor(storage) {
    this.#storage = storage instanceof Store ? storage : new Store(() => storage);
  }

  // Whether something here is lost when the page closes. An empty draft does not count.
  get fragile() {
    return [...this.#memory.values()].some(value => JSON.parse(value)?.text !== '');
  }

  /**
   * @param {string} key
   * @param {unknown} value
   */
  put(key, value) {
    this.#memory.delete(key);
    if (!this.#storage.set(key, JSON.stringify(value))) this.#memory.set(key, JSON.stringify(value));
  }

  /** @param {string} key */
  get(key) {
    return attempt(() => JSON.parse(this.#memory.get(key) ?? this.#storage.get(key) ?? 'null'));
  }

  /** @param {string} key */
  drop(key) {
    this.#memory.delete(key);
    this.#storage.remove(key);
  }

  /** @param {string} start */
  keys(start) {
    return [...new Set([...this.#memory.keys(), ...this.#storage.keys()])].filter(key => key.startsWith(start)).sort();
  }
}

export class Drafts {
  #shelf;
  #start;
  #tab;

  /**
   * @param {Shelf} shelf
   * @param {string} person
   * @param {string} tab
   */
  constructor(shelf, person, tab) {
    this.#shelf = shelf;
    this.#start = `dip:${person}:draft:`;
    this.#tab = tab;
  }

  // `id` is the id that the text will get, where it is known before the text is sent.
  /**
   * @param {string} field
   * @param {string} text
   * @param {number} [basedOn]
   * @param {string} [id]
   */
  keep(field, text, basedOn = 0, id = undefined) {
    this.#shelf.put(this.#key(field), { text, basedOn, id, at: Date.now() });
  }

  // This tab's own draft, or the newest from any other tab.
  /**
   * @param {string} field
   * @returns {Draft | null}
   */
  of(field) {
    return this.#shelf.get(this.#key(field)) ?? this.#newest(field)?.draft ?? null;
  }

  // The same as `of`, and the draft becomes this tab's own. Then a draft from a dead tab is not found again after this tab has sent it.
  /**
   * @param {string} field
   * @returns {Draft | null}
   */
  adopt(field) {
    const own = this.#shelf.get(this.#key(field));
    const left = own ? null : this.#newest(field);
    if (!left) return own;
    this.#shelf.put(this.#key(field), left.draft);
    this.#shelf.drop(left.key);
    return left.draft;
  }

  // The server has kept the text: removes the draft here, and the same text in other tabs.
  /**
   * @param {string} field
   * @param {string | null} [text]
   */
  drop(field, text) {
    this.#shelf.drop(this.#key(field));
    for (const key of this.#copies(field)) if (same(this.#shelf.get(key)?.text ?? '', text ?? null)) this.#shelf.drop(key);
  }

  // The server has kept the text: removes drafts of it in the other tabs. Drafts written later stay.
  /**
   * @param {string} field
   * @param {string} text
   * @param {number} at
   */
  settle(field, text, at) {
    for (const key of this.#copies(field)) {
      if (key === this.#key(field)) continue;
      const draft = this.#shelf.get(key);
      if (draft && draft.at <= at && same(draft.text, text)) this.#shelf.drop(key);
    }
  }

  // Removes an empty draft, so that a draft from another device is accepted again.
  /** @param {string} field */
  unknow(field) {
    if (!plain(this.#shelf.get(this.#key(field))?.text)) this.#shelf.drop(this.#key(field));
  }

  // All drafts with text whose field name begins with `prefix`.
  /** @param {string} prefix */
  under(prefix) {
    const fields = new Set(this.#shelf.keys(this.#start + prefix).map(key => key.slice(this.#start.length, key.lastIndexOf(':'))));
    return [...fields].map(field => ({ field, basedOn: 0, text: '', ...this.of(field) })).filter(({ text }) => plain(text));
  }

  // The field of a storage entry, when it is a draft of this person.
  /** @param {string | null} key */
  fieldOf(key) {
    return key?.startsWith(this.#start) ? key.slice(this.#start.length, key.lastIndexOf(':')) : null;
  }

  // Others may use this browser, so old drafts are removed.
  forget(now = Date.now()) {
    for (const key of this.#shelf.keys(this.#start)) if (now - (this.#shelf.get(key)?.at ?? 0) > month) this.#shelf.drop(key);
  }

  /** @param {string} field */
  #key(field) {
    return `${this.#start}${field}:${this.#tab}`;
  }

  /** @param {string} field */
  #copies(field) {
    return this.#shelf.keys(`${this.#start}${field}:`);
  }

  /** @param {string} field */
  #newest(field) {
    /** @type {{ key: string, draft: Draft } | null} */
    let newest = null;
    for (const key of this.#copies(field)) {
      const draft = this.#shelf.get(key);
      if (draft && !(newest && newest.draft.at >= draft.at)) newest = { key, draft };
    }
    return newest;
  }
}

// A submitted piece stays here until the server has answered that it is kept, also after a lost connection, a reload or a restart.
// `deliver` throws when there is no connection. `answered` is called for each piece that was kept or refused.
export class Outbox {
  #shelf;
  #start;
  #deliver;
  #answered;
  /** @type {Promise<boolean> | null} */
  #running = null;

  /**
   * @param {Shelf} shelf
   * @param {string} person
   * @param {(piece: BoardRequest) => Promise<Answer>} deliver
   * @param {(piece: BoardRequest, answer: Answer) => void} answered
   */
  constructor(shelf, person, deliver, answered) {
    this.#shelf = shelf;
    this.#start = `dip:${person}:out:`;
    this.#deliver = deliver;
    this.#answered = answered;
  }

  /** @returns {BoardRequest[]} */
  get pieces() {
    return this.#shelf.keys(this.#start).map(key => this.#shelf.get(key)).filter(Boolean);
  }

  get waiting() {
    return this.pieces.filter(piece => piece.refused === undefined);
  }

  // The same text for the same place is one piece until it is answered, however often the button is pressed.
  /** @param {Content} content */
  add(content, makeId = newId) {
    const { field, text, owner, by } = content;
    const twin = this.waiting.find(piece => piece.field === field && same(piece.text, text) && piece.owner === owner && piece.by === by);
    return twin ?? this.put(content, makeId);
  }

  // A press is a choice. When it equals the last choice that still waits, no piece is added; any other choice is added after it.
  /** @param {Content} content */
  press(content, makeId = newId) {
    const last = [...this.waiting].reverse().find(piece => piece.field === content.field);
    return last?.text === content.text ? last : this.put(content, makeId);
  }

  // Adds a piece, also when an equal one waits.
  /** @param {Content} content */
  put(content, makeId = newId) {
    /** @type {BoardRequest} */
    const piece = { ...content, id: makeId(), at: this.#after() };
    this.#shelf.put(this.#key(piece), piece);
    return piece;
  }

  /** @param {BoardRequest} piece */
  drop(piece) {
    this.#shelf.drop(this.#key(piece));
  }

  /**
   * @param {BoardRequest} piece
   * @param {string} [message]
   */
  refuse(piece, message) {
    this.#shelf.put(this.#key(piece), { ...piece, refused: message ?? '' });
  }

  // Sends the waiting pieces in order, one at a time. Returns whether something still waits.
  flush() {
    return this.#running ??= this.#run().finally(() => { this.#running = null; });
  }

  async #run() {
    for (let piece = this.waiting[0]; piece; piece = this.waiting[0]) {
      let answer;
      try {
        answer = await this.#deliver(piece);
      } catch {
        return true;
      }
      if (answer.retry) return true;
      if (answer.kept) this.drop(piece);
      else this.refuse(piece, answer.message);
      this.#answered(piece, answer);
    }
    return false;
  }

  // Pieces keep the order they were submitted in, also within one millisecond and when the device's clock is set back.
  #after() {
    return Math.max(Date.now(), ...this.pieces.map(piece => piece.at + 1));
  }

  // The time comes first, so that the keys sort in the order of submission.
  /** @param {BoardRequest} piece */
  #key(piece) {
    return `${this.#start}${String(piece.at).padStart(15, '0')}-${piece.id}`;
  }
}
