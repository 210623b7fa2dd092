// <dip-clock>: the server says what remains, this counts it down by the browser's monotonic clock, so a device that is hours wrong
// still shows the right time. Only text nodes are written to: the elements belong to the server.

// Some systems stop the monotonic clock while the device sleeps. A short nap shows as a jump of the other clock; a long one ends with a
// new page, and a jump of hours is somebody setting the device's time.
const shortestNap = 2_000;
const longestNap = 600_000;
// How long «fem minutter igjen» stands, for those who look at the clock and do not hear it.
const near = { from: 300, to: 240 };
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

  #timer;
  #ends = 0;
  #ahead = 0;
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
    const seconds = Math.max(0, Math.ceil(left / 1000));
    if (seconds === this.#last) return;
    this.#announce(seconds);
    this.#last = seconds;
    const figures = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    this.dataset.state = seconds === 0 ? 'over' : seconds <= 60 ? 'soon' : this.#near(seconds) ? 'near' : 'running';
    this.setAttribute('aria-label', this.dataset.label.replace('{0}', figures));
    write(this.querySelector('.time'), figures);
    write(this.querySelector('.caption'), this.#paused ? this.dataset.pause : this.dataset[{ over: 'over', soon: 'soon', near: 'near', running: 'of' }[this.dataset.state]]);
  }

  // A phase that is no longer than that has nothing to warn of.
  #near(seconds) {
    return Number(this.dataset.total) > near.from * 1000 && seconds <= near.from && seconds > near.to;
  }

  // Said once, when the second is passed; a clock that is opened with four minutes left has nothing to announce.
  #announce(seconds) {
    if (this.dataset.announce !== 'true' || this.#paused || this.#last === undefined) return;
    for (const [mark, name] of Object.entries(atOnce)) {
      if (this.#last > mark && seconds <= mark) say(this.dataset[name]);
    }
  }
}

function write(element, text) {
  const node = element?.firstChild;
  if (node) { if (node.data !== text) node.data = text; } else if (element) element.textContent = text;
}

function say(text) {
  const voice = document.querySelector('#live-region [data-local]');
  if (voice && text) voice.textContent = text;
}

if (!customElements.get('dip-clock')) customElements.define('dip-clock', Clock);
