#!/usr/bin/env python3
"""Step 2: the teacher's vectors of dictionary entries, and of training sentences with words exchanged.

With words exchanged, rare words are met in many contexts. Writes aug.json, LA.npy and LE.npy (dictionary), XA.npy and
XE.npy (sentences) into the working folder.
"""

import collections
import json
import random
import re

import common
import teacher

SEED = 7
SENTENCES = 130_000
DICTIONARIES = ["arabic_wordnet", "freedict_ara_eng", "freedict_eng_ara", "google_translit_names", "tico_terms"]
# The share of words that are exchanged, and the length above which they may be.
EXCHANGED, SHORT = 0.4, 3
# How often a word of the training pairs has to come to be put into others' places.
LEAST_COUNT = 3

ENGLISH_WORD = re.compile("[A-Za-z][a-z]+")
LATIN_WORD = re.compile("[A-Za-z]+")
TEACHER_ENGLISH = re.compile("▁[A-Za-z][a-z]+")
TEACHER_ARABIC = re.compile("▁[\u0621-\u064a]{2,}")
VOWELS = re.compile("[\u064b-\u0652\u0670\u0640]")


def dictionary(folder):
    """Each entry once, as `(arabic, english, source)`."""
    entries = []
    for name in DICTIONARIES:
        for line in (folder / f"{name}.tsv").open(encoding="utf-8"):
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 2:
                entries.append((VOWELS.sub("", columns[0]), columns[1], name))
    return list(dict.fromkeys(entries))


def vocabularies(pairs, entries, pieces):
    """The words to put in, Arabic and English: those that the teacher knows whole count several times."""
    arabic, english = collections.Counter(), collections.Counter()
    for text, translation, _ in pairs:
        arabic.update(common.ARABIC_WORD.findall(text))
        english.update(ENGLISH_WORD.findall(translation))
    entry_arabic = collections.Counter(word for text, _, _ in entries for word in common.ARABIC_WORD.findall(text))
    entry_english = collections.Counter(word for _, text, _ in entries for word in ENGLISH_WORD.findall(text))
    met = {word.lower() for word in english} | {word.lower() for word in entry_english}
    known_english = [p[1:] for p in pieces if TEACHER_ENGLISH.fullmatch(p) and p[1:].lower() in met]
    known_arabic = [p[1:] for p in pieces if TEACHER_ARABIC.fullmatch(p)]

    def frequent(counts):
        return [word for word in counts if counts[word] >= LEAST_COUNT]

    return (
        known_arabic * 4 + frequent(arabic) + list(entry_arabic),
        known_english * 3 + frequent(english) + list(entry_english))


def exchange_words(sentences, vocabulary, word, generator):
    """`SENTENCES` sentences of 5 to 28 words, some of their words exchanged for random ones."""
    pool = [sentence for sentence in sentences if 5 <= len(sentence.split()) <= 28]

    def replacement(match):
        if generator.random() < EXCHANGED and len(match.group()) > SHORT:
            return generator.choice(vocabulary)
        return match.group()

    return [word.sub(replacement, generator.choice(pool)) for _ in range(SENTENCES)]


def main():
    options = common.data_parser(__doc__).parse_args()
    generator = random.Random(SEED)
    encoder = teacher.load(threads=1)
    pairs = common.read_pairs()
    entries = dictionary(options.data / "lex")
    arabic, english = vocabularies(pairs, entries, teacher.pieces(encoder))
    print(len(entries), "entries;", len(arabic), "Arabic and", len(english), "English words to put in")
    sentences = {
        "XA": exchange_words([pair[0] for pair in pairs], arabic, common.ARABIC_WORD, generator),
        "XE": exchange_words([pair[1] for pair in pairs], english, LATIN_WORD, generator),
    }
    with open("aug.json", "w", encoding="utf-8") as file:
        json.dump({"lex": entries, **sentences}, file, ensure_ascii=False)
    teacher.write_vectors(encoder, [text for text, _, _ in entries], "LA.npy")
    teacher.write_vectors(encoder, [text for _, text, _ in entries], "LE.npy")
    for name, texts in sentences.items():
        teacher.write_vectors(encoder, texts, f"{name}.npy")


if __name__ == "__main__":
    main()
