// Where somebody stands on the page, over a reload that she did not ask for: the field, the caret, how far down.
const kept = 'dip:place';

export function remember(storage, page) {
  const element = page.activeElement;
  const { focusKey: key } = element?.dataset ?? {};
  const place = { path: page.location.pathname, key, start: element?.selectionStart ?? null, end: element?.selectionEnd ?? null, top: page.defaultView.scrollY };
  attempt(() => storage().setItem(kept, JSON.stringify(place)));
}

// Once: a page that is fetched anew by hand begins at its top.
export function restore(storage, page) {
  const place = attempt(() => JSON.parse(storage().getItem(kept)));
  attempt(() => storage().removeItem(kept));
  if (place?.path !== page.location.pathname) return;
  page.defaultView.scrollTo({ top: place.top, behavior: 'instant' });
  const element = place.key ? page.querySelector(`[data-focus-key="${CSS.escape(place.key)}"]`) : null;
  // Who has begun somewhere else meanwhile is not taken away from there.
  if (!element || page.activeElement !== page.body && page.activeElement?.closest('[data-part], input, textarea')) return;
  element.focus({ preventScroll: true });
  if (place.start !== null) attempt(() => element.setSelectionRange(place.start, place.end));
}

function attempt(act) {
  try {
    return act();
  } catch {
    return null;
  }
}
