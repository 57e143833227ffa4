#!/usr/bin/env python3
"""Runs the Spark job in local mode on a few thousand documents, and compares its table with the batch's lines.

    Tests/Scripts/spark.py [WASL]

Needs pyspark, pyarrow and Java. The documents are runs of beads from the sample corpora.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import pyarrow
import pyarrow.parquet

ROOT = Path(__file__).resolve().parent.parent.parent
WASL = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/release/wasl").resolve()
JOB = ROOT / "Sources/Cluster/align_documents.py"
COUNT = 3_000


def corpus():
    """Beads of the sample corpora: texts of both sides."""
    for ladder in sorted((ROOT / "Corpora").glob("*/*.ladder")):
        arabic, english = (ladder.with_suffix(side).read_text().split("\n") for side in (".ar", ".en"))
        for line in ladder.read_text().splitlines():
            source, target = (json.loads(part) for part in line.split(":")[:2])
            yield [arabic[index] for index in source], [english[index] for index in target]


def documents():
    chosen = random.Random(1)
    beads = list(corpus())
    for number in range(COUNT):
        start = chosen.randrange(len(beads) - 6)
        run = beads[start : start + chosen.randint(2, 6)]
        sides = ["\n".join(line for bead in run for line in bead[side]) for side in (0, 1)]
        yield {"id": f"document {number}", "source": sides[0] or "فقرة", "target": sides[1] or "Paragraph"}
    # English on both sides, which cannot be aligned.
    yield {"id": "no Arabic", "source": "One.", "target": "Two."}


def job(*arguments):
    """The job's status and the rows of its table, by document."""
    result = subprocess.run(
        [sys.executable, JOB, *arguments], capture_output=True, text=True,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable})
    if result.returncode > 1:
        print(result.stderr[-4000:], file=sys.stderr)
        sys.exit("the job failed")
    rows = pyarrow.parquet.read_table(arguments[1]).to_pylist()
    print(result.stdout.strip())
    return result.returncode, grouped(rows)


def grouped(rows):
    result = {}
    for row in rows:
        result.setdefault(row["id"], []).append(row)
    return result


def check(condition, message):
    if not condition:
        sys.exit(f"FAILED: {message}")


def main():
    rows = list(documents())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = folder / "documents.jsonl"
        lines.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), folder / "documents.parquet")
        options = ["--presplit"]
        batch = subprocess.run(
            [WASL, "align", "--batch", lines, "--keep-going", "-q", *options], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        expected = grouped(json.loads(line) for line in batch.stdout.decode().splitlines())
        missing = [row["id"] for row in rows if row["id"] not in expected]
        check("no Arabic" in missing and len(missing) < 10, f"the batch left out {missing}")
        for source, partitions in (("documents.jsonl", "7"), ("documents.parquet", "4")):
            status, found = job(
                str(folder / source), str(folder / f"{source}.beads"), "--wasl", str(WASL), "--partitions",
                partitions, "--", *options)
            check(status == 1, "the document that cannot be aligned went unnoticed")
            failed = "".join(file.read_text() for file in (folder / f"{source}.beads.failed").glob("part-*"))
            check(sorted(failed.splitlines()) == sorted(missing), f"left out: {failed!r}")
            check(found.keys() == expected.keys(), "other documents than the batch's")
            for document, beads in expected.items():
                check(found[document] == beads, f"{document}: {found[document]} is not {beads}")
    print("2 passed, 0 failed")


if __name__ == "__main__":
    main()
