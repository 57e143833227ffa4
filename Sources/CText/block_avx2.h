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

static inline __m256i table_row(const uint8_t *table, int row) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(table + 16 * row)));
}

// The entry of a table of 128 bytes for each lane below 80.
static inline __m256i half_look_up(const uint8_t *table, __m256i index) {
  // A blend goes by the highest bit of each lane.
  __m256i by_16 = _mm256_slli_epi16(index, 3), by_32 = _mm256_slli_epi16(index, 2), by_64 = _mm256_slli_epi16(index, 1);
  __m256i rows[8];
  for (int row = 0; row < 8; row++) rows[row] = _mm256_shuffle_epi8(table_row(table, row), index);
  for (int row = 0; row < 8; row += 2) rows[row] = _mm256_blendv_epi8(rows[row], rows[row + 1], by_16);
  for (int row = 0; row < 8; row += 4) rows[row] = _mm256_blendv_epi8(rows[row], rows[row + 2], by_32);
  return _mm256_blendv_epi8(rows[0], rows[4], by_64);
}

// One half; `before` and `earlier` hold its bytes one and two places on. Bits of the masks are set from `shift` on.
static inline __attribute__((always_inline)) __m256i half_read(const ctext_table *table, __m256i bytes, __m256i before,
                                                               __m256i earlier, int shift, block_masks *masks,
                                                               __m256i *lead) {
  uint64_t ascii = ~half_mask(bytes) & 0xFFFFFFFF;
  __m256i result = half_look_up(table->ascii, bytes);
  masks->ascii |= ascii << shift;
  __m256i kind = _mm256_and_si256(result, _mm256_set1_epi8(0x70));
  uint64_t word_ends = half_equal(result, CTEXT_ASCII_END_OF_WORD) & ascii;
  masks->ascii_digit |= (half_equal(kind, 0x30) & ascii) << shift;
  masks->ascii_joint |= (half_equal(kind, 0x20) & ascii) << shift;
  masks->ascii_end |= ((half_equal(result, CTEXT_ASCII_END) & ascii) | word_ends) << shift;
  masks->ascii_word_end |= word_ends << shift;
  masks->ascii_unknown |= (half_equal(result, CTEXT_ASCII_UNKNOWN) & ascii) << shift;
  *lead = _mm256_setzero_si256();
  if (ascii == 0xFFFFFFFF) return result;

  __m256i follows =
      _mm256_cmpeq_epi8(_mm256_and_si256(bytes, _mm256_set1_epi8((char)0xC0)), _mm256_set1_epi8((char)0x80));
  __m256i is_tail = _mm256_and_si256(
      follows,
      _mm256_cmpeq_epi8(_mm256_and_si256(before, _mm256_set1_epi8((char)0xFC)), _mm256_set1_epi8((char)0xD8)));
  uint64_t tails = half_mask(is_tail);
  __m256i index = _mm256_or_si256(
      _mm256_and_si256(bytes, _mm256_set1_epi8(0x3F)),
      _mm256_and_si256(_mm256_slli_epi16(before, 6), _mm256_set1_epi8((char)0xC0)));
  __m256i low = _mm256_and_si256(index, _mm256_set1_epi8(0x7F));
  __m256i tail = half_look_up(table->tail, low);
  *lead = half_look_up(table->lead, low);
  // Hardly anything stands above U+067F.
  if (half_mask(index) & tails) {
    tail = _mm256_blendv_epi8(tail, half_look_up(table->tail + 128, low), index);
    *lead = _mm256_blendv_epi8(*lead, half_look_up(table->lead + 128, low), index);
  }
  masks->tail |= tails << shift;
  masks->tail_none |= (half_equal(tail, 0) & tails) << shift;
  masks->tail_short |= (half_equal(*lead, 0) & tails) << shift;
  masks->tail_end |= (half_equal(*lead, CTEXT_END) & tails) << shift;
  masks->tail_unknown |= (half_equal(*lead, CTEXT_UNKNOWN) & tails) << shift;
  __m256i is_long = _mm256_and_si256(
      _mm256_cmpeq_epi8(earlier, _mm256_set1_epi8((char)0xE2)),
      _mm256_and_si256(follows, _mm256_cmpeq_epi8(before, _mm256_set1_epi8((char)0x80))));
  __m256i is_sign = _mm256_or_si256(
      is_long, _mm256_and_si256(follows, _mm256_cmpeq_epi8(before, _mm256_set1_epi8((char)0xC2))));
  if (table->blessing) {
    __m256i last = _mm256_and_si256(_mm256_cmpeq_epi8(earlier, _mm256_set1_epi8((char)0xEF)),
                                    _mm256_cmpeq_epi8(before, _mm256_set1_epi8((char)0xB7)));
    last = _mm256_and_si256(last, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)0xBA)));
    masks->blessing |= half_mask(last) << shift;
  }
  uint64_t signs = half_mask(is_sign);
  if (signs) {
    __m256i place = _mm256_or_si256(_mm256_and_si256(bytes, _mm256_set1_epi8(0x3F)),
                                    _mm256_and_si256(is_long, _mm256_set1_epi8(0x40)));
    __m256i sign = half_look_up(table->signs, place);
    masks->sign |= signs << shift;
    masks->sign_long |= half_mask(is_long) << shift;
    masks->sign_none |= (half_equal(sign, 0) & signs) << shift;
    masks->sign_end |= (half_equal(sign, CTEXT_END) & signs) << shift;
    masks->sign_unknown |= (half_equal(sign, CTEXT_UNKNOWN) & signs) << shift;
    result = _mm256_blendv_epi8(result, sign, is_sign);
  }
  // The leads stand where their tails do until the halves are written.
  *lead = _mm256_and_si256(*lead, is_tail);
  return _mm256_blendv_epi8(result, tail, is_tail);
}

// The bytes of a half one or two places on, with zeros before the first.
static inline __m256i moved_on(__m256i bytes, int places) {
  __m256i low = _mm256_permute2x128_si256(bytes, bytes, 0x08);
  return places == 1 ? _mm256_alignr_epi8(bytes, low, 15) : _mm256_alignr_epi8(bytes, low, 14);
}

static inline void block_read(const block_table *table, const uint8_t *source, size_t count, block_masks *masks,
                              block_out *out) {
  uint8_t padded[64] = {0};
  if (count < 64) source = memcpy(padded, source, count);
  memset(masks, 0, sizeof *masks);
  __m256i low = _mm256_loadu_si256((const __m256i *)source);
  __m256i high = _mm256_loadu_si256((const __m256i *)(source + 32));
  __m256i low_lead, high_lead;
  low = half_read(*table, low, moved_on(low, 1), moved_on(low, 2), 0, masks, &low_lead);
  high = half_read(*table, high, _mm256_loadu_si256((const __m256i *)(source + 31)),
                   _mm256_loadu_si256((const __m256i *)(source + 30)), 32, masks, &high_lead);
  if (masks->tail) {
    // A lane's own lead is the one that was found at the lane behind it.
    __m256i middle = _mm256_permute2x128_si256(low_lead, high_lead, 0x21);
    __m256i end = _mm256_permute2x128_si256(high_lead, high_lead, 0x81);
    low_lead = _mm256_alignr_epi8(middle, low_lead, 1);
    high_lead = _mm256_alignr_epi8(end, high_lead, 1);
    __m256i none = _mm256_setzero_si256();
    low = _mm256_blendv_epi8(low_lead, low, _mm256_cmpeq_epi8(low_lead, none));
    high = _mm256_blendv_epi8(high_lead, high, _mm256_cmpeq_epi8(high_lead, none));
  }
  _mm256_storeu_si256((__m256i *)out->out, low);
  _mm256_storeu_si256((__m256i *)(out->out + 32), high);
  for (uint64_t rest = masks->blessing; rest; rest &= rest - 1) {
    int last = __builtin_ctzll(rest);
    memcpy(out->out + last - 2, source + last - 2, 3);
  }
  masks->blessing |= masks->blessing >> 1 | masks->blessing >> 2;
  if (count < 64) {
    uint64_t valid = (1ull << count) - 1;
    masks->ascii &= valid;
    masks->ascii_digit &= valid;
    masks->ascii_joint &= valid;
    masks->ascii_end &= valid;
    masks->ascii_word_end &= valid;
    masks->ascii_unknown &= valid;
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

// Writes the places of ones, counted from `base`, and up to 64 entries of anything.
static inline void block_places(uint64_t ones, unsigned base, uint16_t *target) {
  int count = __builtin_popcountll(ones);
  // Eight at a time, for the number differs from block to block.
  for (int i = 0; i < count; i += 8) {
    for (int j = 0; j < 8; j++, ones &= ones - 1) target[i + j] = (uint16_t)(base + (unsigned)_tzcnt_u64(ones));
  }
}

// The bits of one mask at the ones of another, moved together.
static inline uint64_t block_pack(uint64_t bits, uint64_t mask) {
  return _pext_u64(bits, mask);
}

static inline void block_hash(const uint8_t *keys, const ctext_word_list *words, size_t count) {
  hash_each(keys, words, count);
}

typedef struct {
  __m256i rows[4];
} stop_table;

static inline void stop_load_table(const ctext_stop_table *table, stop_table *loaded) {
  for (int row = 0; row < 4; row++) loaded->rows[row] = table_row(table->rows[row], 0);
}

// The lanes whose entry in a table has the bit of their upper half.
static inline uint64_t stop_row(__m256i row, __m256i low, __m256i bit) {
  __m256i found = _mm256_and_si256(_mm256_shuffle_epi8(row, low), bit);
  return ~half_equal(found, 0) & 0xFFFFFFFF;
}

static inline void stop_read(const stop_table *table, const uint8_t *source, stop_masks *masks) {
  memset(masks, 0, sizeof *masks);
  for (int shift = 0; shift < 64; shift += 32) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(source + shift));
    __m256i low = _mm256_and_si256(bytes, _mm256_set1_epi8(0x0F));
    __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x07));
    __m256i bit = _mm256_shuffle_epi8(_mm256_set1_epi64x((int64_t)0x8040201008040201ull), high);
    uint64_t beyond = half_mask(bytes);
    masks->stop |= (stop_row(table->rows[3], low, bit) & ~beyond) << shift;
    if (!beyond) continue;
    masks->stop |= (stop_row(table->rows[0], low, bit) & beyond) << shift;
    masks->tail |= (stop_row(table->rows[1], low, bit) & beyond) << shift;
    masks->lead |= (stop_row(table->rows[2], low, bit) & beyond) << shift;
  }
  masks->before_tail = (uint64_t)(source[63] == 0xD8) << 63;
  if (!(masks->tail | masks->lead)) return;
  for (int shift = 0; shift < 64; shift += 32) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(source + shift));
    masks->before_tail |= half_equal(bytes, 0xD8) << shift;
    masks->second |= (half_equal(bytes, 0x81) | half_equal(bytes, 0x85) | half_equal(bytes, 0x94)) << shift;
    __m256i third = _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)0xA4));
    masks->third |= half_mask(_mm256_cmpeq_epi8(_mm256_min_epu8(third, _mm256_set1_epi8(25)), third)) << shift;
  }
}
