import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Line, jitter } from '../../wwwroot-assets/js/line.js';

// A service that answers as the list says, and what the page did and was told.
function given({ ready = [], reconnect = [], resume = [] } = {}) {
  const seen = [];
  const next = (list, otherwise) => list.length ? list.shift() : otherwise;
  const answer = value => value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
  const acts = {
    tell: state => seen.push(state),
    ready: () => answer(next(ready, true)),
    reconnect: () => answer(next(reconnect, false)),
    resume: () => answer(next(resume, false)),
    pause: () => seen.push('pause!'),
    reload: () => seen.push('reload!'),
    rest: () => Promise.resolve(),
  };
  return { line: new Line(acts), seen };
}

test('a line that comes back is joined again, and nothing is fetched anew', async () => {
  const { line, seen } = given({ ready: [false, false, true], reconnect: [true] });
  await line.changed('failed');
  assert.deepEqual(seen, ['lost', 'up']);
});

test('a circuit that is gone while its state is kept is resumed', async () => {
  const { line, seen } = given({ reconnect: [false], resume: [true] });
  await line.changed('failed');
  assert.deepEqual(seen, ['lost', 'up']);
});

test('what can neither be joined nor resumed is fetched anew, but only from a service that answers', async () => {
  const { line, seen } = given({ ready: [true, false, true, true] });
  await line.changed('failed');
  assert.deepEqual(seen, ['lost', 'reload', 'reload!']);
});

test('a circuit that the server does not know is fetched anew when the server answers', async () => {
  const { line, seen } = given({ ready: [false, true, true] });
  await line.changed('rejected');
  assert.deepEqual(seen, ['lost', 'reload', 'reload!']);
});

test('a service that goes away again between the answer and the call is waited for once more', async () => {
  const { line, seen } = given({ reconnect: [new Error('gone'), true] });
  await line.changed('failed');
  assert.deepEqual(seen, ['lost', 'up']);
});

test('who has waited for a while is told that we are still looking', async () => {
  const { line, seen } = given({ ready: [false, false, false, false, false, true], reconnect: [true] });
  await line.changed('failed');
  assert.deepEqual(seen, ['lost', 'still', 'up']);
});

test('before a stop the circuit is paused, and resumed by the service that comes after', async () => {
  const { line, seen } = given({ ready: [false, false, true], resume: [false, false, true] });
  await line.changed('paused');
  assert.deepEqual(seen, ['paused', 'up']);
});

test('a tab that nobody looks at rests until somebody does', async () => {
  const { line, seen } = given({ resume: [true] });
  line.sleep();
  await line.changed('paused');
  assert.deepEqual(seen, ['pause!', 'paused']);
  await line.awake();
  assert.deepEqual(seen, ['pause!', 'paused', 'paused', 'up']);
  assert.equal(line.asleep, false);
});

test('two things that go wrong at once are mended once', async () => {
  const { line, seen } = given({ ready: [false, true], reconnect: [true] });
  await Promise.all([line.changed('failed'), line.changed('rejected'), line.changed('failed')]);
  assert.deepEqual(seen, ['lost', 'up']);
});

test('those who lost the same network do not come back in the same moment', () => {
  const times = Array.from({ length: 1_000 }, () => jitter(6));
  assert.ok(Math.min(...times) >= 2_000 && Math.max(...times) <= 8_000);
  const busiest = Math.max(...Array.from({ length: 60 }, (_, bin) => times.filter(time => Math.floor((time - 2_000) / 100) === bin).length));
  assert.ok(busiest < 60, `${busiest} of 1,000 within a tenth of a second`);
});
