// Text typed at the desk is kept in this browser until the server says that it is saved. A field has its name in data-keep.
import { local } from '../lib/storage.js';

const shelf = 'rapport:';

// `text` is the saved text. A draft with later typing stays until it is also saved.
/**
 * @param {string} field
 * @param {string | null} [text]
 */
export function forget(field, text = null, store = local) {
  if (text === null || store.get(shelf + field) === text) store.remove(shelf + field);
}

export function keep() {
  document.addEventListener('input', event => {
    const area = /** @type {HTMLTextAreaElement} */ (event.target);
    const field = area.dataset?.keep;
    if (field) local.set(shelf + field, area.value);
  });
  for (const area of areasIn(document)) giveBack(area);
  // Also for fields that open later, such as a point that is being written.
  new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const node of addedNodes) for (const area of areasIn(node)) giveBack(area);
  }).observe(document.body, { childList: true, subtree: true });
}

/**
 * @param {Node} node
 * @returns {Iterable<HTMLTextAreaElement>}
 */
function areasIn(node) {
  const element = /** @type {HTMLTextAreaElement} */ (node);
  return element.matches?.('[data-keep]') ? [element] : element.querySelectorAll?.('[data-keep]') ?? [];
}

/** @param {HTMLTextAreaElement} area */
export function giveBack(area, store = local) {
  const kept = store.get(shelf + area.dataset.keep);
  if (kept === null || kept === area.value) return;
  area.value = kept;
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
