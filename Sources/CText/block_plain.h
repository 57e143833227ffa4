// Sixty-four bytes in plain C, a byte at a time: for other processors, and what the vectors are compared with.
#include <string.h>

typedef const ctext_table *block_table;

static inline void block_load_table(const ctext_table *table, block_table *loaded) { *loaded = table; }

typedef struct {
  uint8_t out[64];
} block_out;

static inline void block_read(const block_table *table, const uint8_t *source, size_t count, block_masks *masks,
                              block_out *out) {
  memset(masks, 0, sizeof *masks);
  for (size_t i = 0; i < count && i < 64; i++) {
    uint64_t bit = 1ull << i;
    uint8_t byte = source[i];
    if (byte < 0x80) {
      uint8_t result = (*table)->ascii[byte];
      out->out[i] = result;
      masks->ascii |= bit;
      if ((result & 0x70) == 0x30) masks->ascii_digit |= bit;
      if ((result & 0x70) == 0x20) masks->ascii_joint |= bit;
      if (result <= CTEXT_ASCII_END_OF_WORD) masks->ascii_end |= bit;
      if (result == CTEXT_ASCII_END_OF_WORD) masks->ascii_word_end |= bit;
      if (result == CTEXT_ASCII_UNKNOWN) masks->ascii_unknown |= bit;
      continue;
    }
    if (i + 1 == count || i == 63) continue;
    uint8_t next = source[i + 1];
    int is_long = byte == 0xE2 && next == 0x80 && i + 2 < count && i < 62 && (source[i + 2] & 0xC0) == 0x80;
    if (is_long || (byte == 0xC2 && (next & 0xC0) == 0x80)) {
      i += is_long ? 2 : 1;
      bit = 1ull << i;
      uint8_t result = (*table)->signs[is_long << 6 | (source[i] & 0x3F)];
      out->out[i] = result;
      masks->sign |= bit;
      if (is_long) masks->sign_long |= bit;
      if (result == 0) masks->sign_none |= bit;
      if (result == CTEXT_END) masks->sign_end |= bit;
      if (result == CTEXT_UNKNOWN) masks->sign_unknown |= bit;
      continue;
    }
    if (byte == 0xEF && next == 0xB7 && i + 2 < count && i < 62 && source[i + 2] == 0xBA && (*table)->blessing) {
      memcpy(out->out + i, source + i, 3);
      masks->blessing |= 7 * bit;
      i += 2;
      continue;
    }
    if ((byte & 0xFC) != 0xD8 || (next & 0xC0) != 0x80) continue;
    uint8_t index = (uint8_t)(byte << 6 | (next & 0x3F));
    uint8_t lead = (*table)->lead[index], tail = (*table)->tail[index];
    out->out[i] = lead;
    out->out[++i] = tail;
    bit <<= 1;
    masks->tail |= bit;
    if (tail == 0) masks->tail_none |= bit;
    if (lead == 0) masks->tail_short |= bit;
    if (lead == CTEXT_END) masks->tail_end |= bit;
    if (lead == CTEXT_UNKNOWN) masks->tail_unknown |= bit;
  }
}

// Writes the bytes that `keep` names, and up to 64 bytes of anything.
static inline void block_write(const block_out *out, uint64_t keep, uint8_t *target) {
  if (keep == ~0ull) {
    memcpy(target, out->out, 64);
    return;
  }
  for (; keep; keep &= keep - 1) *target++ = out->out[__builtin_ctzll(keep)];
}

// Writes the places of ones, counted from `base`, and up to 64 entries of anything.
static inline void block_places(uint64_t ones, unsigned base, uint16_t *target) {
  for (; ones; ones &= ones - 1) *target++ = (uint16_t)(base + (unsigned)__builtin_ctzll(ones));
}

// The bits of one mask at the ones of another, moved together.
static inline uint64_t block_pack(uint64_t bits, uint64_t mask) {
  uint64_t packed = 0;
  for (uint64_t place = 1; mask; mask &= mask - 1, place <<= 1) {
    if (bits & mask & -mask) packed |= place;
  }
  return packed;
}

static inline void block_hash(const uint8_t *keys, const ctext_word_list *words, size_t count) {
  hash_each(keys, words, count);
}

typedef const ctext_stop_table *stop_table;

static inline void stop_load_table(const ctext_stop_table *table, stop_table *loaded) { *loaded = table; }

static inline void stop_read(const stop_table *table, const uint8_t *source, stop_masks *masks) {
  const uint8_t *kinds = (*table)->kinds;
  memset(masks, 0, sizeof *masks);
  masks->before_tail = (uint64_t)(source[63] == 0xD8) << 63;
  for (int group = 0; group < 64; group += 8) {
    const uint8_t *bytes = source + group;
    // Most have nothing to stop at.
    if (!(kinds[bytes[0]] | kinds[bytes[1]] | kinds[bytes[2]] | kinds[bytes[3]] | kinds[bytes[4]] | kinds[bytes[5]] |
          kinds[bytes[6]] | kinds[bytes[7]]))
      continue;
    for (int i = group; i < group + 8; i++) {
      uint8_t kind = kinds[source[i]];
      if (kind & CTEXT_STOP) masks->stop |= 1ull << i;
      if (kind & CTEXT_STOP_TAIL) masks->tail |= 1ull << i;
      if (i > 0 && source[i - 1] == 0xD8) masks->before_tail |= 1ull << (i - 1);
      if (!(kind & CTEXT_STOP_LEAD)) continue;
      masks->lead |= 1ull << i;
      if (i < 63 && (source[i + 1] == 0x81 || source[i + 1] == 0x85 || source[i + 1] == 0x94)) {
        masks->second |= 2ull << i;
      }
      if (i < 62 && source[i + 2] >= 0xA4 && source[i + 2] <= 0xBD) masks->third |= 4ull << i;
    }
  }
}
