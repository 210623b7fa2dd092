// Returns whether the text is on the clipboard. Over plain http, except on localhost, `navigator.clipboard` is missing. The older command
// exists there: it copies the selection of a field that is on the page for that moment.
/** @param {string} text */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyMarked(text);
  }
}

/** @param {string} text */
function copyMarked(text) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  // Some browsers select nothing off the screen. At the top the field does not scroll the page.
  field.style.cssText = 'position: fixed; top: 0; left: 0; width: 1px; height: 1px; opacity: 0;';
  // An open dialog takes the focus away from everything outside it.
  (focused?.closest('[role=dialog], dialog') ?? document.body).append(field);
  try {
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    focused?.focus({ preventScroll: true });
  }
}

// What a copy button says in the status beside it: that the text is copied; or, where the browser does not let a page copy, that the text
// is selected in a field, and the reader can copy it with the keyboard. `field` is a field that already holds the text.
/**
 * @param {HTMLElement} place
 * @param {HTMLElement} button
 * @param {string} text
 * @param {HTMLInputElement | HTMLTextAreaElement | null} field
 */
export async function copyFrom(place, button, text, field) {
  const copied = await copyText(text);
  if (copied) place.querySelector('textarea.by-hand')?.remove();
  else mark(field ?? fieldWith(text, place, button));
  const status = place.querySelector('[role=status]');
  if (status) status.textContent = (copied ? button.dataset.done : button.dataset.byHand) ?? '';
}

/** @param {HTMLInputElement | HTMLTextAreaElement} field */
function mark(field) {
  field.focus();
  field.select();
}

// Blazor redraws its own elements and does not know this one, so it comes after all of them.
/**
 * @param {string} text
 * @param {HTMLElement} place
 * @param {HTMLElement} button
 */
function fieldWith(text, place, button) {
  /** @type {HTMLTextAreaElement | null} */
  const there = place.querySelector('textarea.by-hand');
  const field = there ?? document.createElement('textarea');
  if (!there) {
    field.className = 'input by-hand';
    field.readOnly = true;
    field.setAttribute('aria-label', button.textContent?.trim() ?? '');
    place.append(field);
  }
  field.rows = text.includes('\n') ? 4 : 1;
  field.value = text;
  return field;
}

// <dip-copy>: a copy button, shown once this script has loaded. When it contains a field, that field is selected.
class Copy extends HTMLElement {
  connectedCallback() {
    // Blazor inserts an element before its children.
    queueMicrotask(() => { if (this.isConnected) this.#open(); });
  }

  #open() {
    const button = /** @type {HTMLButtonElement} */ (this.querySelector('button'));
    /** @type {HTMLInputElement | null} */
    const field = this.querySelector('input');
    field?.addEventListener('focus', () => field.select());
    button.hidden = false;
    button.addEventListener('click', () => copyFrom(this, button, this.dataset.text ?? '', field));
  }
}

if (!customElements.get('dip-copy')) customElements.define('dip-copy', Copy);
