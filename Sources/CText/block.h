// What a block of up to 64 bytes holds, a bit a byte. Bits behind the block's end are clear.
#ifndef WASL_CTEXT_BLOCK_H
#define WASL_CTEXT_BLOCK_H

#include "CText.h"

typedef struct {
  uint64_t ascii;
  // By what a table for words has for them; `ascii_end` includes `ascii_word_end`.
  uint64_t ascii_digit, ascii_joint, ascii_end, ascii_word_end, ascii_unknown;
  // Second bytes of Arabic scalars, by what the table has for them: no byte, one or none, an end, unknown.
  uint64_t tail, tail_none, tail_short, tail_end, tail_unknown;
  // Last bytes of signs, of which some have three bytes, by what the table has for them: none, an end, unknown.
  uint64_t sign, sign_long, sign_none, sign_end, sign_unknown;
  // All bytes of U+FDFA, where it is known.
  uint64_t blessing;
} block_masks;

// All bytes of the signs whose last bytes these are.
static inline uint64_t sign_bytes(const block_masks *masks, uint64_t last) {
  return last | last >> 1 | (last & masks->sign_long) >> 2;
}

// Eight bytes of a key from the `place`th of its `length` on, zeros behind its end. More memory is read than that.
static inline uint64_t key_word(const uint8_t *key, unsigned place, unsigned length) {
  uint64_t word = 0;
  for (unsigned i = 0; i < 8; i++) word |= (uint64_t)key[place + i] << 8 * i;
  unsigned rest = length > place ? length - place : 0;
  return rest >= 8 ? word : word & ((1ull << 8 * rest) - 1);
}

static inline uint64_t key_step(uint64_t hash, uint64_t word) {
  hash = (hash ^ word) * CTEXT_HASH_STEP;
  return hash ^ hash >> 32;
}

// The hashes of words, one by one; of most of them without a branch.
static inline void hash_each(const uint8_t *keys, const ctext_word_list *words, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const uint8_t *key = keys + words->key[i];
    unsigned length = (unsigned)words->key[i + 1] - words->key[i];
    if (length > 16) {
      words->hash[i] = ctext_hash(key, length);
      continue;
    }
    uint64_t one = key_step(length * CTEXT_HASH_START, key_word(key, 0, length));
    uint64_t two = key_step(one, key_word(key, 8, length));
    uint64_t hash = (length > 8 ? two : one) * CTEXT_HASH_END;
    words->hash[i] = hash ^ hash >> 29;
  }
}

typedef void ctext_normalizer(const ctext_table *, const uint8_t *, size_t, uint8_t *, ctext_change *,
                              ctext_normalized *);
typedef void ctext_word_finder(const ctext_table *, const uint8_t *, size_t, int32_t, uint8_t *,
                               const ctext_word_list *, ctext_words_found *);

typedef void ctext_stop_finder(const ctext_stop_table *, const uint8_t *, size_t, uint64_t *);

// Which of 64 bytes the table has as what, and those that decide whether a lead is to be stopped at.
typedef struct {
  uint64_t stop, tail, lead;
  // D8; 81, 85 and 94; A4…BD.
  uint64_t before_tail, second, third;
} stop_masks;

ctext_stop_finder ctext_find_stops_plain, ctext_find_stops_avx2, ctext_find_stops_avx512;
ctext_normalizer ctext_normalize_plain, ctext_normalize_avx2, ctext_normalize_avx512;
ctext_word_finder ctext_words_plain, ctext_words_avx2, ctext_words_avx512;

#endif
