import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts, Outbox, Shelf } from '../../wwwroot-assets/js/keeping.js';
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
  assert.deepEqual({ ...new Drafts(new Shelf(storage), 'stad', 'tab-2').of('text/Challenge'), at: 0 }, { text: 'kladd', basedOn: 3, at: 0 });
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

test('when the session is closed the drafts are taken away, and nobody else\'s', () => {
  const storage = new Storage();
  const mine = new Drafts(new Shelf(storage), 'stad', 'tab-1');
  mine.keep('text/Challenge', 'kladd');
  new Drafts(new Shelf(storage), 'arendal', 'tab-1').keep('text/Challenge', 'annens');
  mine.clear();
  assert.equal(mine.of('text/Challenge'), null);
  assert.equal(storage.length, 1);
});
