// The page that stands in for a board while there is no network (offline-worker.js): shows what waits in this browser, and asks for the
// board again until it is there.
import { jitter } from './line.js';
import { Unsent } from './unsent.js';

let wake = () => { };
const person = location.pathname.split('/')[2] ?? '';
document.querySelector('[data-person]').dataset.person = person.replaceAll('-', '').toLowerCase();
document.documentElement.dataset.unsent = '';
customElements.define('dip-unsent', Unsent);
document.querySelector('[data-try]').addEventListener('click', () => wake());
addEventListener('online', () => wake());

for (let attempt = 1; !await ready(); attempt++) {
  await new Promise(resolve => {
    wake = resolve;
    setTimeout(resolve, jitter(attempt));
  });
}

location.reload();

async function ready() {
  try {
    return (await fetch('/health/ready', { cache: 'no-store', signal: AbortSignal.timeout(4000) })).ok;
  } catch {
    return false;
  }
}
