// The participants' board in the browser. The page asks for this early, so that what is typed before the line is up is kept too; the
// server calls `open` when it is.
import { watch } from './acts.js';
import { Composer } from './composer.js';
import { NoteMenu, OneScreen } from './notes.js';
import { restore } from './place.js';
import { seatOf } from './seat.js';
import { keepSteady } from './steady.js';
import { Unsent } from './unsent.js';
import { Words } from './words.js';

for (const [name, kind] of [['dip-words', Words], ['dip-composer', Composer], ['dip-unsent', Unsent], ['dip-note-menu', NoteMenu], ['dip-one-screen', OneScreen]]) {
  if (!customElements.get(name)) customElements.define(name, kind);
}

let told = false;

export function open(person, bridge) {
  if (!told) Blazor.registerCustomEventType('notemenu', { createEventArgs: ({ detail }) => detail });
  told = true;
  const root = document.querySelector(`[data-person="${person}"]`);
  if (root) {
    keepSteady(root);
    setTimeout(() => restore(() => sessionStorage, document));
    prepare(root.querySelector('dip-unsent').dataset.worker);
  }

  watch(person);
  return seatOf(person).connect(bridge);
}

// For the day the page is fetched without a network. Not before the page is there for the one who waits for it; and only where the browser
// allows it, which is not on plain http.
function prepare(worker) {
  setTimeout(() => navigator.serviceWorker?.register(worker, { scope: '/tavle/' }).catch(() => { }), 2_000);
}
