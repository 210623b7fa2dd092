// The keys of those who lead and those who edit. A key presses the visible control that carries it in aria-keyshortcuts, so what a key does
// and what is seen on the screen are always the same thing. What lies in a tool that is put away is brought forward first. Never while
// somebody writes, and never behind an open dialog.
import './input-method.js';
import { local } from './storage.js';

const memory = 'hurtigtaster';
/** @typedef {(key: string, event: KeyboardEvent) => boolean} Walk */
/** @type {Walk} */
let walk = () => false;

// `walks` is asked first whether it does something else with a key.
/** @param {Walk} [walks] */
export function listen(walks = () => false) {
  walk = walks;
  document.addEventListener('keydown', press);
}

export function hush() {
  document.removeEventListener('keydown', press);
}

export function areOn() {
  return local.get(memory) !== 'av';
}

/** @param {boolean} on */
export function turn(on) {
  if (on) local.remove(memory);
  else local.set(memory, 'av');
}

/** @param {string} selector */
export function focus(selector) {
  document.querySelector(selector)?.focus();
}

/** @param {Heard<KeyboardEvent>} event */
function press(event) {
  // Ctrl+Z is what everybody tries; in a field it is the field's own.
  const undoes = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'z';
  if (event.defaultPrevented || event.repeat || event.altKey || ((event.ctrlKey || event.metaKey) && !undoes)) return;
  const writing = event.target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
  if (event.key === 'Escape') {
    if (document.querySelector('.mud-dialog, .mud-popover-open')) return;
    if (writing) return writing.blur();
  } else if (writing || !areOn() || document.querySelector('.mud-dialog')) {
    return;
  }
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (walk(key, event)) return;
  /** @type {NodeListOf<HTMLButtonElement>} */
  const all = document.querySelectorAll('[aria-keyshortcuts]');
  const carriers = [...all].filter(candidate => candidate.getAttribute('aria-keyshortcuts') === key && !candidate.disabled);
  const control = carriers.find(({ offsetParent }) => offsetParent !== null)
    ?? carriers.find(candidate => candidate.closest('[data-tool][hidden]'));
  if (!control) return;
  event.preventDefault();
  const tool = control.closest('[data-tool][hidden]');
  if (tool) open(tool, () => use(control)); else use(control);
}

/** @param {HTMLElement} control */
function use(control) {
  if (control.matches('input:not([type=checkbox]), textarea, select')) control.focus(); else control.click();
}

// A tool that is put away comes forward first, so that what the key does is seen.
/**
 * @param {HTMLElement} tool
 * @param {() => void} then
 */
function open(tool, then) {
  new MutationObserver((_, opened) => {
    if (tool.hidden) return;
    opened.disconnect();
    then();
  }).observe(tool, { attributes: true, attributeFilter: ['hidden'] });
  document.querySelector(`[aria-controls="${tool.id}"]`)?.click();
}
