// The desk in the browser: keys that press visible controls, arrows through the notes and the points, a press on a point that edits it, and
// dragging from one place to another, with a mouse or with a finger.
import '../lib/input-method.js';
import { Carried } from '../lib/placement.js';
import { areOn, focus, hush, listen, turn } from '../lib/shortcuts.js';
import { merged } from '../writing/text.js';

export { areOn, focus, merged, turn };

const edge = 72;
const pace = 10;
/** @type {HTMLElement | null} */
let over = null;
/** @type {Carried | null} */
let finger = null;
/** @type {Element | null} */
let been = null;
/** @type {ResizeObserver | null} */
let foot = null;

/** @type {Record<string, (event: any) => void>} */
const heard = {
  keydown: walk, click: press, dragstart: begin, dragover: hover, dragend: leave, drop: leave,
  pointerdown: touch, pointermove: follow, pointerup: lift, pointercancel: lift,
};

// Tells the page how much of the window its foot covers, so that focus and links keep clear of it: the status line, and on a narrow screen
// what has come up from it. Returns whether the window is too narrow for anything beside the report.
export function fit() {
  const [line, side] = ['.desk .status-line', '.desk .side'].map(part => /** @type {HTMLElement | null} */ (document.querySelector(part)));
  foot?.disconnect();
  foot = new ResizeObserver(() => {
    const height = line?.offsetHeight ?? 0;
    const lifted = side && getComputedStyle(side).position === 'fixed' ? side.offsetHeight : 0;
    document.documentElement.style.setProperty('--status', `${height}px`);
    document.documentElement.style.setProperty('--foot', `${height + lifted}px`);
  });
  for (const part of [line, side]) if (part) foot.observe(part);
  return matchMedia('(max-width: 63.99rem)').matches;
}

// The code that keeps the focus when its element is removed listens to the page from the moment it is loaded.
export async function open() {
  await import('../lib/stable-page.js');
  await import('../lib/clipboard.js');
  listen();
  for (const [event, take] of Object.entries(heard)) document.addEventListener(event, take);
}

export function close() {
  hush();
  foot?.disconnect();
  for (const name of ['--status', '--foot']) document.documentElement.style.removeProperty(name);
  for (const [event, take] of Object.entries(heard)) document.removeEventListener(event, take);
}

// Goes to the heading of what was opened, unless a key has already led to something in it.
/** @param {string} selector */
export function enter(selector) {
  const heading = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  if (!heading?.closest('.side section')?.contains(document.activeElement)) heading?.focus();
}

/** @param {string} selector */
export function show(selector) {
  document.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
}

// The note or point that an arrow key goes to, of `count` notes. At either end it stays.
/**
 * @param {number} at
 * @param {string} key
 * @param {number} count
 */
export function next(at, key, count) {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return Math.min(count - 1, Math.max(0, at + (key === 'ArrowDown' ? 1 : -1)));
}

// Arrow keys go through the notes' boxes, and through the points. With Shift they also choose the notes they pass. Enter edits the point.
/** @param {Heard<KeyboardEvent>} event */
function walk(event) {
  if (event.target.matches?.('.points .card')) return walkPoints(event);
  if (!event.target.matches?.('.notes .box') || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('.notes .box'))];
  const from = /** @type {HTMLInputElement} */ (event.target);
  const box = boxes[next(boxes.indexOf(from), event.key, boxes.length)];
  if (event.shiftKey) for (const passed of [from, box]) if (!passed.checked) passed.click();
  box.focus();
  box.closest('.note')?.scrollIntoView({ block: 'nearest' });
}

/** @param {Heard<KeyboardEvent>} event */
function walkPoints(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    edit(event.target);
  }
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  event.preventDefault();
  const cards = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.points .card[tabindex]'))];
  cards[next(cards.indexOf(/** @type {HTMLElement} */ (event.target)), event.key, cards.length)]?.focus();
}

// A press on the words of a point edits them. With a finger the first press shows what can be done with the point, and the next one edits.
/** @param {Heard<PointerEvent>} event */
function press(event) {
  const card = event.target.closest?.('.points .said')?.closest('.card[tabindex]');
  if (card && (event.pointerType !== 'touch' || card === been)) edit(card);
}

/** @param {Element} card */
function edit(card) {
  /** @type {HTMLElement | null} */ (card.querySelector('[id$=-edit]'))?.click();
}

// Some browsers do not drag an element without data; others start a drag by themselves when a finger has been still for a while.
/** @param {Heard<DragEvent>} event */
function begin(event) {
  const { dataTransfer, target } = event;
  if (finger && event.isTrusted) event.preventDefault();
  else if (target.closest?.('.desk') && dataTransfer?.items.length === 0) dataTransfer.setData('text/plain', target.innerText ?? '');
}

// A browser allows a drop only where a listener accepts it during the hover. It is accepted here, where the place is found and marked
// anyway.
/** @param {Heard<DragEvent>} event */
function hover(event) {
  const place = event.target.closest?.('[data-drop]') ?? null;
  if (place) event.preventDefault();
  if (place === over) return;
  over?.removeAttribute('data-over');
  over = place;
  over?.setAttribute('data-over', '');
}

function leave() {
  over?.removeAttribute('data-over');
  over = null;
}

// Most browsers do not drag with a finger. On the grip this sends the same events as a mouse does.
/** @param {Heard<PointerEvent>} event */
function touch(event) {
  been = document.activeElement?.closest('.points .card') ?? null;
  /** @type {HTMLElement | null | undefined} */
  const drawn = event.target.closest?.('.desk [data-grip]')?.closest('[draggable=true]');
  if (!drawn || event.pointerType === 'mouse' || finger) return;
  event.preventDefault();
  finger = new Carried(drawn, event);
  tell(drawn, 'dragstart');
  requestAnimationFrame(scroll);
}

/** @param {PointerEvent} event */
function follow(event) {
  if (!finger || event.pointerId !== finger.pointerId) return;
  finger.moveTo(event);
  carry();
}

function carry() {
  if (!finger) return;
  const { x, y } = finger.at;
  finger.show();
  tell(document.elementFromPoint(x, y) ?? document.body, 'dragover');
}

// The place to drop may be outside the window.
function scroll() {
  if (!finger) return;
  const before = scrollY;
  if (finger.at.y < edge) scrollBy(0, -pace);
  else if (finger.at.y > innerHeight - edge) scrollBy(0, pace);
  if (scrollY !== before) carry();
  requestAnimationFrame(scroll);
}

/** @param {PointerEvent} event */
function lift(event) {
  if (!finger || event.pointerId !== finger.pointerId) return;
  const carried = finger;
  const below = document.elementFromPoint(carried.at.x, carried.at.y);
  finger = null;
  carried.letGo();
  if (event.type === 'pointerup' && below) tell(below, 'drop');
  tell(carried.element, 'dragend');
}

/**
 * @param {EventTarget} target
 * @param {string} type
 */
function tell(target, type) {
  target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }));
}
