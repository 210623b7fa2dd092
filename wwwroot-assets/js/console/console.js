// The console in the browser: the facilitator's keys, and J and K to go down and up through the pairs' buttons.
import { areOn, focus, hush, listen as listenToKeys, turn } from '../lib/shortcuts.js';

export { areOn, focus, hush, turn };

export function listen() {
  listenToKeys(walk);
}

/**
 * @param {string} key
 * @param {KeyboardEvent} event
 */
function walk(key, event) {
  if (key !== 'J' && key !== 'K') return false;
  const rows = [...document.querySelectorAll('[data-pair]')];
  if (rows.length === 0) return true;
  const by = key === 'J' ? 1 : -1;
  const at = rows.findIndex(row => row === document.activeElement);
  event.preventDefault();
  rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))].focus();
  return true;
}
