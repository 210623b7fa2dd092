// The browser's copy of what is written and not yet kept by the server: drafts while they are typed, an outbox for what was put forward.
// One entry of the browser's storage for each, so that two tabs in the same seat never write over each other.
import { newId, plain, same } from './writing.js';

const month = 30 * 24 * 60 * 60 * 1000;

// Storage may be switched off or full. Then this page's own memory is the best there is, and the page works on; `fragile` says so.
export class Shelf {
  #memory = new Map();
  #storage;

  constructor(storage) {
    this.#storage = storage;
  }

  // Whether something here goes away with the page.
  get fragile() {
    return this.#memory.size > 0;
  }

  put(key, value) {
    this.#memory.delete(key);
    try {
      this.#storage.setItem(key, JSON.stringify(value));
    } catch {
      this.#memory.set(key, JSON.stringify(value));
    }
  }

  get(key) {
    try {
      return JSON.parse(this.#memory.get(key) ?? this.#storage.getItem(key));
    } catch {
      return null;
    }
  }

  drop(key) {
    this.#memory.delete(key);
    try {
      this.#storage.removeItem(key);
    } catch {
      // What cannot be read cannot be there.
    }
  }

  keys(start) {
    const all = new Set(this.#memory.keys());
    try {
      for (let index = 0; index < this.#storage.length; index++) all.add(this.#storage.key(index));
    } catch {
      // As above.
    }
    return [...all].filter(key => key.startsWith(start)).sort();
  }
}

export class Drafts {
  #shelf;
  #start;
  #tab;

  constructor(shelf, person, tab) {
    this.#shelf = shelf;
    this.#start = `dip:${person}:draft:`;
    this.#tab = tab;
  }

  keep(field, text, basedOn = 0) {
    this.#shelf.put(this.#key(field), { text, basedOn, at: Date.now() });
  }

  // This tab's own, or the newest that any tab left behind.
  of(field) {
    return this.#shelf.get(this.#key(field)) ?? this.#newest(field)?.draft ?? null;
  }

  // The same, and from now on it is this tab's own: what a dead tab left is not found once more when it has been sent from here.
  adopt(field) {
    const own = this.#shelf.get(this.#key(field));
    const left = own ? null : this.#newest(field);
    if (!left) return own;
    this.#shelf.put(this.#key(field), left.draft);
    this.#shelf.drop(left.key);
    return left.draft;
  }

  // Kept by the server: gone here, and the same words in other tabs too.
  drop(field, text) {
    this.#shelf.drop(this.#key(field));
    for (const key of this.#copies(field)) if (same(this.#shelf.get(key)?.text ?? '', text ?? null)) this.#shelf.drop(key);
  }

  // Everything begun under a field's name, with what is left of it.
  under(prefix) {
    const fields = new Set(this.#shelf.keys(this.#start + prefix).map(key => key.slice(this.#start.length, key.lastIndexOf(':'))));
    return [...fields].map(field => ({ field, basedOn: 0, text: '', ...this.of(field) })).filter(draft => plain(draft.text));
  }

  // The field of an entry of the storage, when it is a draft of this person.
  fieldOf(key) {
    return key?.startsWith(this.#start) ? key.slice(this.#start.length, key.lastIndexOf(':')) : null;
  }

  // Words that nobody came back for are not kept for ever in a browser that others may use.
  forget(now = Date.now()) {
    for (const key of this.#shelf.keys(this.#start)) if (now - (this.#shelf.get(key)?.at ?? 0) > month) this.#shelf.drop(key);
  }

  #key(field) {
    return `${this.#start}${field}:${this.#tab}`;
  }

  #copies(field) {
    return this.#shelf.keys(`${this.#start}${field}:`);
  }

  #newest(field) {
    return this.#copies(field).map(key => ({ key, draft: this.#shelf.get(key) })).filter(copy => copy.draft)
      .reduce((newest, copy) => newest && newest.draft.at >= copy.draft.at ? newest : copy, null);
  }
}

// What was put forward stays here until the server has answered that it is kept, through any loss of line, reload or restart.
// `deliver` throws when there is no line. `answered` is told of each piece that was kept or refused.
export class Outbox {
  #shelf;
  #start;
  #deliver;
  #answered;
  #running = null;

  constructor(shelf, person, deliver, answered) {
    this.#shelf = shelf;
    this.#start = `dip:${person}:out:`;
    this.#deliver = deliver;
    this.#answered = answered;
  }

  get pieces() {
    return this.#shelf.keys(this.#start).map(key => this.#shelf.get(key)).filter(Boolean);
  }

  get waiting() {
    return this.pieces.filter(piece => piece.refused === undefined);
  }

  // The same words to the same place are one piece until they are answered, however often the button is pressed.
  add(content, makeId = newId) {
    const twin = this.waiting.find(piece => piece.field === content.field && same(piece.text, content.text) && piece.owner === content.owner && piece.by === content.by);
    return twin ?? this.#put(content, makeId);
  }

  // What is pressed is a choice: the same as was made last, and still waits, is made already; any other is made after it.
  press(content, makeId = newId) {
    const last = this.waiting.findLast(piece => piece.field === content.field);
    return last?.text === content.text ? last : this.#put(content, makeId);
  }

  #put(content, makeId) {
    const piece = { ...content, id: makeId(), at: this.#after() };
    this.#shelf.put(this.#key(piece), piece);
    return piece;
  }

  drop(piece) {
    this.#shelf.drop(this.#key(piece));
  }

  refuse(piece, message) {
    this.#shelf.put(this.#key(piece), { ...piece, refused: message ?? '' });
  }

  // Sends what waits, in order, one at a time. Says whether something still waits.
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

  // The order is the order they were put forward in, also within a millisecond and when the device's clock is set back meanwhile.
  #after() {
    return Math.max(Date.now(), ...this.pieces.map(piece => piece.at + 1));
  }

  // The time first, so that the keys sort in the order the pieces were put forward.
  #key(piece) {
    return `${this.#start}${String(piece.at).padStart(15, '0')}-${piece.id}`;
  }
}
