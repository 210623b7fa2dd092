// Who leaves a shared machine leaves no words in it: they are offered to be copied, and are gone from the browser's storage.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts, Outbox, Shelf } from '../../wwwroot-assets/js/writing/drafts-and-outbox.js';
import { Storage } from './storage.mjs';

/** @type {any} */
let Forget;
globalThis.HTMLElement = class { };
globalThis.customElements = { get: () => undefined, define: (name, kind) => { if (name === 'dip-forget') Forget = kind; } };
await import('../../wwwroot-assets/js/shell/forget-person.js');

const offline = () => Promise.reject(new Error('no line'));

function given() {
  globalThis.localStorage = new Storage();
  const shelf = new Shelf(localStorage);
  const box = person => new Outbox(shelf, person, offline, () => { });
  return { shelf, box, drafts: person => new Drafts(shelf, person, 'fane') };
}

function leave(person) {
  const field = { value: '' };
  const place = { hidden: true, querySelector: what => what === 'textarea' ? field : { addEventListener() { } } };
  const page = new Forget();
  page.dataset = { person };
  page.querySelector = () => place;
  page.connectedCallback();
  return { offered: field.value, shown: !place.hidden };
}

const keys = () => new Shelf(localStorage).keys('dip:');

test('the drafts, what waits and what was refused are offered once and are gone, and nobody else\'s are', () => {
  const { box, drafts, shelf } = given();
  drafts('stad').keep('text/Challenge', 'Vi mangler lager');
  drafts('stad').keep('note/Barrier', 'Lang vei');
  box('stad').add({ field: 'note/Barrier', text: 'Lang vei' });
  box('stad').refuse(box('stad').add({ field: 'edit/1', text: 'Andre ord' }), 'For sent');
  box('stad').press({ field: 'vote/1', text: 'yes', about: 'Stem' });
  shelf.put('dip:stad:one-screen', true);
  drafts('arendal').keep('text/Challenge', 'Ikke rør');
  const { offered, shown } = leave('stad');
  assert.equal(shown, true);
  assert.deepEqual(offered.split('\n\n').sort(), ['Andre ord', 'Lang vei', 'Vi mangler lager']);
  assert.deepEqual(keys(), ['dip:arendal:draft:text/Challenge:fane']);
});

test('where all was sent nothing is shown, and the rest is gone too', () => {
  const { drafts, shelf } = given();
  drafts('stad').keep('note/Barrier', ' ');
  shelf.put('dip:stad:closed', [7]);
  assert.deepEqual(leave('stad'), { offered: '', shown: false });
  assert.deepEqual(keys(), []);
});

test('where the browser keeps nothing the page stands as it is', () => {
  given();
  Object.defineProperty(globalThis, 'localStorage', { get() { throw new Error('SecurityError'); }, configurable: true });
  assert.deepEqual(leave('stad'), { offered: '', shown: false });
});
