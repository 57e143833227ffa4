// Sixty-four bytes at a time with AVX-512 (BW, VBMI, VBMI2).
#include <immintrin.h>
#include <string.h>

typedef struct {
  __m512i ascii[2], lead[4], tail[4], signs[2], next, before;
  uint64_t blessing;
} block_table;

static inline void block_load_table(const ctext_table *table, block_table *loaded) {
  for (int i = 0; i < 2; i++) {
    loaded->ascii[i] = _mm512_loadu_si512(table->ascii + 64 * i);
    loaded->signs[i] = _mm512_loadu_si512(table->signs + 64 * i);
  }
  for (int i = 0; i < 4; i++) {
    loaded->lead[i] = _mm512_loadu_si512(table->lead + 64 * i);
    loaded->tail[i] = _mm512_loadu_si512(table->tail + 64 * i);
  }
  loaded->blessing = table->blessing ? ~0ull : 0;
  static const uint8_t places[66] = {
      63, 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
      21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42,
      43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 0};
  loaded->before = _mm512_loadu_si512(places);
  loaded->next = _mm512_loadu_si512(places + 2);
}

typedef struct {
  __m512i out;
} block_out;

// The entry of a table of 256 bytes for each lane.
static inline __m512i block_look_up(const __m512i rows[4], __m512i index) {
  __m512i low = _mm512_permutex2var_epi8(rows[0], index, rows[1]);
  __m512i high = _mm512_permutex2var_epi8(rows[2], index, rows[3]);
  return _mm512_mask_blend_epi8(_mm512_movepi8_mask(index), low, high);
}

static inline uint64_t block_equal(__m512i bytes, int value) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)value));
}

static inline void block_read(const block_table *table, const uint8_t *source, size_t count, block_masks *masks,
                              block_out *out) {
  uint64_t valid = count >= 64 ? ~0ull : (1ull << count) - 1;
  __m512i bytes = count >= 64 ? _mm512_loadu_si512(source) : _mm512_maskz_loadu_epi8(valid, source);
  masks->ascii = ~_mm512_movepi8_mask(bytes) & valid;
  __m512i result = _mm512_permutex2var_epi8(table->ascii[0], bytes, table->ascii[1]);
  __m512i kind = _mm512_and_si512(result, _mm512_set1_epi8(0x70));
  masks->ascii_digit = block_equal(kind, 0x30) & masks->ascii;
  masks->ascii_joint = block_equal(kind, 0x20) & masks->ascii;
  masks->ascii_end = _mm512_cmple_epu8_mask(result, _mm512_set1_epi8(CTEXT_ASCII_END_OF_WORD)) & masks->ascii;
  masks->ascii_word_end = block_equal(result, CTEXT_ASCII_END_OF_WORD) & masks->ascii;
  masks->ascii_unknown = block_equal(result, CTEXT_ASCII_UNKNOWN) & masks->ascii;
  masks->tail = masks->tail_none = masks->tail_short = masks->tail_end = masks->tail_unknown = 0;
  masks->sign = masks->sign_long = masks->sign_none = masks->sign_end = masks->sign_unknown = masks->blessing = 0;
  if (masks->ascii != valid) {
    __m512i six = _mm512_set1_epi8(0x3F);
    uint64_t followers = block_equal(_mm512_and_si512(bytes, _mm512_set1_epi8((char)0xC0)), 0x80);
    uint64_t leads = block_equal(_mm512_and_si512(bytes, _mm512_set1_epi8((char)0xFC)), 0xD8);
    masks->tail = followers & leads << 1;
    __m512i before = _mm512_permutexvar_epi8(table->before, bytes);
    // (before & 3) << 6 | bytes & 0x3F
    __m512i index = _mm512_ternarylogic_epi64(six, bytes, _mm512_slli_epi16(before, 6), 0xCA);
    __m512i lead = block_look_up(table->lead, index);
    __m512i tail = block_look_up(table->tail, index);
    masks->tail_none = block_equal(tail, 0) & masks->tail;
    masks->tail_short = block_equal(lead, 0) & masks->tail;
    masks->tail_end = block_equal(lead, CTEXT_END) & masks->tail;
    masks->tail_unknown = block_equal(lead, CTEXT_UNKNOWN) & masks->tail;
    uint64_t latin = block_equal(bytes, 0xC2) << 1;
    masks->sign_long = followers & (block_equal(bytes, 0x80) & block_equal(bytes, 0xE2) << 1) << 1;
    masks->sign = (followers & latin) | masks->sign_long;
    result = _mm512_mask_blend_epi8(masks->tail, result, tail);
    result = _mm512_mask_blend_epi8(masks->tail >> 1, result, _mm512_permutexvar_epi8(table->next, lead));
    uint64_t forms = block_equal(bytes, 0xEF) & table->blessing;
    if (forms) {
      uint64_t last = forms << 2 & block_equal(bytes, 0xB7) << 1 & block_equal(bytes, 0xBA);
      masks->blessing = last | last >> 1 | last >> 2;
      result = _mm512_mask_blend_epi8(masks->blessing, result, bytes);
    }
    if (masks->sign) {
      __m512i place = _mm512_and_si512(bytes, six);
      place = _mm512_mask_add_epi8(place, masks->sign_long, place, _mm512_set1_epi8(64));
      __m512i sign = _mm512_permutex2var_epi8(table->signs[0], place, table->signs[1]);
      masks->sign_none = block_equal(sign, 0) & masks->sign;
      masks->sign_end = block_equal(sign, CTEXT_END) & masks->sign;
      masks->sign_unknown = block_equal(sign, CTEXT_UNKNOWN) & masks->sign;
      result = _mm512_mask_blend_epi8(masks->sign, result, sign);
    }
  }
  out->out = result;
}

// Writes the lanes that `keep` names, and up to 64 bytes of anything.
static inline void block_write(const block_out *out, uint64_t keep, uint8_t *target) {
  _mm512_storeu_si512(target, keep == ~0ull ? out->out : _mm512_maskz_compress_epi8(keep, out->out));
}

// Writes the places of ones, counted from `base`, and up to 64 entries of anything.
static inline void block_places(uint64_t ones, unsigned base, uint16_t *target) {
  static const uint8_t numbers[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  __m512i places = _mm512_maskz_compress_epi8(ones, _mm512_loadu_si512(numbers));
  __m256i from = _mm256_set1_epi16((short)base);
  __m256i low = _mm256_cvtepu8_epi16(_mm512_castsi512_si128(places));
  _mm256_storeu_si256((__m256i *)target, _mm256_add_epi16(from, low));
  // No two words touch, so there are 32 at most.
  if (__builtin_popcountll(ones) > 16) {
    __m256i rest = _mm256_cvtepu8_epi16(_mm512_extracti32x4_epi32(places, 1));
    _mm256_storeu_si256((__m256i *)(target + 16), _mm256_add_epi16(from, rest));
  }
}

// The bits of one mask at the ones of another, moved together.
static inline uint64_t block_pack(uint64_t bits, uint64_t mask) { return _pext_u64(bits, mask); }

// The low bytes of each word that a length leaves.
static inline __m512i first_bytes(__m512i words, __m512i length) {
  // A shift by 64 gives 0.
  __m512i others = _mm512_sllv_epi64(_mm512_set1_epi64(-1), _mm512_slli_epi64(length, 3));
  return _mm512_andnot_si512(others, words);
}

static inline __m512i hash_step(__m512i hash, __m512i words) {
  hash = _mm512_mullo_epi64(_mm512_xor_si512(hash, words), _mm512_set1_epi64((int64_t)CTEXT_HASH_STEP));
  return _mm512_xor_si512(hash, _mm512_srli_epi64(hash, 32));
}

// Eight hashes at a time.
static inline void block_hash(const uint8_t *keys, const ctext_word_list *words, size_t count) {
  const __m512i eight = _mm512_set1_epi64(8);
  for (size_t i = 0; i < count; i += 8) {
    size_t rest = count - i;
    __mmask8 valid = rest < 8 ? (__mmask8)((1u << rest) - 1) : 0xFF;
    __m128i start = _mm_loadu_si128((const __m128i *)(words->key + i));
    __m128i end = _mm_loadu_si128((const __m128i *)(words->key + i + 1));
    __m512i length = _mm512_maskz_cvtepu16_epi64(valid, _mm_sub_epi16(end, start));
    __m256i place = _mm256_maskz_cvtepu16_epi32(valid, start);
    __m512i one = _mm512_i32gather_epi64(place, keys, 1);
    __m512i other = _mm512_i32gather_epi64(place, keys + 8, 1);
    __m512i hash = _mm512_mullo_epi64(length, _mm512_set1_epi64((int64_t)CTEXT_HASH_START));
    hash = hash_step(hash, first_bytes(one, _mm512_min_epu64(length, eight)));
    __mmask8 is_longer = _mm512_cmpgt_epu64_mask(length, eight);
    __m512i left = _mm512_min_epu64(_mm512_maskz_sub_epi64(is_longer, length, eight), eight);
    hash = _mm512_mask_mov_epi64(hash, is_longer, hash_step(hash, first_bytes(other, left)));
    hash = _mm512_mullo_epi64(hash, _mm512_set1_epi64((int64_t)CTEXT_HASH_END));
    hash = _mm512_xor_si512(hash, _mm512_srli_epi64(hash, 29));
    _mm512_storeu_si512(words->hash + i, hash);
    __mmask8 is_long = _mm512_cmpgt_epu64_mask(length, _mm512_set1_epi64(16)) & valid;
    for (unsigned bits = is_long; bits; bits &= bits - 1) {
      size_t word = i + (size_t)__builtin_ctz(bits);
      words->hash[word] = ctext_hash(keys + words->key[word], words->key[word + 1] - words->key[word]);
    }
  }
}

typedef struct {
  __m512i kinds[4];
} stop_table;

static inline void stop_load_table(const ctext_stop_table *table, stop_table *loaded) {
  for (int i = 0; i < 4; i++) loaded->kinds[i] = _mm512_loadu_si512(table->kinds + 64 * i);
}

static inline void stop_read(const stop_table *table, const uint8_t *source, stop_masks *masks) {
  __m512i bytes = _mm512_loadu_si512(source);
  __m512i kinds = block_look_up(table->kinds, bytes);
  masks->stop = _mm512_test_epi8_mask(kinds, _mm512_set1_epi8(CTEXT_STOP));
  masks->tail = _mm512_test_epi8_mask(kinds, _mm512_set1_epi8(CTEXT_STOP_TAIL));
  masks->lead = _mm512_test_epi8_mask(kinds, _mm512_set1_epi8(CTEXT_STOP_LEAD));
  masks->before_tail = block_equal(bytes, 0xD8);
  masks->second = block_equal(bytes, 0x81) | block_equal(bytes, 0x85) | block_equal(bytes, 0x94);
  masks->third = _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8((char)0xA4)), _mm512_set1_epi8(26));
}
