// Notes that are submitted and not yet drawn by the server. Each is shown in its column at once, and says that it waits when the wait is
// long. It is removed when the note itself is drawn, so that the column always shows exactly one of the two.
const longestGap = 10_000;
/** @type {Set<HTMLElement>} */
const lists = new Set();

new MutationObserver(() => { for (const list of lists) tidy(list); }).observe(document, { childList: true, subtree: true });

/**
 * @param {HTMLElement | null} list
 * @param {BoardRequest[]} pieces
 */
export function showWaiting(list, pieces) {
  if (!list) return;
  lists.add(list);
  const wanted = new Map(pieces.map(piece => [noteOf(piece.id), piece]));
  for (const shown of items(list)) if (!wanted.has(shown.dataset.piece ?? '') && shown.dataset.kept === undefined) shown.remove();
  // The newest comes first, as among the notes.
  for (const [note, { text }] of wanted) if (!find(list, note) && !isThere(note)) list.prepend(made(note, text, list.dataset.words ?? ''));
}

/** @param {HTMLElement} list */
function tidy(list) {
  if (!list.isConnected) {
    lists.delete(list);
    return;
  }
  for (const shown of items(list)) if (isThere(shown.dataset.piece)) shown.remove();
}

// The server has kept the note and will draw it soon, or somebody has already deleted it.
/**
 * @param {HTMLElement | null} list
 * @param {{ id: string }} piece
 */
export function keptWaiting(list, { id }) {
  const shown = list ? find(list, noteOf(id)) : undefined;
  if (!shown) return;
  shown.dataset.kept = '';
  setTimeout(() => shown.remove(), longestGap);
}

/**
 * @param {string} note
 * @param {string} text
 * @param {string} words
 */
function made(note, text, words) {
  const item = document.createElement('li');
  item.className = 'waiting-note';
  item.dataset.piece = note;
  const said = item.appendChild(document.createElement('span'));
  said.className = 'said';
  said.textContent = text;
  const state = item.appendChild(document.createElement('span'));
  state.className = 'state';
  state.textContent = words;
  return item;
}

/**
 * @param {HTMLElement} list
 * @returns {HTMLElement[]}
 */
function items(list) {
  return [.../** @type {HTMLCollectionOf<HTMLElement>} */ (list.children)];
}

/**
 * @param {HTMLElement} list
 * @param {string} note
 */
function find(list, note) {
  return items(list).find(shown => shown.dataset.piece === note);
}

/** @param {string | undefined} note */
function isThere(note) {
  return document.getElementById(`note-${note}`) !== null;
}

// The id as the server writes it: without hyphens.
/** @param {string} id */
function noteOf(id) {
  return id.replaceAll('-', '').toLowerCase();
}
