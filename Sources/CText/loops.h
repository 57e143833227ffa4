// The loops over blocks, compiled once for each set of instructions: LOOP gives the functions their names.

// The low `count` bits.
static inline uint64_t below(unsigned count) { return count >= 64 ? ~0ull : (1ull << count) - 1; }
static inline unsigned first(uint64_t bits) { return bits ? (unsigned)__builtin_ctzll(bits) : 64; }
static inline unsigned ones(uint64_t bits) { return (unsigned)__builtin_popcountll(bits); }

void LOOP(ctext_normalize)(const ctext_table *table, const uint8_t *source, size_t length, uint8_t *target,
                           ctext_change *changes, ctext_normalized *result) {
  block_table loaded;
  block_load_table(table, &loaded);
  size_t read = 0, written = 0, changed = 0;
  int64_t ascii_source = -1, ascii_target = -1;
  while (read < length) {
    unsigned count = length - read < 64 ? (unsigned)(length - read) : 64;
    block_masks masks;
    block_out out;
    block_read(&loaded, source + read, count, &masks, &out);
    uint64_t known = masks.ascii;
    uint64_t keep = known;
    if (known != below(count)) {
      uint64_t tails = masks.tail & ~masks.tail_unknown & ~masks.tail_end;
      uint64_t signs = masks.sign & ~masks.sign_unknown & ~masks.sign_end;
      known |= tails | tails >> 1 | sign_bytes(&masks, signs);
      uint64_t tails_kept = tails & ~masks.tail_none;
      uint64_t leads_kept = (tails & ~masks.tail_short) >> 1;
      count = first(~known);
      keep = known & (masks.ascii | tails_kept | leads_kept | (signs & ~masks.sign_none)) & below(count);
      if (changes) {
        for (uint64_t rest = (signs | (masks.tail_short & tails)) & below(count); rest; rest &= rest - 1) {
          unsigned place = first(rest), long_sign = masks.sign_long >> place & 1;
          changes[changed].source = (uint32_t)(read + place - 1 - long_sign);
          changes[changed].target = (uint32_t)(written + ones(keep & below(place)));
          changes[changed].read = (uint16_t)(2 + long_sign);
          changes[changed].written = (uint16_t)(keep >> place & 1);
          changed++;
        }
      }
      if (count == 0) break;
    }
    block_write(&out, keep, target + written);
    uint64_t ascii = masks.ascii & below(count);
    if (ascii) {
      unsigned last = 63 - (unsigned)__builtin_clzll(ascii);
      ascii_source = (int64_t)(read + last);
      ascii_target = (int64_t)(written + ones(keep & below(last)));
    }
    written += ones(keep);
    read += count;
    // A block that ends inside a scalar is up to two bytes shorter; any other that is shorter ends at what is unknown.
    if (count < 62) break;
  }
  result->read = read;
  result->written = written;
  result->ascii_source = ascii_source;
  result->ascii_target = ascii_target;
  result->changes = changed;
}

void LOOP(ctext_words)(const ctext_table *table, const uint8_t *source, size_t length, int32_t has_more,
                       uint8_t *keys, const ctext_word_list *words, ctext_words_found *result) {
  block_table loaded;
  block_load_table(table, &loaded);
  size_t read = 0, written = 0, starts_found = 0, ends_found = 0;
  int stopped = 0;
  // What the byte before the block was.
  uint64_t after_end = 1, after_latin = 0, after_arabic = 0, after_digits = 0, after_format = 0;
  while (read < length) {
    unsigned count = length - read < 64 ? (unsigned)(length - read) : 64;
    block_masks masks;
    block_out out;
    block_read(&loaded, source + read, count, &masks, &out);
    if (count == 64) {
      // A scalar that the block ends inside waits for the next.
      if (source[read + 63] >= 0xC0) {
        count = 63;
      } else if (source[read + 62] >= 0xE0) {
        count = 62;
      }
    }
    uint64_t valid = below(count);

    uint64_t ends = masks.ascii_end | masks.tail_end | masks.tail_end >> 1 | sign_bytes(&masks, masks.sign_end);
    uint64_t mid = masks.ascii_before_space;
    uint8_t next = 0x20;
    if (read + count < length) next = source[read + count]; else if (has_more) next = 0;
    uint64_t next_space = masks.space >> 1 | (uint64_t)(next == 0x20 || next == 0x0A) << (count - 1);
    ends |= mid & (next_space | ends << 1 | after_end);
    uint64_t digits = masks.ascii_digit;
    uint64_t latin = masks.ascii & ~(masks.ascii_unknown | masks.ascii_end | mid | digits);
    uint64_t tails = masks.tail & ~(masks.tail_end | masks.tail_unknown);
    uint64_t arabic = tails | tails >> 1;
    uint64_t format = sign_bytes(&masks, masks.sign_none);
    if (format) {
      // Format characters behind an end belong to it, and so do signs behind them and format characters there.
      for (int pass = 0; pass < 2; pass++) {
        uint64_t begin = format & (ends << 1 | after_end);
        // The sum carries through each run of ones that begins there.
        uint64_t ended = format & ~(format + begin);
        ends |= ended;
        format &= ~ended;
        ends |= mid & ends << 1;
      }
    }
    uint64_t letters = latin | arabic | digits | format;
    uint64_t before_latin = latin << 1 | after_latin, before_arabic = arabic << 1 | after_arabic;
    uint64_t before_format = format << 1 | after_format, before_digits = digits << 1 | after_digits;
    uint64_t before = before_latin | before_arabic | before_digits | before_format;
    uint64_t starts = letters & ~before;
    uint64_t word_ends = ~letters & before;
    // Letters of two scripts, letters behind a format character, and words that begin with a mark take rules; so do
    // digits beside letters, and digits behind which a sign may join others.
    uint64_t before_more = (digits | (~masks.ascii & valid)) >> 1 |
                           (uint64_t)(next >= 0x80 || (next >= '0' && next <= '9')) << (count - 1) | ~masks.ascii;
    uint64_t unknown = ~(letters | ends) | (latin & (before_arabic | before_format | before_digits)) |
                       (arabic & (before_latin | before_format | before_digits)) |
                       (digits & (before_latin | before_arabic | before_format)) | (format & before_digits) |
                       (ends & ~masks.space & before_digits & before_more) |
                       (starts & (masks.tail_none >> 1 | format));
    unknown &= valid;
    count = unknown ? first(unknown) : count;
    uint64_t found = below(count);

    uint64_t tails_kept = tails & ~masks.tail_none;
    uint64_t keep = (latin | digits | tails_kept | tails_kept >> 1) & found;
    block_write(&out, keep, keys + written);
    starts &= found;
    word_ends &= found;
    block_places(starts, (uint32_t)read, words->start + starts_found);
    block_places(word_ends, (uint32_t)read, words->end + ends_found);
    // A word's first byte is always kept.
    block_places(block_pack(starts, keep), (uint32_t)written, words->key + starts_found);
    starts_found += ones(starts);
    ends_found += ones(word_ends);
    written += ones(keep);
    read += count;
    stopped = unknown != 0;
    if (stopped) break;
    uint64_t last = 1ull << (count - 1);
    after_end = (ends & last) != 0;
    after_latin = (latin & last) != 0;
    after_arabic = (arabic & last) != 0;
    after_digits = (digits & last) != 0;
    after_format = (format & last) != 0;
    if (read == length && !has_more && starts_found > ends_found) {
      words->end[ends_found++] = (uint32_t)read;
    }
  }
  // A word that was begun and not ended is left to the caller.
  if (starts_found == ends_found) words->key[ends_found] = (uint32_t)written;
  block_hash(keys, words, ends_found);
  result->read = starts_found > ends_found ? words->start[ends_found] : read;
  result->stopped = stopped;
  result->words = ends_found;
}
