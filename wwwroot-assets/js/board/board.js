// The participants' board in the browser. The page asks for this early, so that what is typed before the line is up is kept too; the
// server calls `open` when it is.
import { closedBy, watch } from './acts.js';
import { lookAt } from './columns.js';
import '../lib/clipboard.js';
import { Composer } from '../writing/composer.js';
import { NoteMenu, OneScreen } from './notes.js';
import { restore } from '../lib/reload-position.js';
import { seatOf } from '../writing/seat.js';
import { keepStable } from '../lib/stable-page.js';
import { session } from '../lib/storage.js';
import { Unsent } from '../writing/unsent-list.js';
import { SharedTextField } from '../writing/shared-text-field.js';

const elements = {
  'dip-words': SharedTextField, 'dip-composer': Composer, 'dip-unsent': Unsent, 'dip-note-menu': NoteMenu, 'dip-one-screen': OneScreen,
};
for (const [name, kind] of Object.entries(elements)) if (!customElements.get(name)) customElements.define(name, kind);

let told = false;

/**
 * @param {string} person
 * @param {Bridge} bridge
 */
export function open(person, bridge) {
  if (!told) Blazor.registerCustomEventType('notemenu', { createEventArgs: ({ detail }) => detail });
  told = true;
  const root = document.querySelector(`[data-person="${person}"]`);
  const worker = root?.querySelector('dip-unsent')?.dataset.worker;
  if (root) {
    keepStable(root);
    lookAt(root);
    setTimeout(() => restore(session, document));
    if (worker) prepare(worker);
  }

  watch(person);
  bridge.invokeMethodAsync('Closed', JSON.stringify(closedBy(person))).catch(() => { });
  return seatOf(person).connect(bridge);
}

// For the day the page is fetched without a network. Not before the page is there for the one who waits for it; and only where the browser
// allows it, which is not on plain http.
/** @param {string} worker */
function prepare(worker) {
  setTimeout(() => navigator.serviceWorker?.register(worker, { scope: 'tavle/' }).catch(() => { }), 2_000);
}
