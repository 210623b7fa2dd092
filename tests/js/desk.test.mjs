import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merged, next } from '../../wwwroot-assets/js/desk/desk.js';

test('an arrow goes to the next note and stays at the ends', () => {
  assert.deepEqual(['ArrowDown', 'ArrowUp', 'Home', 'End'].map(key => next(1, key, 4)), [2, 0, 0, 3]);
  assert.deepEqual([next(3, 'ArrowDown', 4), next(0, 'ArrowUp', 4)], [3, 0]);
});

test('two who word different parts of a point are put together, and the same words are not', () => {
  assert.equal(merged('Det mangler lager', 'Det mangler et lager', 'Det mangler lager i Stad'), 'Det mangler et lager i Stad');
  assert.equal(merged('Det mangler lager', 'Det mangler rom', 'Det mangler plass'), null);
});
