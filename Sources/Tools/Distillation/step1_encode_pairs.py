#!/usr/bin/env python3
"""Step 1: the teacher's vectors of the training pairs whose licence is stated.

Writes pairs.jsonl, A.npy (Arabic) and B.npy (English) into the working folder.
"""

import collections
import json
import re

import common
import teacher

# Files of train/ whose licence is not stated.
UNLICENSED = {"hadith_lk_matn", "hadith_lk_section", "umbrella"}
MOST_ARABIC_WORDS, MOST_ENGLISH_WORDS = 60, 80

MARKUP = re.compile(r"<[^>]*>|%[\w.]*|\{[^}]*\}|\$\w+|&\w+;")
ARABIC_LETTER = re.compile("[\u0621-\u064a]")
LATIN_LETTER = re.compile("[A-Za-z]")
PRESENTATION_FORM = re.compile("[\ufb50-\ufeff]")
# The teacher was trained on text without vowel signs.
VOWELS = re.compile("[\u064b-\u0652\u0670\u0640\u0653-\u065f\u06d6-\u06ed\u200f\u200e]")


def clean(text):
    """Without the markup and placeholders of user interfaces."""
    return MARKUP.sub(" ", text).replace("_", "").strip()


def usable_pairs(folder):
    """Each pair once, as `[arabic, english, source]`."""
    seen = set()
    for path in sorted(folder.iterdir()):
        source = path.name[:-4]
        if source in UNLICENSED:
            continue
        for line in path.open(encoding="utf-8"):
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 2:
                continue
            arabic, english = map(clean, columns)
            if not ARABIC_LETTER.search(arabic) or not LATIN_LETTER.search(english):
                continue
            if PRESENTATION_FORM.search(arabic) or (arabic, english) in seen:
                continue
            seen.add((arabic, english))
            arabic = VOWELS.sub("", arabic).replace("\u0671", "\u0627")
            yield [
                " ".join(arabic.split()[:MOST_ARABIC_WORDS]), " ".join(english.split()[:MOST_ENGLISH_WORDS]), source]


def main():
    options = common.data_parser(__doc__).parse_args()
    pairs = list(usable_pairs(options.data / "train"))
    print(len(pairs), "pairs", collections.Counter(source for _, _, source in pairs))
    with open("pairs.jsonl", "w", encoding="utf-8") as file:
        for pair in pairs:
            file.write(json.dumps(pair, ensure_ascii=False) + "\n")
    encoder = teacher.load(threads=1)
    teacher.write_vectors(encoder, [arabic for arabic, _, _ in pairs], "A.npy")
    teacher.write_vectors(encoder, [english for _, english, _ in pairs], "B.npy")


if __name__ == "__main__":
    main()
