// The keys of the facilitator and the organiser. A key presses the visible control that has it in aria-keyshortcuts, so a key always does
// what the screen shows. When the control is in a closed tool, the tool opens first. No key works while the person writes, or behind an
// open dialog.
import './input-method.js';
import { local } from './storage.js';

const memory = 'hurtigtaster';
/** @typedef {(key: string, event: KeyboardEvent) => boolean} Walk */
/** @type {Walk} */
let walk = () => false;

// `walks` gets each key first, and returns whether it has used it.
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
  const element = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  element?.focus();
  if (!element || element === document.activeElement) return;
  // Tools that are out of sight until the focus is in the part that they belong to.
  /** @type {HTMLElement | null | undefined} */ (element.parentElement?.closest('[tabindex]'))?.focus();
  element.focus();
}

/** @param {Heard<KeyboardEvent>} event */
function press(event) {
  // Ctrl+Z undoes, as people expect; inside a field it belongs to the field.
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

// A closed tool opens first, so that the effect of the key is visible.
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
