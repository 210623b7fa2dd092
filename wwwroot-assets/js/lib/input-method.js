// While an input method composes a word (Japanese, Chinese, Korean, a dead key, many phones), Enter and the arrows belong to it, and are
// not commands of this page. Safari shows it only with the code 229, and sends that after the composing has ended. This listener runs
// before all others on the page, also Blazor's. The browser's own action for the key is not stopped.
/** @param {KeyboardEvent} event */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/** @param {Window} page */
export function quietWhileComposing(page) {
  page.addEventListener('keydown', event => { if (isComposing(event)) event.stopImmediatePropagation(); }, true);
}

if (globalThis.window) quietWhileComposing(globalThis.window);
