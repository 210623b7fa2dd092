import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { itemsOf } from '../../wwwroot-assets/js/writing/pasted-list.js';

const corpus = JSON.parse(readFileSync(new URL('../corpora/pasted-lists.json', import.meta.url)));

for (const { from, text, items } of corpus) test(`a list from ${from}`, () => assert.deepEqual(itemsOf(text), items));

test('what is no text is no list', () => {
  for (const nothing of [null, undefined]) assert.deepEqual(itemsOf(nothing), []);
});
