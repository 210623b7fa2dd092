// What is typed at the desk is kept in this browser until the server says that it is saved. A field says its name with data-keep.
const shelf = "rapport:";

export function forget(field) {
  localStorage.removeItem(shelf + field);
}

export function keep() {
  document.addEventListener("input", event => {
    const field = event.target.dataset?.keep;
    if (field) write(field, event.target.value);
  });
  for (const area of document.querySelectorAll("[data-keep]")) giveBack(area);
  // Fields that open later, such as a point that is being written.
  new MutationObserver(changes => {
    for (const change of changes)
      for (const node of change.addedNodes)
        if (node.nodeType === Node.ELEMENT_NODE)
          for (const area of node.matches("[data-keep]") ? [node] : node.querySelectorAll("[data-keep]")) giveBack(area);
  }).observe(document.body, { childList: true, subtree: true });
}

function write(field, text) {
  try {
    localStorage.setItem(shelf + field, text);
  } catch {
    // The browser has no room or keeps nothing: the server still saves.
  }
}

function giveBack(area) {
  const kept = localStorage.getItem(shelf + area.dataset.keep);
  if (kept === null || kept === area.value) return;
  area.value = kept;
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
