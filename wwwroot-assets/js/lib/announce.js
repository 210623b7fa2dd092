// Says something to a reader who hears the page, where the page has a place for it.
/** @param {string} words */
export function announce(words) {
  const region = document.querySelector('#live-region [data-local]');
  if (region) region.textContent = words;
}
