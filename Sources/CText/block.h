// What a block of up to 64 bytes holds, a bit a byte. Bits behind the block's end are clear.
#ifndef WASL_CTEXT_BLOCK_H
#define WASL_CTEXT_BLOCK_H

#include "CText.h"

typedef struct {
  uint64_t ascii, ascii_unknown, ascii_end, ascii_before_space;
  // Spaces and line feeds.
  uint64_t space;
  // Second bytes of Arabic scalars, by what the table has for them: no byte, one or none, an end, unknown.
  uint64_t tail, tail_none, tail_short, tail_end, tail_unknown;
  // Both bytes of U+00A0, 00AB and 00BB.
  uint64_t latin_end;
} block_masks;

typedef void ctext_normalizer(const ctext_table *, const uint8_t *, size_t, uint8_t *, ctext_change *,
                              ctext_normalized *);
typedef void ctext_word_finder(const ctext_table *, const uint8_t *, size_t, int32_t, uint8_t *, ctext_word *,
                               ctext_words_found *);

ctext_normalizer ctext_normalize_plain, ctext_normalize_avx2, ctext_normalize_avx512;
ctext_word_finder ctext_words_plain, ctext_words_avx2, ctext_words_avx512;

#endif
