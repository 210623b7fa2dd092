// While a word is put together by an input method (Japanese, Chinese, Korean, a dead key, many phones), Enter and the arrows belong to
// that, and are no commands of ours. Safari says so only by the code 229, and sends it after the composing has ended. Heard here before
// anything else on the page, the framework's own handlers too; what the browser itself does with the key it still does.
/** @param {KeyboardEvent} event */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/** @param {Window} page */
export function quietWhileComposing(page) {
  page.addEventListener('keydown', event => { if (isComposing(event)) event.stopImmediatePropagation(); }, true);
}

if (globalThis.window) quietWhileComposing(globalThis.window);
