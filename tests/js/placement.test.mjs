import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Carried, beside, zoneAt } from '../../wwwroot-assets/js/lib/placement.js';

const view = { width: 1000, height: 800 };
const box = { width: 400, height: 300 };
const anchor = (left, top) => ({ left, right: left + 40, top, bottom: top + 32 });

test('a menu stands below its button, and above it when there is no room below', () => {
  assert.deepEqual(beside(anchor(600, 100), box, view), { left: 240, top: 140 });
  assert.deepEqual(beside(anchor(600, 600), box, view), { left: 240, top: 292 });
});

test('a menu is always within the window, as far as it goes', () => {
  for (const left of [-50, 0, 500, 990]) {
    for (const top of [-200, 0, 250, 790, 2000]) {
      for (const height of [100, 500, 760]) {
        const place = beside(anchor(left, top), { width: 400, height }, view);
        assert.ok(place.left >= 16 && place.left + 400 <= 984, `left ${place.left}`);
        if (top >= 0 && top < 760) assert.ok(place.top >= 16 && place.top + height <= 784, `top ${place.top} of ${height} at ${top}`);
      }
    }
  }
});

test('a menu higher than the window begins at its top', () => {
  assert.equal(beside(anchor(600, 300), { width: 400, height: 1200 }, view).top, 16);
});

const rect = (left, top, width, height) => ({ left, right: left + width, top, bottom: top + height, width, height });

test('a note is let go over the column the pointer is in, however far below its end', () => {
  const zones = [
    { name: 'barrier', column: true, rect: rect(0, 0, 400, 100) },
    { name: 'opportunity', column: true, rect: rect(420, 0, 400, 100) },
  ];
  assert.equal(zoneAt({ x: 500, y: 2000 }, zones).name, 'opportunity');
  assert.equal(zoneAt({ x: 410, y: 10 }, zones), null);
});

test('on a phone the tab under the finger counts before the one column that shows', () => {
  const zones = [
    { name: 'tab', column: false, rect: rect(180, 50, 180, 44) },
    { name: 'hidden', column: true, rect: rect(0, 0, 0, 0) },
    { name: 'shown', column: true, rect: rect(0, 100, 360, 900) },
  ];
  assert.equal(zoneAt({ x: 200, y: 60 }, zones).name, 'tab');
  assert.equal(zoneAt({ x: 200, y: 400 }, zones).name, 'shown');
});

test('what is carried follows the pointer, also when the page is scrolled under it, until it is let go', () => {
  const held = new Set();
  const note = { style: {}, toggleAttribute: name => held.add(name), removeAttribute: name => held.delete(name) };
  globalThis.scrollY = 100;
  try {
    const carried = new Carried(note, { pointerId: 7, clientX: 10, clientY: 20 });
    assert.deepEqual([carried.pointerId, [...held]], [7, ['data-held']]);
    carried.moveTo({ clientX: 15, clientY: 50 });
    carried.show();
    assert.equal(note.style.transform, 'translate(5px, 30px)');
    globalThis.scrollY = 140;
    carried.show();
    assert.equal(note.style.transform, 'translate(5px, 70px)');
    carried.letGo();
    assert.deepEqual([note.style.transform, [...held]], ['', []]);
  } finally {
    delete globalThis.scrollY;
  }
});
