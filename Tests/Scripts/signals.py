#!/usr/bin/env python3
"""Sends signals to `wasl align` at random moments, and checks that nothing is half, lost or repeated.

    Tests/Scripts/signals.py [SEED]

WASL=… names the command; without it the release build is run. The exit status is 0 when nothing was found.
"""

import collections
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

WASL = os.environ.get("WASL", str(pathlib.Path(__file__).parents[2] / ".build/release/wasl"))
ARABIC, ENGLISH = "قال الولد إن المدينة كبيرة.", "The boy said the city was large."


def timed(arguments):
    start = time.monotonic()
    subprocess.run([WASL, "align", "-q", *arguments], check=True)
    return time.monotonic() - start


def interrupted(arguments, seconds, number):
    process = subprocess.Popen([WASL, "align", "-q", *arguments], stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.send_signal(number)
    return process.wait()


def single(rounds):
    """The output is the old file or the whole new one, and only SIGKILL leaves a partial file beside it."""
    pathlib.Path("in.txt").write_text(f"{' '.join([ARABIC] * 300)}\n\n{' '.join([ENGLISH] * 300)}\n")
    seconds = timed(["in.txt", "-o", "whole.tsv"])
    whole, output = pathlib.Path("whole.tsv").read_text(), pathlib.Path("out.tsv")
    ends, failures = collections.Counter(), 0
    for _ in range(rounds):
        output.write_text("old\n")
        number = random.choice([signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
        status = interrupted(["in.txt", "-o", "out.tsv"], random.random() * seconds * 1.1, number)
        left = list(pathlib.Path(".").glob(".*.tmp"))
        content = output.read_text()
        sound = content == whole if status == 0 else status == -number and content in ("old\n", whole)
        if not sound or left and number != signal.SIGKILL:
            failures += 1
            print(f"signal {number}: status {status}, {len(content)} characters, left {left}")
        for path in left:
            path.unlink()
        ends["whole" if status == 0 else "ended by the signal"] += 1
    print(f"single: {dict(ends)}, {failures} failures")
    return failures


def batches(rounds, kills):
    """However often it was stopped, a resumed stream has the bytes of an unbroken run."""
    with open("list.jsonl", "w") as file:
        for number in range(150):
            texts = {"source": f"{ARABIC} نعم {number}.", "target": f"{ENGLISH} Yes {number}."}
            file.write(json.dumps({"id": f"d{number}", **texts}) + "\n")
    seconds = timed(["--batch", "list.jsonl", "-o", "whole.jsonl"])
    whole, failures = pathlib.Path("whole.jsonl").read_bytes(), 0
    resume = ["--batch", "list.jsonl", "--resume", "-o", "out.jsonl"]
    for _ in range(rounds):
        pathlib.Path("out.jsonl").unlink(missing_ok=True)
        for _ in range(kills):
            number = random.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
            interrupted([*resume, "--jobs", random.choice("124")], random.random() * seconds * 0.6, number)
        timed(resume)
        failures += pathlib.Path("out.jsonl").read_bytes() != whole
    print(f"batches: {rounds} rounds of {kills} signals, {failures} failures")
    return failures


def folders(rounds):
    """A batch that writes a file a document leaves no partial one, however its threads stand."""
    with open("short.jsonl", "w") as file:
        for number in range(4000):
            file.write(json.dumps({"id": f"d{number}", "source": ARABIC, "target": ENGLISH}) + "\n")
    failures = 0
    for round in range(rounds):
        number = random.choice([signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
        folder = pathlib.Path(f"out{round}")
        arguments = ["--batch", "short.jsonl", "--output-dir", str(folder), "--to", "ladder", "--jobs", "2"]
        interrupted(arguments, random.uniform(0.02, 0.25), number)
        left = [path.name for path in folder.glob(".*.tmp")]
        if left:
            failures += 1
            print(f"signal {number}: left {left}")
    print(f"folders: {rounds} signals, {failures} failures")
    return failures


if __name__ == "__main__":
    random.seed(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        sys.exit(1 if single(60) + batches(15, 4) + folders(60) else 0)
