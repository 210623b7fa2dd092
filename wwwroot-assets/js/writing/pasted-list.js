// Reads a pasted list in the same way as PastedList.cs, also without a network. tests/corpora/pasted-lists.json tests both.
// Hazard: look-behind stops the whole module in Safari before 16.4, so this uses (\S).
const between = /\r\n|[\r\n\f\u0085\u2029]|(\S)[ \t]+(?=[•●▪◦‣]\s)/gu;
const bullet = /^\s*(?:[•‣◦▪▫●○■□►▶➢➤✓✔☐☑·∙\uF000-\uF0FF]\s*|[-–—*o](?:\s+|$)|[-–—](?=\p{L})|§\t\s*|\[[ xX]?\]\s+|[a-z]\)\s+)/u;
const number = /^\s*\(?([0-9]{1,2})[.)](?:\s+|(?=\p{L}))/u;
const rule = /^[\s\-–—_=*•]+$/u;

// The items without their marks, in order; fewer than two when the text is no list.
/** @param {string | null | undefined} text */
export function itemsOf(text) {
  const lines = (text ?? '').replace(between, '$1\n').split('\n');
  const counts = isCount(lines.map(line => line.match(number)).filter(found => found !== null).map(found => Number(found[1])));
  const marks = lines.map(line => line.match(bullet)?.[0].length ?? (counts ? line.match(number)?.[0].length ?? 0 : 0));
  const marked = marks.filter(Boolean).length > 1;
  /** @type {string[]} */
  const items = [];
  let goesOn = false;
  lines.forEach((line, place) => {
    const mark = marks[place];
    const words = (marked ? line.slice(mark) : line).replace(/\s+/gu, ' ').trim().replace(rule, '');
    // In a list a line without a mark belongs to the item above it, unless there is a blank line between them.
    if (marked && mark === 0 && goesOn && words) items[items.length - 1] = `${items[items.length - 1]} ${words}`.trim();
    else if (mark > 0 || words) items.push(words);
    goesOn = mark > 0 || words.length > 0;
  });
  return items.filter(Boolean);
}

// Whether the numbers are 1 2 3; an inner list may begin again at 1.
/** @param {number[]} numbers */
function isCount(numbers) {
  return (numbers.length > 1 || numbers[0] === 1)
    && numbers.every((one, place) => one === 1 || place === 0 || one === numbers[place - 1] + 1);
}
