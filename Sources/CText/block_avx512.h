// Sixty-four bytes at a time with AVX-512 (BW, VBMI, VBMI2).
#include <immintrin.h>

typedef struct {
  __m512i ascii[2], lead[4], tail[4], next, before;
} block_table;

static inline void block_load_table(const ctext_table *table, block_table *loaded) {
  for (int i = 0; i < 2; i++) loaded->ascii[i] = _mm512_loadu_si512(table->ascii + 64 * i);
  for (int i = 0; i < 4; i++) {
    loaded->lead[i] = _mm512_loadu_si512(table->lead + 64 * i);
    loaded->tail[i] = _mm512_loadu_si512(table->tail + 64 * i);
  }
  uint8_t order[64];
  for (int i = 0; i < 64; i++) order[i] = (uint8_t)(i + 1);
  loaded->next = _mm512_loadu_si512(order);
  for (int i = 0; i < 64; i++) order[i] = (uint8_t)(i - 1);
  loaded->before = _mm512_loadu_si512(order);
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
  masks->ascii_unknown = block_equal(result, CTEXT_ASCII_UNKNOWN) & masks->ascii;
  masks->ascii_end = block_equal(result, CTEXT_ASCII_END) & masks->ascii;
  masks->ascii_before_space = block_equal(result, CTEXT_ASCII_END_BEFORE_SPACE) & masks->ascii;
  masks->space = block_equal(bytes, 0x20) | block_equal(bytes, 0x0A);
  masks->tail = masks->tail_none = masks->tail_short = masks->tail_end = masks->tail_unknown = masks->latin_end = 0;
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
    uint64_t marks = (block_equal(bytes, 0xA0) | block_equal(bytes, 0xAB) | block_equal(bytes, 0xBB)) &
                     block_equal(bytes, 0xC2) << 1;
    masks->latin_end = marks | marks >> 1;
    result = _mm512_mask_blend_epi8(masks->tail, result, tail);
    result = _mm512_mask_blend_epi8(masks->tail >> 1, result, _mm512_permutexvar_epi8(table->next, lead));
  }
  out->out = result;
}

// Writes the lanes that `keep` names, and up to 64 bytes of anything.
static inline void block_write(const block_out *out, uint64_t keep, uint8_t *target) {
  _mm512_storeu_si512(target, keep == ~0ull ? out->out : _mm512_maskz_compress_epi8(keep, out->out));
}
