// Where a page may not copy: over plain http by another name `navigator.clipboard` is not there, and the old command may be refused too.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

globalThis.HTMLElement = class { };
globalThis.customElements = { get: () => undefined, define: () => { } };
const { copyFrom, copyText } = await import('../../wwwroot-assets/js/lib/clipboard.js');
const { copy } = await import('../../wwwroot-assets/js/desk/programme.js');

const link = 'http://192.168.1.20/k/7K4M2QXR';

class Element {
  children = [];
  dataset = {};
  style = {};
  textContent = '';
  value = '';
  attributes = {};

  constructor(kind) { this.kind = kind; }

  append(child) { this.children.push(child); child.parentElement = this; }

  remove() { this.parentElement.children = this.parentElement.children.filter(child => child !== this); }

  setAttribute(name, value) { this.attributes[name] = value; }

  focus() { document.activeElement = this; }

  select() { document.marked = this; }

  closest(selectors) { return selectors.startsWith('[data-copy]') ? this : null; }

  querySelector(selector) {
    return this.children.find(child => selector === '[role=status]' ? child.kind === 'status' : child.kind === 'textarea') ?? null;
  }
}

let place;
let button;
let status;

function given({ clipboard, command }) {
  Object.defineProperty(globalThis, 'navigator', { value: { clipboard }, configurable: true });
  globalThis.document = {
    body: new Element('body'),
    copied: null,
    createElement: kind => new Element(kind),
    getElementById: () => null,
    execCommand: what => {
      assert.equal(what, 'copy');
      if (!command) return false;
      document.copied = document.marked.value;
      return true;
    },
  };
  place = new Element('span');
  button = new Element('button');
  button.dataset = { copy: link, done: 'Kopiert', byHand: 'Kopier selv' };
  button.textContent = 'Kopier lenken Stad';
  status = new Element('status');
  place.append(button);
  place.append(status);
  document.activeElement = button;
}

beforeEach(() => given({ command: true }));

test('over plain http the older command copies, and leaves nothing behind', async () => {
  assert.equal(await copyText(link), true);
  assert.equal(document.copied, link);
  assert.deepEqual(document.body.children, []);
  assert.equal(document.activeElement, button);
});

test('the clipboard of the browser comes first', async () => {
  const written = [];
  given({ clipboard: { writeText: async text => { written.push(text); } }, command: true });
  assert.equal(await copyText(link), true);
  assert.deepEqual([written, document.copied], [[link], null]);
});

test('a button of the programme over plain http copies its link and says so', async () => {
  await copy({ target: button });
  assert.deepEqual([document.copied, status.textContent, place.children.length], [link, 'Kopiert', 2]);
});

test('where the browser lets no page copy, a link that stands nowhere else stands in a field, marked, and it is said', async () => {
  given({ command: false });
  await copy({ target: button });
  const field = place.querySelector('textarea.by-hand');
  assert.deepEqual([field.value, field.readOnly, field.attributes['aria-label']], [link, true, 'Kopier lenken Stad']);
  assert.equal(document.marked, field);
  assert.equal(document.activeElement, field);
  assert.equal(status.textContent, 'Kopier selv');
  // Pressed once more, it is the same field, with the link as it is now.
  button.dataset.copy = `${link}S`;
  await copy({ target: button });
  assert.deepEqual([place.children.length, field.value], [3, `${link}S`]);
});

test('words that stand in a field already are marked there', async () => {
  given({ command: false });
  const letter = new Element('textarea');
  letter.value = 'Hei Stad';
  await copyFrom(place, button, letter.value, letter);
  assert.deepEqual([document.marked, status.textContent, place.children.length], [letter, 'Kopier selv', 2]);
});

test('a command that throws is no copy', async () => {
  document.execCommand = () => { throw new Error('SecurityError'); };
  assert.equal(await copyText(link), false);
  assert.deepEqual(document.body.children, []);
});
