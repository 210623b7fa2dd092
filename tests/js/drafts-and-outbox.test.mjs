import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts, Outbox, Shelf } from '../../wwwroot-assets/js/writing/drafts-and-outbox.js';
import { Storage } from './storage.mjs';

const note = text => ({ field: 'note/Barrier', text });
const offline = () => Promise.reject(new Error('no line'));

function outbox(storage, deliver, heard = []) {
  return new Outbox(new Shelf(storage), 'stad', deliver, (piece, answer) => heard.push([piece.text, answer]));
}

test('a note stays in the outbox without a line, and goes out with the same id when there is one', async () => {
  const storage = new Storage();
  const first = outbox(storage, offline);
  const { id } = first.add(note('lager'));
  assert.equal(await first.flush(), true);

  const received = [];
  const afterReload = outbox(storage, piece => { received.push(piece.id); return Promise.resolve({ kept: true }); });
  assert.equal(await afterReload.flush(), false);
  assert.deepEqual(received, [id]);
  assert.equal(storage.length, 0);
});

test('pressing twice is one note', () => {
  const box = outbox(new Storage(), offline);
  assert.equal(box.add(note('lager')).id, box.add(note('lager ')).id);
  assert.equal(box.waiting.length, 1);
});

test('notes go out in the order they were written', async () => {
  const received = [];
  const box = outbox(new Storage(), piece => { received.push(piece.text); return Promise.resolve({ kept: true }); });
  const now = Date.now;
  let at = 1_000;
  Date.now = () => at += 1;
  for (const text of ['én', 'to', 'tre']) box.add(note(text));
  Date.now = now;
  await box.flush();
  assert.deepEqual(received, ['én', 'to', 'tre']);
});

test('what could not be stored now is tried again; what was refused is kept and not sent again', async () => {
  const storage = new Storage();
  const box = outbox(storage, () => Promise.resolve({ kept: false, retry: true }));
  box.add(note('lager'));
  assert.equal(await box.flush(), true);
  assert.equal(box.waiting.length, 1);

  const heard = [];
  const refused = outbox(storage, () => Promise.resolve({ kept: false, message: 'Avsluttet.' }), heard);
  assert.equal(await refused.flush(), false);
  assert.equal(refused.waiting.length, 0);
  assert.equal(refused.pieces[0].refused, 'Avsluttet.');
  assert.equal(heard[0][0], 'lager');
});

test('two calls at once send each note once', async () => {
  let calls = 0;
  const box = outbox(new Storage(), () => { calls++; return Promise.resolve({ kept: true }); });
  box.add(note('lager'));
  await Promise.all([box.flush(), box.flush()]);
  assert.equal(calls, 1);
});

test('two tabs in one seat keep each its own', () => {
  const storage = new Storage();
  outbox(storage, offline).add(note('fra den ene'));
  outbox(storage, offline).add(note('fra den andre'));
  assert.equal(outbox(storage, offline).waiting.length, 2);

  const one = new Drafts(new Shelf(storage), 'stad', 'tab-1');
  const other = new Drafts(new Shelf(storage), 'stad', 'tab-2');
  one.keep('note/Barrier', 'ene');
  other.keep('note/Barrier', 'andre');
  assert.equal(one.of('note/Barrier').text, 'ene');
  assert.equal(other.of('note/Barrier').text, 'andre');
});

test('a new tab finds the newest draft that was left behind', () => {
  const storage = new Storage();
  new Drafts(new Shelf(storage), 'stad', 'tab-1').keep('text/Challenge', 'kladd', 3);
  const draft = new Drafts(new Shelf(storage), 'stad', 'tab-2').of('text/Challenge');
  assert.deepEqual({ ...draft, at: 0 }, { text: 'kladd', basedOn: 3, at: 0 });
  assert.equal(new Drafts(new Shelf(storage), 'arendal', 'tab-2').of('text/Challenge'), null);
});

test('a draft the server has kept is gone from every tab that holds the same words, and from no other', () => {
  const storage = new Storage();
  const drafts = ['tab-1', 'tab-2', 'tab-3'].map(tab => new Drafts(new Shelf(storage), 'stad', tab));
  drafts[0].keep('note/Barrier', 'lager');
  drafts[1].keep('note/Barrier', 'lager');
  drafts[2].keep('note/Barrier', 'noe annet');
  drafts[0].drop('note/Barrier', 'lager');
  assert.equal(drafts[1].of('note/Barrier').text, 'noe annet');
  assert.equal(storage.length, 1);
});

test('without storage the page remembers by itself', () => {
  const storage = new Storage();
  storage.broken = true;
  const shelf = new Shelf(storage);
  shelf.put('dip:a', { text: 'her' });
  assert.equal(shelf.get('dip:a').text, 'her');
  assert.deepEqual(shelf.keys('dip:'), ['dip:a']);
  assert.deepEqual(new Shelf(undefined).keys('dip:'), []);
});

test('drafts that nobody came back for in a month are forgotten, and no other', () => {
  const storage = new Storage();
  const mine = new Drafts(new Shelf(storage), 'stad', 'tab-1');
  mine.keep('text/Challenge', 'kladd');
  const now = Date.now();
  mine.forget(now + 29 * 86_400_000);
  assert.equal(mine.of('text/Challenge').text, 'kladd');
  mine.forget(now + 31 * 86_400_000);
  assert.equal(mine.of('text/Challenge'), null);
});

test('what a dead tab left is taken over once, finished, and is not found again', () => {
  const storage = new Storage();
  new Drafts(new Shelf(storage), 'stad', 'dead').keep('note/Barrier', 'Vi mang');
  const next = new Drafts(new Shelf(storage), 'stad', 'next');
  assert.equal(next.adopt('note/Barrier').text, 'Vi mang');
  next.keep('note/Barrier', 'Vi mangler lager');
  next.drop('note/Barrier', 'Vi mangler lager');
  assert.equal(new Drafts(new Shelf(storage), 'stad', 'third').adopt('note/Barrier'), null);
  assert.equal(storage.length, 0);
});

test('the order is the order of writing, also within a millisecond and when the clock is set back four hours', async () => {
  const clock = Date.now;
  try {
    for (let run = 0; run < 200; run++) {
      const storage = new Storage();
      let at = 1_700_000_000_000;
      Date.now = () => at;
      const words = Array.from({ length: 8 }, (_, number) => `lapp ${number}`);
      for (const text of words) {
        // A new page now and then, in the same storage.
        outbox(storage, offline).add(note(text));
        at += [0, 1, 5_000, -4 * 3_600_000][Math.floor(Math.random() * 4)];
      }
      const received = [];
      await outbox(storage, piece => { received.push(piece.text); return Promise.resolve({ kept: true }); }).flush();
      assert.deepEqual(received, words);
    }
  } finally {
    Date.now = clock;
  }
});

test('whatever is lost on the way, each note is kept once and in order', async () => {
  for (let run = 0; run < 300; run++) {
    const storage = new Storage();
    const kept = new Map();
    // The server answers the same for the same id; the line loses the question or the answer.
    const server = piece => {
      const lot = Math.random();
      if (lot < .3) return Promise.reject(new Error('lost on the way there'));
      kept.set(piece.id, piece.text);
      return lot < .6 ? Promise.reject(new Error('lost on the way back')) : Promise.resolve({ kept: true });
    };
    let box = outbox(storage, server);
    const words = Array.from({ length: 6 }, (_, number) => `lapp ${number}`);
    for (const text of words) {
      box.add(note(text));
      if (Math.random() < .3) box = outbox(storage, server);
      await box.flush();
    }
    while (box.waiting.length) await box.flush();
    assert.deepEqual([...kept.values()], words);
  }
});

test('a page whose words are only in its own memory says so', () => {
  const storage = new Storage();
  const shelf = new Shelf(storage);
  const drafts = new Drafts(shelf, 'stad', 'tab-1');
  drafts.keep('note/Barrier', 'a');
  assert.equal(shelf.fragile, false);
  storage.broken = true;
  drafts.keep('note/Barrier', 'ab');
  assert.equal(shelf.fragile, true);
  assert.equal(drafts.of('note/Barrier').text, 'ab');
  drafts.keep('note/Barrier', '');
  assert.equal(shelf.fragile, false, 'an emptied field is nothing to lose');
  drafts.keep('note/Barrier', 'ab');
  drafts.drop('note/Barrier', 'ab');
  assert.equal(shelf.fragile, false);
});
