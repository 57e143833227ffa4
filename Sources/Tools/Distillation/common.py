"""Shared by the steps: where the data lies, the training pairs, and how texts become words and pieces."""

import argparse
import json
import os
import pathlib
import re

# Letters whose variants count as one.
FOLDED = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك"})
ARABIC_WORD = re.compile("[\u0621-\u064a]+")
WORD = re.compile("[\u0621-\u064a]+|[a-z]+")
MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u0653-\u065f\u06d6-\u06ed]")


def data_parser(description):
    """A parser with the option that says where the data lies."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--data", type=pathlib.Path, default=os.environ.get("WASL_DATA"), required="WASL_DATA" not in os.environ,
        help="the folder with train/, lex/ and, for progress reports only, dev/ (default: $WASL_DATA)")
    return parser


def read_pairs():
    """The training pairs that step 1 wrote: Arabic, English, name of the source."""
    with open("pairs.jsonl", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read_augmented():
    """What step 2 wrote: dictionary entries (`lex`) and sentences with words exchanged (`XA`, `XE`)."""
    with open("aug.json", encoding="utf-8") as file:
        return json.load(file)


def words(text):
    """The words of a text in either language, folded, as the model looks them up."""
    text = MARKS.sub("", text).translate(FOLDED).lower()
    return WORD.findall(text.replace("'s ", " ").replace("’s ", " "))


class Pieces:
    """Cuts words into the longest known pieces from the left; the first piece of a word starts with '^'."""

    def __init__(self, pieces):
        self.pieces = set(pieces)
        self.longest = max(map(len, self.pieces))

    def cut(self, word):
        word, start, result = "^" + word, 0, []
        while start < len(word):
            for length in range(min(self.longest, len(word) - start), 0, -1):
                piece = word[start : start + length]
                if piece in self.pieces:
                    result.append(piece)
                    start += length
                    break
            else:
                start += 1
        return result
