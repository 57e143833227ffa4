// Sixty-four bytes at a time as two halves, with AVX2 and BMI2.
#include <immintrin.h>
#include <string.h>

typedef const ctext_table *block_table;

static inline void block_load_table(const ctext_table *table, block_table *loaded) { *loaded = table; }

typedef struct {
  uint8_t out[64];
} block_out;

static inline uint64_t half_mask(__m256i bytes) { return (uint32_t)_mm256_movemask_epi8(bytes); }
static inline uint64_t half_equal(__m256i bytes, int value) {
  return half_mask(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)value)));
}

// The entries of up to two tables of 16 · `rows` bytes for each lane.
static inline void half_look_up(const uint8_t *one, const uint8_t *other, int rows, __m256i index, __m256i *ones,
                                __m256i *others) {
  *ones = *others = _mm256_setzero_si256();
  for (int row = 0; row < rows; row++) {
    // Lanes of this row become 70…7F, the others 80 and above, for which a shuffle gives 0.
    __m256i place = _mm256_adds_epu8(_mm256_xor_si256(index, _mm256_set1_epi8((char)(row << 4))),
                                     _mm256_set1_epi8(0x70));
    __m256i entries = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(one + 16 * row)));
    *ones = _mm256_or_si256(*ones, _mm256_shuffle_epi8(entries, place));
    if (other) {
      entries = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(other + 16 * row)));
      *others = _mm256_or_si256(*others, _mm256_shuffle_epi8(entries, place));
    }
  }
}

// One half; `before` holds its bytes one place on. Bits of the masks are set from `shift` on.
static inline __m256i half_read(const ctext_table *table, __m256i bytes, __m256i before, int shift,
                                block_masks *masks, __m256i *lead) {
  uint64_t ascii = ~half_mask(bytes) & 0xFFFFFFFF;
  __m256i result, none;
  half_look_up(table->ascii, NULL, 8, bytes, &result, &none);
  masks->ascii |= ascii << shift;
  masks->ascii_unknown |= (half_equal(result, CTEXT_ASCII_UNKNOWN) & ascii) << shift;
  masks->ascii_end |= (half_equal(result, CTEXT_ASCII_END) & ascii) << shift;
  masks->ascii_before_space |= (half_equal(result, CTEXT_ASCII_END_BEFORE_SPACE) & ascii) << shift;
  masks->space |= (half_equal(bytes, 0x20) | half_equal(bytes, 0x0A)) << shift;
  *lead = _mm256_setzero_si256();
  if (ascii == 0xFFFFFFFF) return result;

  __m256i is_tail = _mm256_and_si256(
      _mm256_cmpeq_epi8(_mm256_and_si256(bytes, _mm256_set1_epi8((char)0xC0)), _mm256_set1_epi8((char)0x80)),
      _mm256_cmpeq_epi8(_mm256_and_si256(before, _mm256_set1_epi8((char)0xFC)), _mm256_set1_epi8((char)0xD8)));
  uint64_t tails = half_mask(is_tail);
  __m256i index = _mm256_or_si256(
      _mm256_and_si256(bytes, _mm256_set1_epi8(0x3F)),
      _mm256_and_si256(_mm256_slli_epi16(before, 6), _mm256_set1_epi8((char)0xC0)));
  __m256i tail;
  half_look_up(table->lead, table->tail, 16, index, lead, &tail);
  masks->tail |= tails << shift;
  masks->tail_none |= (half_equal(tail, 0) & tails) << shift;
  masks->tail_short |= (half_equal(*lead, 0) & tails) << shift;
  masks->tail_end |= (half_equal(*lead, CTEXT_END) & tails) << shift;
  masks->tail_unknown |= (half_equal(*lead, CTEXT_UNKNOWN) & tails) << shift;
  uint64_t marks = (half_equal(bytes, 0xA0) | half_equal(bytes, 0xAB) | half_equal(bytes, 0xBB)) &
                   half_equal(before, 0xC2);
  masks->latin_end |= marks << shift;
  // The leads stand where their tails do until the halves are written.
  *lead = _mm256_and_si256(*lead, is_tail);
  return _mm256_blendv_epi8(result, tail, is_tail);
}

static inline void block_read(const block_table *table, const uint8_t *source, size_t count, block_masks *masks,
                              block_out *out) {
  uint8_t padded[65] = {0};
  if (count >= 64) count = 64;
  memcpy(padded + 1, source, count);
  memset(masks, 0, sizeof *masks);
  uint8_t leads[65] = {0};
  for (int shift = 0; shift < 64; shift += 32) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(padded + 1 + shift));
    __m256i before = _mm256_loadu_si256((const __m256i *)(padded + shift));
    __m256i lead;
    __m256i result = half_read(*table, bytes, before, shift, masks, &lead);
    _mm256_storeu_si256((__m256i *)(out->out + shift), result);
    _mm256_storeu_si256((__m256i *)(leads + shift), lead);
  }
  if (masks->tail) {
    for (int shift = 0; shift < 64; shift += 32) {
      // A lane's own lead is the one that was found at the lane behind it.
      __m256i lead = _mm256_loadu_si256((const __m256i *)(leads + 1 + shift));
      __m256i result = _mm256_loadu_si256((const __m256i *)(out->out + shift));
      __m256i own = _mm256_cmpeq_epi8(lead, _mm256_setzero_si256());
      _mm256_storeu_si256((__m256i *)(out->out + shift), _mm256_blendv_epi8(lead, result, own));
    }
  }
  masks->latin_end |= masks->latin_end >> 1;
  if (count < 64) {
    uint64_t valid = (1ull << count) - 1;
    masks->ascii &= valid;
    masks->ascii_unknown &= valid;
    masks->ascii_end &= valid;
    masks->ascii_before_space &= valid;
  }
}

// Writes the bytes that `keep` names, and up to 64 bytes of anything.
static inline void block_write(const block_out *out, uint64_t keep, uint8_t *target) {
  if (keep == ~0ull) {
    memcpy(target, out->out, 64);
    return;
  }
  for (int i = 0; i < 8; i++) {
    uint64_t bits = keep >> 8 * i & 0xFF, word;
    memcpy(&word, out->out + 8 * i, 8);
    word = _pext_u64(word, _pdep_u64(bits, 0x0101010101010101ull) * 0xFF);
    memcpy(target, &word, 8);
    target += __builtin_popcountll(bits);
  }
}
