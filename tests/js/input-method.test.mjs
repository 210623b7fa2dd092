import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { isComposing, quietWhileComposing } from '../../wwwroot-assets/js/lib/input-method.js';

const folder = new URL('../../wwwroot-assets/js/', import.meta.url);

function pressed(facts) {
  return Object.assign(new Event('keydown', { cancelable: true }), { key: 'Enter', isComposing: false, keyCode: 13, ...facts });
}

test('a key belongs to the input method while a word is put together', () => {
  assert.ok(!isComposing(pressed({})));
  assert.ok(isComposing(pressed({ isComposing: true })));
  assert.ok(isComposing(pressed({ keyCode: 229 })), 'as Safari tells it');
});

test('no handler of ours hears such a key, and the browser keeps what it does with it', () => {
  const page = new EventTarget();
  let heard = 0;
  quietWhileComposing(page);
  page.addEventListener('keydown', event => { heard++; event.preventDefault(); });
  for (const facts of [{ isComposing: true }, { keyCode: 229 }, { isComposing: true, key: 'Escape', keyCode: 27 }]) {
    const event = pressed(facts);
    page.dispatchEvent(event);
    assert.equal(heard, 0);
    assert.equal(event.defaultPrevented, false);
  }
  page.dispatchEvent(pressed({}));
  assert.equal(heard, 1);
});

test('wherever keys are heard, it is there before; and on every live page, for the handlers of the framework', () => {
  const hear = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.js') && name !== 'lib/input-method.js')
    .filter(name => /\bkeydown\b/.test(readFileSync(new URL(name, folder), 'utf8')));
  assert.ok(hear.length > 5);
  for (const name of [...hear, 'shell/start.js']) {
    assert.match(readFileSync(new URL(name, folder), 'utf8'), /^import '(?:\.\.\/lib|\.)\/input-method\.js';$/m, name);
  }
});
