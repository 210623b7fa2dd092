// Starts Blazor and watches the connection; lib/connection.js decides what to do when it is lost. Text that is being written stays on the
// screen the whole time. A page that looks connected is connected, and a lost page always reconnects by itself.
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

// The server sends at least this often, so silence three times as long means a dead connection (a cable, a sleep, a mobile cell).
const heartbeat = 5_000;
const longestSilence = 3 * heartbeat;
// In a video meeting people may look at another tab for a quarter of an hour. A tab hidden for longer than this is taken as forgotten.
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

// The server calls this before it stops, and loads a script's module by its address: one call without an answer.
globalThis.dip = {
  pause: () => { setTimeout(() => Blazor.pauseCircuit()); },
  open: (address, ...handed) => { import(new URL(address, document.baseURI).href).then(module => module.open(...handed)); },
};

// A piece was sent and never answered while the connection seems to be up: the server is gone.
document.addEventListener('dip:silent', () => mend());

// The circuit broke: the page is reloaded and keeps its text, unless that has just been tried.
const broken = new MutationObserver(() => { if (crash.style.display === 'block') mend(); });
broken.observe(crash, { attributes: true, attributeFilter: ['style'] });
// A page that is just being resumed is alive a moment later: it is looked at twice before it is fetched anew.
setTimeout(() => { if (!isAlive()) setTimeout(() => { if (!isAlive()) mend(); }, secondLook); }, longestStart);

Blazor.start({
  circuit: {
    /** @param {SignalRBuilder} builder */
    configureSignalR: builder => builder.withServerTimeout(longestSilence).withKeepAliveInterval(heartbeat),
    // Blazor's own tries do not know whether the server is ready, or when to give up.
    reconnectionOptions: { maxRetries: 0 },
  },
  // A link must load a new page: to patch it into this page would keep the old scripts and the old connection.
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

// Drafts listen for this event: when the connection is up again, they send what was written meanwhile.
/** @param {'up' | 'down'} state */
function signal(state) {
  document.dispatchEvent(new CustomEvent('dip:link', { detail: { state } }));
}
