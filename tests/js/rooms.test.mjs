// The modules live in rooms. A room may import from itself and from the rooms that stand before it, so that no two rooms need each other.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'wwwroot-assets', 'js');

// Rooms on the same line know nothing of each other.
const order = [
  ['vendor'],
  ['lib'],
  ['writing'],
  ['shell', 'board', 'desk', 'console'],
];

const modules = readdirSync(root, { recursive: true }).map(name => name.replaceAll('\\', '/')).filter(name => name.endsWith('.js'));
const imports = new Map(modules.map(name => [name, importsOf(name, readFileSync(join(root, name), 'utf8'))]));

function importsOf(name, text) {
  const code = text.replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, address]) => posix.join(posix.dirname(name), address));
}

function levelOf(name) {
  return order.findIndex(rooms => rooms.includes(name.split('/')[0]));
}

function mayImport(from, to) {
  return from.split('/')[0] === to.split('/')[0] || levelOf(to) < levelOf(from);
}

// A circle as the path that leads back to where it began, or nothing.
function circle(graph) {
  const done = new Set();
  const walk = (name, path) => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return null;
    for (const next of graph.get(name) ?? []) {
      const found = walk(next, [...path, name]);
      if (found) return found;
    }
    done.add(name);
    return null;
  };
  for (const name of graph.keys()) {
    const found = walk(name, []);
    if (found) return found;
  }
  return null;
}

test('each module is in a room of the list', () => {
  assert.ok(modules.length > 25);
  assert.deepEqual(modules.filter(name => !name.includes('/') || levelOf(name) < 0), []);
});

test('each import leads to a module that is there', () => {
  assert.deepEqual([...imports].flatMap(([from, all]) => all.filter(to => !imports.has(to)).map(to => `${from} imports ${to}`)), []);
});

test('no room imports from one that stands after it or beside it', () => {
  assert.deepEqual([...imports].flatMap(([from, all]) => all.filter(to => !mayImport(from, to)).map(to => `${from} imports ${to}`)), []);
});

test('no module imports itself by way of others', () => assert.equal(circle(imports), null));

test('the rules know a breach and a circle', () => {
  assert.ok(mayImport('board/board.js', 'writing/seat.js'));
  assert.ok(!mayImport('writing/seat.js', 'board/board.js'));
  assert.ok(!mayImport('desk/desk.js', 'console/console.js'));
  const code = "import '../lib/b.js';\nimport { c } from './c.js';\nawait import('../lib/d.js');";
  assert.deepEqual(importsOf('board/a.js', code), ['lib/b.js', 'board/c.js', 'lib/d.js']);
  assert.deepEqual(circle(new Map([['a', ['b']], ['b', ['c']], ['c', ['b']]])), ['b', 'c', 'b']);
});
