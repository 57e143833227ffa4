// Word links, shown where the pointer is, or one after the other by key.
//
// They are the browser's highlights, ranges laid over the text: no text is taken apart, so Arabic letters stay joined
// and the marks of a search stay where they are.

const bySegment = { source: new Map(), target: new Map() };
for (const link of links) {
  for (const side of sides) {
    const { number } = link[side];
    if (!bySegment[side].has(number)) bySegment[side].set(number, []);
    bySegment[side].get(number).push(link);
  }
}
const canHighlight = typeof Highlight === "function" && CSS.highlights !== undefined;
const opposite = { source: "target", target: "source" };

// The element of a segment, wherever edits have put it.
function elementOf(side, number) {
  let low = 0, high = beads.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle][side] <= number) low = middle;
    else high = middle - 1;
  }
  // Beads without a segment of the side start where the next one does, which is the one sought.
  return rows[low]?.querySelectorAll(`.${side} .segment`)[number - starts[low][side]];
}

// The word as a range of the page, across the marks that a search has made.
function rangeOf(side, { number, start, end }) {
  const segment = elementOf(side, number);
  if (!segment) return null;
  const range = document.createRange();
  const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT);
  let before = 0, isOpen = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + node.length;
    if (!isOpen && start < after) { range.setStart(node, start - before); isOpen = true; }
    if (isOpen && end <= after) { range.setEnd(node, end - before); return range; }
    before = after;
  }
  return null;
}

// Lights a word and its counterparts: `word` is { side, links }; null for none.
let lit = null;
function showLinks(word) {
  if (!canHighlight || (!word && !lit)) return;
  CSS.highlights.clear();
  lit = word;
  if (!word) return;
  const ranges = (side) => word.links.map((link) => rangeOf(side, link[side])).filter((range) => range);
  CSS.highlights.set("word", new Highlight(...ranges(word.side)));
  CSS.highlights.set("counterpart", new Highlight(...ranges(opposite[word.side])));
}

// The links of the word at a point of the window.
function wordAt(x, y) {
  const place = document.caretPositionFromPoint?.(x, y);
  const range = place ? null : document.caretRangeFromPoint?.(x, y);
  const node = place?.offsetNode ?? range?.startContainer, offset = place?.offset ?? range?.startOffset;
  const segment = node?.parentElement?.closest(".segment");
  if (!segment || node.nodeType !== Node.TEXT_NODE) return null;
  const side = sides.find((side) => segment.parentElement.classList.contains(side));
  let at = offset;
  const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT);
  for (let other = walker.nextNode(); other !== node; other = walker.nextNode()) at += other.length;
  const near = (bySegment[side].get(segment.number) ?? []).filter(({ [side]: word }) => word.start <= at && at <= word.end);
  // Between two words, and beside a line, the caret is near a word that the pointer is not on.
  const isOn = (link) => [...(rangeOf(side, link[side])?.getClientRects() ?? [])].some((box) =>
    x >= box.left - 1 && x <= box.right + 1 && y >= box.top && y <= box.bottom);
  const found = near.filter(isOn);
  return found.length ? { side, links: found } : null;
}

// The words of the chosen bead that have counterparts, in order: `step` 1 to the next, -1 to the one before.
function stepWord(direction) {
  const bead = beads[cursor.index], start = starts[cursor.index]?.[cursor.side] ?? 0, words = [];
  for (let number = start; number < start + (bead?.[cursor.side] ?? 0); number++) {
    const found = new Map();
    for (const link of bySegment[cursor.side].get(number) ?? []) {
      const { start, end } = link[cursor.side];
      found.set(`${start} ${end}`, [...(found.get(`${start} ${end}`) ?? []), link]);
    }
    words.push(...[...found.values()].sort((a, b) => a[0][cursor.side].start - b[0][cursor.side].start));
  }
  if (!words.length) return say("No word links here.");
  const now = lit ? words.findIndex((list) => list[0] === lit.links[0]) : -1;
  const next = now < 0 ? (direction > 0 ? 0 : words.length - 1) : (now + direction + words.length) % words.length;
  const word = { side: cursor.side, links: words[next] };
  showLinks(word);
  const textOf = (side, { number, start, end }) => `\u2068${segments[side][number].text.slice(start, end)}\u2069`;
  const others = word.links.map((link) => textOf(opposite[word.side], link[opposite[word.side]]));
  byId("spoken").textContent = `${textOf(word.side, word.links[0][word.side])} – ${others.join(" ")}`;
}

if (links.length && canHighlight) {
  let waits = false;
  list.addEventListener("pointermove", (event) => {
    if (waits || event.buttons) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; showLinks(wordAt(event.clientX, event.clientY)); });
  }, { passive: true });
  list.addEventListener("pointerleave", () => showLinks(null));
}
