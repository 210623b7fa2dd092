// Keeps the reader's position over a reload that the reader did not ask for: the field, the caret and the scroll position.
/** @import { Store } from './storage.js' */
import { attempt } from './storage.js';

const kept = 'dip:place';

/**
 * @param {Store} storage
 * @param {Document} page
 */
export function remember(storage, page) {
  const element = /** @type {HTMLTextAreaElement | null} */ (page.activeElement);
  const { focusKey: key } = element?.dataset ?? {};
  const [start, end] = [element?.selectionStart ?? null, element?.selectionEnd ?? null];
  const place = { path: page.location.pathname, key, start, end, top: page.defaultView?.scrollY };
  storage.set(kept, JSON.stringify(place));
}

// Used once: a page that the reader reloads begins at its top.
/**
 * @param {Store} storage
 * @param {Document} page
 */
export function restore(storage, page) {
  const place = attempt(() => JSON.parse(storage.get(kept) ?? 'null'));
  storage.remove(kept);
  if (place?.path !== page.location.pathname) return;
  page.defaultView?.scrollTo({ top: place.top, behavior: 'instant' });
  /** @type {HTMLTextAreaElement | null} */
  const element = place.key ? page.querySelector(`[data-focus-key="${CSS.escape(place.key)}"]`) : null;
  // The focus does not move when the reader has already begun in another field.
  if (!element || page.activeElement !== page.body && page.activeElement?.closest('[data-part], input, textarea')) return;
  element.focus({ preventScroll: true });
  if (place.start !== null) attempt(() => element.setSelectionRange(place.start, place.end));
}
