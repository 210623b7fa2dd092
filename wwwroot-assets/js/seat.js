// One seat in one tab: its drafts and outbox in the browser, and the line to the server when there is one.
import { Drafts, Outbox, Shelf } from './keeping.js';
import { newId } from './writing.js';

const seats = new Map();
const longestAnswer = 20_000;
const patience = 1_500;

export function seatOf(person) {
  if (!seats.has(person)) seats.set(person, new Seat(person));
  return seats.get(person);
}

class Seat {
  fields = new Set();
  #bridge = null;
  #cuts = new Set();
  #unanswered = new Set();
  #impatient;
  #again;
  #where = [null, false];

  constructor(person) {
    const shelf = new Shelf(attempt(() => localStorage));
    this.drafts = new Drafts(shelf, person, tab());
    this.outbox = new Outbox(shelf, person, piece => this.ask(piece), (piece, answer) => this.#answered(piece, answer));
    for (const piece of this.outbox.waiting) this.begin(piece.id);
    document.addEventListener('dip:link', ({ detail }) => detail.state === 'up' ? this.resume() : this.#cut());
  }

  // The circuit is up, for the first time or again.
  async connect(bridge) {
    this.#bridge = bridge;
    this.resume();
    const kept = await bridge.invokeMethodAsync('Drafts').catch(() => ({}));
    for (const field of this.fields) field.found?.(kept);
  }

  resume() {
    clearTimeout(this.#again);
    this.#again = undefined;
    for (const field of this.fields) field.save?.();
    this.flush();
  }

  async flush() {
    this.changed();
    if (await this.outbox.flush()) this.later();
  }

  put(content) {
    const piece = this.outbox.add(content);
    this.begin(piece.id);
    this.flush();
  }

  // An answer that got lost with the line never comes: whoever waits is told, and sends again with the same id.
  async ask({ id, field, text, basedOn, owner, by }) {
    if (!this.#bridge) throw new Error('There is no line yet.');
    let cut;
    const lost = new Promise((_, reject) => { cut = () => reject(new Error('The line was lost.')); });
    const timer = setTimeout(cut, longestAnswer);
    this.#cuts.add(cut);
    try {
      return await Promise.race([this.#bridge.invokeMethodAsync('Send', { id, field, text, basedOn, owner, by }), lost]);
    } finally {
      clearTimeout(timer);
      this.#cuts.delete(cut);
    }
  }

  // What may be lost without harm: a draft's copy on the server, and that somebody is writing.
  tell(method, ...words) {
    this.#bridge?.invokeMethodAsync(method, ...words).catch(() => { });
  }

  // `field` is the one that is being written in and has not been left; `typing` is whether the keys are going.
  writing(field, typing) {
    if (this.#where[0] === field && this.#where[1] === typing) return;
    this.#where = [field, typing];
    this.tell('Writing', field, typing);
  }

  left(field) {
    if (this.#where[0] === field) this.writing(null, false);
  }

  later() {
    this.#again ??= setTimeout(() => this.resume(), 2_000 + Math.random() * 3_000);
  }

  // Saying «venter» for every short pause would only worry people.
  begin(id) {
    this.#unanswered.add(id);
    this.#impatient ??= setTimeout(() => { document.documentElement.dataset.unsent = ''; this.changed(); }, patience);
  }

  end(id) {
    this.#unanswered.delete(id);
    if (this.#unanswered.size > 0) return;
    clearTimeout(this.#impatient);
    this.#impatient = undefined;
    delete document.documentElement.dataset.unsent;
    this.changed();
  }

  changed() {
    for (const field of this.fields) field.refresh?.();
  }

  #answered(piece, answer) {
    for (const field of this.fields) field.answered?.(piece, answer);
    this.end(piece.id);
    this.changed();
  }

  #cut() {
    for (const cut of this.#cuts) cut();
  }
}

// Reloading keeps the tab's own drafts apart from those of other tabs.
function tab() {
  const kept = attempt(() => sessionStorage.getItem('dip:tab'));
  const id = kept ?? newId();
  attempt(() => sessionStorage.setItem('dip:tab', id));
  return id;
}

function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
