// Vectorised loops over UTF-8, for text of ASCII, of U+0600–06FF and of the signs in U+0080–00BF and U+2000–203F. Each
// stops at the first scalar it does not know, and the caller goes on from there by its own means; so what they give
// never differs from what the caller gives.
#ifndef WASL_CTEXT_H
#define WASL_CTEXT_H

#include <stddef.h>
#include <stdint.h>

#define CTEXT_HASH_START 0x9E3779B97F4A7C15ull
#define CTEXT_HASH_STEP 0xBF58476D1CE4E5B9ull
#define CTEXT_HASH_END 0x94D049BB133111EBull

// Sets of instructions, each a superset of the one before. All give the same.
enum { CTEXT_PLAIN, CTEXT_AVX2, CTEXT_AVX512 };
// The set to use, as CProcessor chooses it.
int32_t ctext_instructions(void);

// What becomes of each scalar. Arabic ones by their last eight bits, as the bytes of the result: a lead of 0 makes it
// one byte, a tail of 0 as well none. Signs by their last six bits, behind each other, as one byte or as 0 for none.
typedef struct {
  uint8_t ascii[128];
  uint8_t lead[256];
  uint8_t tail[256];
  uint8_t signs[128];
  // Whether U+FDFA, which many texts have after names, is a letter that stays as it is.
  uint8_t blessing;
} ctext_table;

// Arabic leads and signs that are none; in a table for text there are no ends.
enum { CTEXT_END = 0xFE, CTEXT_UNKNOWN = 0xFF };
// In a table for words, ASCII characters that are neither letters nor digits: those that end words and numbers; those
// that end words but join digits; those of which nothing is known. Signs that join letters or digits, where they stand
// between two, stand for themselves; they lie in 20…2F.
enum { CTEXT_ASCII_END, CTEXT_ASCII_END_OF_WORD, CTEXT_ASCII_UNKNOWN };

// Both write up to this many bytes more than they say.
enum { CTEXT_PADDING = 64 };
// Bytes in which words are looked for in one go: places are numbers of 16 bits.
enum { CTEXT_WORDS_MOST = 4096 };

// A place where the lengths differ: `written` bytes at `target` for the `read` ones at `source`.
typedef struct {
  uint32_t source, target;
  uint16_t read, written;
} ctext_change;

typedef struct {
  // Bytes read and written.
  size_t read, written;
  // The last ASCII character read, and its place in what was written; -1 where there was none.
  int64_t ascii_source, ascii_target;
  size_t changes;
} ctext_normalized;

// Rewrites text by a table up to a scalar that is none of these or is CTEXT_UNKNOWN.
// `target` has room for `length` + CTEXT_PADDING. `changes`, unless NULL, has room for `length` / 2.
void ctext_normalize(int32_t instructions, const ctext_table *table, const uint8_t *source, size_t length,
                     uint8_t *target, ctext_change *changes, ctext_normalized *result);

// The hash of a key (see KeyHash in Swift, which defines it).
static inline uint64_t ctext_hash(const uint8_t *key, size_t length) {
  uint64_t hash = (uint64_t)length * CTEXT_HASH_START;
  for (size_t place = 0; place < length; place += 8) {
    uint64_t word = 0;
    if (length - place >= 8) {
      for (int i = 0; i < 8; i++) word |= (uint64_t)key[place + i] << 8 * i;
    } else {
      for (size_t i = 0; i < length - place; i++) word |= (uint64_t)key[place + i] << 8 * i;
    }
    hash = (hash ^ word) * CTEXT_HASH_STEP;
    hash ^= hash >> 32;
  }
  hash *= CTEXT_HASH_END;
  return hash ^ hash >> 29;
}

// Words that were found, an entry for each.
typedef struct {
  // Byte offsets from where the search began.
  uint16_t *start, *end;
  // Where the key begins. It ends where the next one begins; there is one entry more than words.
  uint16_t *key;
  uint64_t *hash;
} ctext_word_list;

typedef struct {
  // Where to go on: the first word, or sign, that is not plain, or that is cut off.
  size_t read;
  // Whether it is one that is not plain.
  int32_t stopped;
  size_t words;
} ctext_words_found;

// Finds words of ASCII letters alone, with joints between them, or of Arabic ones alone, and numbers of ASCII digits
// alone, with their keys, from a place where a segment starts. Keys lack the possessive 's.
// `has_more`: whether text follows that belongs to the same; else its end ends the last word.
// `length` is CTEXT_WORDS_MOST at most. `keys` has room for `length` + CTEXT_PADDING, each array of `words` for
// `length` / 2 + CTEXT_PADDING.
void ctext_words(int32_t instructions, const ctext_table *table, const uint8_t *source, size_t length,
                 int32_t has_more, uint8_t *keys, const ctext_word_list *words, ctext_words_found *result);

// What to stop at, by byte: bits of these.
enum {
  // Any such byte.
  CTEXT_STOP = 1,
  // The second byte of an Arabic scalar, where the first is D8.
  CTEXT_STOP_TAIL = 2,
  // The first byte of a scalar whose second one is 81, 85 or 94, or whose third one lies in A4…BD.
  CTEXT_STOP_LEAD = 4
};
typedef struct {
  uint8_t kinds[256];
  // Made of the kinds by ctext_make_stop_rows: for the lower half of a byte, a bit for each upper half that makes it one
  // to stop at. A row for each kind, of bytes that are not ASCII, and one for ASCII.
  uint8_t rows[4][16];
} ctext_stop_table;

void ctext_make_stop_rows(ctext_stop_table *table);

// For every 64 bytes of the text the places to stop at, a bit each, and none missing: where a scalar goes on in the
// next 64 bytes, it may be none after all. `stops` has room for (`length` + 63) / 64.
void ctext_find_stops(int32_t instructions, const ctext_stop_table *table, const uint8_t *source, size_t length,
                      uint64_t *stops);

#endif
