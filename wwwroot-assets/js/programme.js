// The programme's page: what is typed is kept in this browser until it is saved, a key undoes, and a button copies.
import { forget, keep } from './report.js';

export { forget };

export function start() {
  keep();
  document.addEventListener('keydown', undo);
  document.addEventListener('click', copy);
}

// Inside a field the browser undoes the letters; outside, the last step of the programme is undone.
export function undo(event) {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'z' || isField(event.target)) return;
  const button = document.querySelector('[data-undo]:not([aria-disabled=true])');
  if (!button) return;
  event.preventDefault();
  button.click();
}

export async function copy(event) {
  const button = event.target.closest?.('[data-copy], [data-copy-from]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copyFrom ?? '');
  try {
    await navigator.clipboard.writeText(field?.value ?? button.dataset.copy);
    button.parentElement.querySelector('[role=status]').textContent = button.dataset.done;
  } catch {
    // Without the right to the clipboard the words are marked, ready for Ctrl+C.
    field?.select();
  }
}

function isField(element) {
  return element.matches?.('input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, [contenteditable]') ?? false;
}
