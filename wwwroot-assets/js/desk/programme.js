// The programme's page: drafts are kept in this browser until they are saved, a key undoes, and a button copies.
import { copyFrom } from '../lib/clipboard.js';
import '../lib/input-method.js';
import { forget, keep } from '../writing/field-drafts.js';

export { forget };

export function start() {
  keep();
  document.addEventListener('keydown', undo);
  document.addEventListener('click', copy);
}

// Inside a field the browser undoes the typing. Outside a field the key undoes the last change of the programme.
/** @param {Heard<KeyboardEvent>} event */
export function undo(event) {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'z') return;
  if (isField(event.target)) return;
  const button = document.querySelector('[data-undo]:not([aria-disabled=true])');
  if (!button) return;
  event.preventDefault();
  button.click();
}

/** @param {Heard<Event>} event */
export async function copy(event) {
  const button = event.target.closest?.('[data-copy], [data-copy-from]');
  if (!button) return;
  const field = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(button.dataset.copyFrom ?? ''));
  const place = button.parentElement;
  if (place) await copyFrom(place, button, field?.value ?? button.dataset.copy ?? '', field);
}

/** @param {HTMLElement} element */
function isField(element) {
  return element.matches?.('input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, [contenteditable]') ?? false;
}
