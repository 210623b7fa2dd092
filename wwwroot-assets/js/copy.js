// <dip-copy>: a button that copies; shown only where the browser allows it. Without it the text stands in a field, ready to be marked.
class Copy extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    const field = this.querySelector('input');
    field?.addEventListener('focus', () => field.select());
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(this.dataset.text);
        this.querySelector('[role=status]').textContent = this.dataset.done;
      } catch {
        field?.focus();
      }
    });
  }
}

if (!customElements.get('dip-copy')) customElements.define('dip-copy', Copy);
