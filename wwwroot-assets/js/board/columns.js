// What this browser decides about the board's columns: which of the two a phone shows, and which long notes are folded.
import { session } from '../lib/storage.js';

const tabs = '#tab-barrier, #tab-opportunity';
const folds = new ResizeObserver(changed => { for (const { target } of changed) fold(/** @type {HTMLElement} */ (target)); });

document.addEventListener('change', ({ target }) => {
  if (target.matches?.(tabs)) session.set(nameOf(target), target.id);
});
document.addEventListener('click', ({ target }) => {
  const button = target.closest?.('[data-unfold]');
  if (!button) return;
  /** @type {HTMLElement} */ (button.previousElementSibling).dataset.open = '';
  button.hidden = true;
});
new MutationObserver(changes => {
  for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof HTMLElement) look(node);
}).observe(document, { childList: true, subtree: true });

// Called once for the elements that are already there. An observer handles later ones.
/** @param {HTMLElement} root */
export function lookAt(root) {
  look(root);
}

/** @param {HTMLElement} node */
function look(node) {
  for (const text of all(node, '[data-fold]')) folds.observe(text);
  // The page is rendered again after a restart, and must show the same column.
  for (const tab of all(node, tabs)) if (session.get(nameOf(tab)) === tab.id) /** @type {HTMLInputElement} */ (tab).checked = true;
}

// The server writes the label of the button. Whether the button is needed depends on the width of the text.
/** @param {HTMLElement} text */
function fold(text) {
  const button = /** @type {HTMLElement | null} */ (text.nextElementSibling);
  if (!text.isConnected || text.dataset.open !== undefined || !button?.matches('[data-unfold]')) return;
  button.hidden = text.scrollHeight <= text.clientHeight + 1;
}

/**
 * @param {HTMLElement} node
 * @param {string} selector
 */
function all(node, selector) {
  return node.matches(selector) ? [node, ...node.querySelectorAll(selector)] : node.querySelectorAll(selector);
}

/** @param {HTMLElement} tab */
function nameOf(tab) {
  return `dip:column:${tab.closest('[data-person]')?.dataset.person}`;
}
