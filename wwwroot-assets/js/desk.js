// The desk in the browser: keys that press what is seen, arrows through the notes, and what is drawn from one place to another, with a
// mouse or with a finger.
import { areOn, focus, hush, listen, turn } from './console.js';
import { merged } from './writing.js';

export { areOn, focus, merged, turn };

const edge = 72;
const pace = 10;
let over = null;
let finger = null;

const heard = {
  keydown: walk, dragstart: begin, dragover: hover, dragend: leave, drop: leave,
  pointerdown: touch, pointermove: follow, pointerup: lift, pointercancel: lift,
};

// What keeps the focus when its element goes away listens to the page from the moment it is asked for.
export async function open() {
  await import('./steady.js');
  listen();
  for (const [event, take] of Object.entries(heard)) document.addEventListener(event, take);
}

export function close() {
  hush();
  for (const [event, take] of Object.entries(heard)) document.removeEventListener(event, take);
}

// Where an arrow leads among n notes; with nothing before or after it stays.
export function next(at, key, count) {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return Math.min(count - 1, Math.max(0, at + (key === 'ArrowDown' ? 1 : -1)));
}

// Arrows through the notes' boxes; with Shift what is passed is chosen too.
function walk(event) {
  if (!event.target.matches?.('.notes .box') || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const boxes = [...document.querySelectorAll('.notes .box')];
  const box = boxes[next(boxes.indexOf(event.target), event.key, boxes.length)];
  if (event.shiftKey) for (const passed of [event.target, box]) if (!passed.checked) passed.click();
  box.focus();
  box.closest('.note').scrollIntoView({ block: 'nearest' });
}

// Some browsers draw nothing that carries nothing; others begin by themselves when a finger has lain still for a while.
function begin(event) {
  if (finger && event.isTrusted) event.preventDefault();
  else if (event.target.closest?.('.desk') && event.dataTransfer.items.length === 0) event.dataTransfer.setData('text/plain', event.target.innerText ?? '');
}

// A browser lets nothing be dropped where nobody says yes while it hovers. It is said here, where
// the place is found and marked anyway.
function hover(event) {
  const place = event.target.closest?.('[data-drop]');
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

// A finger draws nothing by itself in most browsers. By the grip it does what a mouse does, told with the same events.
function touch(event) {
  const drawn = event.target.closest?.('.desk [data-grip]')?.closest('[draggable=true]');
  if (!drawn || event.pointerType === 'mouse' || finger) return;
  event.preventDefault();
  finger = { drawn, id: event.pointerId, from: { x: event.clientX, y: event.clientY + scrollY }, at: { x: event.clientX, y: event.clientY } };
  tell(drawn, 'dragstart');
  drawn.toggleAttribute('data-held', true);
  requestAnimationFrame(scroll);
}

function follow(event) {
  if (event.pointerId !== finger?.id) return;
  finger.at = { x: event.clientX, y: event.clientY };
  carry();
}

function carry() {
  const { drawn, from, at } = finger;
  drawn.style.transform = `translate(${at.x - from.x}px, ${at.y + scrollY - from.y}px)`;
  tell(document.elementFromPoint(at.x, at.y) ?? document.body, 'dragover');
}

// Where it is to lie may be further down than one can see.
function scroll() {
  if (!finger) return;
  const before = scrollY;
  if (finger.at.y < edge) scrollBy(0, -pace);
  else if (finger.at.y > innerHeight - edge) scrollBy(0, pace);
  if (scrollY !== before) carry();
  requestAnimationFrame(scroll);
}

function lift(event) {
  if (event.pointerId !== finger?.id) return;
  const { drawn, at } = finger;
  const below = document.elementFromPoint(at.x, at.y);
  finger = null;
  drawn.removeAttribute('data-held');
  drawn.style.transform = '';
  if (event.type === 'pointerup' && below) tell(below, 'drop');
  tell(drawn, 'dragend');
}

function tell(target, type) {
  target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }));
}
