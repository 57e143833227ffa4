// Vectorised loops over UTF-8, for text of ASCII and of U+0600–06FF. Each stops at the first scalar it does not know,
// and the caller goes on from there by its own means; so what they give never differs from what the caller gives.
#ifndef WASL_CTEXT_H
#define WASL_CTEXT_H

#include <stddef.h>
#include <stdint.h>

// Sets of instructions, each a superset of the one before. All give the same.
enum { CTEXT_PLAIN, CTEXT_AVX2, CTEXT_AVX512 };
// The best set that this processor has.
int32_t ctext_instructions(void);

// What becomes of each scalar. Arabic ones by their last eight bits, as the bytes of the result: a lead of 0 makes it
// one byte, a tail of 0 as well none.
typedef struct {
  uint8_t ascii[128];
  uint8_t lead[256];
  uint8_t tail[256];
} ctext_table;

// Arabic leads that are none.
enum { CTEXT_END = 0xFE, CTEXT_UNKNOWN = 0xFF };
// In a table for words, ASCII characters that are no letters.
enum { CTEXT_ASCII_UNKNOWN, CTEXT_ASCII_END, CTEXT_ASCII_END_BEFORE_SPACE, CTEXT_ASCII_LETTERS = 0x20 };

// Both write up to this many bytes more than they say.
enum { CTEXT_SLACK = 64 };

// A place where the lengths differ: `length` bytes at `target` for the two at `source`.
typedef struct {
  uint32_t source, target, length;
} ctext_change;

typedef struct {
  // Bytes read and written.
  size_t read, written;
  // The last ASCII character read, and its place in what was written; -1 where there was none.
  int64_t ascii_source, ascii_target;
  size_t changes;
} ctext_normalized;

// Rewrites text by a table up to a scalar that is neither ASCII nor has a lead other than CTEXT_UNKNOWN.
// `target` has room for `length` + CTEXT_SLACK. `changes`, unless NULL, has room for `length` / 2.
void ctext_normalize(int32_t instructions, const ctext_table *table, const uint8_t *source, size_t length,
                     uint8_t *target, ctext_change *changes, ctext_normalized *result);

typedef struct {
  // Byte offsets of the word, from the text's own start, and the end of its key. Keys follow each other without gap.
  uint32_t start, end, key_end;
} ctext_word;

typedef struct {
  // Where to go on: the first word, or sign, that is not plain, or that is cut off.
  size_t read;
  // Whether it is one that is not plain.
  int32_t stopped;
  size_t words;
} ctext_words_found;

// Finds words of ASCII letters alone or of Arabic ones alone, with their keys, from a place where a segment starts.
// `has_more`: whether text follows that belongs to the same; else its end ends the last word.
// `keys` has room for `length` + CTEXT_SLACK, `words` for `length` / 2 + 1.
void ctext_words(int32_t instructions, const ctext_table *table, const uint8_t *source, size_t length,
                 int32_t has_more, uint8_t *keys, ctext_word *words, ctext_words_found *result);

#endif
