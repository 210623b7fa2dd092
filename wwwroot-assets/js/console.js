// The keys of those who lead. A key presses the visible control that carries it in aria-keyshortcuts, so what a key does and what is seen on
// the screen are always the same thing. Never while somebody writes, and never behind an open dialog.
const memory = 'hurtigtaster';

export function listen() {
  document.addEventListener('keydown', press);
}

export function hush() {
  document.removeEventListener('keydown', press);
}

export function areOn() {
  try { return localStorage.getItem(memory) !== 'av'; } catch { return true; }
}

export function turn(on) {
  try { if (on) localStorage.removeItem(memory); else localStorage.setItem(memory, 'av'); } catch { /* a browser that keeps nothing */ }
}

export function focus(selector) {
  document.querySelector(selector)?.focus();
}

function press(event) {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  const writing = event.target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
  if (event.key === 'Escape') {
    if (document.querySelector('.mud-dialog, .mud-popover-open')) return;
    if (writing) return writing.blur();
  } else if (writing || !areOn() || document.querySelector('.mud-dialog')) {
    return;
  }
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (key === 'J' || key === 'K') return step(key === 'J' ? 1 : -1, event);
  const control = [...document.querySelectorAll('[aria-keyshortcuts]')]
    .find(candidate => candidate.getAttribute('aria-keyshortcuts') === key && !candidate.disabled && candidate.offsetParent !== null);
  if (!control) return;
  event.preventDefault();
  if (control.matches('input:not([type=checkbox]), textarea, select')) control.focus(); else control.click();
}

// Down and up through the pairs' buttons.
function step(by, event) {
  const rows = [...document.querySelectorAll('[data-pair]')];
  if (rows.length === 0) return;
  const at = rows.indexOf(document.activeElement);
  event.preventDefault();
  rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))].focus();
}
