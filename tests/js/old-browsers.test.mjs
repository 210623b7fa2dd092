// A phone is kept for five years and more, and over plain http on another name than localhost a browser takes away what it calls powerful.
// What is newer than November 2021 in one of the large browsers, or is only there in secure contexts, is used in no module but behind a
// question.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const assets = join(root, 'wwwroot-assets');
const pages = join(root, 'src', 'DelingIPraksis.Web');
const scripts = readdirSync(assets, { recursive: true }).filter(name => name.endsWith('.js'));

const tooNew = {
  'AbortSignal.timeout': /\bAbortSignal\s*\.\s*(timeout|any)\b/,
  structuredClone: /\bstructuredClone\b/,
  'at() of arrays': /\.at\(/,
  'Object.hasOwn': /\bObject\.(hasOwn|groupBy)\b|\bMap\.groupBy\b/,
  findLast: /\.findLast(Index)?\(/,
  'copies of arrays': /\.to(Sorted|Reversed|Spliced)\(|\.with\(/,
  'sets as in mathematics': /\.(union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
  'Promise.withResolvers': /\bPromise\.(withResolvers|try)\b|\bArray\.fromAsync\b|\bIterator\.from\b/,
  'well formed strings': /\.(isWellFormed|toWellFormed)\(/,
  'cut by letters': /\bIntl\.Segmenter\b/,
  'static blocks': /\bstatic\s*\{/,
  'look-behind': /\(\?<[=!]/,
  'sets in expressions': /\/[a-z]*v[a-z]*\.(test|exec)\(/,
  'popovers and modals': /\.(showPopover|hidePopover|togglePopover|showModal|checkVisibility|moveBefore|getHTML|setHTML)\(/,
  // A selector that is not known throws.
  'popovers in selectors': /:popover-open/,
  'view transitions': /\bstartViewTransition\b|\bscheduler\.|\bnavigation\./,
  'idle time': /\brequestIdleCallback\b/,
  'randomUUID and subtle': /\bcrypto\s*\??\.\s*(randomUUID|subtle)\b/,
  'only where it is secure':
    /\bnavigator\.(clipboard|serviceWorker|wakeLock|locks|share|mediaDevices|credentials|storage)(?!\?\.|\)| &&|;)/,
};

test('scripts were found', () => assert.ok(scripts.length > 20));

for (const [what, pattern] of Object.entries(tooNew)) {
  test(`no module takes for granted: ${what}`, () => {
    const found = scripts.flatMap(name => lines(name).filter(({ code }) => pattern.test(code))
      .map(({ number, code }) => `${name}:${number}: ${code.trim()}`));
    assert.deepEqual(found.filter(line => !isAsked(line)), []);
  });
}

// Without popovers the attribute means nothing, and what it should hide stands on the page at all times.
test('what a button opens as a popover is hidden by a rule that an old browser knows, and is opened by data-open', () => {
  const opening = readdirSync(pages, { recursive: true }).filter(name => name.endsWith('.razor'))
    .filter(name => readFileSync(join(pages, name), 'utf8').includes('popovertarget='));
  assert.ok(opening.length > 0);
  for (const name of opening) {
    const markup = readFileSync(join(pages, name), 'utf8');
    const styles = readFileSync(join(pages, `${name}.css`), 'utf8');
    for (const [, id] of markup.matchAll(/popovertarget="([\w-]+)"/g)) {
      const [, kind] = new RegExp(`id="${id}" popover class="([\\w-]+)"`).exec(markup);
      assert.match(styles, new RegExp(`^\\.${kind} \\{ display: none; \\}$`, 'm'), name);
      assert.match(styles, new RegExp(`^\\.${kind}\\[data-open\\] \\{ display: block;`, 'm'), name);
      assert.match(styles, new RegExp(`^\\.${kind}:popover-open \\{ display: block; \\}$`, 'm'), name);
    }
  }
});

test('the list knows what it is for', () => {
  const codes = {
    'AbortSignal.timeout': 'signal: AbortSignal.timeout(4000)', 'at() of arrays': 'list.at(-1)', 'look-behind': '/(?<=a)b/',
    'randomUUID and subtle': 'crypto.randomUUID()', 'static blocks': 'static {',
    'only where it is secure': 'navigator.clipboard.writeText(text)',
  };
  for (const [what, code] of Object.entries(codes)) assert.match(code, tooNew[what]);
  assert.doesNotMatch('navigator.serviceWorker?.register(worker)', tooNew['only where it is secure']);
});

// A service worker is only there where the context is secure.
function lines(name) {
  return readFileSync(join(assets, name), 'utf8').split('\n')
    .map((code, at) => ({ number: at + 1, code: code.replace(/^\s*\/\/.*$/, '') }));
}

// In a module that asks whether it is there, on the same line or before, or catches that it is not.
function isAsked(line) {
  const asked = /\b(\w+)\?\.(\w+) \? /.exec(line);
  if (asked && line.includes(`${asked[1]}.${asked[2]}`)) return true;
  const [name] = line.split(':');
  const text = readFileSync(join(assets, name), 'utf8');
  const power = /navigator\.(\w+)/.exec(line)?.[1];
  if (/'popover' in HTMLElement\.prototype && /.test(line)) return true;
  if (/Intl\?\.Segmenter \?/.test(line)) return true;
  return power !== undefined && (text.includes(`if (!navigator.${power})`) || new RegExp(`try \\{[^}]*navigator\\.${power}`).test(text));
}
