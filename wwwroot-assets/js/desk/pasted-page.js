// A report that is pasted into a text field loses its headings and links. The browser has them in the clipboard, as a page. The page goes
// along in a hidden field (its id is in data-pasted-page), for as long as the text is what was pasted.

/** @param {HTMLTextAreaElement} field */
function keepPage(field) {
  const page = document.getElementById(field.dataset.pastedPage ?? '');
  if (!(page instanceof HTMLInputElement)) return;
  let pasted = '';
  field.addEventListener('paste', event => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    const isAll = field.value === '' || (field.selectionStart === 0 && field.selectionEnd === field.value.length);
    if (!html || !isAll) return;
    // The field has its text after the event.
    setTimeout(() => {
      pasted = field.value;
      page.value = html;
    });
  });
  field.form?.addEventListener('submit', () => {
    if (field.value !== pasted) page.value = '';
  });
}

document.querySelectorAll('textarea[data-pasted-page]').forEach(field => {
  if (field instanceof HTMLTextAreaElement) keepPage(field);
});
