// The browser's storage as a map, with the faults it can have.
export class Storage {
  #entries = new Map();
  broken = false;

  get length() { return this.#entries.size; }

  key(index) { return [...this.#entries.keys()][index] ?? null; }

  getItem(key) { return this.#entries.get(key) ?? null; }

  setItem(key, value) {
    if (this.broken) throw new Error('QuotaExceededError');
    this.#entries.set(key, value);
  }

  removeItem(key) { this.#entries.delete(key); }
}
