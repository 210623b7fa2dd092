import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Connection, retryDelay } from '../../wwwroot-assets/js/lib/connection.js';

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
  return { connection: new Connection(acts), seen };
}

test('a line that comes back is joined again, and nothing is fetched anew', async () => {
  const { connection, seen } = given({ ready: [false, false, true], reconnect: [true] });
  await connection.changed('failed');
  assert.deepEqual(seen, ['lost', 'up']);
});

test('a circuit that is gone while its state is kept is resumed', async () => {
  const { connection, seen } = given({ reconnect: [false], resume: [true] });
  await connection.changed('failed');
  assert.deepEqual(seen, ['lost', 'up']);
});

test('what can neither be joined nor resumed is fetched anew, but only from a service that answers', async () => {
  const { connection, seen } = given({ ready: [true, false, true, true] });
  await connection.changed('failed');
  assert.deepEqual(seen, ['lost', 'reload', 'reload!']);
});

test('a circuit that the server does not know is fetched anew when the server answers', async () => {
  const { connection, seen } = given({ ready: [false, true, true] });
  await connection.changed('rejected');
  assert.deepEqual(seen, ['lost', 'reload', 'reload!']);
});

test('a service that goes away again between the answer and the call is waited for once more', async () => {
  const { connection, seen } = given({ reconnect: [new Error('gone'), true] });
  await connection.changed('failed');
  assert.deepEqual(seen, ['lost', 'up']);
});

test('who has waited for a while is told that we are still looking', async () => {
  const { connection, seen } = given({ ready: [false, false, false, false, false, true], reconnect: [true] });
  await connection.changed('failed');
  assert.deepEqual(seen, ['lost', 'still', 'up']);
});

test('before a stop the circuit is paused, and resumed by the service that comes after', async () => {
  const { connection, seen } = given({ ready: [false, false, true], resume: [false, false, true] });
  await connection.changed('paused');
  assert.deepEqual(seen, ['paused', 'up']);
});

test('a tab that nobody looks at rests until somebody does', async () => {
  const { connection, seen } = given({ resume: [true] });
  connection.sleep();
  await connection.changed('paused');
  assert.deepEqual(seen, ['pause!', 'paused']);
  await connection.awake();
  assert.deepEqual(seen, ['pause!', 'paused', 'paused', 'up']);
  assert.equal(connection.asleep, false);
});

test('two things that go wrong at once are mended once', async () => {
  const { connection, seen } = given({ ready: [false, true], reconnect: [true] });
  await Promise.all([connection.changed('failed'), connection.changed('rejected'), connection.changed('failed')]);
  assert.deepEqual(seen, ['lost', 'up']);
});

test('those who lost the same network do not come back in the same moment', () => {
  const times = Array.from({ length: 1_000 }, () => retryDelay(6));
  assert.ok(Math.min(...times) >= 2_000 && Math.max(...times) <= 8_000);
  const inBin = bin => times.filter(time => Math.floor((time - 2_000) / 100) === bin).length;
  const busiest = Math.max(...Array.from({ length: 60 }, (_, bin) => inBin(bin)));
  assert.ok(busiest < 60, `${busiest} of 1,000 within a tenth of a second`);
});
