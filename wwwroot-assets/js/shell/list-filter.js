// <dip-filter>: a search field that shortens a long list of radio buttons. The list also works without it.
import '../lib/input-method.js';

// The spellings of a name, the same as in MunicipalityRegister.Search: with Norwegian letters, with two letters for each, as «Raade» and
// «Tromsoe», and with the nearest letter, as «Tromso». Invisible characters are ignored, and every dash is a hyphen: Word and web pages
// write «Nord‑Aurdal» with other characters than the keyboard has.
/** @param {string | null} text */
export function formsOf(text) {
  const folded = fold(text);
  return [
    folded,
    folded.replaceAll('å', 'aa').replaceAll('ø', 'oe').replaceAll('æ', 'ae'),
    folded.replaceAll('å', 'a').replaceAll('ø', 'o').replaceAll('æ', 'ae'),
  ];
}

// Whether a name contains the typed text, in any spelling of either.
/**
 * @param {string[]} typed
 * @param {string[]} name
 */
export function standsIn(typed, name) {
  return typed.some(sought => name.some(form => form.includes(sought)));
}

// The Norwegian letters are kept: å is replaced for a moment, while the marks of all other letters are removed.
/** @param {string | null} text */
function fold(text) {
  return (text ?? '').replace(/[\u00AD\u061C\u180E\uFEFF\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F]/g, '')
    .replace(/[\u00AF\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/g, '-').replace(/[\u2018\u2019\u02BC\u00B4]/g, "'")
    .normalize('NFC').toLocaleLowerCase('nb').replaceAll('ä', 'æ').replaceAll('ö', 'ø').replaceAll('å', '\u0000')
    .normalize('NFD').replace(/\p{M}/gu, '').replaceAll('\u0000', 'å')
    .replaceAll('đ', 'd').replaceAll('ŋ', 'n').replaceAll('ŧ', 't').replace(/\s+/g, ' ').trim();
}

class Filter extends HTMLElement {
  connectedCallback() {
    const place = /** @type {HTMLElement} */ (this.querySelector('[hidden]'));
    const field = inputIn(place);
    const status = /** @type {HTMLElement} */ (place.querySelector('[role=status]'));
    const options = [...this.querySelectorAll('.option')]
      .map(element => ({ element, radio: inputIn(element), forms: formsOf(element.textContent) }));
    place.hidden = false;

    const narrow = () => {
      const typed = formsOf(field.value);
      const hits = options.filter(({ forms }) => standsIn(typed, forms));
      for (const option of options) option.element.hidden = !option.radio.checked && !hits.includes(option);
      status.textContent = hits.length > 0 ? '' : status.dataset.none ?? '';
    };

    field.addEventListener('input', narrow);
    // Enter must choose the match, not send the form with nothing chosen.
    field.addEventListener('keydown', event => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const typed = formsOf(field.value);
      const hits = options.filter(({ element, forms }) => typed[0] && !element.hidden && standsIn(typed, forms));
      const hit = hits.find(({ forms }) => forms[0] === typed[0]) ?? hits.find(({ forms }) => forms.some(form => typed.includes(form)))
        ?? (hits.length === 1 ? hits[0] : undefined);
      if (!hit) return;
      hit.radio.checked = true;
      hit.radio.focus();
    });
  }
}

/** @param {HTMLElement} element */
function inputIn(element) {
  return /** @type {HTMLInputElement} */ (element.querySelector('input'));
}

if (!customElements.get('dip-filter')) customElements.define('dip-filter', Filter);
