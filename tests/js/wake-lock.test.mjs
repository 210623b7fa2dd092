import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ScreenWakeLock, isRunning } from '../../wwwroot-assets/js/shell/wake-lock.js';

class Lock {
  released = false;
  async release() { this.released = true; }
}

function browser() {
  const locks = [];
  return { locks, request: async what => { assert.equal(what, 'screen'); locks.push(new Lock()); return locks.at(-1); } };
}

test('one lock while a clock runs, and none after', async () => {
  const wakeLock = browser();
  let runs = false;
  const awake = new ScreenWakeLock(wakeLock, () => runs);
  await awake.look();
  assert.equal(wakeLock.locks.length, 0);
  runs = true;
  await awake.look();
  await awake.look();
  assert.equal(wakeLock.locks.length, 1);
  runs = false;
  await awake.look();
  assert.equal(wakeLock.locks[0].released, true);
});

test('what the browser let go of while the page was hidden is asked for again', async () => {
  const wakeLock = browser();
  const awake = new ScreenWakeLock(wakeLock, () => true);
  await awake.look();
  wakeLock.locks[0].released = true;
  await awake.look();
  assert.equal(wakeLock.locks.length, 2);
});

test('two looks at once ask once', async () => {
  const wakeLock = browser();
  const awake = new ScreenWakeLock(wakeLock, () => true);
  await Promise.all([awake.look(), awake.look()]);
  assert.equal(wakeLock.locks.length, 1);
});

test('where it is not allowed nothing happens', async () => {
  await new ScreenWakeLock(undefined, () => true).look();
  let asked = 0;
  const awake = new ScreenWakeLock({ request: async () => { asked++; throw new Error('NotAllowedError'); } }, () => true);
  await awake.look();
  await awake.look();
  assert.equal(asked, 2, 'it is asked for again');
});

const page = (visibilityState, ...clocks) => ({ visibilityState, querySelectorAll: () => clocks.map(dataset => ({ dataset })) });

test('only a clock that runs on a page that is seen', () => {
  assert.equal(isRunning(page('visible', { paused: 'false', state: 'running' })), true);
  assert.equal(isRunning(page('hidden', { paused: 'false', state: 'running' })), false);
  assert.equal(isRunning(page('visible', { paused: 'true', state: 'running' })), false);
  assert.equal(isRunning(page('visible')), false);
});

test('the screen stays lit while the time that is over is counted, and not for ever', () => {
  assert.equal(isRunning(page('visible', { paused: 'false', state: 'over' })), true);
  assert.equal(isRunning(page('visible', { paused: 'false', state: 'out' })), false);
  assert.equal(isRunning(page('visible', { paused: 'false', state: 'out' }, { paused: 'false', state: 'soon' })), true);
});

test('the clocks of the board, the wall and the console are looked at', () => {
  const asked = [];
  isRunning({ visibilityState: 'visible', querySelectorAll: selectors => { asked.push(selectors); return []; } });
  assert.deepEqual(asked, ['.board dip-clock, .wall dip-clock, .console dip-clock']);
});
