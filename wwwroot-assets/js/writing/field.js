// The fields people write in. The server renders them empty and never touches their value; what it knows stands in data attributes.
import { personAt, seatOf } from './seat.js';
import { excess } from './text.js';

const idle = 4_000;
const huge = 8_000;
const remade = 1_000;

// The framework inserts an element before its children, and sets attributes one by one: what is to be done is done when it is through.
export class Field extends HTMLElement {
  /** @type {ReturnType<typeof seatOf>} */
  seat;
  #opened = false;
  /** @type {number | undefined} */
  #idle;

  // What a kind of field does when it is there, when the server has told something new, and when it is gone.
  opened() { }
  told() { }
  closed() { }

  connectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) return;
      this.seat ??= seatOf(personAt(this));
      this.seat.fields.add(this);
      if (this.#opened) return;
      this.#opened = true;
      this.opened();
      this.seat.changed();
    });
  }

  disconnectedCallback() {
    this.seat?.fields.delete(this);
    clearTimeout(this.#idle);
    // Taken away, and not only moved: what was written in it finds its way without it.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.closed();
      this.seat?.changed();
      this.seat?.sendLeft();
    });
    // A page that is made anew after a pause has the same field again at once, and the one who wrote in it has not left it.
    setTimeout(() => { if (!this.seat?.shows(this.name)) this.seat?.left(this.name); }, remade);
  }

  attributeChangedCallback() {
    if (this.#opened) queueMicrotask(() => { if (this.isConnected) this.told(); });
  }

  get name() {
    return this.dataset.field ?? '';
  }

  /** @param {string} name */
  control(name) {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  /** @param {string | null} [message] */
  trouble(message) {
    const place = /** @type {HTMLElement} */ (this.querySelector('[data-trouble]'));
    if (place.textContent !== (message ?? '')) place.textContent = message ?? '';
    const area = this.control('text');
    if (message) area.setAttribute('aria-invalid', 'true');
    else area.removeAttribute('aria-invalid');
  }

  // One word of a hundred thousand letters takes a browser half a minute to set in our own face, and no time in the system's.
  /** @param {HTMLTextAreaElement} area */
  spare(area) {
    area.style.fontFamily = area.value.length > huge ? 'serif' : '';
  }

  // A text over the limit never leaves the browser: it would only be refused, and a very long one would cut the line.
  /** @param {string} text */
  tooLong(text) {
    const over = excess(text, Number(this.dataset.limit));
    return over > 0 ? this.dataset.tooLong?.replace('{0}', over.toLocaleString(document.documentElement.lang)) ?? null : null;
  }

  busy() {
    this.seat.writing(this.name, true);
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.rested(), idle);
  }

  rested() {
    this.seat.writing(this.name, false);
  }
}
