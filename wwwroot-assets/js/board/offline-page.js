// The page that replaces a board while there is no network (offline-worker.js). It shows what waits in this browser, and requests the
// board again until it gets it.
import { isServiceReady, retryDelay } from '../lib/connection.js';
import { Unsent } from '../writing/unsent-list.js';

/** @type {(value?: unknown) => void} */
let wake = () => { };
const person = location.pathname.slice(new URL(document.baseURI).pathname.length).split('/')[1] ?? '';
/** @type {HTMLElement} */ (document.querySelector('[data-person]')).dataset.person = person.replaceAll('-', '').toLowerCase();
document.documentElement.dataset.unsent = '';
customElements.define('dip-unsent', Unsent);
document.querySelector('[data-try]')?.addEventListener('click', () => wake());
addEventListener('online', () => wake());

for (let attempt = 1; !await isServiceReady(); attempt++) {
  await new Promise(resolve => {
    wake = resolve;
    setTimeout(resolve, retryDelay(attempt));
  });
}

location.reload();
