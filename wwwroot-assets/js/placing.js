// Where a menu stands: below the button that opened it, above it when there is no room below, and always within the window.
const margin = 16;
const gap = 8;

export function beside(anchor, box, view) {
  const left = within(anchor.right - box.width, margin, view.width - box.width - margin);
  const below = anchor.bottom + gap;
  if (below + box.height + margin <= view.height) return { left, top: below };
  const above = anchor.top - gap - box.height;
  return { left, top: above >= margin ? above : within(below, margin, view.height - box.height - margin) };
}

// Over what a note is let go: a tab that the pointer is on, or else the column it is over, however short that is.
export function zoneAt({ x, y }, zones) {
  const inX = ({ rect }) => rect.width > 0 && x >= rect.left && x <= rect.right;
  return zones.find(zone => !zone.column && inX(zone) && y >= zone.rect.top && y <= zone.rect.bottom) ?? zones.find(zone => zone.column && inX(zone)) ?? null;
}

function within(value, least, most) {
  return Math.max(least, Math.min(value, most));
}
