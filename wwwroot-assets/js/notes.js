// What is done to notes by hand: they are dragged by their grip, moved and deleted with keys, and their menu is opened, placed and closed. What
// comes of it is decided by the server; acts.js sees that it hears of it. Everything here can also be done in the menu.
import { Shelf } from './keeping.js';
import { beside, zoneAt } from './placing.js';

const narrow = matchMedia('(max-width: 47rem)');
let held = null;

document.addEventListener('pointerdown', event => {
  const note = event.target.closest?.('[data-grip]')?.closest('[data-hand]');
  if (!note || event.button !== 0 || held) return;
  event.preventDefault();
  hold(note, event);
});
for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, event => letGo(event, end === 'pointerup'));
document.addEventListener('pointermove', follow);
document.addEventListener('scroll', () => { if (held) show(); }, { passive: true });
document.addEventListener('keydown', pressed);
document.addEventListener('click', ({ target }) => {
  const note = target.closest?.('[data-menu]')?.closest('[data-note]');
  if (note) note.dispatchEvent(new CustomEvent('notemenu', { bubbles: true, detail: { note: note.dataset.note } }));
});
document.addEventListener('change', ({ target }) => {
  // Whose note it is, is chosen for both columns at once.
  if (target.matches?.('[data-whose]')) for (const other of document.querySelectorAll('[data-whose]')) other.checked = other.value === target.value;
});

function act(note, what, value) {
  note.dispatchEvent(new CustomEvent('noteact', { bubbles: true, detail: { act: `${what}/${note.dataset.note}`, value } }));
}

function move(note, column) {
  if (kindOf(note) !== column) act(note, 'move', { barrier: 'Barrier', opportunity: 'Opportunity' }[column]);
}

function kindOf(note) {
  return note.closest('.column').dataset.drop;
}

function hold(note, { pointerId, clientX, clientY }) {
  held = { note, pointerId, from: { x: clientX, y: clientY + scrollY }, at: { x: clientX, y: clientY }, over: null, board: note.closest('.columns') };
  note.toggleAttribute('data-held', true);
  held.board.toggleAttribute('data-holding', true);
}

function follow(event) {
  if (event.pointerId !== held?.pointerId) return;
  held.at = { x: event.clientX, y: event.clientY };
  show();
}

function show() {
  const { note, from, at, board } = held;
  note.style.transform = `translate(${at.x - from.x}px, ${at.y + scrollY - from.y}px)`;
  const zones = [...board.querySelectorAll('[data-drop]')].map(element => ({ element, rect: element.getBoundingClientRect(), column: element.matches('.column') }));
  held.over = zoneAt(at, zones)?.element ?? null;
  for (const { element } of zones) element.toggleAttribute('data-over', element === held.over && element.dataset.drop !== kindOf(note));
}

function letGo(event, meant) {
  if (!held || event.pointerId !== undefined && event.pointerId !== held.pointerId) return;
  const { note, over, board } = held;
  held = null;
  note.removeAttribute('data-held');
  note.style.transform = '';
  board.removeAttribute('data-holding');
  for (const zone of board.querySelectorAll('[data-over]')) zone.removeAttribute('data-over');
  if (meant && note.isConnected && over) move(note, over.dataset.drop);
}

function pressed(event) {
  if (held && event.key === 'Escape') return letGo({}, false);
  const writing = event.target.closest?.('textarea, input, select, dip-note-menu');
  if (writing || !event.target.closest?.('.columns')) return undefined;
  const note = event.target.closest('[data-note]');
  const sideways = { ArrowLeft: 'barrier', ArrowRight: 'opportunity' }[event.key];
  if (event.altKey && sideways) {
    // Also where there is nothing to move: in some browsers these keys leave the page.
    event.preventDefault();
    if (note?.dataset.hand !== undefined) move(note, sideways);
  } else if (!event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    if (event.key === 'Delete' && note?.dataset.hand !== undefined) act(note, 'delete');
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && note) toNext(note, step, event);
  }
  return undefined;
}

function toNext(note, step, event) {
  const notes = [...note.parentElement.children];
  for (let place = notes.indexOf(note) + step; notes[place]; place += step) {
    const button = notes[place].querySelector('button');
    if (!button) continue;
    event.preventDefault();
    button.focus();
    return;
  }
}

export class NoteMenu extends HTMLElement {
  #place = () => this.#stand();
  // Closed by hand while the line was gone: now the server can hear of it.
  #back = ({ detail }) => { if (detail.state === 'up' && !this.matches(':popover-open')) this.querySelector('[data-close]').click(); };

  connectedCallback() {
    // The button it was opened with has been drawn anew meanwhile: the browser would not find its way back to it.
    this.addEventListener('beforetoggle', ({ newState }) => { if (newState === 'closed' && this.contains(document.activeElement)) this.#anchor()?.focus({ preventScroll: true }); });
    this.addEventListener('toggle', ({ newState }) => { if (newState === 'closed' && this.isConnected) this.querySelector('[data-close]').click(); });
    addEventListener('resize', this.#place);
    document.addEventListener('dip:link', this.#back);
    // The framework inserts an element before its children.
    queueMicrotask(() => {
      if (!this.isConnected) return;
      this.showPopover?.();
      this.#stand();
      this.querySelector('.acts button').focus({ preventScroll: true });
    });
  }

  disconnectedCallback() {
    removeEventListener('resize', this.#place);
    document.removeEventListener('dip:link', this.#back);
  }

  #anchor() {
    return document.querySelector(`[data-focus-key="${CSS.escape(this.dataset.anchor)}"]`);
  }

  #stand() {
    const anchor = this.#anchor();
    if (narrow.matches || !anchor) {
      this.style.left = this.style.top = '';
      return;
    }
    const { left, top } = beside(anchor.getBoundingClientRect(), this.getBoundingClientRect(), { width: document.documentElement.clientWidth, height: innerHeight });
    this.style.left = `${left + scrollX}px`;
    this.style.top = `${top + scrollY}px`;
  }
}

// A table with one screen: kept in this browser, since it is about this screen and nothing else.
export class OneScreen extends HTMLElement {
  connectedCallback() {
    queueMicrotask(() => {
      const person = this.closest('[data-person]')?.dataset.person;
      const button = this.querySelector('button');
      if (!person || !button) return;
      const shelf = new Shelf(attempt(() => localStorage));
      const key = `dip:${person}:one-screen`;
      const show = on => {
        button.setAttribute('aria-pressed', String(on));
        document.documentElement.toggleAttribute('data-one-screen', on);
      };
      show(shelf.get(key) === true);
      button.addEventListener('click', () => {
        const on = button.getAttribute('aria-pressed') !== 'true';
        if (on) shelf.put(key, true);
        else shelf.drop(key);
        show(on);
      });
    });
  }

  disconnectedCallback() {
    document.documentElement.removeAttribute('data-one-screen');
  }
}

function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
