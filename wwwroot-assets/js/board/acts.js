// What one press does: agree, vote, move, delete, say whom a note is for, ask for help, be done. Like writing, it goes through the outbox
// with its own id. So it is done once, even on a bad connection, in order, and also after a reload; the control shows it while it waits.
// A control names the act in data-act and the value in data-value. A control that is turned off sends an empty value.
import { announce } from '../lib/announce.js';
import '../lib/input-method.js';
import { attempt, local } from '../lib/storage.js';
import { personAt, seatOf } from '../writing/seat.js';
import { beginning } from '../writing/text.js';

/** @typedef {HTMLButtonElement | HTMLInputElement | HTMLSelectElement} Control */
/** @typedef {{ value: string, toggles: boolean, on: boolean, intended?: string }} Press */

const longestAbout = 120;
// A gathering has few messages, and the server does not read a longer list.
const mostClosed = 100;
/** @type {Acts | null} */
let watched = null;

// The value of a press: the control's value, or empty when it is already chosen. `intended` is the last press that still waits.
/** @param {Press} press */
export function meant({ value, toggles, on, intended }) {
  return toggles && (intended === undefined ? on : intended === value) ? '' : value;
}

// Whether the press that waits was on this control.
/** @param {Press} press */
export function isWaitingFor({ value, toggles, on, intended }) {
  if (intended === undefined) return false;
  return toggles && intended === '' ? on : intended === value;
}

// Listens to all presses on the board, and shows which of them wait. Once for a page.
/** @param {string} person */
export function watch(person) {
  if (watched) watched.seat.fields.delete(watched);
  else listen();
  watched = new Acts(seatOf(person));
  watched.seat.fields.add(watched);
  watched.refresh();
}

class Acts {
  /** @param {ReturnType<typeof seatOf>} seat */
  constructor(seat) {
    this.seat = seat;
  }

  refresh() {
    const { actWaiting = null } = board().dataset;
    const last = new Map(this.seat.outbox.waiting.map(piece => [piece.field, piece.text]));
    for (const control of controls('[data-act], [data-shows]')) {
      const { act = '', shows } = control.dataset;
      const waits = shows ? last.has(shows) : isWaitingFor({ ...read(control), intended: last.get(act) });
      tell(control.matches('input, select') && control.parentElement || control, waits ? actWaiting : null);
    }
    const noted = [...last.keys()].map(noteOf);
    for (const note of document.querySelectorAll('[data-note]')) tell(note, noted.includes(note.dataset.note ?? '') ? actWaiting : null);
    if (!isDown()) for (const control of document.querySelectorAll('[data-needs-line]')) tell(control, null);
  }

  // The server shows a refusal at the control. When the control is gone, the refusal is listed with everything else that was not sent.
  /**
   * @param {BoardRequest} piece
   * @param {Answer} answer
   */
  answered(piece, answer) {
    if (!answer.kept && this.holds(piece)) this.seat.outbox.drop(piece);
    // A theme that was typed is now among those to choose from.
    /** @type {HTMLInputElement | null} */
    const typed = answer.kept ? document.querySelector('input[data-act]') : null;
    if (typed && typed.dataset.act === piece.field && typed.value === piece.text) typed.value = '';
  }

  /** @param {BoardRequest} piece */
  holds({ field }) {
    const there = [...controls('[data-act]')].some(({ dataset }) => dataset.act === field);
    return there || document.getElementById(`note-${noteOf(field)}`) !== null;
  }
}

// Which of the facilitator's messages this person has closed in this browser, by their sequences in the log. The server forgets this with
// the circuit: without it, each message would cover the field again after a reload, or when a phone has slept.
/** @param {string} person */
export function closedBy(person, store = local) {
  const kept = attempt(() => JSON.parse(store.get(closedKey(person)) ?? '[]'));
  return Array.isArray(kept) ? kept.filter(Number.isSafeInteger) : [];
}

/**
 * @param {string} person
 * @param {number} sequence
 */
export function close(person, sequence, store = local) {
  const others = closedBy(person, store).filter(known => known !== sequence);
  store.set(closedKey(person), JSON.stringify([...others, sequence].slice(-mostClosed)));
}

/** @param {string} person */
function closedKey(person) {
  return `dip:${person}:closed`;
}

// Before Safari 17, Chrome 114 and Firefox 125 there are no popovers, and their buttons do nothing. This code makes the buttons work.
// Escape and a press outside also close.
let opened = /** @type {HTMLElement | null} */ (null);

/** @param {Heard<Event>} event */
export function pressOutsideOrOn({ target }) {
  const button = target.closest?.('[popovertarget]');
  const menu = button ? document.getElementById(button.getAttribute('popovertarget') ?? '') : null;
  const opens = menu !== null && menu !== opened && button?.getAttribute('popovertargetaction') !== 'hide';
  if (opened && (menu || !opened.contains(target))) shut();
  if (!opens || !menu) return;
  opened = menu;
  menu.dataset.open = '';
  menu.querySelector('button')?.focus({ preventScroll: true });
}

/** @param {KeyboardEvent} event */
export function escape(event) {
  if (event.key === 'Escape' && opened) shut();
}

function shut() {
  const menu = opened;
  opened = null;
  if (!menu) return;
  delete menu.dataset.open;
  const back = menu.contains(document.activeElement) || document.activeElement === document.body;
  if (back) document.querySelector(`[popovertarget="${menu.id}"]:not([popovertargetaction])`)?.focus({ preventScroll: true });
}

function listen() {
  if (!('popover' in HTMLElement.prototype)) {
    document.addEventListener('click', pressOutsideOrOn);
    document.addEventListener('keydown', escape);
  }
  document.addEventListener('click', ({ target }) => {
    /** @type {HTMLButtonElement | null} */
    const control = target.closest?.('button[data-act]');
    const act = control?.dataset.act;
    if (act !== undefined && control) press(act, meant({ ...read(control), intended: intended(act) }), control);
  });
  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('[data-closes]');
    if (button) close(personAt(button), Number(button.dataset.closes));
  });
  document.addEventListener('change', ({ target }) => {
    if (!target.matches?.('select[data-act], input[data-act]')) return;
    const control = /** @type {HTMLInputElement | HTMLSelectElement} */ (target);
    if (control.value || control.matches('select')) press(control.dataset.act ?? '', control.value, control);
  });
  document.addEventListener('noteact', ({ target, detail }) => press(detail.act, detail.value ?? '', target));
  // While the server is away, a control that needs it does nothing, and says so. This runs before Blazor gets the press.
  document.addEventListener('click', event => {
    const control = event.target.closest?.('[data-needs-line]');
    if (!control || !isDown()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { needsLineWords = '' } = board().dataset;
    tell(control, needsLineWords);
    announce(needsLineWords);
  }, true);
}

/**
 * @param {string} field
 * @param {string} text
 * @param {HTMLElement} control
 */
function press(field, text, control) {
  const note = document.getElementById(`text-${noteOf(field)}`);
  const about = beginning((note ?? control).textContent?.trim() ?? '', longestAbout);
  if (watched) watched.seat.put(watched.seat.outbox.press({ field, text, about }));
  if (isDown()) announce(board().dataset.actWaiting ?? '');
  // The menu closes when its note is moved or deleted.
  if (/^(move|delete)\b/.test(field)) control.closest('[popover]')?.hidePopover?.();
}

/**
 * @param {string} selector
 * @returns {NodeListOf<Control>}
 */
function controls(selector) {
  return document.querySelectorAll(selector);
}

/** @param {Control} control */
function read(control) {
  const value = control.value === undefined || control.matches('button') ? control.dataset.value ?? '' : control.value;
  return { value, toggles: control.hasAttribute('aria-pressed'), on: control.getAttribute('aria-pressed') === 'true' };
}

/** @param {string} field */
function intended(field) {
  return [...watched?.seat.outbox.waiting ?? []].reverse().find(piece => piece.field === field)?.text;
}

/** @param {string} field */
function noteOf(field) {
  return field.split('/').pop() ?? '';
}

/**
 * @param {HTMLElement} element
 * @param {string | null} words
 */
function tell(element, words) {
  if ((element.dataset.waits ?? null) === words) return;
  if (words) element.dataset.waits = words;
  else delete element.dataset.waits;
}

function isDown() {
  return document.documentElement.dataset.link === 'down';
}

function board() {
  return document.querySelector('[data-act-waiting]') ?? document.body;
}
