// The join page's search finds a party however its name is typed, as the register's own search does (RegisterSearchTests, the same corpus).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** @type {any} */
let Filter;
globalThis.HTMLElement = class { };
globalThis.customElements = { get: () => undefined, define: (_, kind) => { Filter = kind; } };
globalThis.document = { addEventListener: () => { } };
globalThis.addEventListener = () => { };
const { formsOf, standsIn } = await import('../../wwwroot-assets/js/shell/list-filter.js');

const corpus = JSON.parse(readFileSync(new URL('../corpora/spellings-of-names.json', import.meta.url), 'utf8'));
const finds = (typed, name) => standsIn(formsOf(typed), formsOf(name));

test('a name is found however it is typed', () => {
  assert.deepEqual(corpus.found.filter(([typed, name]) => !finds(typed, name)), []);
});

test('a name that is written in another way in the list is found by its own', () => {
  assert.deepEqual(corpus.written.filter(([typed, name]) => !finds(typed, name)), []);
});

test('another name is not found', () => {
  assert.deepEqual(corpus.notFound.filter(([typed, name]) => finds(typed, name)), []);
});

// The page's element with its field and some parties.
function given(...names) {
  const listeners = {};
  const input = { value: '', addEventListener: (what, listen) => { listeners[what] = listen; } };
  const status = { dataset: { none: 'Ingen treff' }, textContent: '' };
  const options = names.map(name => {
    const radio = { checked: false, focus() { } };
    return { textContent: name, hidden: false, radio, querySelector: () => radio };
  });
  const filter = new Filter();
  const place = { hidden: true, querySelector: selector => selector === 'input' ? input : status };
  filter.querySelector = () => place;
  filter.querySelectorAll = () => options;
  filter.connectedCallback();
  return {
    type(words) {
      input.value = words;
      listeners.input();
      return options.filter(({ hidden }) => !hidden).map(({ textContent }) => textContent);
    },
    enter() {
      listeners.keydown({ key: 'Enter', preventDefault() { } });
      return options.find(({ radio }) => radio.checked)?.textContent;
    },
    status,
  };
}

test('the list is narrowed to what was meant, and Enter chooses it', () => {
  const list = given('Tromsø', 'Ås', 'Åsnes', 'Råde', 'Nord-Aurdal');
  assert.deepEqual(list.type('Tromsoe'), ['Tromsø']);
  assert.equal(list.status.textContent, '');
  assert.deepEqual(list.type('Nord\u2011Aurdal'), ['Nord-Aurdal']);
  assert.deepEqual(list.type('aas'), ['Ås', 'Åsnes']);
  assert.equal(list.enter(), 'Ås');
});

test('what is nobody\'s name is said, and Enter chooses nothing', () => {
  const list = given('Tromsø', 'Ås');
  assert.deepEqual(list.type('Bodø'), []);
  assert.equal(list.status.textContent, 'Ingen treff');
  assert.equal(list.enter(), undefined);
  assert.deepEqual(list.type(' '), ['Tromsø', 'Ås']);
  assert.equal(list.enter(), undefined);
});
