// What is done when the line to the server is lost, apart from the page: start.js shows it. The words of this file's callers are
// `tell(state)` for what the reader is told, and `ready`, `reconnect`, `resume`, `reload`, `rest` for what can be done about it.

// From half a second to eight, and anywhere in between: a thousand phones that lost the same network do not come back in the same second.
export function jitter(attempt, chance = Math.random) {
  const most = Math.min(8000, 500 * 2 ** attempt);
  return most / 4 + chance() * most * 3 / 4;
}

const patientTries = 4;

export class Line {
  #acts;
  #seeking = false;
  #asleep = false;

  constructor(acts) {
    this.#acts = acts;
  }

  get asleep() {
    return this.#asleep;
  }

  // What the framework says of its circuit.
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
      await this.#acts.rest(jitter(attempt));
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
