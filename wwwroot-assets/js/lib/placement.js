// Positions on the page: an element that a pointer drags, the zone that it is dropped on, and a menu beside its button.
const margin = 16;
const gap = 8;

// The element follows the pointer until it is dropped, also while the page scrolls.
export class Carried {
  #from;

  /**
   * @param {HTMLElement} element
   * @param {PointerEvent} event
   */
  constructor(element, { pointerId, clientX, clientY }) {
    this.element = element;
    this.pointerId = pointerId;
    this.at = { x: clientX, y: clientY };
    this.#from = { x: clientX, y: clientY + scrollY };
    element.toggleAttribute('data-held', true);
  }

  /** @param {PointerEvent} event */
  moveTo({ clientX, clientY }) {
    this.at = { x: clientX, y: clientY };
  }

  show() {
    const { x, y } = this.at;
    this.element.style.transform = `translate(${x - this.#from.x}px, ${y + scrollY - this.#from.y}px)`;
  }

  letGo() {
    this.element.removeAttribute('data-held');
    this.element.style.transform = '';
  }
}

// Below the button that opened it, above it when there is no room below, and always within the window.
/**
 * @param {{ right: number, top: number, bottom: number }} anchor
 * @param {{ width: number, height: number }} box
 * @param {{ width: number, height: number }} view
 */
export function beside(anchor, box, view) {
  const left = within(anchor.right - box.width, margin, view.width - box.width - margin);
  const below = anchor.bottom + gap;
  if (below + box.height + margin <= view.height) return { left, top: below };
  const above = anchor.top - gap - box.height;
  return { left, top: above >= margin ? above : within(below, margin, view.height - box.height - margin) };
}

// The zone that a note is dropped on: the tab under the pointer, or else the column at the pointer, even when the column is short.
/**
 * @template {{ rect: DOMRect, column: boolean }} Zone
 * @param {{ x: number, y: number }} point
 * @param {Zone[]} zones
 */
export function zoneAt({ x, y }, zones) {
  const inX = zones.filter(({ rect }) => rect.width > 0 && x >= rect.left && x <= rect.right);
  return inX.find(({ column, rect }) => !column && y >= rect.top && y <= rect.bottom) ?? inX.find(({ column }) => column) ?? null;
}

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
function within(value, least, most) {
  return Math.max(least, Math.min(value, most));
}
