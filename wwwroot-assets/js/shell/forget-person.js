// <dip-forget>: on the page that says that the person has left. Hazard: many town halls share one computer. Without this, the drafts and
// the unsent pieces stay in the browser for a month, and the next user can read them. The page shows unsent text so that it can be
// copied; the text is gone when the page is closed.
import { copyFrom } from '../lib/clipboard.js';
import { local } from '../lib/storage.js';
import { Drafts, Outbox, Shelf } from '../writing/drafts-and-outbox.js';

// The texts that this browser has kept for a person and the server has not received, each once. A press has no text of its own.
/**
 * @param {string} person
 * @param {Shelf} shelf
 */
export function unsentOf(person, shelf) {
  const begun = new Drafts(shelf, person, '').under('').map(({ text }) => text);
  const none = () => Promise.reject(new Error('There is no line here.'));
  const putForward = new Outbox(shelf, person, none, () => { }).pieces.filter(({ about }) => about === undefined).map(({ text }) => text);
  return [...new Set([...begun, ...putForward])].filter(Boolean);
}

/**
 * @param {string} person
 * @param {Shelf} shelf
 */
export function forget(person, shelf) {
  for (const key of shelf.keys(`dip:${person}:`)) shelf.drop(key);
}

class Forget extends HTMLElement {
  connectedCallback() {
    const { person } = this.dataset;
    if (!person) return;
    const shelf = new Shelf(local);
    const texts = unsentOf(person, shelf);
    forget(person, shelf);
    if (texts.length > 0) this.#offer(texts.join('\n\n'));
  }

  /** @param {string} text */
  #offer(text) {
    const place = /** @type {HTMLElement} */ (this.querySelector('[hidden]'));
    const field = /** @type {HTMLTextAreaElement} */ (place.querySelector('textarea'));
    const button = /** @type {HTMLButtonElement} */ (place.querySelector('button'));
    field.value = text;
    place.hidden = false;
    button.addEventListener('click', () => copyFrom(place, button, text, field));
  }
}

if (!customElements.get('dip-forget')) customElements.define('dip-forget', Forget);
