import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { areOn, turn } from '../../wwwroot-assets/js/lib/shortcuts.js';
import { Drafts, Outbox, Shelf } from '../../wwwroot-assets/js/writing/drafts-and-outbox.js';
import { remember, restore } from '../../wwwroot-assets/js/lib/reload-position.js';
import { forget, giveBack, keep } from '../../wwwroot-assets/js/writing/field-drafts.js';
import { Store, local } from '../../wwwroot-assets/js/lib/storage.js';
import { Storage } from './storage.mjs';

const scripts = new URL('../../wwwroot-assets/js/', import.meta.url);

// The ways in which a browser refuses: the very name throws, it is not there, or each call throws.
const refusals = {
  'the access throws': () => { throw new DOMException('The operation is insecure.', 'SecurityError'); },
  'there is none': () => null,
  'reading throws': () => ({ getItem: deny, setItem() { }, removeItem() { }, get length() { return deny(); } }),
  'writing throws': () => ({ getItem: () => null, setItem: deny, removeItem: deny, length: 0 }),
};

function deny() {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
}

function area(value) {
  const told = [];
  return { value, told, dataset: { keep: 'samling/felt' }, dispatchEvent: event => { told.push(event.type); return true; } };
}

for (const [how, reach] of Object.entries(refusals)) {
  test(`nothing stops when ${how}`, () => {
    const store = new Store(reach);
    assert.equal(store.get('x'), null);
    store.remove('x');
    assert.deepEqual(store.keys(), []);
    assert.equal(typeof store.set('x', 'y'), 'boolean');
    const field = area('ord');
    giveBack(field, store);
    forget('samling/felt', null, store);
    forget('samling/felt', 'ord', store);
    assert.deepEqual([field.value, field.told], ['ord', []]);
  });

  test(`drafts and what was put forward are kept by the page when ${how}`, async () => {
    const shelf = new Shelf(new Store(reach));
    new Drafts(shelf, 'stad', 'fane').keep('text/Challenge', 'kladd');
    const sent = [];
    const box = new Outbox(shelf, 'stad', piece => { sent.push(piece.text); return Promise.resolve({ kept: true }); }, () => { });
    box.add({ field: 'note/Barrier', text: 'lapp' });
    if (how !== 'reading throws') assert.equal(new Drafts(shelf, 'stad', 'fane').of('text/Challenge').text, 'kladd');
    await box.flush();
    if (how !== 'reading throws') assert.deepEqual(sent, ['lapp']);
  });
}

test('a page without storage at all starts, keeps its keys on and remembers no place', () => {
  assert.equal(globalThis.localStorage, undefined);
  const listeners = [];
  globalThis.document = { addEventListener: name => listeners.push(name), querySelectorAll: () => [area('ord')], body: {} };
  globalThis.MutationObserver = class { observe() { } };
  try {
    keep();
    turn(false);
    assert.equal(areOn(), true);
    assert.deepEqual(listeners, ['input']);
    const page = { activeElement: null, location: { pathname: '/' }, defaultView: { scrollY: 0 } };
    remember(local, page);
    restore(local, page);
  } finally {
    delete globalThis.document;
    delete globalThis.MutationObserver;
  }
});

test('a draft is given back and heard, and forgotten only when it is what was saved', () => {
  const storage = new Storage();
  const store = new Store(() => storage);
  store.set('rapport:samling/felt', 'ni');
  const field = area('');
  giveBack(field, store);
  assert.deepEqual([field.value, field.told], ['ni', ['input']]);
  forget('samling/felt', 'n', store);
  assert.equal(store.get('rapport:samling/felt'), 'ni');
  forget('samling/felt', 'ni', store);
  assert.equal(store.get('rapport:samling/felt'), null);
});

test('no script but this one touches the storage of the browser', () => {
  const touching = readdirSync(scripts, { recursive: true })
    .filter(name => name.endsWith('.js') && /\b(?:local|session)Storage\b/.test(readFileSync(new URL(name, scripts), 'utf8')));
  assert.deepEqual(touching, ['lib/storage.js']);
});
