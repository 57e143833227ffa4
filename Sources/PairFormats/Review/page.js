// Keys, buttons, what is kept in the browser, and the start.

const byId = (id) => document.getElementById(id);

let messageTimer;
function say(text) {
  byId("message").textContent = text;
  clearTimeout(messageTimer);
  messageTimer = setTimeout(() => (byId("message").textContent = ""), 3500);
}

let saveTimer;
function save() {
  clearTimeout(saveTimer);
  saveTimer = undefined;
  try {
    localStorage.setItem(storeKey, stored());
  } catch {
    say("This browser keeps nothing for this page: export before you close it.");
  }
}
function saveSoon() {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(save, 300);
}

// Shows an edit that was made, and chooses what it changed.
function shows(edit, index, part = 0) {
  if (!edit) return say("That cannot be done here.");
  // Undoing leads back to where the edit was made.
  edit.at ??= cursor.index;
  showEdit(edit.index, edit.before.length, edit.after.length);
  choose(index ?? edit.index, cursor.side, part);
  saveSoon();
}

const isDoubtful = (bead) => !bead.confirmed && (!bead.source || !bead.target || (bead.confidence ?? 0) < 0.8);

const commands = {
  confirm() {
    if (!beads.length) return;
    const index = cursor.index, goesOn = !beads[index].confirmed;
    shows(toggleConfirmed(index), index);
    if (goesOn) step(1);
  },
  merge: () => shows(merge(cursor.index)),
  mergeBefore: () => shows(merge(cursor.index - 1)),
  split: () => beads.length && shows(split(cursor.index, cursor.side, cursor.part)),
  up: () => moved(-1),
  down: () => moved(1),
  undo() {
    const edit = undo();
    edit ? shows(edit, edit.at) : say("Nothing to undo.");
  },
  redo() {
    const edit = redo();
    edit ? shows(edit) : say("Nothing to redo.");
  },
  next: () => step(1),
  previous: () => step(-1),
  nextDoubtful: () => step(1, isDoubtful),
  previousDoubtful: () => step(-1, isDoubtful),
  first: () => shown.length && choose(shown[0]),
  last: () => shown.length && choose(shown.at(-1)),
  left: () => choose(cursor.index, sides.find((side) => about[side].language === "en")),
  right: () => choose(cursor.index, sides.find((side) => about[side].language === "ar")),
  partBefore: () => choose(cursor.index, cursor.side, cursor.part - 1),
  partAfter: () => choose(cursor.index, cursor.side, cursor.part + 1),
  wordAfter: () => stepWord(1),
  wordBefore: () => stepWord(-1),
  search: () => byId("search").focus(),
  help: () => byId("keys").showModal(),
  export() {
    const format = byId("format").value;
    const gaps = beads.filter((bead) => !bead.source || !bead.target).length;
    const name = (about.source.name.split("/").at(-1) || "review").replace(/[^\p{L}\p{N}._-]+/gu, "_").replace(/\.[^.]*$/, "");
    const link = element("a", "");
    link.href = URL.createObjectURL(new Blob([exporters[format]()], { type: "text/plain" }));
    link.download = `${name}.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say(`${link.download}: ${beads.length} beads` + (format === "tmx" && gaps ? `, ${gaps} gaps left out` : ""));
  },
};

// The cursor stays with the bead that gave the segment; where that is gone, with its neighbour.
function moved(direction) {
  if (!beads.length) return;
  const index = cursor.index, number = beads.length;
  const edit = move(index, cursor.side, direction);
  const grown = beads.length - number;
  shows(edit, edit && Math.min(direction < 0 ? index + grown : index, beads.length - 1));
}

const keys = {
  j: "next", ArrowDown: "next", k: "previous", ArrowUp: "previous", ArrowLeft: "left", ArrowRight: "right",
  "[": "partBefore", "]": "partAfter", n: "nextDoubtful", p: "previousDoubtful", c: "confirm", " ": "confirm",
  w: "wordAfter", W: "wordBefore", m: "merge", M: "mergeBefore", s: "split", u: "up", d: "down", z: "undo", y: "redo", "/": "search", "?": "help",
  e: "export", Home: "first", End: "last", "shift ArrowUp": "up", "shift ArrowDown": "down",
};
// On an Arabic keyboard the keys are known by their places.
const places = { Slash: "/", BracketLeft: "[", BracketRight: "]" };

document.addEventListener("keydown", (event) => {
  if (byId("keys").open) return;
  if (event.target === byId("search")) {
    if (event.key === "Escape") { byId("search").value = ""; setFilter(); }
    if (event.key === "Escape" || event.key === "Enter") list.focus();
    return;
  }
  const isField = event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement;
  if (isField || event.altKey) return;
  let key = event.key;
  if (key.length === 1 && key.charCodeAt(0) > 126) {
    const letter = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : places[event.code];
    key = event.shiftKey ? letter?.toUpperCase() : letter;
  }
  if (event.ctrlKey || event.metaKey) {
    key = { z: event.shiftKey ? "y" : "z", Z: "y", y: "y" }[key];
  } else if (event.target instanceof HTMLButtonElement && (key === " " || key === "Enter")) {
    return;
  }
  if (event.shiftKey && key?.startsWith("Arrow")) key = "shift " + key;
  const command = commands[keys[key]];
  if (!command) return;
  event.preventDefault();
  command();
});

list.addEventListener("click", (event) => {
  const row = event.target.closest(".row");
  if (!row) return;
  const index = rows.indexOf(row), cell = event.target.closest(".side");
  const side = cell ? sides.find((side) => cell.classList.contains(side)) : cursor.side;
  const part = cell ? [...cell.children].indexOf(event.target.closest(".segment")) : 0;
  choose(index, side, part, false);
  if (event.target.closest(".mark")) shows(toggleConfirmed(index), index);
  list.focus({ preventScroll: true });
});
for (const id of ["confirm", "merge", "split", "up", "down", "undo", "redo", "export", "help"]) {
  byId(id).addEventListener("click", () => commands[id]());
}

function setFilter() {
  const oldQuery = filter.query;
  Object.assign(filter, {
    kind: byId("filter").value, level: Number(byId("level").value), query: fold(byId("search").value.trim()),
  });
  byId("level-value").textContent = filter.level.toFixed(2);
  showFilter(oldQuery);
  if (shown.length && rows[cursor.index]?.hidden) choose(shown.find((i) => i > cursor.index) ?? shown[0]);
}
let searchTimer;
byId("search").addEventListener("input", () => {
  clearTimeout(searchTimer);
  searchTimer = setTimeout(setFilter, 150);
});
byId("filter").addEventListener("change", setFilter);
byId("level").addEventListener("input", setFilter);

let frameWaits = false;
list.addEventListener("scroll", () => {
  if (frameWaits) return;
  frameWaits = true;
  requestAnimationFrame(() => { frameWaits = false; moveFrame(); });
}, { passive: true });
map.addEventListener("pointerdown", (event) => { map.setPointerCapture(event.pointerId); goToMap(event); });
map.addEventListener("pointermove", (event) => { if (event.buttons) goToMap(event); });
new ResizeObserver(drawMap).observe(map);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawMap);
addEventListener("pagehide", () => { if (saveTimer !== undefined) save(); });

byId("restart").addEventListener("click", () => {
  if (!window.confirm("Leave all edits and confirmations of this page?")) return;
  try { localStorage.removeItem(storeKey); } catch { /* nothing was kept */ }
  clearTimeout(saveTimer);
  saveTimer = undefined;
  beads = original.slice();
  done.length = undone.length = 0;
  count();
  showAll();
  byId("keys").close();
});

for (const side of sides) {
  byId(`${side}-name`).textContent = about[side].name.split("/").at(-1);
  byId(`${side}-name`).title = about[side].name;
}
for (const part of document.querySelectorAll(".of-links")) part.hidden = !links.length;
byId("target-name").hidden = about.target.name === about.source.name;
document.querySelector("h1 span").hidden = byId("target-name").hidden;
document.title = `${byId("source-name").textContent} – Wasl`;
let keptText = null;
try { keptText = localStorage.getItem(storeKey); } catch { /* no storage: nothing kept */ }
const wasKept = keptText !== null && restore(keptText);
showAll();
if (wasKept && keptText !== stored(original)) {
  say("Your edits are back.");
}
list.focus();
