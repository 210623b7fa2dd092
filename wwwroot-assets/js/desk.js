// The desk in the browser: keys that press what is seen, arrows through the notes, and what is drawn from one place to another.
import { areOn, focus, hush, listen, turn } from './console.js';
import { merged } from './writing.js';

export { areOn, focus, merged, turn };

let over = null;

// What keeps the focus when its element goes away listens to the page from the moment it is asked for.
export async function open() {
  await import('./steady.js');
  listen();
  document.addEventListener('keydown', walk);
  document.addEventListener('dragstart', begin);
  document.addEventListener('dragover', hover);
  for (const end of ['dragend', 'drop']) document.addEventListener(end, leave);
}

export function close() {
  hush();
  document.removeEventListener('keydown', walk);
  document.removeEventListener('dragstart', begin);
  document.removeEventListener('dragover', hover);
  for (const end of ['dragend', 'drop']) document.removeEventListener(end, leave);
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

// Some browsers draw nothing that carries nothing.
function begin(event) {
  if (event.target.closest?.('.desk') && event.dataTransfer.items.length === 0) event.dataTransfer.setData('text/plain', event.target.innerText ?? '');
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
