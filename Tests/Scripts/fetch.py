#!/usr/bin/env python3
"""Runs Corpora/fetch against a mirror made up of the sample documents, and measures on what it brings.

    Tests/Scripts/fetch.py [WASL]
"""

import csv
import json
import subprocess
import sys
import tempfile
import urllib.parse
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
WASL = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/release/wasl").resolve()
FETCH = ROOT / "Corpora/fetch"


def check(condition, message):
    if not condition:
        sys.exit(f"FAILED: {message}")


def pairs():
    """The 1-1 beads of the sample documents."""
    for ladder in sorted((ROOT / "Corpora").glob("*/*.ladder")):
        arabic, english = (ladder.with_suffix(side).read_text().split("\n") for side in (".ar", ".en"))
        for line in ladder.read_text().splitlines():
            source, target = (json.loads(part) for part in line.split(":")[:2])
            if len(source) == len(target) == 1:
                yield arabic[source[0]], english[target[0]]


def mirror(folder, texts):
    """Every corpus of the list, with the same text, where the list says that it lies."""
    with open(ROOT / "Corpora/public.tsv") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            for number, location in enumerate(row["location"].split()):
                parts = urllib.parse.urlsplit(location)
                path = folder / parts.netloc / parts.path.lstrip("/")
                path.parent.mkdir(parents=True, exist_ok=True)
                if row["form"] == "lines":
                    path.write_text(texts[number])
                    continue
                with zipfile.ZipFile(path, "w") as archive:
                    archive.writestr("README", "about the corpus")
                    for side, text in zip(("ar", "en"), texts):
                        archive.writestr(f"Corpus.ar-en.{side}", text)
            yield row["name"]


def fetch(*arguments):
    return subprocess.run([FETCH, *arguments], capture_output=True, text=True)


def main():
    chosen = list(pairs())
    # An empty side, and separators that end no line.
    lines = chosen[:50] + [("", "alone")] + chosen[50:100] + [("سطر\u2028واحد", "one\u2028line")]
    texts = ["".join(pair[side] + "\n" for pair in lines) for side in (0, 1)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names = list(mirror(folder / "mirror", texts))
        address = (folder / "mirror").as_uri()
        result = fetch(*names, "--mirror", address, "--to", folder / "public", "--size", "40")
        check(result.returncode == 0, result.stderr)
        for corpus in names:
            files = sorted((folder / "public" / corpus).iterdir())
            check(len(files) == 6, f"{corpus}: {files}")
            found = ["".join(file.read_text() for file in files if file.suffix == side) for side in (".ar", ".en")]
            expected = ["".join(pair[side] + "\n" for pair in lines if all(pair)) for side in (0, 1)]
            check(found == expected, f"{corpus}: other text")
        check(not [file for file in (folder / "public").iterdir() if file.name.startswith(".")], "rests were left")

        result = fetch(names[0], "--mirror", address, "--to", folder / "public", "--limit", "7")
        check(result.returncode == 0 and "7 pairs" in result.stdout, "the limit does not hold")
        # What is there stays when nothing comes, and the others are still fetched.
        (folder / "mirror" / "object.pouta.csc.fi").rename(folder / "mirror" / "gone")
        result = fetch(names[0], "ntrex", "--mirror", address, "--to", folder / "public")
        check(result.returncode == 1 and names[0] in result.stderr and "ntrex" in result.stdout, result.stderr)
        check((folder / "public" / names[0]).exists(), "the old files are gone")
        check(fetch("nonsense").returncode == 2, "an unknown name went through")
        check(all(corpus in fetch().stdout for corpus in names), "the list lacks a name")

        report = subprocess.run(
            [WASL, "bench", "align", "--synthetic", "200", "--json", folder / "public/ntrex"], capture_output=True,
            text=True, check=True)
        figures = json.loads(report.stdout)
        check(figures["strictF1"] > 0.9, f"strict F1 {figures['strictF1']}")
    print("1 passed, 0 failed")


if __name__ == "__main__":
    main()
