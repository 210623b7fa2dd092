// What arrives while I read or write moves nothing under my eyes, and focus is never lost with what goes away.
const outlined = new Set();
const longestOutline = 6_000;
const foot = new ResizeObserver(([bar]) => document.documentElement.style.setProperty('--foot', `${bar.target.offsetHeight}px`));
let root = null;
let place = null;
let anchor = null;
let fresh = false;

// From the first moment: when the circuit comes up the framework makes the whole page anew, also under the hands of one who writes.
document.addEventListener('focusin', ({ target }) => { place = placeOf(target); measure(); });
document.addEventListener('focusout', ({ target }) => queueMicrotask(() => {
  // Left by hand, and not taken away from under the reader.
  if (target.isConnected && document.activeElement === document.body) place = null;
}));
document.addEventListener('scroll', measure, { passive: true });
addEventListener('resize', measure);
document.addEventListener('keydown', event => { if (event.key === 'Escape') closeMenu(event.target); });
new MutationObserver(changes => {
  holdStill();
  holdFocus();
  for (const { addedNodes } of changes) for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) arrived(node);
  measure();
}).observe(document.body, { childList: true, subtree: true });
setInterval(tick, 15_000);

export function keepSteady(board) {
  root = board;
  for (const note of root.querySelectorAll('[data-theirs]')) outlined.add(note.id);
  setTimeout(() => { fresh = true; }, 500);
  foot.disconnect();
  const bar = root.querySelector('.work-bar');
  if (bar) foot.observe(bar);
}

function placeOf(element) {
  const { focusKey: key, focusAfter: after } = element.dataset ?? {};
  return key ? { key, after, element } : null;
}

// The same element made anew, or the one that takes its place, gets the focus and the caret that were there.
function holdFocus() {
  if (!isLost()) return;
  const lost = place;
  const found = find(place.key) ?? find(place.after);
  // When nothing takes its place: the start of the page's own part, and not the top of the window.
  if (!found) setTimeout(() => { if (place === lost && isLost()) document.querySelector('main')?.focus({ preventScroll: true }); }, 600);
  if (!found) return;
  const { selectionStart, selectionEnd } = place.element;
  // After the field has got its words back.
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    found.focus({ preventScroll: true });
    if (found.matches('textarea')) found.setSelectionRange(selectionStart ?? found.value.length, selectionEnd ?? found.value.length);
  });
}

function isLost() {
  return place !== null && !place.element.isConnected && document.activeElement === document.body;
}

function find(key) {
  const found = key ? document.querySelector(`[data-focus-key="${CSS.escape(key)}"]`) : null;
  return found?.checkVisibility?.() === false ? null : found;
}

// The note or field I stand in, or else the first note in sight when the page is scrolled, stays where it is on the screen.
function measure() {
  const element = document.activeElement?.closest('[data-steady]') ?? (root?.isConnected && scrollY > 0 ? firstInSight() : null);
  anchor = element ? { element, top: element.getBoundingClientRect().top } : null;
}

function firstInSight() {
  const underTheBar = 80;
  for (const element of root.querySelectorAll('[data-steady]')) {
    const { top, height } = element.getBoundingClientRect();
    if (height > 0 && top >= underTheBar) return top < innerHeight ? element : null;
  }
  return null;
}

function holdStill() {
  if (!anchor?.element.isConnected) return;
  const moved = anchor.element.getBoundingClientRect().top - anchor.top;
  if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' });
}

function arrived(node) {
  const notes = node.matches('[data-note]') ? [node] : node.querySelectorAll('[data-note]');
  for (const note of notes) {
    if (outlined.has(note.id)) continue;
    outlined.add(note.id);
    if (!fresh) continue;
    if (note.dataset.theirs === undefined) {
      note.scrollIntoView({ block: 'nearest' });
      continue;
    }
    note.classList.add('is-new');
    setTimeout(() => note.classList.remove('is-new'), longestOutline);
  }
}

function closeMenu(target) {
  const opener = target.closest?.('[data-note]')?.querySelector('[aria-expanded=true]');
  if (!opener) return;
  opener.click();
  opener.focus();
}

// How long ago, counted by this page from what the server said, so that a wrong clock on the device does no harm.
function tick() {
  if (!root?.isConnected) return;
  const { agoNow, agoMinutes, agoHours } = root.dataset;
  for (const time of root.querySelectorAll('[data-age]')) {
    if (time.told !== time.dataset.age) {
      time.told = time.dataset.age;
      time.since = performance.now() - Number(time.dataset.age) * 1000;
    }
    const minutes = Math.floor((performance.now() - time.since) / 60_000);
    const words = minutes < 1 ? agoNow : minutes < 60 ? agoMinutes.replace('{0}', minutes) : agoHours.replace('{0}', Math.floor(minutes / 60));
    if (minutes < 1440 && time.firstChild && time.firstChild.data !== words) time.firstChild.data = words;
  }
}
