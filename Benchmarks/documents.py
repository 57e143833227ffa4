"""Documents made from those of a folder, with known gold: for the scripts that measure one kind of text each.

A made document is a list of beads in the order of the Arabic side, and the order of the beads on the English side.
"""

import json
import subprocess
import sys
import tempfile
from collections import namedtuple
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

Bead = namedtuple("Bead", "source target")  # lists of lines; an empty one is a gap
Row = tuple[list[str], list[str]]  # Arabic and English segments that stand for each other


class Document:
    """Beads in the order of the source, and the numbers of the beads in the order of the target."""

    def __init__(self, name, beads, order=None):
        self.name = name
        self.beads = beads
        self.order = order if order is not None else list(range(len(beads)))

    def gold(self):
        """The beads as pairs of tuples of segment numbers."""
        starts, count = {}, 0
        for index in self.order:
            starts[index] = count
            count += len(self.beads[index].target)
        result, source = [], 0
        for index, bead in enumerate(self.beads):
            result.append((
                tuple(range(source, source + len(bead.source))),
                tuple(range(starts[index], starts[index] + len(bead.target)))))
            source += len(bead.source)
        return result

    def write(self, folder):
        source = [line for bead in self.beads for line in bead.source]
        target = [line for index in self.order for line in self.beads[index].target]
        (folder / f"{self.name}.ar").write_text("".join(line + "\n" for line in source))
        (folder / f"{self.name}.en").write_text("".join(line + "\n" for line in target))
        (folder / f"{self.name}.ladder").write_text(
            "".join(f"{list(left)}:{list(right)}\n" for left, right in self.gold()))


def lines(path):
    return path.read_text().removesuffix("\n").split("\n")


def ladder(path):
    """The beads of a ladder as pairs of tuples, and their confidences."""
    result = {}
    for line in path.read_text().splitlines():
        left, right, *rest = line.split(":")
        result[(tuple(json.loads(left)), tuple(json.loads(right)))] = float(rest[0]) if rest else 1.0
    return result


def read(folder):
    """The documents of a folder with DOC.ar, DOC.en and DOC.ladder."""
    found = []
    for path in sorted(folder.glob("*.ladder")):
        sides = [lines(path.with_suffix(suffix)) for suffix in (".ar", ".en")]
        beads = [Bead(*([side[i] for i in part] for side, part in zip(sides, bead))) for bead in ladder(path)]
        found.append(Document(path.stem, beads))
    return found


def pair_rows(file: Path, first: int, end: int) -> list[Row]:
    """The lines first..<end of a file of pairs, those without text on a side left out."""
    rows = []
    for number, line in enumerate(file.read_text("utf-8").split("\n")):
        sides = line.split("\t")
        if first <= number < end and len(sides) == 2 and sides[0].strip() and sides[1].strip():
            rows.append(([sides[0]], [sides[1]]))
    return rows


def program(given):
    """The wasl command that is asked for, or the built one."""
    for path in [given] if given else [ROOT / ".build/release/wasl", ROOT / ".build/debug/wasl"]:
        if path.exists():
            return path.resolve()
    sys.exit("wasl is not built; run swift build -c release, or give --wasl PATH")


def align(wasl, documents, work, options=()):
    """Aligns documents; returns the folders of their gold and of their alignments."""
    gold, found = work / "gold", work / "found"
    for folder in (gold, found):
        folder.mkdir(parents=True, exist_ok=True)
    listed = ""
    for document in documents:
        document.write(gold)
        listed += f"{document.name}\t{gold / document.name}.ar\t{gold / document.name}.en\n"
    (work / "list.tsv").write_text(listed)
    subprocess.run(
        [wasl, "align", "-q", "--presplit", "--batch", work / "list.tsv", "--to", "ladder", "--output-dir", found]
        + list(options), check=True)
    return gold, found


def evaluate(wasl, gold, found):
    """What `wasl evaluate --json` says."""
    return json.loads(subprocess.run(
        [wasl, "evaluate", "-q", "--json", "--calibration", "--gold-dir", gold, "--hyp-dir", found], check=True,
        capture_output=True, text=True).stdout)


def folder_of_work(kept):
    """A folder that is kept, or one that goes when the script ends; the object has to be held."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        return kept, None
    temporary = tempfile.TemporaryDirectory()
    return Path(temporary.name), temporary
