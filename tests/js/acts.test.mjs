import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, closedBy, escape, isWaitingFor, meant, pressOutsideOrOn } from '../../wwwroot-assets/js/board/acts.js';
import { Outbox, Shelf } from '../../wwwroot-assets/js/writing/drafts-and-outbox.js';
import { Store } from '../../wwwroot-assets/js/lib/storage.js';
import { Storage } from './storage.mjs';

const agree = 'agree/arendal/lapp';
const offline = () => Promise.reject(new Error('no line'));

test('a control that is on or off sends the opposite of what was pressed last, and of what is shown when nothing waits', () => {
  const control = { value: 'yes', toggles: true };
  assert.equal(meant({ ...control, on: false }), 'yes');
  assert.equal(meant({ ...control, on: true }), '');
  assert.equal(meant({ ...control, on: false, intended: 'yes' }), '');
  assert.equal(meant({ ...control, on: true, intended: '' }), 'yes');
});

test('one of several that is chosen while another waits is chosen, and a plain button always says the same', () => {
  assert.equal(meant({ value: 'State', toggles: true, on: false, intended: 'Ks' }), 'State');
  assert.equal(meant({ value: 'Opportunity', toggles: false, on: false, intended: 'Opportunity' }), 'Opportunity');
});

test('it waits where it was pressed, also when something is to be taken back', () => {
  assert.equal(isWaitingFor({ value: 'State', toggles: true, on: false, intended: 'State' }), true);
  assert.equal(isWaitingFor({ value: 'Ks', toggles: true, on: false, intended: 'State' }), false);
  assert.equal(isWaitingFor({ value: 'Ks', toggles: true, on: true, intended: '' }), true);
  assert.equal(isWaitingFor({ value: 'Ks', toggles: true, on: false, intended: '' }), false);
  assert.equal(isWaitingFor({ value: '', toggles: false, on: false }), false);
});

test('what was pressed without a line survives a reload, and is done once and in order', async () => {
  const storage = new Storage();
  const box = new Outbox(new Shelf(storage), 'stad', offline, () => { });
  const first = box.press({ field: 'to/lapp', text: 'State' });
  assert.equal(box.press({ field: 'to/lapp', text: 'State' }).id, first.id);
  box.press({ field: 'to/lapp', text: '' });
  box.press({ field: 'to/lapp', text: 'State' });
  box.press({ field: 'done/3', text: 'yes' });
  await box.flush();
  const done = [];
  const deliver = ({ field, text }) => { done.push([field, text]); return Promise.resolve({ kept: true }); };
  await new Outbox(new Shelf(storage), 'stad', deliver, () => { }).flush();
  assert.deepEqual(done, [['to/lapp', 'State'], ['to/lapp', ''], ['to/lapp', 'State'], ['done/3', 'yes']]);
});

test('however the line behaves, a control ends as it was pressed last, and no press is done twice', async () => {
  for (let seed = 1; seed <= 300; seed++) {
    let random = seed;
    const chance = of => (random = (random * 48271) % 2147483647) % of;
    const server = { on: false, ids: new Set(), done: 0 };
    const deliver = ({ id, text }) => {
      const line = chance(4);
      if (line === 0) return offline();
      // The server knows an id again, and answers as it did the first time.
      if (!server.ids.has(id)) server.on = text === 'yes';
      server.done += server.ids.has(id) ? 0 : 1;
      server.ids.add(id);
      return line === 1 ? offline() : Promise.resolve({ kept: true });
    };
    const box = new Outbox(new Shelf(new Storage()), 'stad', deliver, () => { });
    let wanted = false;
    let presses = 0;
    for (let step = 0; step < 20; step++) {
      if (chance(2) === 0) {
        const intended = box.waiting.findLast(piece => piece.field === agree)?.text;
        box.press({ field: agree, text: meant({ value: 'yes', toggles: true, on: server.on, intended }) });
        // What one sees is what waits, or else what the server has told.
        wanted = !(intended === undefined ? server.on : intended === 'yes');
        presses++;
      } else {
        await box.flush();
      }
    }
    while (await box.flush());
    assert.equal(server.done, presses, `seed ${seed}`);
    assert.equal(server.on, presses > 0 && wanted, `seed ${seed}`);
  }
});

test('what is refused without a word is not sent again for ever', async () => {
  let calls = 0;
  const deliver = () => { calls++; return Promise.resolve({ kept: false, message: '' }); };
  const box = new Outbox(new Shelf(new Storage()), 'stad', deliver, () => { });
  box.press({ field: 'finnes/ikke', text: '' });
  assert.equal(await box.flush(), false);
  assert.equal(calls, 1);
});

// A browser without popovers: the menu for help is opened and closed by hand.
function helpMenu() {
  const element = inside => ({
    focus() { document.activeElement = this; },
    closest: selector => inside?.button && selector === '[popovertarget]' ? inside.button : null,
  });
  const buttonOf = action => {
    const button = element();
    button.closest = () => button;
    button.getAttribute = name => name === 'popovertarget' ? 'help' : action;
    return button;
  };
  const [opener, reason] = [buttonOf(null), buttonOf('hide')];
  const words = element();
  const menu = { id: 'help', dataset: {}, contains: one => one === reason || one === words, querySelector: () => reason };
  const outside = element();
  globalThis.document = { activeElement: opener, getElementById: id => id === 'help' ? menu : null, querySelector: () => opener };
  return { menu, opener, reason, words, outside, isOpen: () => menu.dataset.open === '' };
}

test('without popovers the button opens the menu for help, and closes it', () => {
  const { opener, reason, isOpen } = helpMenu();
  pressOutsideOrOn({ target: opener });
  assert.equal(isOpen(), true);
  assert.equal(document.activeElement, reason);
  pressOutsideOrOn({ target: opener });
  assert.equal(isOpen(), false);
});

test('what is chosen in it closes it and gives the focus back, and what is only read does not', () => {
  const { opener, reason, words, isOpen } = helpMenu();
  pressOutsideOrOn({ target: opener });
  pressOutsideOrOn({ target: words });
  assert.equal(isOpen(), true);
  pressOutsideOrOn({ target: reason });
  assert.equal(isOpen(), false);
  assert.equal(document.activeElement, opener);
});

test('a press outside closes it, and Escape, and a press to close what is closed opens nothing', () => {
  const { opener, reason, outside, isOpen } = helpMenu();
  pressOutsideOrOn({ target: opener });
  pressOutsideOrOn({ target: outside });
  assert.equal(isOpen(), false);
  pressOutsideOrOn({ target: opener });
  escape({ key: 'Enter' });
  assert.equal(isOpen(), true);
  escape({ key: 'Escape' });
  assert.equal(isOpen(), false);
  pressOutsideOrOn({ target: reason });
  assert.equal(isOpen(), false);
});

test('a message that was closed is known after a reload, each person\'s own', () => {
  const storage = new Storage();
  const store = () => new Store(() => storage);
  close('stad', 8, store());
  close('stad', 9, store());
  close('stad', 8, store());
  assert.deepEqual(closedBy('stad', store()), [9, 8]);
  assert.deepEqual(closedBy('arendal', store()), []);
  for (let sequence = 100; sequence < 300; sequence++) close('stad', sequence, store());
  assert.deepEqual([closedBy('stad', store()).length, closedBy('stad', store())[99]], [100, 299]);
});

test('where nothing is kept, or something else is, nothing counts as closed', () => {
  const storage = new Storage();
  for (const words of ['', 'x', '{}', 'null', '["a", 7, 1.5]']) {
    storage.setItem('dip:stad:closed', words);
    assert.deepEqual(closedBy('stad', new Store(() => storage)), words.includes('7') ? [7] : []);
  }
  const none = new Store(() => { throw new Error('SecurityError'); });
  close('stad', 7, none);
  assert.deepEqual(closedBy('stad', none), []);
});
