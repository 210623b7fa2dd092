// The fields people write in. The server renders them empty and never changes their value; it puts its own text in data attributes.
import { personAt, seatOf } from './seat.js';
import { excess } from './text.js';

const idle = 4_000;
const huge = 8_000;
const remade = 1_000;

// Hazard: Blazor inserts an element before its children, and sets attributes one by one. So each callback waits until Blazor is done.
export class Field extends HTMLElement {
  /** @type {ReturnType<typeof seatOf>} */
  seat;
  #opened = false;
  /** @type {number | undefined} */
  #idle;

  // Overridden by each kind of field: when it is on the page, when the server has sent something new, and when it is removed.
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
    // The field was removed, not only moved: its text is sent without it.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.closed();
      this.seat?.changed();
      this.seat?.sendLeft();
    });
    // After a pause the page is rendered again and has the same field at once: the writer has not left it.
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

  // One word of a hundred thousand letters takes a browser half a minute to lay out in our own font, and no time in the system's font.
  /** @param {HTMLTextAreaElement} area */
  spare(area) {
    area.style.fontFamily = area.value.length > huge ? 'serif' : '';
  }

  // A text over the limit is never sent: the server would refuse it, and a very long text would break the connection.
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
