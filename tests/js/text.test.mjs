import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SharedText, beginning, excess, merged, newId, plain, same } from '../../wwwroot-assets/js/writing/text.js';

const from = (text, revision = 1) => ({ text, revision, by: 'Kari' });
const ids = () => { let next = 0; return () => `id-${++next}`; };

// PlainTextTests reads the same file: what the browser takes for the same, the server must.
test('text has the form the server keeps it in', () => {
  const lines = JSON.parse(readFileSync(new URL('../corpus/plain-text.json', import.meta.url)));
  for (const line of lines) assert.equal(plain(line.raw), line.plain, line.name);
  assert.equal(plain('  a\r\nb\u0000\uFEFF\rc\uD800 '), 'a\nb\nc\uFFFD');
  assert.ok(same('Stad kommune ', 'Stad kommune'));
  assert.ok(same('A\u030Arsak', 'Årsak'));
  assert.ok(!same('a', null));
});

test('a text is cut between letters, never in the middle of one', () => {
  assert.equal(beginning('aaa👩‍👩‍👧bbb', 6), 'aaa');
  assert.equal(beginning('aaaa😀bbb', 5), 'aaaa');
  assert.equal(beginning('aaaa😀', 6), 'aaaa😀');
});

test('a text of 100,000 characters is found too long before it is sent', () => {
  assert.equal(excess('x'.repeat(100_000), 2_000), 98_000);
  assert.ok(excess(`${' '.repeat(3_000)  }kort`, 2_000) < 0);
});

test('an id can be made without a secure connection', () => {
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const insecure = { getRandomValues: bytes => globalThis.crypto.getRandomValues(bytes) };
  for (const source of [globalThis.crypto, insecure, undefined]) assert.match(newId(source), shape);
  assert.notEqual(newId(insecure), newId(insecure));
});

test('what a colleague wrote comes into a clean field', () => {
  const words = new SharedText(from('gammel'));
  assert.equal(words.take(from('ny', 2)), true);
  assert.equal(words.text, 'ny');
  assert.equal(words.next(), null);
});

test('what a colleague wrote never overwrites what is being written: both are offered', () => {
  const words = new SharedText(from('gammel'));
  words.type('min');
  assert.equal(words.take(from('deres', 2)), false);
  assert.equal(words.text, 'min');
  assert.equal(words.conflict.text, 'deres');
  assert.equal(words.next(), null, 'nothing is sent before a choice');
});

test('one may keep mine, take theirs, or keep both', () => {
  for (const [choice, text, sends] of [['mine', 'min', true], ['theirs', 'deres', false], ['both', 'deres\n\nmin', true]]) {
    const words = new SharedText(from('gammel'));
    words.type('min');
    words.take(from('deres', 2));
    words.choose(choice);
    assert.equal(words.text, text);
    assert.equal(words.conflict, null);
    assert.equal(words.next(ids())?.basedOn, sends ? 2 : undefined);
  }
});

test('an unanswered piece is sent again with the same id and the same words', () => {
  const words = new SharedText(from(''));
  words.type('én');
  const first = words.next();
  words.type('én og to');
  assert.equal(words.next(), first);
  words.answered(first, { kept: true });
  const second = words.next();
  assert.notEqual(second.id, first.id);
  assert.deepEqual([second.text, second.basedOn], ['én og to', 2]);
});

test('my own words coming back do not disturb what I have typed since', () => {
  const words = new SharedText(from(''));
  words.type('én ');
  const sent = words.next();
  words.type('én to');
  words.take(from('én', 2));
  words.answered(sent, { kept: true });
  assert.equal(words.text, 'én to');
  assert.equal(words.conflict, null);
});

test('an answer that comes after a colleague has built on my words gives way to the colleague', () => {
  const words = new SharedText(from(''));
  words.type('min');
  const sent = words.next();
  words.take(from('min og din', 3));
  assert.equal(words.answered(sent, { kept: true }), true);
  assert.equal(words.text, 'min og din');
});

test('refused because another was first: the other is offered, mine is kept', () => {
  const words = new SharedText(from('gammel'));
  words.type('min');
  words.answered(words.next(), { kept: false, theirs: from('deres', 2) });
  assert.equal(words.text, 'min');
  assert.equal(words.conflict.text, 'deres');
});

test('refused for any other reason: not sent again until the words are others', () => {
  const words = new SharedText(from(''));
  words.type('for langt');
  words.answered(words.next(), { kept: false, message: 'For lang.' });
  assert.equal(words.next(), null);
  assert.equal(words.text, 'for langt');
  words.type('kort');
  assert.equal(words.next().text, 'kort');
});

test('a draft from before a crash is on its place, and is sent', () => {
  const words = new SharedText(from('lagret', 4));
  assert.equal(words.restore({ text: 'lagret og mer', basedOn: 4 }), true);
  assert.equal(words.text, 'lagret og mer');
  assert.equal(words.next().basedOn, 4);
});

test('a draft the server already has is nothing new', () => {
  const words = new SharedText(from('lagret', 4));
  assert.equal(words.restore({ text: 'lagret ', basedOn: 3 }), false);
  assert.equal(words.next(), null);
});

test('a draft made from an older text than the server has is offered beside it', () => {
  const words = new SharedText(from('deres', 4));
  words.restore({ text: 'min', basedOn: 3 });
  assert.equal(words.text, 'min');
  assert.equal(words.conflict.text, 'deres');
});

test('any order of typing, news, losses and answers keeps every word somewhere', () => {
  let seed = 7;
  const chance = n => (seed = seed * 1103515245 + 12345 & 0x7fffffff) % n;
  for (let round = 0; round < 2_000; round++) {
    let server = from('', 0);
    const words = new SharedText(server);
    let typed = '';
    for (let step = 0; step < 20; step++) {
      const act = chance(5);
      if (act === 0) words.type(typed = `${words.text}m${round}.${step} `);
      if (act === 1) server = from(`${server.text}d${step} `, server.revision + 1);
      if (act === 2) words.take(server);
      if (act >= 3) {
        const sent = words.next();
        if (!sent) continue;
        const fits = sent.basedOn === server.revision;
        if (fits) server = from(plain(sent.text), server.revision + 1);
        words.answered(sent, fits ? { kept: true } : { kept: false, theirs: server });
      }
      for (const word of plain(typed).split(/\s+/)) {
        assert.ok(words.text.includes(word) || server.text.includes(word), 'what was typed is on the screen or on the server');
      }
      if (words.conflict && chance(2)) words.choose('both');
    }
  }
});

test('two who change different words both have theirs', () => {
  assert.equal(merged('Vi har lite plass.', 'Vi har altfor lite plass.', 'Vi har lite plass og tid.'), 'Vi har altfor lite plass og tid.');
  assert.equal(merged('', 'Mine ord.', 'Deres ord.'), 'Deres ord.\n\nMine ord.', 'two who begin at once have a paragraph each');
  assert.equal(merged('Vi har', 'Vi har plass', 'Vi har tid'), 'Vi har tid plass');
  assert.equal(merged('Vi har', 'Vi har mye', 'Vi har mye'), 'Vi har mye', 'the same done twice is done once');
  assert.equal(merged('Vi har lite', 'Vi har mye', 'Vi har nok'), null, 'the same word made two others is for people to settle');
  assert.equal(merged('a\n\nb', 'a!\n\nb', 'a\n\nb?'), 'a!\n\nb?');
});

test('a colleague who writes in the same field at the same time is merged, and the whole is sent', () => {
  const words = new SharedText(from('Vi har lite plass.'));
  words.type('Vi har altfor lite plass.');
  assert.equal(words.take(from('Vi har lite plass og tid.', 2)), true);
  assert.equal(words.text, 'Vi har altfor lite plass og tid.');
  assert.equal(words.conflict, null);
  assert.deepEqual(words.next(ids()), { id: 'id-1', text: 'Vi har altfor lite plass og tid.', basedOn: 2 });
});

test('what the server refused because a colleague was first is merged and sent again as a new piece', () => {
  const words = new SharedText(from('Vi har.'));
  words.type('Vi har mye.');
  const sent = words.next(() => 'first');
  assert.equal(words.answered(sent, { kept: false, theirs: from('Også vi har.', 2) }), true);
  assert.deepEqual(words.next(() => 'second'), { id: 'second', text: 'Også vi har mye.', basedOn: 2 });
});

test('a draft whose origin is not known is never merged by guess', () => {
  const words = new SharedText(from('ny tekst', 5));
  words.restore({ text: 'gammelt utkast', basedOn: 2 });
  assert.equal(words.conflict.text, 'ny tekst');
});

// The server as the rules have it: a piece made from an older revision is answered with the newest.
function server(text) {
  let now = { text, revision: 1, by: '' };
  return {
    get now() { return now; },
    put(piece, by) {
      if (piece.basedOn !== now.revision) return { kept: false, theirs: now };
      now = { text: plain(piece.text), revision: now.revision + 1, by };
      return { kept: true };
    },
  };
}

function random(seed) {
  return below => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor(seed / 2 ** 32 * below);
  };
}

test('three colleagues who write at random in one field lose no word, and end with the same text', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const dice = random(seed);
    const store = server('Vi har mange bygg. De står tomme halve dagen. Ingen vet hvem som eier dem.');
    const people = ['a', 'b', 'c'].map(by => ({ by, words: new SharedText(store.now), typed: [] }));
    const send = person => {
      for (let piece = person.words.next(); piece; piece = person.words.next()) person.words.answered(piece, store.put(piece, person.by));
    };
    for (let step = 0; step < 40; step++) {
      const person = people[dice(3)];
      if (dice(3) === 0) person.words.take(store.now);
      if (dice(2) === 0) send(person);
      if (person.words.conflict) person.words.choose('both');
      // A whole word is put in somewhere; nobody takes anything away.
      const word = `${person.by}${seed}x${step}`;
      const places = [...(person.words.text.matchAll(/(?<=\s)|$/g))].map(match => match.index);
      const at = places[dice(places.length)];
      person.words.type(`${person.words.text.slice(0, at)} ${word} ${person.words.text.slice(at)}`);
      person.typed.push(word);
    }
    for (let round = 0; round < 6; round++) {
      for (const person of people) {
        person.words.take(store.now);
        if (person.words.conflict) person.words.choose('both');
        send(person);
      }
    }
    const kept = new Set(store.now.text.split(/\s+/));
    for (const person of people) {
      assert.equal(plain(person.words.text), store.now.text, `seed ${seed}`);
      for (const word of person.typed) assert.ok(kept.has(word), `seed ${seed}: ${word} is lost from «${store.now.text}»`);
    }
  }
});
