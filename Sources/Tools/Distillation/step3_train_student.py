#!/usr/bin/env python3
"""Step 3: additive vectors of words and pieces, learnt from the teacher's vectors of whole texts.

A text's vector is the sum of its units' vectors, scaled to length 1. Two things are learnt at once: each text is nearer
to its translation than to the others of the batch (softmax in the batch), and near to the teacher's vector, reduced to
its principal components. The model in the program was made with `step3_train_student.py 128 20 0.01`.

Reads what steps 1 and 2 wrote; writes E<dimension>.npy and units<dimension>.json.
"""

import collections
import json
import re
import time

import numpy as np
import scipy.sparse as sp

import common
import retrieval
import teacher

SEED = 1
BATCH = 1024
BATCHES_PER_EPOCH = 400
# The factor of the cosines in the softmax.
SCALE = 20.0
DEVELOPMENT_SETS = ["ntrex", "flores", "tico", "pud"]

# A unit: a piece in that many words, a word that comes that often.
LEAST_WORDS_OF_PIECE, LEAST_COUNT_OF_WORD = 2, 3
# The share of words that are taken as their pieces in the second copy of the texts, and of batches that use it.
TAKEN_AS_PIECES, BATCHES_IN_PIECES = 0.9, 0.25
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءؤئabcdefghijklmnopqrstuvwxyz"
TEACHER_PIECE = re.compile("▁?(?:[\u0621-\u064a]+|[a-z]+)")


def read_texts():
    """The words of all texts, by the name of the file that has their teacher's vectors; the pairs and the entries."""
    pairs, augmented = common.read_pairs(), common.read_augmented()
    texts = {
        "A": [pair[0] for pair in pairs], "B": [pair[1] for pair in pairs],
        "LA": [entry[0] for entry in augmented["lex"]], "LE": [entry[1] for entry in augmented["lex"]],
        "XA": augmented["XA"], "XE": augmented["XE"],
    }
    return pairs, {name: [common.words(text) for text in group] for name, group in texts.items()}


def known_pieces(encoder):
    """The teacher's pieces, folded, and all letters, with '^' where a word starts."""
    pieces = set()
    for piece in teacher.pieces(encoder):
        folded = piece.translate(common.FOLDED).lower()
        if TEACHER_PIECE.fullmatch(folded):
            pieces.add(folded.replace("▁", "^"))
    for letter in LETTERS:
        pieces.update([letter, "^" + letter])
    return common.Pieces(pieces)


class Units:
    """The words and pieces that have a vector, and texts as counts of them."""

    def __init__(self, texts, pieces, generator):
        self.generator = generator
        self.pieces = pieces
        counts, own_counts = collections.Counter(), collections.Counter()
        for name, group in texts.items():
            for text in group:
                counts.update(text)
                # Words put into other sentences do not count.
                if not name.startswith("X"):
                    own_counts.update(text)
        self.cuts = {word: pieces.cut(word) for word in counts}
        uses = collections.Counter(piece for word in counts for piece in self.cuts[word])
        names = [("p", piece) for piece, count in uses.items() if count >= LEAST_WORDS_OF_PIECE]
        names += [("w", word) for word, count in own_counts.items() if count >= LEAST_COUNT_OF_WORD]
        self.numbers = {name: number for number, name in enumerate(names)}
        self.known = {}
        print(sum(kind == "w" for kind, _ in names), "words,", sum(kind == "p" for kind, _ in names), "pieces", flush=True)

    def __len__(self):
        return len(self.numbers)

    def of(self, word):
        """The number of a word, or None, and the numbers of its pieces."""
        if word not in self.known:
            cut = self.cuts.get(word) or self.pieces.cut(word)
            parts = [self.numbers["p", piece] for piece in cut if ("p", piece) in self.numbers]
            self.known[word] = self.numbers.get(("w", word)), parts
        return self.known[word]

    def matrix(self, texts, taken_as_pieces=0.0):
        """A sparse row of counts for each text, shape (texts, units).

        `taken_as_pieces` is the share of known words that count as their pieces.
        """
        columns, ends = [], [0]
        for text in texts:
            for word in text:
                number, parts = self.of(word)
                if number is not None and not (taken_as_pieces and self.generator.random() < taken_as_pieces):
                    columns.append(number)
                else:
                    columns += parts
            ends.append(len(columns))
        ones = np.ones(len(columns), np.float32)
        return sp.csr_matrix((ones, np.array(columns, np.int32), np.array(ends)), shape=(len(texts), len(self)))


class Teacher:
    """The teacher's vectors of the texts, reduced to their principal components."""

    def __init__(self, names, dimension, generator):
        self.vectors = {name: np.load(f"{name}.npy", mmap_mode="r") for name in names}
        sample = np.concatenate([
            self.vectors[name][generator.choice(len(self.vectors[name]), 20_000, replace=False)].astype(np.float32)
            for name in ("A", "B", "XA", "XE")
        ])
        self.mean = sample.mean(0)
        _, sizes, components = np.linalg.svd(sample - self.mean, full_matrices=False)
        self.components = components[:dimension].T.astype(np.float32)
        print("share of the variance:", (sizes[:dimension] ** 2).sum() / (sizes**2).sum())

    def project(self, vectors):
        """Unit vectors, shape (texts, dimension)."""
        reduced = (vectors.astype(np.float32) - self.mean) @ self.components
        return reduced / np.maximum(np.linalg.norm(reduced, axis=1, keepdims=True), 1e-6)

    def rows(self, name, numbers):
        """The vectors of texts in any order, read in that of the file."""
        ranks = np.argsort(np.argsort(numbers))
        return self.project(self.vectors[name][np.sort(numbers)])[ranks]


def normalized(sums):
    """Unit vectors, and the lengths that they had."""
    lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    return sums / lengths, lengths


def through_normalization(gradient, unit_vectors, lengths):
    """The gradient by the sums, from that by their unit vectors."""
    return (gradient - (gradient * unit_vectors).sum(1, keepdims=True) * unit_vectors) / lengths


def softmax_gradient(queries, keys):
    """Cross-entropy of finding each query's own key among all: the loss, the gradients by queries and by keys."""
    scores = SCALE * (queries @ keys.T)
    scores -= scores.max(1, keepdims=True)
    shares = np.exp(scores)
    shares /= shares.sum(1, keepdims=True)
    count = len(queries)
    own = np.arange(count), np.arange(count)
    loss = -np.log(shares[own] + 1e-9).mean()
    shares[own] -= 1
    return loss, SCALE * (shares @ keys) / count, SCALE * (shares.T @ queries) / count


class Student:
    """The vectors of the units, shape (units, dimension), and Adam's moments."""

    def __init__(self, size, dimension):
        self.vectors = np.zeros((size, dimension), np.float32)
        self.first = np.zeros((size, dimension), np.float32)
        self.second = np.zeros((size, dimension), np.float32)

    def initialize(self, matrices, guide):
        """Each unit starts as the mean of the teacher's vectors of the texts that hold it, less where it is frequent."""
        sums, counts = np.zeros_like(self.vectors), np.zeros(len(self.vectors), np.float32)
        for name, copies in matrices.items():
            for matrix in copies:
                for start in range(0, matrix.shape[0], 20_000):
                    rows = matrix[start : start + 20_000].copy()
                    rows.data[:] = 1
                    lengths = np.maximum(np.asarray(rows.sum(1)).ravel(), 1)
                    rows = sp.diags(1 / lengths).tocsr() @ rows
                    sums += rows.T @ guide.project(guide.vectors[name][start : start + 20_000])
                    counts += np.asarray(rows.sum(0)).ravel()
        vectors = sums / np.maximum(counts, 1e-6)[:, None]
        vectors *= (1e-4 / (1e-4 + counts / counts.sum()))[:, None]
        self.vectors = vectors.astype(np.float32)

    def step(self, matrix, gradient, rate):
        """One step of Adam for the units in a batch, from the gradient by the sums of its texts."""
        change = matrix.T.tocsr() @ gradient
        rows = np.unique(matrix.indices)
        change = change[rows]
        self.first[rows] = 0.9 * self.first[rows] + 0.1 * change
        self.second[rows] = 0.999 * self.second[rows] + 0.001 * change * change
        self.vectors[rows] -= rate * self.first[rows] / (np.sqrt(self.second[rows]) + 1e-8)

    def evaluate(self, development):
        """Retrieval on the development sets, by the cosine and by the margin."""
        parts = []
        for name, (arabic, english) in development.items():
            left, _ = normalized(arabic @ self.vectors)
            right, _ = normalized(english @ self.vectors)
            parts.append(
                f"{name} {retrieval.accuracy(left, right):.4f}/{retrieval.margin_accuracy(left, right):.4f}")
        return " ".join(parts)


def pair_weights(pairs, arabic):
    """How often each pair is drawn: less when it is short, or from a source of much alike text."""
    lengths = np.array([min(len(text), 20) for text in arabic], float)

    def of_source(name):
        if name.startswith(("ui_debian", "ui_odoo")):
            return 0.35
        return 0.7 if name.startswith("hadith") else 1

    weights = (np.clip(lengths, 1, 12) / 12) * np.array([of_source(pair[2]) for pair in pairs])
    return weights / weights.sum()


def translation_gradient(left, right, left_guide, right_guide):
    """For texts and their translations: towards each other, their teachers' mean, and each its teacher."""
    mean = left_guide + right_guide
    mean /= np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-6)
    loss1, by_left1, by_right1 = softmax_gradient(left, right)
    loss2, by_right2, by_left2 = softmax_gradient(right, left)
    loss3, by_left3, _ = softmax_gradient(left, mean)
    loss4, by_right4, _ = softmax_gradient(right, mean)
    by_left = by_left1 + by_left2 + by_left3 - 2 * left_guide / BATCH
    by_right = by_right1 + by_right2 + by_right4 - 2 * right_guide / BATCH
    return loss1 + loss2 + loss3 + loss4, by_left, by_right


def imitation_gradient(left, right, left_guide, right_guide):
    """For texts without a translation: each towards its teacher."""
    loss1, by_left, _ = softmax_gradient(left, left_guide)
    loss2, by_right, _ = softmax_gradient(right, right_guide)
    return loss1 + loss2, by_left - 2 * left_guide / BATCH, by_right - 2 * right_guide / BATCH


def draw(step, counts, weights, generator):
    """The kind of a step's texts, by turns: pairs twice, dictionary entries, sentences with words exchanged."""

    def some(count, **options):
        return generator.choice(count, BATCH, replace=False, **options)

    if step % 4 in (0, 1):
        numbers = some(counts["A"], p=weights)
        return ("A", numbers), ("B", numbers)
    if step % 4 == 2:
        numbers = some(counts["LA"])
        return ("LA", numbers), ("LE", numbers)
    return ("XA", np.sort(some(counts["XA"]))), ("XE", np.sort(some(counts["XE"])))


def train(student, guide, matrices, weights, development, steps, rate, generator):
    counts = {name: len(vectors) for name, vectors in guide.vectors.items()}
    start, mean_loss = time.time(), 0
    for step in range(steps):
        step_rate = rate * min(1, step / 50) * (1 - step / steps) + 1e-4
        copy = 1 if generator.random() < BATCHES_IN_PIECES else 0
        sides = draw(step, counts, weights, generator)
        rows = [matrices[name][copy][numbers] for name, numbers in sides]
        guides = [guide.rows(name, numbers) for name, numbers in sides]
        (left, left_lengths), (right, right_lengths) = (normalized(matrix @ student.vectors) for matrix in rows)
        gradient = imitation_gradient if sides[0][0] == "XA" else translation_gradient
        loss, by_left, by_right = gradient(left, right, *guides)
        by_sums = np.concatenate([
            through_normalization(by_left, left, left_lengths), through_normalization(by_right, right, right_lengths)])
        student.step(sp.vstack(rows).tocsr(), by_sums.astype(np.float32), step_rate)
        mean_loss = 0.98 * mean_loss + 0.02 * loss
        if step == 0 or step % BATCHES_PER_EPOCH == BATCHES_PER_EPOCH - 1:
            print(f"{step} {mean_loss:.3f} {student.evaluate(development)} {time.time() - start:.0f}s", flush=True)


def main():
    parser = common.data_parser(__doc__)
    parser.add_argument("dimension", type=int, nargs="?", default=128)
    parser.add_argument("epochs", type=int, nargs="?", default=20, help=f"of {BATCHES_PER_EPOCH} batches")
    parser.add_argument("rate", type=float, nargs="?", default=0.01, help="of Adam, after 50 batches")
    options = parser.parse_args()
    generator = np.random.default_rng(SEED)

    pairs, texts = read_texts()
    units = Units(texts, known_pieces(teacher.load()), generator)
    guide = Teacher(texts, options.dimension, generator)
    # The vectors once started at random; the draw keeps the generator, and so the result, as it was.
    generator.standard_normal((len(units), options.dimension))
    development = {}
    for name in DEVELOPMENT_SETS:
        sides = retrieval.load_set(options.data, name)
        development[name] = tuple(units.matrix([common.words(text) for text in side]) for side in sides)
    whole = {name: units.matrix(group) for name, group in texts.items()}
    matrices = {name: (whole[name], units.matrix(group, TAKEN_AS_PIECES)) for name, group in texts.items()}

    student = Student(len(units), options.dimension)
    student.initialize(matrices, guide)
    train(
        student, guide, matrices, pair_weights(pairs, texts["A"]), development, options.epochs * BATCHES_PER_EPOCH,
        options.rate, generator)

    np.save(f"E{options.dimension}.npy", student.vectors)
    with open(f"units{options.dimension}.json", "w", encoding="utf-8") as file:
        json.dump([list(name) for name in units.numbers], file)
    # How much the eight bits of the model file cost.
    scales = np.abs(student.vectors).max(1, keepdims=True) / 127
    student.vectors = (np.round(student.vectors / np.maximum(scales, 1e-9)) * scales).astype(np.float32)
    print("in 8 bits:", student.evaluate(development))


if __name__ == "__main__":
    main()
