// The formats, to the letter as the command writes them. Each returns the text and how many gaps it leaves out.

const lineEnds = /\r\n|[\n\v\f\r\x85\u2028\u2029]/g;

// A bead's side: its segments joined, and where they stand; null for a gap.
function joined(index, side) {
  const parts = segmentsOf(index, side);
  if (!parts.length) return null;
  const first = parts[0], last = parts[parts.length - 1];
  const numbers = parts.every((part) => part.segments) ? parts.flatMap((part) => part.segments) : null;
  return { text: parts.map((part) => part.text).join(" "), start: first.start, end: last.end, segments: numbers };
}

// A person who has confirmed a bead is sure.
function score(bead) {
  return bead.confirmed ? "1.0000" : bead.confidence === null ? null : bead.confidence.toFixed(4);
}

const exporters = {
  tsv() {
    const field = (side) => (side ? side.text.replace(lineEnds, " ").replaceAll("\t", " ") : "");
    const numbers = (side) => (side?.segments ?? []).join(" ");
    const lines = beads.map((bead, index) => {
      const [source, target] = sides.map((side) => joined(index, side));
      return [field(source), field(target), score(bead) ?? "", numbers(source), numbers(target)].join("\t");
    });
    return ["source\ttarget\tconfidence\tsource_segments\ttarget_segments", ...lines].join("\n") + "\n";
  },

  jsonl() {
    const string = (text) => JSON.stringify(text)
      .replace(/[\x85\u2028\u2029]/g, (end) => "\\u" + end.charCodeAt(0).toString(16).padStart(4, "0"));
    const object = (side) => {
      if (!side) return "null";
      let text = `{"text":${string(side.text)}`;
      if (side.start !== undefined && side.end !== undefined) text += `,"start":${side.start},"end":${side.end}`;
      if (side.segments) text += `,"segments":[${side.segments}]`;
      return text + "}";
    };
    return beads.map((bead, index) => {
      let line = `{"source":${object(joined(index, "source"))},"target":${object(joined(index, "target"))}`;
      if (score(bead) !== null) line += `,"confidence":${score(bead)}`;
      if (bead.confirmed) line += `,"confirmed":true`;
      if (bead.crossing) line += `,"crossing":true`;
      return line + "}\n";
    }).join("");
  },

  tmx() {
    const escaped = (text) => text.replace(lineEnds, " ")
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd")
      .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const variant = (side, index) =>
      `      <tuv xml:lang="${about[side].tag}"><seg>${escaped(joined(index, side).text)}</seg></tuv>\n`;
    let text = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
      + `  <header creationtool="wasl" creationtoolversion="${about.version}" segtype="sentence" o-tmf="wasl"`
      + ` adminlang="en" srclang="${about.source.tag}" datatype="plaintext"/>\n  <body>\n`;
    beads.forEach((bead, index) => {
      if (!bead.source || !bead.target) return;
      text += "    <tu>\n";
      if (score(bead) !== null) text += `      <prop type="x-wasl-confidence">${score(bead)}</prop>\n`;
      text += variant("source", index) + variant("target", index) + "    </tu>\n";
    });
    return text + "  </body>\n</tmx>\n";
  },

  ladder() {
    // Files of pairs may lack numbers; then the segments count as they stand here.
    const isNumbered = sides.every((side) => segments[side].every((segment) => segment.segments));
    const isScored = beads.every((bead) => score(bead) !== null);
    return beads.map((bead, index) => {
      const lists = sides.map((side) => {
        const parts = segmentsOf(index, side);
        const numbers = isNumbered ? parts.flatMap((part) => part.segments) : parts.map((_, i) => starts[index][side] + i);
        return `[${numbers.join(", ")}]`;
      });
      return lists.join(":") + (isScored ? ":" + score(bead) : "") + "\n";
    }).join("");
  },
};
