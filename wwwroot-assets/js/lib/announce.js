// Announces words to a screen reader, when the page has an element for it.
/** @param {string} words */
export function announce(words) {
  const region = document.querySelector('#live-region [data-local]');
  if (region) region.textContent = words;
}
