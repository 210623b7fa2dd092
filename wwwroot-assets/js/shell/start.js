// Starts the framework and looks after the connection; lib/connection.js decides what is done when it is lost. What is being written stays
// on the screen all the while, and a page that looks alive is alive: whatever else happens, it finds its way back by itself.
import './wake-lock.js';
import '../lib/input-method.js';
import { announce } from '../lib/announce.js';
import { Connection, isServiceReady } from '../lib/connection.js';
import { remember } from '../lib/reload-position.js';
import { session } from '../lib/storage.js';

const band = /** @type {HTMLElement} */ (document.getElementById('components-reconnect-modal'));
const words = /** @type {HTMLElement} */ (band.querySelector('.link-words'));
const button = /** @type {HTMLElement} */ (band.querySelector('button'));
const crash = /** @type {HTMLElement} */ (document.getElementById('blazor-error-ui'));

// The server speaks at least this often, so silence three times as long is a line that has died without a word (a cable, a sleep, a cell).
const heartbeat = 5_000;
const longestSilence = 3 * heartbeat;
// In a video meeting people look elsewhere for a quarter of an hour; a tab that is hidden longer than this is a forgotten one.
const longestHidden = 30 * 60_000;
const longestStart = 20_000;
const secondLook = 5_000;
const shortestLife = 60_000;
let wake = () => { };
/** @type {number | undefined} */
let hidden;

const connection = new Connection({
  ready: isServiceReady,
  reconnect: () => Blazor.reconnect(),
  resume: () => Blazor.resumeCircuit(),
  pause: () => Blazor.pauseCircuit(),
  reload: () => {
    remember(session, document);
    location.reload();
  },
  rest,
  tell: state => state === 'up' ? found() : lost(state),
});

band.addEventListener('components-reconnect-state-changed', ({ detail }) => connection.changed(detail.state));
button.addEventListener('click', () => wake());
addEventListener('online', () => wake());
document.addEventListener('visibilitychange', () => {
  clearTimeout(hidden);
  if (document.hidden) {
    hidden = setTimeout(() => { if (document.querySelector('[data-person]')) connection.sleep(); }, longestHidden);
  } else {
    wake();
    connection.awake();
  }
});

// The server asks for this before it stops, and starts a script's module by its address: one call, with nothing to answer.
globalThis.dip = {
  pause: () => { setTimeout(() => Blazor.pauseCircuit()); },
  open: (address, ...handed) => { import(new URL(address, document.baseURI).href).then(module => module.open(...handed)); },
};

// Words that were sent and never answered, while the line seems to be there: the other end has gone.
document.addEventListener('dip:silent', () => mend());

// The circuit broke: the page is fetched anew with the words in it, unless that has just been tried.
const broken = new MutationObserver(() => { if (crash.style.display === 'block') mend(); });
broken.observe(crash, { attributes: true, attributeFilter: ['style'] });
// A page that is just being resumed is alive a moment later: it is looked at twice before it is fetched anew.
setTimeout(() => { if (!isAlive()) setTimeout(() => { if (!isAlive()) mend(); }, secondLook); }, longestStart);

Blazor.start({
  circuit: {
    /** @param {SignalRBuilder} builder */
    configureSignalR: builder => builder.withServerTimeout(longestSilence).withKeepAliveInterval(heartbeat),
    // Its own tries know neither whether the server is ready nor when to give up.
    reconnectionOptions: { maxRetries: 0 },
  },
  // A link leads to a page of its own: patching that into this one would leave this one's scripts and line behind.
  ssr: { disableDomPreservation: true },
}).catch(mend);

function isAlive() {
  return document.querySelector('#live-region[data-live]') !== null;
}

function mend() {
  const last = Number(session.get('dip:mended') ?? 0);
  const since = Date.now() - last;
  if (since >= 0 && since < shortestLife) {
    lost('still');
    rest(shortestLife - since).then(mend);
    return;
  }
  session.set('dip:mended', `${Date.now()}`);
  connection.seek('lost');
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
function rest(milliseconds) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    wake = () => { clearTimeout(timer); resolve(); };
  });
}

/** @param {string} state */
function lost(state) {
  const first = document.documentElement.dataset.link !== 'down';
  document.documentElement.dataset.link = 'down';
  button.hidden = state !== 'still';
  tell(state);
  if (first) signal('down');
}

function found() {
  if (document.documentElement.dataset.link !== 'down') return;
  delete document.documentElement.dataset.link;
  button.hidden = true;
  tell('back');
  signal('up');
  setTimeout(() => { if (band.dataset.state === 'back') band.hidden = true; }, 2500);
}

/** @param {string} state */
function tell(state) {
  if (band.dataset.state === state && !band.hidden) return;
  band.dataset.state = state;
  band.hidden = false;
  words.textContent = band.dataset[state] ?? '';
  announce(words.textContent);
}

// Drafts listen for this: when the link is up again, what was written meanwhile is sent.
/** @param {'up' | 'down'} state */
function signal(state) {
  document.dispatchEvent(new CustomEvent('dip:link', { detail: { state } }));
}
