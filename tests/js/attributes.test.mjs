// The attributes data-* tie the markup, the styles and the scripts together, and no compiler sees a name that is changed on one side only.
// docs/attributes.md lists them all; here the list is held against the sources.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const sides = { '.razor': 'C#', '.cs': 'C#', '.css': 'css', '.js': 'js' };

// What a module reads by a name that it has in a variable, as `dataset[state]`. Each name stands in quotation marks in one of these
// modules.
const readByVariable = {
  'shell/clock.js': { names: ['near', 'soon', 'over', 'out', 'of', 'pause', 'five', 'one', 'zero'], modules: ['shell/clock.js'] },
  'shell/start.js': { names: ['lost', 'still', 'paused', 'reload', 'back'], modules: ['shell/start.js', 'lib/connection.js'] },
};

const scripts = join(root, 'wwwroot-assets', 'js');
const used = find();
const listed = read(readFileSync(join(root, 'docs', 'attributes.md'), 'utf8'));

function find() {
  const found = new Map();
  for (const folder of ['src', 'wwwroot-assets']) {
    for (const name of readdirSync(join(root, folder), { recursive: true })) {
      const side = sides[extname(name)];
      if (!side || /(?:^|[\\/])(?:bin|obj|vendor)[\\/]/.test(name)) continue;
      const text = withoutComments(readFileSync(join(root, folder, name), 'utf8'));
      for (const attribute of namesIn(text, side)) {
        if (!found.has(attribute)) found.set(attribute, new Set());
        found.get(attribute).add(side);
      }
    }
  }
  for (const { names } of Object.values(readByVariable)) for (const name of names) found.get(attributeOf(name))?.add('js');
  return found;
}

function withoutComments(text) {
  return text.replace(/@\*[\s\S]*?\*@|\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function namesIn(text, side) {
  const names = [...text.matchAll(/(?<![\w-])data-[a-z]+(?:-[a-z]+)*/g)].map(([name]) => name);
  if (side !== 'js') return names;
  const properties = [
    ...[...text.matchAll(/\bdataset\??\.(\w+)/g)].map(([, name]) => name),
    ...[...text.matchAll(/'(\w+)' in [\w.]+\.dataset\b/g)].map(([, name]) => name),
    ...[...text.matchAll(/\{([^{}]*)\} = [\w.()?]+\.dataset\b/g)]
      .flatMap(([, all]) => all.split(',').map(one => one.split(/[:=]/)[0].trim())),
  ];
  return [...names, ...properties.map(attributeOf)];
}

// As the browser names it: focusKey is data-focus-key.
function attributeOf(property) {
  return `data-${property.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
}

// A row of the list: | `data-act` | C# | js | what it says |
function read(text) {
  const rows = [...text.matchAll(/^\| `(data-[a-z-]+)` \|([^|]*)\|([^|]*)\|/gm)];
  return new Map(rows.map(([, name, written, readBy]) => [name, { written: split(written), read: split(readBy) }]));
}

function split(cell) {
  return cell.split(',').map(part => part.trim()).filter(Boolean);
}

function sidesOf({ written, read }) {
  return [...new Set([...written, ...read])].filter(side => Object.values(sides).includes(side)).sort();
}

test('each attribute in the sources is on the list', () => {
  assert.ok(used.size > 80);
  assert.deepEqual([...used].filter(([name]) => !listed.has(name)).map(([name, where]) => `${name}: ${[...where].sort()}`), []);
});

test('each attribute on the list is used on just the sides it names', () => {
  const both = [...listed].map(([name, row]) => ({ name, says: `${sidesOf(row)}`, is: `${[...used.get(name) ?? []].sort()}` }));
  assert.deepEqual(both.filter(({ says, is }) => says !== is), []);
});

test('each attribute has somebody who writes it and somebody who reads it', () => {
  const wrong = [...listed].filter(([, { written, read }]) => written.length === 0 || read.length === 0 || written.includes('css'));
  assert.deepEqual(wrong.map(([name]) => name), []);
});

test('the list is in order and names nothing twice', () => {
  const names = [...readFileSync(join(root, 'docs', 'attributes.md'), 'utf8').matchAll(/^\| `(data-[a-z-]+)`/gm)].map(([, name]) => name);
  assert.deepEqual(names, [...new Set(names)].sort());
});

test('what is read by a variable is known here, by names that the modules have', () => {
  const modules = readdirSync(scripts, { recursive: true }).map(name => name.replaceAll('\\', '/')).filter(name => name.endsWith('.js'));
  const reading = modules.filter(name => /\bdataset\[/.test(readFileSync(join(scripts, name), 'utf8')));
  assert.deepEqual(reading.sort(), Object.keys(readByVariable));
  for (const { names, modules: holders } of Object.values(readByVariable)) {
    const text = holders.map(name => readFileSync(join(scripts, name), 'utf8')).join('\n');
    assert.deepEqual(names.filter(name => !text.includes(`'${name}'`)), []);
  }
});

test('a name is found however it is written', () => {
  const code = "a.dataset.focusKey; b.dataset?.keep; 'oneScreen' in c.dataset; d.matches('[data-drop]');"
    + "const { now = '', agoNow: ago } = root.dataset;";
  assert.deepEqual(namesIn(code, 'js').sort(), ['data-ago-now', 'data-drop', 'data-focus-key', 'data-keep', 'data-now', 'data-one-screen']);
  const markup = '@* data-old *@\n// data-older\n<b data-act="x" data-needs-line>';
  assert.deepEqual(namesIn(withoutComments(markup), 'C#'), ['data-act', 'data-needs-line']);
});
