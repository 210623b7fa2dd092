import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts, Outbox, Shelf } from '../../wwwroot-assets/js/writing/drafts-and-outbox.js';
import { NoteField } from '../../wwwroot-assets/js/writing/note-field.js';
import { Storage } from './storage.mjs';

const place = 'note/Barrier';

// A tab that is killed in the middle of a press has put forward what it had begun, and has not emptied its field.
function begunId(storage) {
  for (let index = 0; index < storage.length; index++) {
    const draft = storage.key(index).includes(':draft:') ? JSON.parse(storage.getItem(storage.key(index))) : null;
    if (draft?.text) return draft.id;
  }
}

// The server: a note for each id, whatever comes twice, and sometimes its answer does not get back.
class Server {
  notes = new Map();
  line = 'up';
  refuses = () => null;

  async deliver(piece) {
    if (this.line === 'down') throw new Error('no line');
    const message = this.refuses(piece);
    if (message) return { kept: false, message };
    if (!this.notes.has(piece.id)) this.notes.set(piece.id, piece.text);
    if (this.line === 'answers are lost') throw new Error('no answer');
    return { kept: true };
  }

  get texts() { return [...this.notes.values()]; }
}

class Tab {
  constructor(storage, server, id) {
    const shelf = new Shelf(storage);
    // A page that is gone hears no answer.
    const deliver = async piece => {
      const answer = await server.deliver(piece);
      if (this.gone) throw new Error('gone');
      return answer;
    };
    this.outbox = new Outbox(shelf, 'kari', deliver, (piece, answer) => { this.field.answered(piece, answer); });
    this.field = new NoteField(place, new Drafts(shelf, 'kari', id), this.outbox);
    this.field.open();
  }

  type(text) { this.field.type(this.field.text + text); }

  enter() { this.field.put(place); }
}

test('two notes written without a network are two notes, and the one half written is still a draft', async () => {
  const [storage, server] = [new Storage(), new Server()];
  const tab = new Tab(storage, server, 'a');
  server.line = 'down';
  for (const text of ['Sendt uten nett A', 'Sendt uten nett B']) {
    tab.type(text);
    tab.enter();
    await tab.outbox.flush();
    assert.equal(tab.field.text, '', 'the field is empty at once');
  }
  tab.type('halv');
  assert.deepEqual(tab.field.waiting.map(piece => piece.text), ['Sendt uten nett A', 'Sendt uten nett B']);
  server.line = 'up';
  await tab.outbox.flush();
  assert.deepEqual(server.texts, ['Sendt uten nett A', 'Sendt uten nett B']);
  assert.equal(new Tab(storage, server, 'a').field.text, 'halv');
});

test('the same words put forward twice are two notes', async () => {
  const server = new Server();
  const tab = new Tab(new Storage(), server, 'a');
  server.line = 'down';
  for (let time = 0; time < 2; time++) {
    tab.type('Tid');
    tab.enter();
  }
  server.line = 'up';
  await tab.outbox.flush();
  assert.deepEqual(server.texts, ['Tid', 'Tid']);
});

test('what is refused comes back into an empty field, and into no other', async () => {
  const server = new Server();
  const tab = new Tab(new Storage(), server, 'a');
  server.refuses = () => 'Dere er ikke satt i par ennå.';
  tab.type('Tid');
  tab.enter();
  await tab.outbox.flush();
  assert.equal(tab.field.text, 'Tid');
  assert.deepEqual(tab.outbox.pieces, []);
  tab.enter();
  tab.type('neste');
  await tab.outbox.flush();
  assert.equal(tab.field.text, 'neste');
  assert.deepEqual(tab.outbox.pieces.map(piece => piece.text), ['Tid'], 'it stays with what was not sent');
});

test('an older copy on the server does not bring back what was put forward from here', async () => {
  const [storage, server] = [new Storage(), new Server()];
  const tab = new Tab(storage, server, 'a');
  server.line = 'down';
  tab.type('Vi mangler tid');
  tab.enter();
  const again = new Tab(storage, server, 'a');
  assert.equal(again.field.found('Vi mang'), '', 'the server is told that nothing is begun');
  assert.equal(again.field.text, '');
  assert.equal(new Tab(new Storage(), server, 'b').field.found('Vi mang'), null);
});

// A small generator with a seed, so that what fails can be played again.
function chance(seed) {
  return () => {
    seed = seed + 0x6D2B79F5 | 0;
    let mixed = Math.imul(seed ^ seed >>> 15, 1 | seed);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}

test('whatever happens to line and page, each note arrives once, in order, and what is begun is in the field', async () => {
  for (let seed = 1; seed <= 400; seed++) {
    const next = chance(seed);
    const [storage, server] = [new Storage(), new Server()];
    const put = [];
    let [tab, tabs, begun] = [new Tab(storage, server, 'tab-0'), 0, ''];
    for (let step = 0; step < 60; step++) {
      const what = next();
      if (what < 0.45) {
        const letter = [...'abæ🙂 '][Math.floor(next() * (begun ? 5 : 4))];
        tab.type(letter);
        begun += letter;
      } else if (what < 0.6) {
        if (!begun.trim()) continue;
        tab.enter();
        put.push(begun);
        begun = '';
        if (next() < 0.5) tab.outbox.flush();
      } else if (what < 0.7) {
        server.line = ['up', 'down', 'answers are lost'][Math.floor(next() * 3)];
      } else if (what < 0.85) {
        await tab.outbox.flush();
      } else if (what < 0.95) {
        // Fetched anew; or killed, and opened as another tab.
        tab.gone = true;
        tab = new Tab(storage, server, next() < 0.5 ? `tab-${tabs}` : `tab-${++tabs}`);
      } else if (begun.trim()) {
        // Killed between putting forward and emptying the field.
        tab.outbox.put({ field: place, text: begun }, () => begunId(storage));
        put.push(begun);
        begun = '';
        tab.gone = true;
        tab = new Tab(storage, server, `tab-${tabs}`);
      }
      assert.equal(tab.field.text, begun, `seed ${seed}, step ${step}`);
    }
    server.line = 'up';
    await tab.outbox.flush();
    await tab.outbox.flush();
    assert.deepEqual(server.texts, put, `seed ${seed}`);
    assert.equal(tab.field.text, begun, `seed ${seed}`);
    assert.equal(new Tab(storage, server, 'tab-late').field.text, begun, `seed ${seed}`);
    assert.deepEqual(tab.outbox.pieces, []);
  }
});
