import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

// As much of the browser as the clock touches.
const spoken = { textContent: '' };
let Clock;
globalThis.HTMLElement = class {
  dataset = {};
  isConnected = true;
  attributes = {};
  parts = { '.time': { firstChild: { data: '' } }, '.caption': { firstChild: { data: '' } } };
  querySelector(selector) { return this.parts[selector]; }
  setAttribute(name, value) { this.attributes[name] = value; }
};
globalThis.customElements = { get: () => undefined, define: (_, element) => { Clock = element; } };
globalThis.document = { querySelector: () => spoken };
let now = 0;
let wall = 1_800_000_000_000;
mock.method(performance, 'now', () => now);
mock.method(Date, 'now', () => wall + now);
await import('../../wwwroot-assets/js/shell/clock.js');

const texts = {
  label: 'Tid igjen: {0}', labelOver: 'Over tiden: {0}', labelOut: 'Tiden er ute', soon: 'snart ferdig', near: 'fem minutter igjen',
  over: 'over tiden', out: 'tiden er ute', of: 'igjen av 15 min', pause: 'satt på pause', five: 'Fem minutter.', one: 'Ett minutt.',
  zero: 'Tiden er ute.',
};

function show(remaining, more = {}) {
  const clock = new Clock();
  Object.assign(clock.dataset, { remaining: String(remaining * 1000), paused: 'false', announce: 'true', ...texts, ...more });
  clock.connectedCallback();
  return clock;
}

function pass(seconds) {
  for (let second = 0; second < seconds; second++) {
    now += 1000;
    mock.timers.tick(1000);
  }
}

const figures = clock => clock.parts['.time'].firstChild.data;
const caption = clock => clock.parts['.caption'].firstChild.data;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setInterval'] });
  spoken.textContent = '';
});

test('counts down by itself', () => {
  const clock = show(760);
  assert.equal(figures(clock), '12:40');
  pass(41);
  assert.equal(figures(clock), '11:59');
  assert.equal(clock.attributes['aria-label'], 'Tid igjen: 11:59');
});

test('stands still while it is paused', () => {
  const clock = show(760, { paused: 'true' });
  pass(10);
  assert.equal(figures(clock), '12:40');
  assert.equal(caption(clock), 'satt på pause');
});

test('a tab that was left in the background shows the right time when it is looked at', () => {
  const clock = show(4000);
  now += 3_600_000;
  mock.timers.tick(1000);
  assert.equal(figures(clock), '6:40');
});

test('a phone that napped with its monotonic clock stopped shows the right time when it wakes', () => {
  const clock = show(400);
  wall += 100_000;
  mock.timers.tick(1000);
  assert.equal(figures(clock), '5:00');
});

test('somebody who sets the time of the device does not move the clock', () => {
  const clock = show(400);
  for (const change of [3 * 3_600_000, -5 * 3_600_000]) {
    wall += change;
    mock.timers.tick(1000);
  }
  assert.equal(figures(clock), '6:40');
});

test('says five minutes and one minute, each once', () => {
  show(302);
  pass(3);
  assert.equal(spoken.textContent, 'Fem minutter.');
  spoken.textContent = '';
  pass(200);
  assert.equal(spoken.textContent, '');
  pass(60);
  assert.equal(spoken.textContent, 'Ett minutt.');
});

test('shows for a minute that five are left, for those who do not hear it', () => {
  const clock = show(302, { total: '900000' });
  pass(3);
  assert.deepEqual([clock.dataset.state, caption(clock)], ['near', 'fem minutter igjen']);
  pass(60);
  assert.deepEqual([clock.dataset.state, caption(clock)], ['running', 'igjen av 15 min']);
});

test('a turn of five minutes does not begin with a warning', () => {
  const clock = show(299, { total: '300000' });
  pass(1);
  assert.equal(clock.dataset.state, 'running');
});

test('a clock that is opened late has nothing to announce', () => {
  show(240);
  pass(2);
  assert.equal(spoken.textContent, '');
});

test('counts up when the time is out, and asks to finish instead of stopping anybody', () => {
  const clock = show(2);
  pass(5);
  assert.equal(figures(clock), '+0:03');
  assert.equal(caption(clock), 'over tiden');
  assert.equal(clock.dataset.state, 'over');
  assert.equal(clock.attributes['aria-label'], 'Over tiden: 0:03');
  assert.equal(spoken.textContent, 'Tiden er ute.');
});

test('a page that is opened in overtime shows how far over it is, and says nothing', () => {
  const clock = show(-147.442);
  assert.equal(figures(clock), '+2:27');
  pass(1);
  assert.equal(figures(clock), '+2:28');
  assert.equal(spoken.textContent, '');
});

test('a page that is opened the next day does not count the hours', () => {
  const clock = show(-86_400);
  assert.deepEqual([figures(clock), caption(clock), clock.dataset.state], ['0:00', 'tiden er ute', 'out']);
  assert.equal(clock.attributes['aria-label'], 'Tiden er ute');
});

test('stops counting after an hour', () => {
  const clock = show(-3598);
  pass(1);
  assert.equal(figures(clock), '+59:59');
  pass(2);
  assert.equal(figures(clock), '0:00');
});

test('takes off and adds time on both sides of zero', () => {
  const clock = show(30);
  clock.dataset.remaining = '-90000';
  clock.attributeChangedCallback();
  assert.equal(figures(clock), '+1:30');
  clock.dataset.remaining = '30000';
  clock.attributeChangedCallback();
  assert.deepEqual([figures(clock), clock.dataset.state], ['0:30', 'soon']);
});

test('takes what the server says when the facilitator adds time', () => {
  const clock = show(30);
  clock.dataset.remaining = '150000';
  clock.attributeChangedCallback();
  assert.equal(figures(clock), '2:30');
  assert.equal(clock.dataset.state, 'running');
});

test('another second clock on the page is silent', () => {
  show(61, { announce: 'false' });
  pass(3);
  assert.equal(spoken.textContent, '');
});
