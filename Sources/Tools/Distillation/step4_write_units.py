#!/usr/bin/env python3
"""Step 4: what `wasl train --vectors vectors` reads: the vectors of frequent words and of all pieces.

Reads what step 3 wrote; writes vectors.f32 (a row of floats a unit) and vectors.txt (a line `p PIECE` or `w WORD` a
unit).
"""

import argparse
import collections
import json

import numpy as np

import common

# How often a word has to come; other words are made of their pieces.
LEAST_COUNT = 8


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dimension", type=int, nargs="?", default=128, help="as in step 3 (default: 128)")
    dimension = parser.parse_args().dimension
    vectors = np.load(f"E{dimension}.npy")
    with open(f"units{dimension}.json", encoding="utf-8") as file:
        units = json.load(file)
    counts = collections.Counter()
    for arabic, english, _ in common.read_pairs() + common.read_augmented()["lex"]:
        counts.update(common.words(arabic))
        counts.update(common.words(english))
    kept = [number for number, (kind, text) in enumerate(units) if kind == "p" or counts[text] >= LEAST_COUNT]
    vectors[kept].astype("<f4").tofile("vectors.f32")
    with open("vectors.txt", "w", encoding="utf-8") as file:
        for number in kept:
            kind, text = units[number]
            file.write(f"{kind} {text}\n")
    print(len(kept), "units")


if __name__ == "__main__":
    main()
