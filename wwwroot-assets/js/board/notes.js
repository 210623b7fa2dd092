// Notes by pointer and keyboard: they are dragged by their grip, moved and deleted with keys, and their menu is opened, placed and closed.
// board/acts.js sends the result, and the server decides. Everything here can also be done in the menu.
import '../lib/input-method.js';
import { Shelf } from '../writing/drafts-and-outbox.js';
import { local } from '../lib/storage.js';
import { Carried, beside, zoneAt } from '../lib/placement.js';

const narrow = matchMedia('(max-width: 47rem)');
/** @type {{ carried: Carried, over: HTMLElement | null, board: HTMLElement } | null} */
let held = null;

document.addEventListener('pointerdown', event => {
  const note = event.target.closest?.('[data-grip]')?.closest('[data-hand]');
  if (!note || event.button !== 0 || held) return;
  event.preventDefault();
  hold(note, event);
});
document.addEventListener('pointerup', event => letGo(event, true));
document.addEventListener('pointercancel', event => letGo(event, false));
document.addEventListener('pointermove', follow);
document.addEventListener('scroll', show, { passive: true });
document.addEventListener('keydown', pressed);
document.addEventListener('click', ({ target }) => {
  const note = target.closest?.('[data-menu]')?.closest('[data-note]');
  if (note) note.dispatchEvent(new CustomEvent('notemenu', { bubbles: true, detail: { note: note.dataset.note } }));
});
document.addEventListener('change', ({ target }) => {
  // The choice of whose note it is applies to both columns.
  if (!target.matches?.('[data-whose]')) return;
  const { value } = /** @type {HTMLInputElement} */ (target);
  /** @type {NodeListOf<HTMLInputElement>} */
  const choices = document.querySelectorAll('[data-whose]');
  for (const other of choices) other.checked = other.value === value;
});

/**
 * @param {HTMLElement} note
 * @param {string} what
 * @param {string} [value]
 */
function act(note, what, value) {
  note.dispatchEvent(new CustomEvent('noteact', { bubbles: true, detail: { act: `${what}/${note.dataset.note}`, value } }));
}

/**
 * @param {HTMLElement} note
 * @param {string | undefined} column
 */
function move(note, column) {
  if (kindOf(note) !== column) act(note, 'move', column === 'barrier' ? 'Barrier' : 'Opportunity');
}

/** @param {HTMLElement} note */
function kindOf(note) {
  return note.closest('.column')?.dataset.drop;
}

/**
 * @param {HTMLElement} note
 * @param {PointerEvent} event
 */
function hold(note, event) {
  held = { carried: new Carried(note, event), over: null, board: /** @type {HTMLElement} */ (note.closest('.columns')) };
  held.board.toggleAttribute('data-holding', true);
}

/** @param {PointerEvent} event */
function follow(event) {
  if (!held || event.pointerId !== held.carried.pointerId) return;
  held.carried.moveTo(event);
  show();
}

function show() {
  if (!held) return;
  const { carried, board } = held;
  carried.show();
  const zones = [...board.querySelectorAll('[data-drop]')]
    .map(element => ({ element, rect: element.getBoundingClientRect(), column: element.matches('.column') }));
  held.over = zoneAt(carried.at, zones)?.element ?? null;
  for (const { element } of zones) {
    element.toggleAttribute('data-over', element === held.over && element.dataset.drop !== kindOf(carried.element));
  }
}

/**
 * @param {{ pointerId?: number }} event
 * @param {boolean} meant
 */
function letGo(event, meant) {
  if (!held || event.pointerId !== undefined && event.pointerId !== held.carried.pointerId) return;
  const { carried, over, board } = held;
  held = null;
  carried.letGo();
  board.removeAttribute('data-holding');
  for (const zone of board.querySelectorAll('[data-over]')) zone.removeAttribute('data-over');
  if (meant && carried.element.isConnected && over) move(carried.element, over.dataset.drop);
}

/** @param {Heard<KeyboardEvent>} event */
function pressed(event) {
  if (held && event.key === 'Escape') return letGo({}, false);
  const writing = event.target.closest?.('textarea, input, select, dip-note-menu');
  if (writing || !event.target.closest?.('.columns')) return undefined;
  const note = event.target.closest('[data-note]');
  const sideways = event.key === 'ArrowLeft' ? 'barrier' : event.key === 'ArrowRight' ? 'opportunity' : null;
  if (event.altKey && sideways) {
    // In some browsers these keys leave the page, so they are stopped also when there is nothing to move.
    event.preventDefault();
    if (note && note.dataset.hand !== undefined) move(note, sideways);
  } else if (!event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    if (event.key === 'Delete' && note && note.dataset.hand !== undefined) act(note, 'delete');
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step && note) toNext(note, step, event);
  }
  return undefined;
}

/**
 * @param {HTMLElement} note
 * @param {number} step
 * @param {KeyboardEvent} event
 */
function toNext(note, step, event) {
  const notes = [...note.parentElement?.children ?? []];
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
  // The menu was closed while the connection was down: now the server can be told.
  /** @param {CustomEvent<{ state: string }>} event */
  #back = ({ detail }) => { if (detail.state === 'up' && this.#isHidden) this.#close(); };

  connectedCallback() {
    // The button that opened the menu has been redrawn since, so the browser cannot give the focus back to it.
    this.addEventListener('beforetoggle', event => {
      if (isClosing(event) && this.contains(document.activeElement)) this.#anchor()?.focus({ preventScroll: true });
    });
    this.addEventListener('toggle', event => { if (isClosing(event) && this.isConnected) this.#close(); });
    addEventListener('resize', this.#place);
    document.addEventListener('dip:link', this.#back);
    // Blazor inserts an element before its children.
    queueMicrotask(() => {
      if (!this.isConnected) return;
      this.showPopover?.();
      this.#stand();
      this.querySelector('.acts button')?.focus({ preventScroll: true });
    });
  }

  disconnectedCallback() {
    removeEventListener('resize', this.#place);
    document.removeEventListener('dip:link', this.#back);
  }

  // Without popovers the browser never hides the menu, and `:popover-open` throws.
  get #isHidden() {
    return 'popover' in HTMLElement.prototype && !this.matches(':popover-open');
  }

  #close() {
    this.querySelector('[data-close]')?.click();
  }

  #anchor() {
    return document.querySelector(`[data-focus-key="${CSS.escape(this.dataset.anchor ?? '')}"]`);
  }

  #stand() {
    const anchor = this.#anchor();
    if (narrow.matches || !anchor) {
      this.style.left = this.style.top = '';
      return;
    }
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    const { left, top } = beside(anchor.getBoundingClientRect(), this.getBoundingClientRect(), view);
    this.style.left = `${left + scrollX}px`;
    this.style.top = `${top + scrollY}px`;
  }
}

/** @param {Event} event */
function isClosing(event) {
  return /** @type {ToggleEvent} */ (event).newState === 'closed';
}

// A table with one screen. The choice is kept in this browser, because it applies only to this screen.
export class OneScreen extends HTMLElement {
  connectedCallback() {
    queueMicrotask(() => {
      const person = this.closest('[data-person]')?.dataset.person;
      const button = this.querySelector('button');
      if (!person || !button) return;
      const shelf = new Shelf(local);
      const key = `dip:${person}:one-screen`;
      /** @param {boolean} on */
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
