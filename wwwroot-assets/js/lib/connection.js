// What is done when the connection to the server is lost, apart from the page: shell/start.js shows it. It hands over `tell(state)` for
// what the reader is told, and `ready`, `reconnect`, `resume`, `pause`, `reload` and `rest` for what can be done about it.
const patientTries = 4;
const longestWait = 4_000;

// Whether the service answers and can save. A request without an answer is given up: a cell that has been left says nothing.
// AbortSignal.timeout would do, but is newer than many a phone: without it every try would fail, and the page would never come back.
export async function isServiceReady(base = document.baseURI) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), longestWait);
  try {
    return (await fetch(new URL('health/ready', base), { cache: 'no-store', signal: giveUp.signal })).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

// How long to wait before the next try. From half a second to eight, and anywhere in between: a thousand phones that lost
// the same network do not come back in the same second.
/** @param {number} attempt */
export function retryDelay(attempt, chance = Math.random) {
  const most = Math.min(8000, 500 * 2 ** attempt);
  return most / 4 + chance() * most * 3 / 4;
}

/**
 * @typedef {object} ConnectionActs
 * @property {(state: string) => void} tell
 * @property {() => Promise<boolean>} ready
 * @property {() => Promise<boolean>} reconnect
 * @property {() => Promise<boolean>} resume
 * @property {() => unknown} pause
 * @property {() => void} reload
 * @property {(milliseconds: number) => Promise<void>} rest
 */

export class Connection {
  #acts;
  #seeking = false;
  #asleep = false;

  /** @param {ConnectionActs} acts */
  constructor(acts) {
    this.#acts = acts;
  }

  get asleep() {
    return this.#asleep;
  }

  // What the framework says of its circuit.
  /** @param {string} state */
  changed(state) {
    switch (state) {
      case 'show':
      case 'retrying': this.#acts.tell('lost'); break;
      case 'failed': return this.seek('lost', () => this.#join());
      case 'paused': return this.#asleep ? this.#acts.tell('paused') : this.seek('paused', () => this.#resume());
      case 'rejected':
      case 'resume-failed': return this.seek('lost');
      case 'hide': if (!this.#asleep) this.#acts.tell('up'); break;
    }
  }

  // A tab that nobody has looked at for a long time lets its circuit go, and takes it up again when somebody does.
  sleep() {
    if (this.#asleep || this.#seeking) return;
    this.#asleep = true;
    this.#acts.pause();
  }

  awake() {
    if (!this.#asleep) return;
    this.#asleep = false;
    return this.seek('paused', () => this.#resume());
  }

  // Until the server answers: ask, wait a little longer each time, ask again. Then join it again, or fetch the page anew.
  /**
   * @param {string} state
   * @param {() => Promise<boolean>} [join]
   */
  async seek(state, join) {
    if (this.#seeking) return;
    this.#seeking = true;
    this.#acts.tell(state);
    for (let attempt = 1; ; attempt++) {
      if (await this.#acts.ready()) {
        try {
          if (join && await join()) break;
          if (await this.#acts.ready()) {
            this.#acts.tell('reload');
            this.#acts.reload();
            return;
          }
        } catch {
          // The server went away again between the answer and the call.
        }
      }
      if (attempt === patientTries) this.#acts.tell('still');
      await this.#acts.rest(retryDelay(attempt));
    }
    this.#seeking = false;
    this.#acts.tell('up');
  }

  // The circuit may be gone while its state is kept: then it is resumed, and otherwise there is nothing to come back to.
  async #join() {
    return await this.#acts.reconnect() || await this.#acts.resume();
  }

  // A pause that is still going on cannot be ended yet, and is answered with «no».
  async #resume() {
    for (let attempt = 0; attempt < 10; attempt++) {
      if (await this.#acts.resume()) return true;
      await this.#acts.rest(300);
    }
    return false;
  }
}
