// What is done with one press: agree, vote, move, delete, say whom a note is for, ask for help, be done. It goes the way of what is written,
// through the outbox with an id of its own: done once however the line behaves, in order, also after a reload, and told at the control while it
// waits. A control names the act in data-act and what it chooses in data-value; one that is on or off sends nothing when it is to be off.
import { seatOf } from './seat.js';

const longestAbout = 120;
let watched = null;

// What a press means: what is chosen, or nothing when that is chosen already. `intended` is what was pressed last and still waits.
export function meant({ value, toggles, on, intended }) {
  return toggles && (intended === undefined ? on : intended === value) ? '' : value;
}

// Whether a control is the one that what waits was pressed on.
export function isWaitingFor({ value, toggles, on, intended }) {
  if (intended === undefined) return false;
  return toggles && intended === '' ? on : intended === value;
}

// Listens to all that is pressed on the board, and shows there what waits. Once for a page.
export function watch(person) {
  if (watched) watched.seat.fields.delete(watched);
  else listen();
  watched = new Acts(seatOf(person));
  watched.seat.fields.add(watched);
  watched.refresh();
}

class Acts {
  constructor(seat) {
    this.seat = seat;
  }

  refresh() {
    const { actWaiting } = board().dataset;
    const last = new Map(this.seat.outbox.waiting.map(piece => [piece.field, piece.text]));
    for (const control of document.querySelectorAll('[data-act], [data-shows]')) {
      const waits = control.dataset.shows ? last.has(control.dataset.shows) : isWaitingFor({ ...read(control), intended: last.get(control.dataset.act) });
      tell(control.matches('input, select') ? control.parentElement : control, waits ? actWaiting : null);
    }
    const noted = [...last.keys()].map(noteOf);
    for (const note of document.querySelectorAll('[data-note]')) tell(note, noted.includes(note.dataset.note) ? actWaiting : null);
    if (!isDown()) for (const control of document.querySelectorAll('[data-needs-line]')) tell(control, null);
  }

  // What is refused is said by the server at the control; where that is gone, the words stay with all else that was not sent.
  answered(piece, answer) {
    if (!answer.kept && this.holds(piece)) this.seat.outbox.drop(piece);
  }

  holds({ field }) {
    return [...document.querySelectorAll('[data-act]')].some(control => control.dataset.act === field) || document.getElementById(`note-${noteOf(field)}`) !== null;
  }
}

function listen() {
  document.addEventListener('click', ({ target }) => {
    const control = target.closest?.('button[data-act]');
    if (control) press(control.dataset.act, meant({ ...read(control), intended: intended(control.dataset.act) }), control);
  });
  document.addEventListener('change', ({ target }) => {
    if (target.matches?.('select[data-act], input[data-act]') && (target.value || target.matches('select'))) press(target.dataset.act, target.value, target);
  });
  document.addEventListener('noteact', ({ target, detail }) => press(detail.act, detail.value ?? '', target));
  // What only the server can show does nothing while it is away, and says so; before the framework hears of the press.
  document.addEventListener('click', event => {
    const control = event.target.closest?.('[data-needs-line]');
    if (!control || !isDown()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell(control, board().dataset.needsLineWords);
    say(board().dataset.needsLineWords);
  }, true);
}

function press(field, text, control) {
  const note = document.getElementById(`text-${noteOf(field)}`);
  watched.seat.press({ field, text, about: (note ?? control).textContent.trim().slice(0, longestAbout) });
  if (isDown()) say(board().dataset.actWaiting);
  // A menu whose note goes elsewhere is done with.
  if (/^(move|delete)\b/.test(field)) control.closest('[popover]')?.hidePopover?.();
}

function read(control) {
  return { value: control.value === undefined || control.matches('button') ? control.dataset.value ?? '' : control.value, toggles: control.hasAttribute('aria-pressed'), on: control.getAttribute('aria-pressed') === 'true' };
}

function intended(field) {
  return watched.seat.outbox.waiting.findLast(piece => piece.field === field)?.text;
}

function noteOf(field) {
  return field.split('/').at(-1);
}

function tell(element, words) {
  if ((element.dataset.waits ?? null) === words) return;
  if (words) element.dataset.waits = words;
  else delete element.dataset.waits;
}

function say(words) {
  const voice = document.querySelector('#live-region [data-local]');
  if (voice) voice.textContent = words;
}

function isDown() {
  return document.documentElement.dataset.link === 'down';
}

function board() {
  return document.querySelector('[data-act-waiting]') ?? document.body;
}
