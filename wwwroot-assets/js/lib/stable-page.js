// New content must not move what the person reads or writes, and the focus must not be lost when its element is removed.
const outlined = new Set();
const longestOutline = 6_000;
const timeOfDay = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
const still = '[data-steady], [data-note]';
const bars = new ResizeObserver(changed => {
  for (const change of changed) {
    const bar = /** @type {HTMLElement} */ (change.target);
    document.documentElement.style.setProperty(bar.matches('.work-bar') ? '--foot' : '--head', `${bar.offsetHeight}px`);
  }
  // A new message makes the bar taller: the page scrolls, so that the bar does not cover the field that has the focus.
  const field = document.activeElement?.matches('textarea, input') ? document.activeElement.getBoundingClientRect() : null;
  if (field && field.bottom > 0 && field.top < underTheBars()) scrollBy({ top: field.top - underTheBars(), behavior: 'instant' });
});
// The outline is removed some seconds after it has come into sight, also in a tab that was not open when the note came.
const seen = new IntersectionObserver(sights => {
  for (const { target, isIntersecting } of sights) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    setTimeout(() => { target.classList.remove('is-new'); markTabs(); }, longestOutline);
  }
});
const asked = new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
  document.documentElement.toggleAttribute('data-asked', !isIntersecting && boundingClientRect.top < 100);
});
/** @typedef {{ key: string, after?: string, element: HTMLTextAreaElement }} Place */
/** @type {HTMLElement | null} */
let root = null;
/** @type {Place | null} */
let place = null;
/** @type {{ element: HTMLElement, top: number } | null} */
let anchor = null;
let fresh = false;
/** @type {HTMLElement | null} */
let column = null;
/** @type {{ now: string | undefined, ahead: number } | null} */
let clock = null;
/** @type {string | undefined} */
let step;
/** @type {number | undefined} */
let giving;

// Hazard: when the circuit comes up, Blazor renders the whole page again, also while the person writes. So this listens from the start.
document.addEventListener('focusin', ({ target }) => { place = placeOf(target); measure(); });
document.addEventListener('focusout', ({ target }) => queueMicrotask(() => {
  // The reader left the element; it was not removed.
  if (target.isConnected && document.activeElement === document.body) place = null;
}));
document.addEventListener('scroll', measure, { passive: true });
addEventListener('resize', measure);
// Of two columns, the one last pointed at or focused is taken as the one being read.
for (const sign of /** @type {const} */ (['pointerover', 'pointerdown', 'focusin'])) {
  document.addEventListener(sign, ({ target }) => {
    const here = target.closest?.('.column');
    if (!here || here === column) return;
    column = here;
    measure();
  }, { passive: true });
}
const { visualViewport } = globalThis;
visualViewport?.addEventListener('resize', () => {
  const { height, offsetTop, scale } = visualViewport;
  document.documentElement.style.setProperty('--keyboard', `${scale === 1 ? Math.max(0, innerHeight - height - offsetTop) : 0}px`);
});
new MutationObserver(changes => {
  if (isNextStep()) arrive();
  else holdStill();
  holdFocus();
  for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof HTMLElement) arrived(node);
  measure();
}).observe(document.body, { childList: true, subtree: true });
setInterval(tick, 15_000);

/** @param {HTMLElement} board */
export function keepStable(board) {
  root = board;
  if (isNextStep()) arrive();
  for (const note of root.querySelectorAll('[data-theirs]')) outlined.add(note.id);
  setTimeout(() => { fresh = true; }, 500);
  for (const watch of [bars, asked]) watch.disconnect();
  for (const bar of root.querySelectorAll('.work-bar, .phase-bar')) bars.observe(bar);
  for (const question of root.querySelectorAll('.question h1')) asked.observe(question);
  tick();
}

// A step begins at its top, with the question in sight and read aloud. No position is kept from the step before. The server shows the next
// step when nobody writes here, or when the writer asks for it.
function isNextStep() {
  const before = step;
  if (root?.isConnected) step = root.dataset.step;
  return before !== undefined && before !== step;
}

function arrive() {
  anchor = place = null;
  clearTimeout(giving);
  const page = root?.querySelector('.page');
  if (page) page.style.paddingBottom = '';
  root?.querySelector('h1')?.focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: 'instant' });
}

/** @param {HTMLElement} element */
function placeOf(element) {
  const { focusKey: key, focusAfter: after } = element.dataset ?? {};
  return key ? { key, after, element: /** @type {HTMLTextAreaElement} */ (element) } : null;
}

// Moves the focus and the caret to the new rendering of the same element, or to the element that replaces it.
function holdFocus() {
  const lost = place;
  if (!lost || !isLost()) return;
  const found = [lost.key, ...lost.after?.split(' ') ?? []].map(find).find(Boolean);
  if (!found) return giveUp(lost);
  const { selectionStart, selectionEnd } = lost.element;
  // Runs after the field has its text back.
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    found.focus({ preventScroll: true });
    if (!(found instanceof HTMLTextAreaElement)) return;
    found.setSelectionRange(selectionStart ?? found.value.length, selectionEnd ?? found.value.length);
  });
}

// When nothing replaces the element, the focus goes to the current question, or to the start of the main content, not to the top of the
// window. When a circuit has just come back, the whole board is rendered again, and its fields may come later.
/** @param {Place} lost */
function giveUp(lost) {
  clearTimeout(giving);
  giving = setTimeout(() => {
    if (place !== lost || !isLost()) return;
    if (root?.isConnected === false) giveUp(lost);
    else (document.querySelector('h1[tabindex="-1"]') ?? document.querySelector('main'))?.focus({ preventScroll: true });
  }, 600);
}

function isLost() {
  return place !== null && !place.element.isConnected && document.activeElement === document.body;
}

/** @param {string} key */
function find(key) {
  const found = key ? document.querySelector(`[data-focus-key="${CSS.escape(key)}"]`) : null;
  return found?.checkVisibility?.() === false ? null : found;
}

// The note or field with the focus keeps its place on the screen. When it is scrolled out of sight, the first visible note in the column
// being read does. At the very top nothing is held: there the newest note comes first, and pushes the others down.
function measure() {
  const standing = document.activeElement?.closest(still);
  const element = standing && isInSight(standing) ? standing : root?.isConnected && scrollY > 0 ? firstInSight() : null;
  anchor = element ? { element, top: element.getBoundingClientRect().top } : null;
}

/** @param {HTMLElement} element */
function isInSight(element) {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > underTheBars() && top < innerHeight;
}

// checkVisibility is missing on many older phones.
/** @param {HTMLElement} element */
function isDrawn(element) {
  return element.getClientRects().length > 0;
}

function firstInSight() {
  const here = column?.isConnected && isDrawn(column) ? column : root;
  const least = underTheBars();
  for (const element of here?.querySelectorAll(still) ?? []) {
    const { top, height } = element.getBoundingClientRect();
    // On a phone the writing field is fixed above the foot, so its position says nothing about the notes.
    if (height === 0 || top < least || getComputedStyle(element).position === 'sticky') continue;
    return top < innerHeight ? element : null;
  }
  return null;
}

function underTheBars() {
  const bars = [...document.querySelectorAll('.phase-bar, .tabs, .votes')].map(bar => bar.getBoundingClientRect());
  return Math.max(0, ...bars.filter(({ height, top }) => height > 0 && top < 200).map(({ bottom }) => bottom));
}

// When the page is too short to scroll that far, padding is added at its end, where nobody reads.
function holdStill() {
  if (!anchor?.element.isConnected) return;
  const { element, top } = anchor;
  const moved = () => element.getBoundingClientRect().top - top;
  if (Math.abs(moved()) <= 1) return;
  scrollBy({ top: moved(), behavior: 'instant' });
  const rest = moved();
  if (rest <= 1 || !root?.isConnected) return;
  const room = root.querySelector('.page');
  if (!room) return;
  room.style.paddingBottom = `${parseFloat(getComputedStyle(room).paddingBottom) + rest}px`;
  scrollBy({ top: rest, behavior: 'instant' });
}

/** @param {HTMLElement} node */
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
    seen.observe(note);
  }
  if (node.matches('time') || node.querySelector('time')) tick();
  if (notes.length > 0) markTabs();
}

// On a phone the other column is behind a tab: the tab shows that the column has a new note.
function markTabs() {
  for (const tab of document.querySelectorAll('.tabs [data-drop]')) {
    const news = document.querySelector(`.column[data-drop=${tab.dataset.drop}] .is-new`);
    tab.toggleAttribute('data-news', news !== null && !isDrawn(news));
  }
}

// Writes how long ago something was. The page counts from the server's time, so a wrong clock on the device does no harm.
function tick() {
  if (!root?.isConnected) return;
  const { now, agoNow = '', agoMinutes = '', agoHours = '' } = root.dataset;
  if (clock?.now !== now) clock = { now, ahead: Date.parse(now ?? '') - performance.now() };
  const ahead = clock?.ahead ?? 0;
  for (const time of /** @type {NodeListOf<HTMLTimeElement>} */ (root.querySelectorAll('time'))) {
    const at = Date.parse(time.dateTime);
    const minutes = Math.floor((performance.now() + ahead - at) / 60_000);
    const hours = agoHours.replace('{0}', `${Math.floor(minutes / 60)}`);
    const ago = minutes < 1 ? agoNow : minutes < 60 ? agoMinutes.replace('{0}', `${minutes}`) : hours;
    const words = time.dataset.clock === undefined ? ago : `${timeOfDay.format(at)}, ${ago}`;
    if (minutes < 1440 && time.textContent !== words) time.textContent = words;
  }
}
