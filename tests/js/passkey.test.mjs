// The bytes of a passkey travel as base64url without padding.
import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.HTMLElement ??= class { };
globalThis.customElements ??= { get: () => undefined, define: () => { } };
const { bytesOf, textOf } = await import('../../wwwroot-assets/js/shell/passkey.js');

test('bytes come back as they were, of every length and value', () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + length) % 256);
    const text = textOf(bytes.buffer);
    assert.match(text, /^[\w-]*$/);
    assert.equal(text, Buffer.from(bytes).toString('base64url'));
    assert.deepEqual(bytesOf(text), bytes);
  }
});
