// Beads as rows, and the map of all of them. Texts reach the page as text nodes only.

const list = document.getElementById("rows"), map = document.getElementById("map");
const canvas = map.querySelector("canvas"), frame = document.getElementById("window");
const filter = { kind: "all", level: 1, query: "" };
// The chosen bead, and in it a side and a segment.
const cursor = { index: 0, side: "source", part: 0 };
let rows = [];
// The numbers of the beads that the filter lets through.
let shown = [];

function element(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

function rowOf(index) {
  const bead = beads[index];
  const row = element("article", "row");
  row.style.setProperty("--confidence", bead.confidence ?? 1);
  row.classList.toggle("unknown", bead.confidence === null);
  row.classList.toggle("confirmed", bead.confirmed);
  row.classList.toggle("edited", bead.edited);
  for (const side of sides) {
    const cell = element("div", "side " + side);
    cell.lang = about[side].language;
    cell.dir = about[side].language === "ar" ? "rtl" : "ltr";
    const parts = segmentsOf(index, side);
    cell.classList.toggle("empty", parts.length === 0);
    parts.forEach((part, number) => {
      const text = element("bdi", "segment", ...highlighted(part.text, filter.query));
      text.dir = cell.dir;
      text.number = starts[index][side] + number;
      showBlock(text, part.block);
      cell.append(text);
    });
    row.append(cell);
  }
  const score = bead.confirmed ? "✓" : bead.confidence === null ? "–" : bead.confidence.toFixed(2);
  const mark = element("button", "mark", element("span", "score", score), element("span", "number", String(index + 1)));
  mark.tabIndex = -1;
  mark.title = `${bead.source}-${bead.target}, ${bead.confirmed ? "confirmed" : "not confirmed"}`
    + (bead.crossing ? ", out of order" : "");
  if (bead.crossing) mark.append(element("span", "number", "⇅"));
  row.append(mark);
  row.hidden = !passes(index);
  return row;
}

// What a reader of the document would see: headings, cells of tables, notes, code.
const blockNames = {
  heading: (block) => `heading, level ${block.level}`, item: () => "list item", note: () => "note",
  cell: (block) => `table ${block.table}, row ${block.row}, column ${block.column}`, caption: () => "caption",
  code: () => "code", message: (block) => block.key, furniture: () => "running head, page number or row number",
};
function showBlock(text, block) {
  if (!block) return;
  text.classList.add("block-" + block.kind);
  text.title = blockNames[block.kind](block);
}

function passes(index) {
  const bead = beads[index];
  const isGap = bead.source === 0 || bead.target === 0;
  const kinds = {
    all: true, open: !bead.confirmed, confirmed: bead.confirmed, gaps: isGap, edited: bead.edited,
    joined: !isGap && (bead.source > 1 || bead.target > 1),
  };
  if (!kinds[filter.kind] || (bead.confidence ?? 0) > filter.level) return false;
  return !filter.query || finds(index);
}
function finds(index) {
  return sides.some((side) => segmentsOf(index, side).some((part) => foldedText(part).includes(filter.query)));
}

function showAll() {
  rows = beads.map((_, index) => rowOf(index));
  list.replaceChildren(...rows);
  afterChange();
}

// Rows anew from `index` on, `before` of them replaced by `after`.
function showEdit(index, before, after) {
  const fresh = Array.from({ length: after }, (_, i) => rowOf(index + i));
  const old = rows.splice(index, before, ...fresh);
  old[0].before(...fresh);
  for (const row of old) row.remove();
  if (before !== after) {
    for (let i = index; i < rows.length; i++) rows[i].querySelector(".number").textContent = i + 1;
  }
  afterChange();
}

// Only rows that hold a match, or held one, are made anew.
function showFilter(oldQuery) {
  const hadMatch = filter.query === oldQuery ? [] : rows.map((row) => row.querySelector("mark") !== null);
  rows.forEach((row, index) => {
    if (hadMatch[index] || (filter.query !== oldQuery && filter.query && finds(index))) {
      rows[index] = rowOf(index);
      row.replaceWith(rows[index]);
    } else {
      row.hidden = !passes(index);
    }
  });
  afterChange();
}

function afterChange() {
  shown = [];
  rows.forEach((row, index) => { if (!row.hidden) shown.push(index); });
  list.querySelector(".none")?.remove();
  if (!shown.length) list.append(element("p", "none", beads.length ? "No bead passes the filter." : "No beads."));
  const confirmed = beads.filter((bead) => bead.confirmed).length;
  const gaps = beads.filter((bead) => !bead.source || !bead.target).length;
  const part = shown.length === beads.length ? "" : `${shown.length} of `;
  document.getElementById("counts").textContent =
    `${part}${beads.length} beads · ${gaps} ${gaps === 1 ? "gap" : "gaps"} · ${confirmed} confirmed`;
  choose(Math.min(cursor.index, beads.length - 1), cursor.side, cursor.part, false);
  drawMap();
}

function choose(index, side = cursor.side, part = 0, scrolls = true) {
  list.querySelector(".row.current")?.classList.remove("current");
  for (const old of list.querySelectorAll(".chosen")) old.classList.remove("chosen");
  Object.assign(cursor, { index: Math.max(index, 0), side, part });
  showLinks(null);
  const row = rows[cursor.index];
  if (!row) return;
  const bead = beads[cursor.index];
  cursor.part = Math.max(0, Math.min(part, bead[side] - 1));
  row.classList.add("current");
  const cell = row.querySelector("." + side);
  cell.classList.add("chosen");
  cell.querySelectorAll(".segment")[cursor.part]?.classList.add("chosen");
  if (scrolls) row.scrollIntoView({ block: "nearest" });
  for (const [id, can] of Object.entries({
    merge: cursor.index + 1 < beads.length, split: bead.source + bead.target > 1, up: bead[side] > 0,
    down: bead[side] > 0, undo: done.length > 0, redo: undone.length > 0,
  })) document.getElementById(id).disabled = !can;
  document.getElementById("confirm").textContent = bead.confirmed ? "✓ Confirmed" : "✓ Confirm";
}

// The next or previous of the beads shown, that `accepts` if given.
function step(direction, accepts = () => true) {
  for (let i = cursor.index + direction; i >= 0 && i < beads.length; i += direction) {
    if (!rows[i].hidden && accepts(beads[i])) return choose(i);
  }
}

function colour(bead, light) {
  if (bead.confirmed) return getComputedStyle(document.documentElement).getPropertyValue("--accent");
  if (bead.confidence === null) return "gray";
  return `oklch(${light} .15 ${28 + 130 * bead.confidence})`;
}

// Left half English, right half Arabic, as the columns; where beads share a line of pixels, the most doubtful shows.
function drawMap() {
  const scale = window.devicePixelRatio || 1;
  const width = (canvas.width = Math.round(map.clientWidth * scale));
  const height = (canvas.height = Math.round(map.clientHeight * scale));
  const paint = canvas.getContext("2d");
  const light = getComputedStyle(document.documentElement).getPropertyValue("--light");
  const order = beads.map((_, index) => index).sort((a, b) => (beads[b].confidence ?? 1) - (beads[a].confidence ?? 1));
  for (const index of order) {
    const bead = beads[index];
    const top = Math.floor((index / beads.length) * height);
    const bottom = Math.max(Math.ceil(((index + 1) / beads.length) * height), top + 1);
    paint.fillStyle = colour(bead, light);
    paint.globalAlpha = rows[index].hidden ? 0.2 : 1;
    for (const side of sides) {
      if (bead[side]) paint.fillRect(about[side].language === "en" ? 0 : width / 2, top, width / 2 - scale, bottom - top);
    }
  }
  moveFrame();
}

// The first of the beads shown that reaches below a height of the window.
function shownAt(height) {
  let low = 0, high = shown.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[shown[middle]].getBoundingClientRect().bottom > height) high = middle;
    else low = middle + 1;
  }
  return shown[Math.min(low, shown.length - 1)] ?? 0;
}
function moveFrame() {
  const box = list.getBoundingClientRect(), unit = map.clientHeight / Math.max(beads.length, 1);
  const first = shownAt(box.top + 1), last = shownAt(box.bottom - 1);
  frame.style.top = `${first * unit}px`;
  frame.style.height = `${(last - first + 1) * unit}px`;
}
function goToMap(event) {
  const box = map.getBoundingClientRect();
  const wanted = Math.floor(((event.clientY - box.top) / box.height) * beads.length);
  const index = shown.find((number) => number >= wanted) ?? shown.at(-1);
  if (index === undefined) return;
  choose(index, cursor.side, 0, false);
  rows[index].scrollIntoView({ block: "center" });
}
