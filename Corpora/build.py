#!/usr/bin/env python3
"""Make the sample corpora's files from their annotated sources, or check that they are up to date.

    Corpora/build.py            write every NAME/NAME.* from NAME/NAME.beads, and the tables in README.md
    Corpora/build.py --check    write nothing; exit 1 when a file is stale or a source breaks a rule

A source (NAME.beads) holds a document once; everything else is derived from it. It is UTF-8:

    # a comment                          anywhere
    form: halves                         how NAME.mixed.txt is laid out (see FORMS), in the header
    first: ar                            which language comes first in it
    between: ----------                  a line that parts the halves (optional; no segment, no language)
    shows: ...                           what the document is for (a cell of README's table)

    ar// Text of a segment.              a blank line ends the header; then beads, parted by blank lines.
    en// Text of its translation.        "//" starts a paragraph, "/" a line, nothing goes on in the line
    en And a second sentence.            A bead with one language only is a gap.

    ---                                  in interleaved forms: the end of a block (a paragraph or line of
                                         one language, then that of the other)
"""

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent

# What parts the Arabic from the English (within a block), and one block from the next.
FORMS = {
    "one-line": (" ", None),
    "halves": ("\n\n", None),
    "paragraphs": ("\n\n", "\n\n"),
    "lines": ("\n", "\n"),
}
JOINS = {"": " ", "/": "\n", "//": "\n\n"}
SIDES = ("ar", "en")
SEGMENT = re.compile(r"(ar|en)(/{0,2}) (.*)")
FIELD = re.compile(r"([a-z]+): (.*)")
TABLE = re.compile(r"(<!-- (documents|shapes) -->\n).*?(<!-- end -->)", re.DOTALL)

# Characters that have no place in text typed by hand: presentation forms, Persian and Urdu letters,
# bidi and zero-width controls.
STRAY = re.compile("[\ufb50-\ufdff\ufe70-\ufeff\u06a9\u06cc\u06c1\u06be\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c]")


class SourceError(Exception):
    """A source breaks a rule; the message says where and which."""


@dataclass
class Segment:
    text: str
    mark: str  # "", "/" or "//"
    line: int  # in the source, from 1


@dataclass
class Bead:
    ar: list[Segment] = field(default_factory=list)
    en: list[Segment] = field(default_factory=list)

    @property
    def shape(self):
        return f"{len(self.ar)}-{len(self.en)}"


@dataclass
class Source:
    name: str
    header: dict[str, str]
    blocks: list[list[Bead]]

    @property
    def beads(self):
        return [bead for block in self.blocks for bead in block]

    def segments(self, side):
        return [segment for bead in self.beads for segment in getattr(bead, side)]


# Reading


def read_source(path):
    """The document in a .beads file."""
    header, blocks, bead = {}, [[]], Bead()
    in_header = True

    def end_bead():
        nonlocal bead
        if bead.ar or bead.en:
            blocks[-1].append(bead)
            bead = Bead()

    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        where = f"{path.name}:{number}"
        if line.startswith("#"):
            continue
        if in_header:
            if line == "":
                in_header = False
            elif match := FIELD.fullmatch(line):
                header[match[1]] = match[2]
            else:
                raise SourceError(f"{where}: expected 'field: value' in the header")
        elif line == "":
            end_bead()
        elif line == "---":
            end_bead()
            blocks.append([])
        elif match := SEGMENT.fullmatch(line):
            side, mark, text = match.groups()
            lint(text, side, where)
            if side == "ar" and bead.en:
                raise SourceError(f"{where}: a bead's Arabic comes before its English")
            getattr(bead, side).append(Segment(text, mark, number))
        else:
            raise SourceError(f"{where}: expected 'ar[/[/]] text', 'en[/[/]] text', '---' or a blank line")
    end_bead()
    source = Source(path.stem, header, [block for block in blocks if block])
    check_layout(source)
    return source


def lint(text, side, where):
    if text != " ".join(text.split()) or not text:
        raise SourceError(f"{where}: stray white space, or no text")
    if stray := STRAY.search(text):
        raise SourceError(f"{where}: stray U+{ord(stray[0]):04X}")
    arabic = len(re.findall("[\u0621-\u064a]", text))
    latin = len(re.findall("[A-Za-z]", text))
    if side == "en" and arabic:
        raise SourceError(f"{where}: Arabic letters on the English side")
    if side == "ar" and latin and not arabic:
        raise SourceError(f"{where}: no Arabic letter on the Arabic side")


def check_layout(source):
    form = source.header.get("form")
    if form not in FORMS or source.header.get("first") not in SIDES or "shows" not in source.header:
        raise SourceError(f"{source.name}: the header needs form ({', '.join(FORMS)}), first (ar, en) and shows")
    interleaved = FORMS[form][1] is not None
    if not interleaved and len(source.blocks) > 1:
        raise SourceError(f"{source.name}: '---' is for interleaved forms")
    if interleaved:
        # A block starts where a reader of the one-language text sees a break, too.
        mark = {"paragraphs": "//", "lines": "/"}[form]
        for block in source.blocks:
            for side in SIDES:
                own = [segment for bead in block for segment in getattr(bead, side)]
                for index, segment in enumerate(own):
                    if (segment.mark == mark) != (index == 0):
                        raise SourceError(f"{source.name}.beads:{segment.line}: '{mark}' starts a block, and only that")
    if form == "one-line" and any(segment.mark for side in SIDES for segment in source.segments(side)):
        raise SourceError(f"{source.name}: a one-line document has no breaks")


# Laying out


class Page:
    """Text being put together, which remembers where each segment went."""

    def __init__(self):
        self.parts, self.length = [], 0
        self.ranges = {side: [] for side in SIDES}

    def add(self, text):
        self.parts.append(text)
        self.length += len(text)

    def add_segments(self, side, segments):
        for index, segment in enumerate(segments):
            if index:
                self.add(JOINS[segment.mark])
            self.ranges[side].append((self.length, self.length + len(segment.text)))
            self.add(segment.text)

    @property
    def text(self):
        return "".join(self.parts) + "\n"


def lay_out_side(source, side):
    page = Page()
    page.add_segments(side, source.segments(side))
    return page


def lay_out_mixed(source):
    between, apart = FORMS[source.header["form"]]
    if line := source.header.get("between"):
        between = f"\n\n{line}\n\n"
    order = SIDES if source.header["first"] == "ar" else SIDES[::-1]
    page = Page()
    for number, block in enumerate(source.blocks):
        if number:
            page.add(apart)
        halves = [(side, [segment for bead in block for segment in getattr(bead, side)]) for side in order]
        halves = [(side, segments) for side, segments in halves if segments]
        for index, (side, segments) in enumerate(halves):
            if index:
                page.add(between)
            page.add_segments(side, segments)
    return page


def ladder(source):
    """The gold: the numbers of each bead's segments, Arabic then English."""
    lines, i, j = [], 0, 0
    for bead in source.beads:
        lines.append(f"{list(range(i, i + len(bead.ar)))}:{list(range(j, j + len(bead.en)))}")
        i, j = i + len(bead.ar), j + len(bead.en)
    return "\n".join(lines) + "\n"


def spans(source, ar_page, en_page, note):
    """A row a bead: from its first segment's start to its last one's end on either side, -1 -1 for none."""
    rows, i, j = [f"# ar_start\tar_end\ten_start\ten_end   code points; {note}"], 0, 0
    for bead in source.beads:
        row = []
        for page, side, first, count in ((ar_page, "ar", i, len(bead.ar)), (en_page, "en", j, len(bead.en))):
            ranges = page.ranges[side][first : first + count]
            row += [ranges[0][0], ranges[-1][1]] if ranges else [-1, -1]
        rows.append("\t".join(map(str, row)))
        i, j = i + len(bead.ar), j + len(bead.en)
    return "\n".join(rows) + "\n"


def build(source):
    """Every derived file of a document, by name."""
    name = source.name
    ar, en, mixed = lay_out_side(source, "ar"), lay_out_side(source, "en"), lay_out_mixed(source)
    if FORMS[source.header["form"]][1] is None and source.header["first"] == "ar":
        where = f"in .mixed.txt add {mixed.ranges['en'][0][0]}"
    else:
        where = "for .mixed.txt see .mixed.spans.tsv"
    return {
        f"{name}.ar": "".join(segment.text + "\n" for segment in source.segments("ar")),
        f"{name}.en": "".join(segment.text + "\n" for segment in source.segments("en")),
        f"{name}.ladder": ladder(source),
        f"{name}.ar.txt": ar.text,
        f"{name}.en.txt": en.text,
        f"{name}.mixed.txt": mixed.text,
        f"{name}.spans.tsv": spans(source, ar, en, f"en offsets are into .en.txt ({where})"),
        f"{name}.mixed.spans.tsv": spans(source, mixed, mixed, "all offsets are into .mixed.txt"),
    }


# Checking: what follows reads the written form, and knows nothing of how it was made.


def defects(name, files):
    """What is wrong with a document's files, as messages."""
    found = []
    sides = {side: files[f"{name}.{side}"].split("\n")[:-1] for side in SIDES}
    rungs = []
    for line in files[f"{name}.ladder"].split("\n")[:-1]:
        match = re.fullmatch(r"\[([\d, ]*)\]:\[([\d, ]*)\]", line)
        if not match:
            found.append(f"{name}.ladder: not a bead: {line}")
            continue
        rungs.append([[int(number) for number in group.split(", ")] if group else [] for group in match.groups()])
    for index, side in enumerate(SIDES):
        covered = [number for rung in rungs for number in rung[index]]
        if covered != list(range(len(sides[side]))):
            found.append(f"{name}.ladder: does not hold every {side} segment once, in order")
    if any(rung == [[], []] for rung in rungs):
        found.append(f"{name}.ladder: an empty bead")

    texts = {
        f"{name}.spans.tsv": {side: files[f"{name}.{side}.txt"] for side in SIDES},
        f"{name}.mixed.spans.tsv": {side: files[f"{name}.mixed.txt"] for side in SIDES},
    }
    for file, of_side in texts.items():
        rows = [[int(cell) for cell in row.split("\t")] for row in files[file].split("\n")[1:-1]]
        if len(rows) != len(rungs):
            found.append(f"{file}: {len(rows)} rows for {len(rungs)} beads")
            continue
        for number, (row, rung) in enumerate(zip(rows, rungs)):
            for index, side in enumerate(SIDES):
                start, end = row[2 * index : 2 * index + 2]
                own = [sides[side][segment] for segment in rung[index]]
                if (start, end) == (-1, -1) and not own:
                    continue
                # A cut keeps the line breaks; the segments of one bead are parted by white space only.
                pattern = r"\s+".join(re.escape(text) for text in own)
                if not own or start < 0 or not re.fullmatch(pattern, of_side[side][start:end]):
                    found.append(f"{file}: row {number + 1} does not cut the {side} segments of its bead")
    for side in SIDES:
        if files[f"{name}.{side}.txt"].split() != " ".join(sides[side]).split():
            found.append(f"{name}.{side}.txt: holds other words than {name}.{side}")
    return found


# The tables in README.md


def shape_order(shape):
    left, right = map(int, shape.split("-"))
    return (0 if shape == "1-1" else 1 if 0 in (left, right) else 2, left + right, left)


def documents_table(sources):
    rows = ["| document | in one file | segments ar / en | shows |", "|---|---|---|---|"]
    for source in sources:
        form, first = source.header["form"], {"ar": "Arabic", "en": "English"}[source.header["first"]]
        counts = " / ".join(str(len(source.segments(side))) for side in SIDES)
        rows.append(f"| [{source.name}]({source.name}) | {form}, {first} first | {counts} | {source.header['shows']} |")
    return "\n".join(rows) + "\n"


def shapes_table(sources):
    counts = {source.name: Counter(bead.shape for bead in source.beads) for source in sources}
    shapes = sorted({shape for count in counts.values() for shape in count}, key=shape_order)
    counts["all"] = sum(counts.values(), Counter())
    rows = ["| document | beads | " + " | ".join(shapes) + " |", "|---" * (len(shapes) + 2) + "|"]
    for name, count in counts.items():
        cells = " | ".join(str(count[shape] or "") for shape in shapes)
        rows.append(f"| {name} | {count.total()} | {cells} |")
    return "\n".join(rows) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when something is stale or wrong")
    check = parser.parse_args().check
    problems = []
    try:
        sources = [read_source(path) for path in sorted(HERE.glob("*/*.beads"))]
    except SourceError as error:
        sys.exit(str(error))
    wanted = {}
    for source in sources:
        files = build(source)
        problems += defects(source.name, files)
        wanted |= {HERE / source.name / file: text for file, text in files.items()}
    readme = HERE / "README.md"
    if readme.exists():
        tables = {"documents": documents_table(sources), "shapes": shapes_table(sources)}
        wanted[readme] = TABLE.sub(lambda match: match[1] + tables[match[2]] + match[3], readme.read_text("utf-8"))
    for path, text in wanted.items():
        if path.exists() and path.read_bytes() == text.encode():
            continue
        if check:
            problems.append(f"{path.relative_to(HERE)}: stale; run Corpora/build.py")
        else:
            path.write_bytes(text.encode())
    made = {path for path in wanted if path != readme}
    for path in HERE.glob("*/*"):
        # Fetched corpora lie in a hidden folder.
        if path not in made and path.suffix != ".beads" and not path.parent.name.startswith("."):
            problems.append(f"{path.relative_to(HERE)}: made from no source")
    print(shapes_table(sources), end="")
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
