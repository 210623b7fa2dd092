// The participants' board in the browser. The page loads this early, so that text typed before the connection is up is also kept. The
// server calls `open` when the connection is up.
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

// Prepares for a reload without a network. It waits until the page is loaded, and runs only where the browser allows it: not on plain
// http.
/** @param {string} worker */
function prepare(worker) {
  setTimeout(() => navigator.serviceWorker?.register(worker, { scope: 'tavle/' }).catch(() => { }), 2_000);
}
