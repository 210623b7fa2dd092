import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SharedText, excess, newId, plain, same } from '../../wwwroot-assets/js/writing.js';

const from = (text, revision = 1) => ({ text, revision, by: 'Kari' });
const ids = () => { let next = 0; return () => `id-${++next}`; };

test('text has the form the server keeps it in', () => {
  assert.equal(plain('  a\r\nb\u0000\uFEFF\rc\uD800 '), 'a\nb\nc\uFFFD');
  assert.ok(same('Stad kommune ', 'Stad kommune'));
  assert.ok(same('A\u030Arsak', 'Årsak'));
  assert.ok(!same('a', null));
});

test('a text of 100,000 characters is found too long before it is sent', () => {
  assert.equal(excess('x'.repeat(100_000), 2_000), 98_000);
  assert.ok(excess(' '.repeat(3_000) + 'kort', 2_000) < 0);
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
  const words = new SharedText(from(''));
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
      assert.ok(words.text.includes(plain(typed)) || server.text.includes(plain(typed)), 'what was typed is on the screen or on the server');
      if (words.conflict && chance(2)) words.choose('both');
    }
  }
});
