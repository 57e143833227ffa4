#include "block.h"

#include <CProcessor.h>

int32_t ctext_instructions(void) {
  switch (cprocessor_instructions()) {
  case CPROCESSOR_PLAIN: return CTEXT_PLAIN;
  case CPROCESSOR_AVX512_VBMI: return CTEXT_AVX512;
  // The loops for AVX-512 need VBMI.
  default: return CTEXT_AVX2;
  }
}

void ctext_normalize(int32_t instructions, const ctext_table *table, const uint8_t *source, size_t length,
                     uint8_t *target, ctext_change *changes, ctext_normalized *result) {
  ctext_normalizer *normalizer = ctext_normalize_plain;
#ifdef __x86_64__
  if (instructions == CTEXT_AVX512) normalizer = ctext_normalize_avx512;
  if (instructions == CTEXT_AVX2) normalizer = ctext_normalize_avx2;
#endif
  normalizer(table, source, length, target, changes, result);
}

void ctext_words(int32_t instructions, const ctext_table *table, const uint8_t *source, size_t length,
                 int32_t has_more, uint8_t *keys, const ctext_word_list *words, ctext_words_found *result) {
  ctext_word_finder *finder = ctext_words_plain;
#ifdef __x86_64__
  if (instructions == CTEXT_AVX512) finder = ctext_words_avx512;
  if (instructions == CTEXT_AVX2) finder = ctext_words_avx2;
#endif
  finder(table, source, length, has_more, keys, words, result);
}

void ctext_make_stop_rows(ctext_stop_table *table) {
  for (int byte = 0; byte < 256; byte++) {
    uint8_t bit = (uint8_t)(1 << (byte >> 4 & 7)), kind = table->kinds[byte];
    for (int row = 0; row < 3; row++) {
      if (kind >> row & 1) table->rows[row == 0 && byte < 0x80 ? 3 : row][byte & 15] |= bit;
    }
  }
}

void ctext_find_stops(int32_t instructions, const ctext_stop_table *table, const uint8_t *source, size_t length,
                      uint64_t *stops) {
  ctext_stop_finder *finder = ctext_find_stops_plain;
#ifdef __x86_64__
  if (instructions == CTEXT_AVX512) finder = ctext_find_stops_avx512;
  if (instructions == CTEXT_AVX2) finder = ctext_find_stops_avx2;
#endif
  finder(table, source, length, stops);
}
