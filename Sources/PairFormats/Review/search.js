// Search that sees past case, accents, Arabic vowel signs, tatweel and the spellings of alef, yeh and teh marbuta.

const folds = { آ: "ا", أ: "ا", إ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ئ: "ي", ؤ: "و", ة: "ه", ک: "ك" };
const passedOver = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c]/;

function foldLetter(letter) {
  if (passedOver.test(letter)) return "";
  if (folds[letter]) return folds[letter];
  const code = letter.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  return letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}
function fold(text) {
  let folded = "";
  for (const letter of text) folded += foldLetter(letter);
  return folded;
}

const foldedTexts = new WeakMap();
function foldedText(segment) {
  let folded = foldedTexts.get(segment);
  if (folded === undefined) foldedTexts.set(segment, (folded = fold(segment.text)));
  return folded;
}

// The text as nodes, what matches the folded query in a mark.
function highlighted(text, query) {
  if (!query) return [document.createTextNode(text)];
  let folded = "";
  const places = [];
  let place = 0;
  for (const letter of text) {
    const plain = foldLetter(letter);
    for (let i = 0; i < plain.length; i++) places.push(place);
    folded += plain;
    place += letter.length;
  }
  places.push(text.length);
  const nodes = [];
  let end = 0;
  for (let hit = folded.indexOf(query); hit >= 0; hit = folded.indexOf(query, hit + query.length)) {
    const from = places[hit], to = Math.max(places[hit + query.length], from);
    if (from > end) nodes.push(text.slice(end, from));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    nodes.push(mark);
    end = to;
  }
  nodes.push(text.slice(end));
  return nodes;
}
