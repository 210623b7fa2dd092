// Starts the framework and looks after the connection: tries again with pauses of random length (a thousand phones that lost the same
// network must not come back in the same second), asks /health/ready before it bothers the server, and reloads only when there is
// something to reload. What is being written stays on the screen all the while.
const band = document.getElementById('components-reconnect-modal');
const words = band.querySelector('.link-words');
const button = band.querySelector('button');
const quickTries = 5;
let seeking = false;
let wake = () => { };

Blazor.start({
  circuit: {
    reconnectionOptions: { maxRetries: quickTries, retryIntervalMilliseconds: (attempt, most) => attempt >= most ? null : attempt === 0 ? 0 : jitter(attempt) },
  },
});

band.addEventListener('components-reconnect-state-changed', ({ detail }) => {
  switch (detail.state) {
    case 'show': lost('lost'); break;
    case 'retrying': lost('lost'); break;
    case 'paused': lost('paused'); seek(resume); break;
    case 'failed': lost('still'); seek(reconnect); break;
    case 'resume-failed':
    case 'rejected': seek(); break;
    case 'hide': found(); break;
  }
});

button.addEventListener('click', () => wake());
addEventListener('online', () => wake());
document.addEventListener('visibilitychange', () => { if (!document.hidden) wake(); });

// Until the server answers: ask, wait a little longer each time, ask again. Then join it again, or fetch the page anew.
async function seek(join) {
  if (seeking) return;
  seeking = true;
  for (let attempt = 1; !await ready(); attempt++) await rest(jitter(attempt));
  try {
    if (join && await join()) {
      seeking = false;
      found();
      return;
    }
  } catch {
    // The server went away again between the answer and the call.
    seeking = false;
    setTimeout(() => seek(join), jitter(1));
    return;
  }
  tell('reload');
  location.reload();
}

// The circuit may be gone while its state is kept: then it is resumed, and otherwise there is nothing to come back to.
async function reconnect() {
  return await Blazor.reconnect() || await Blazor.resumeCircuit();
}

// A pause that is still going on cannot be ended yet, and is answered with «no».
async function resume() {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await Blazor.resumeCircuit()) return true;
    await rest(300);
  }
  return false;
}

async function ready() {
  try {
    return (await fetch('/health/ready', { cache: 'no-store', signal: AbortSignal.timeout(4000) })).ok;
  } catch {
    return false;
  }
}

function rest(milliseconds) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    wake = () => { clearTimeout(timer); resolve(); };
  });
}

// From half a second to eight, and anywhere in between.
function jitter(attempt) {
  const most = Math.min(8000, 500 * 2 ** attempt);
  return most / 4 + Math.random() * most * 3 / 4;
}

function lost(state) {
  const first = document.documentElement.dataset.link !== 'down';
  document.documentElement.dataset.link = 'down';
  button.hidden = state === 'lost';
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

function tell(state) {
  if (band.dataset.state === state && !band.hidden) return;
  band.dataset.state = state;
  band.hidden = false;
  words.textContent = band.dataset[state];
  const voice = document.querySelector('#live-region [data-local]');
  if (voice) voice.textContent = words.textContent;
}

// Drafts listen for this: when the link is up again, what was written meanwhile is sent.
function signal(state) {
  document.dispatchEvent(new CustomEvent('dip:link', { detail: { state } }));
}
