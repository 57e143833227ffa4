"""How well vectors find a sentence's translation: the measure of progress on development sets."""

import numpy as np


def _lines(path):
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    return lines[:-1] if text.endswith("\n") else lines


def load_set(data, name):
    """The sentences of a development set whose lines belong together: Arabic, English."""
    arabic, english = [], []
    for path in sorted((data / "dev" / name / "clean").glob("*.ar")):
        arabic += _lines(path)
        english += _lines(path.with_suffix(".en"))
    assert len(arabic) == len(english), f"{name}: the sides differ in length"
    return arabic, english


def _accuracy(scores):
    right = np.arange(len(scores))
    return ((scores.argmax(1) == right).mean() + (scores.argmax(0) == right).mean()) / 2


def accuracy(arabic, english):
    """The share of sentences whose nearest one is their translation, over both directions.

    Both are matrices of unit vectors, a row a sentence.
    """
    return _accuracy(arabic @ english.T)


def margin_accuracy(arabic, english, neighbours=4):
    """The same by the margin: the cosine less half the mean cosines of each side's nearest neighbours."""
    scores = arabic @ english.T
    rows = np.sort(scores, 1)[:, -neighbours:].mean(1)
    columns = np.sort(scores, 0)[-neighbours:].mean(0)
    return _accuracy(scores - (rows[:, None] + columns[None]) / 2)
