// Hazard: the browser's storage may be switched off or full, or throw at the first access, in private windows and in browsers that an
// employer has set up. Only this module accesses it: without storage every page still works, and only remembers less.
export class Store {
  #reach;

  /** @param {() => Storage | null} reach */
  constructor(reach) {
    this.#reach = reach;
  }

  /** @param {string} key */
  get(key) {
    return this.#attempt(storage => storage.getItem(key)) ?? null;
  }

  // Returns whether the value is kept.
  /**
   * @param {string} key
   * @param {string} text
   */
  set(key, text) {
    return this.#attempt(storage => { storage.setItem(key, text); return true; }) ?? false;
  }

  /** @param {string} key */
  remove(key) {
    this.#attempt(storage => storage.removeItem(key));
  }

  keys() {
    const all = this.#attempt(storage => Array.from({ length: storage.length }, (_, index) => storage.key(index)));
    return all?.filter(key => key !== null) ?? [];
  }

  /**
   * @template T
   * @param {(storage: Storage) => T} act
   */
  #attempt(act) {
    return attempt(() => act(/** @type {Storage} */ (this.#reach())));
  }
}

// Calls a function that may throw; null when it does.
/**
 * @template T
 * @param {() => T} act
 * @returns {T | null}
 */
export function attempt(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

export const local = new Store(() => localStorage);
export const session = new Store(() => sessionStorage);
