// <dip-clock>: the server sends the time that remains, and this counts it down with the browser's monotonic clock, so a device whose clock
// is hours wrong still shows the right time. It writes only to text nodes, because Blazor owns the elements.
import { announce } from '../lib/announce.js';

// Hazard: some systems stop the monotonic clock while the device sleeps. A short sleep shows as a jump of the wall clock. A long sleep
// ends with a new page, and a jump of hours means that somebody set the device's time.
const shortestNap = 2_000;
const longestNap = 600_000;
// When «fem minutter igjen» is shown, for those who see the clock and do not hear it.
const near = { from: 300, to: 240 };
// After an hour the overtime is not counted: a page opened the next day says that the time is out, not by how many hours.
const longestOver = 3600;
/** @type {Record<number, string>} */
const atOnce = { 300: 'five', 60: 'one', 0: 'zero' };

class Clock extends HTMLElement {
  static observedAttributes = ['data-remaining', 'data-paused'];

  connectedCallback() {
    this.#take();
    this.#timer = setInterval(() => { this.#wake(); this.#show(); }, 250);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#take();
  }

  /** @type {number | undefined} */
  #timer;
  #ends = 0;
  #ahead = 0;
  /** @type {number | undefined} */
  #last;

  get #paused() {
    return this.dataset.paused === 'true';
  }

  #take() {
    this.#ends = performance.now() + Number(this.dataset.remaining);
    this.#ahead = Date.now() - performance.now();
    this.#last = undefined;
    this.#show();
  }

  #wake() {
    const ahead = Date.now() - performance.now();
    const nap = ahead - this.#ahead;
    if (nap > shortestNap && nap < longestNap) this.#ends -= nap;
    if (Math.abs(nap) > shortestNap) this.#ahead = ahead;
  }

  #show() {
    const left = this.#paused ? Number(this.dataset.remaining) : this.#ends - performance.now();
    const seconds = Math.ceil(left / 1000);
    if (seconds === this.#last) return;
    this.#announce(seconds);
    this.#last = seconds;
    const state = this.#state(seconds);
    const figures = minutes(state === 'out' ? 0 : Math.abs(seconds));
    const label = (state === 'over' ? this.dataset.labelOver : state === 'out' ? this.dataset.labelOut : null) ?? this.dataset.label ?? '';
    this.dataset.state = state;
    this.setAttribute('aria-label', label.replace('{0}', figures));
    write(this.querySelector('.time'), state === 'over' ? `+${figures}` : figures);
    write(this.querySelector('.caption'), this.dataset[this.#paused ? 'pause' : state === 'running' ? 'of' : state]);
  }

  // At zero the time is over, and the clock counts up.
  /** @param {number} seconds */
  #state(seconds) {
    if (seconds <= -longestOver) return 'out';
    if (seconds <= 0) return 'over';
    if (seconds <= 60) return 'soon';
    return this.#near(seconds) ? 'near' : 'running';
  }

  // A phase that is not longer than the warning gets no warning.
  /** @param {number} seconds */
  #near(seconds) {
    return Number(this.dataset.total) > near.from * 1000 && seconds <= near.from && seconds > near.to;
  }

  // Announces once, when the second is passed. A clock that is opened with four minutes left announces nothing.
  /** @param {number} seconds */
  #announce(seconds) {
    if (this.dataset.announce !== 'true' || this.#paused || this.#last === undefined) return;
    for (const [mark, name] of Object.entries(atOnce)) {
      const words = this.dataset[name];
      if (words && this.#last > Number(mark) && seconds <= Number(mark)) announce(words);
    }
  }
}

/** @param {number} seconds */
function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * @param {HTMLElement | null} element
 * @param {string | undefined} text
 */
function write(element, text = '') {
  const node = /** @type {Text | null | undefined} */ (element?.firstChild);
  if (node && node.data !== text) node.data = text;
  else if (element && !node) element.textContent = text;
}

if (!customElements.get('dip-clock')) customElements.define('dip-clock', Clock);
