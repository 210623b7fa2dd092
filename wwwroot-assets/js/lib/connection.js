// What to do when the connection to the server is lost, without access to the page. shell/start.js passes `tell(state)`, which shows the
// state to the reader, and `ready`, `reconnect`, `resume`, `pause`, `reload` and `rest`, which act on it.
const patientTries = 4;
const longestWait = 4_000;

// Whether the service answers and can save. A phone that has left a mobile cell gets no answer, so the request has a time limit.
// AbortSignal.timeout is missing on many older phones: there every try would fail, and the page would never come back.
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

// How long to wait before the next try: from half a second to eight, at random, so that a thousand phones that lost the same network do
// not come back in the same second.
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

  // Blazor reports the state of its circuit.
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

  // A tab that has been hidden for a long time pauses its circuit, and resumes it when it is shown.
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

  // Asks until the server answers, and waits a little longer each time. Then it joins the circuit again, or reloads the page.
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

  // The circuit may be gone while its state is kept: then it is resumed. Otherwise there is nothing to resume.
  async #join() {
    return await this.#acts.reconnect() || await this.#acts.resume();
  }

  // While a pause is still in progress, a resume is answered with false.
  async #resume() {
    for (let attempt = 0; attempt < 10; attempt++) {
      if (await this.#acts.resume()) return true;
      await this.#acts.rest(300);
    }
    return false;
  }
}
