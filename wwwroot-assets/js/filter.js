// <dip-filter>: a field to search a long list of radio buttons in. The list works without it; here it only becomes shorter.
const plain = text => text.toLocaleLowerCase('nb').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'ae').replaceAll('đ', 'd').replaceAll('ŋ', 'n').replaceAll('ŧ', 't');

class Filter extends HTMLElement {
  connectedCallback() {
    const place = this.querySelector('[hidden]');
    const field = place.querySelector('input');
    const status = place.querySelector('[role=status]');
    const options = [...this.querySelectorAll('.option')].map(element => ({ element, radio: element.querySelector('input'), words: plain(element.textContent) }));
    place.hidden = false;

    const seen = () => options.filter(option => !option.element.hidden);
    const narrow = () => {
      const sought = plain(field.value.trim());
      for (const { element, radio, words } of options) element.hidden = !radio.checked && !words.includes(sought);
      status.textContent = options.some(({ words }) => words.includes(sought)) ? '' : status.dataset.none;
    };

    field.addEventListener('input', narrow);
    // Enter means «this one», not «send the form with nothing chosen».
    field.addEventListener('keydown', event => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const sought = plain(field.value.trim());
      const hits = seen().filter(({ words }) => sought && words.includes(sought));
      const hit = hits.find(({ words }) => words.trim() === sought) ?? (hits.length === 1 ? hits[0] : undefined);
      if (!hit) return;
      hit.radio.checked = true;
      hit.radio.focus();
    });
  }
}

if (!customElements.get('dip-filter')) customElements.define('dip-filter', Filter);
