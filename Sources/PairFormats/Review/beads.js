// The alignment: segments, which never change, and beads, which say how many of each side belong together.

const sides = ["source", "target"];

const [about, ...given] = document.getElementById("data").textContent.trim().split("\n").map((line) => JSON.parse(line));
const segments = { source: given.flatMap((bead) => bead.source), target: given.flatMap((bead) => bead.target) };
const original = given.map((bead) => ({
  source: bead.source.length, target: bead.target.length, confidence: bead.confidence ?? null,
  confirmed: bead.confirmed === true, edited: false, crossing: bead.crossing === true,
}));

// Words that stand for each other. They belong to segments, so edits of the beads leave them alone.
const links = [];
{
  const first = { source: 0, target: 0 };
  for (const bead of given) {
    for (const [a, b, c, d, e, f] of bead.links ?? []) {
      links.push({
        source: { number: first.source + a, start: b, end: c }, target: { number: first.target + d, start: e, end: f },
      });
    }
    for (const side of sides) first[side] += bead[side].length;
  }
}

let beads = original.slice();
// For each bead, and after the last, the numbers of its first segments.
let starts = [];
const done = [], undone = [];

function count() {
  const at = { source: 0, target: 0 };
  starts = beads.map((bead) => {
    const start = { ...at };
    for (const side of sides) at[side] += bead[side];
    return start;
  });
}
count();

function segmentsOf(index, side) {
  const start = starts[index][side];
  return segments[side].slice(start, start + beads[index][side]);
}

// Whether two segments that stand one after the other here do so in the text. Beads that cross others stand by source.
const hasCrossing = original.some((bead) => bead.crossing);
function followsInText(side, number) {
  if (!hasCrossing) return true;
  const before = segments[side][number - 1]?.segments, own = segments[side][number]?.segments;
  return !before || !own || own[0] === before.at(-1) + 1;
}

// Whether beads that start at the first segments of bead `index` would hold neighbours only.
function holdNeighbours(index, made) {
  const at = { ...starts[index] };
  return made.every((bead) => sides.every((side) => {
    const first = at[side];
    at[side] += bead[side];
    for (let number = first + 1; number < at[side]; number++) if (!followsInText(side, number)) return false;
    return true;
  }));
}

// Every edit replaces some beads by others, so that undoing is one thing. Returns the edit.
function apply(edit) {
  beads.splice(edit.index, edit.before.length, ...edit.after);
  count();
  return edit;
}
function replace(index, number, after) {
  if (!holdNeighbours(index, after)) return null;
  const edit = { index, before: beads.slice(index, index + number), after };
  done.push(edit);
  undone.length = 0;
  return apply(edit);
}
function undo() {
  const edit = done.pop();
  if (!edit) return null;
  undone.push(edit);
  return apply({ ...edit, before: edit.after, after: edit.before });
}
function redo() {
  const edit = undone.pop();
  if (!edit) return null;
  done.push(edit);
  return apply(edit);
}

// What is made of other beads is as doubtful as the most doubtful of them.
function made(source, target, from) {
  const known = from.map((bead) => bead.confidence).filter((value) => value !== null);
  const confidence = known.length ? Math.min(...known) : null;
  const crossing = from.every((bead) => bead.crossing);
  return { source, target, confidence, confirmed: false, edited: true, crossing };
}

function merge(index) {
  if (index < 0 || index + 1 >= beads.length) return null;
  const [a, b] = beads.slice(index, index + 2);
  return replace(index, 2, [made(a.source + b.source, a.target + b.target, [a, b])]);
}

// How many segments of a side stand before the place nearest to a share of its length.
function nearest(index, side, share, least, most) {
  const lengths = segmentsOf(index, side).map((segment) => segment.text.length + 1);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let best = least, distance = Infinity;
  for (let k = least, sum = lengths.slice(0, least).reduce((a, b) => a + b, 0); k <= most; sum += lengths[k++]) {
    if (Math.abs(sum / whole - share) < distance) [best, distance] = [k, Math.abs(sum / whole - share)];
  }
  return best;
}

// Before segment `part` of the side; for 0, in the middle. The other side follows by length.
function split(index, side, part) {
  const bead = beads[index];
  if (bead[side] < 2) [side, part] = [side === "source" ? "target" : "source", 0];
  if (bead[side] < 2) return bead.source && bead.target ? parted(index) : null;
  const other = side === "source" ? "target" : "source";
  const k = part > 0 ? part : nearest(index, side, 0.5, 1, bead[side] - 1);
  const lengths = segmentsOf(index, side).map((segment) => segment.text.length + 1);
  const sum = (list) => list.reduce((a, b) => a + b, 0);
  const l = nearest(index, other, sum(lengths.slice(0, k)) / sum(lengths), 0, bead[other]);
  const first = made(0, 0, [bead]), second = made(0, 0, [bead]);
  [first[side], first[other], second[side], second[other]] = [k, l, bead[side] - k, bead[other] - l];
  return replace(index, 1, [first, second]);
}

// A bead of one and one becomes two gaps.
function parted(index) {
  const bead = beads[index];
  return replace(index, 1, [made(bead.source, 0, [bead]), made(0, bead.target, [bead])]);
}

// The side's first segment goes to the bead above, or, at the start, into one of its own; `step` 1: its last, below.
function move(index, side, step) {
  const bead = beads[index], neighbour = beads[index + step];
  if (bead[side] === 0) return null;
  const other = side === "source" ? "target" : "source";
  if (!neighbour && bead[side] === 1 && bead[other] === 0) return null;
  const from = neighbour ? [bead, neighbour] : [bead];
  const left = made(bead.source, bead.target, from);
  const taken = made(neighbour?.source ?? 0, neighbour?.target ?? 0, from);
  left[side] -= 1;
  taken[side] += 1;
  const after = (step < 0 ? [taken, left] : [left, taken]).filter((bead) => bead.source + bead.target > 0);
  return replace(neighbour && step < 0 ? index - 1 : index, from.length, after);
}

function toggleConfirmed(index) {
  const bead = beads[index];
  return replace(index, 1, [{ ...bead, confirmed: !bead.confirmed }]);
}

// What the browser keeps: the beads alone, under a key made of the texts.
const storeKey = (() => {
  let a = 0x811c9dc5, b = 0x1b873593;
  for (const side of sides) {
    for (const { text } of segments[side]) {
      for (let i = 0; i < text.length; i++) {
        a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
        b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
      }
      a = Math.imul(a ^ 0x10000, 0x01000193);
    }
    b = Math.imul(b ^ a, 0x85ebca6b);
  }
  return `wasl-review-1-${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}-${given.length}`;
})();

function stored(list = beads) {
  return JSON.stringify(list.map((b) => [b.source, b.target, b.confidence, b.confirmed ? 1 : 0, b.edited ? 1 : 0,
    b.crossing ? 1 : 0]));
}

// Takes what was kept, if it fits the texts.
function restore(text) {
  try {
    const kept = JSON.parse(text).map(([source, target, confidence, confirmed, edited, crossing]) =>
      ({ source, target, confidence, confirmed: confirmed === 1, edited: edited === 1, crossing: crossing === 1 }));
    const isWhole = (n) => Number.isInteger(n) && n >= 0;
    const total = (side) => kept.reduce((sum, bead) => sum + bead[side], 0);
    const fits = kept.every((bead) => isWhole(bead.source) && isWhole(bead.target) && bead.source + bead.target > 0
      && (bead.confidence === null || (bead.confidence >= 0 && bead.confidence <= 1)));
    if (!fits || sides.some((side) => total(side) !== segments[side].length)) return false;
    beads = kept;
    count();
    return true;
  } catch {
    return false;
  }
}
