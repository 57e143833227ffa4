// The loops over blocks, compiled once for each set of instructions: LOOP gives the functions their names.

// The low `count` bits.
static inline uint64_t below(unsigned count) { return count >= 64 ? ~0ull : (1ull << count) - 1; }
static inline unsigned first(uint64_t bits) { return bits ? (unsigned)__builtin_ctzll(bits) : 64; }
static inline unsigned ones(uint64_t bits) { return (unsigned)__builtin_popcountll(bits); }

// How many bytes of a block of 64, behind which text follows, belong to scalars that end in it. Where a block ends must
// not wait for what is found in it, else no block is begun before the one before is done.
static inline unsigned whole(const uint8_t *block) {
  unsigned leads = block[63] >= 0xC0;
  return 64 - leads - (2 & -(unsigned)(block[62] >= 0xE0) & leads - 1);
}

// Keeps a branch that is hardly ever taken from becoming a choice of values, which the next block would wait for.
#define keep_branch(value) __asm__("" : "+r"(value))

void LOOP(ctext_normalize)(const ctext_table *table, const uint8_t *source, size_t length, uint8_t *target,
                           ctext_change *changes, ctext_normalized *result) {
  block_table loaded;
  block_load_table(table, &loaded);
  size_t read = 0, written = 0, changed = 0;
  int64_t ascii_source = -1, ascii_target = -1;
  while (read < length) {
    unsigned count = length - read > 64 ? whole(source + read) : (unsigned)(length - read);
    uint64_t valid = below(count);
    block_masks masks;
    block_out out;
    block_read(&loaded, source + read, length - read < 64 ? count : 64, &masks, &out);
    uint64_t known = masks.ascii;
    uint64_t keep = known & valid;
    int stopped = 0;
    if (keep != valid) {
      uint64_t tails = masks.tail & ~masks.tail_unknown;
      uint64_t signs = masks.sign & ~masks.sign_unknown;
      known |= tails | tails >> 1 | sign_bytes(&masks, signs) | masks.blessing;
      uint64_t tails_kept = tails & ~masks.tail_none;
      uint64_t leads_kept = (tails & ~masks.tail_short) >> 1;
      stopped = (known & valid) != valid;
      if (stopped) valid = below(first(~known));
      keep = known & (masks.ascii | tails_kept | leads_kept | (signs & ~masks.sign_none) | masks.blessing) & valid;
      if (changes) {
        for (uint64_t rest = (signs | (masks.tail_short & tails)) & valid; rest; rest &= rest - 1) {
          unsigned place = first(rest), long_sign = masks.sign_long >> place & 1;
          changes[changed].source = (uint32_t)(read + place - 1 - long_sign);
          changes[changed].target = (uint32_t)(written + ones(keep & below(place)));
          changes[changed].read = (uint16_t)(2 + long_sign);
          changes[changed].written = (uint16_t)(keep >> place & 1);
          changed++;
        }
      }
    }
    block_write(&out, keep, target + written);
    uint64_t ascii = masks.ascii & valid;
    if (ascii) {
      unsigned last = 63 - (unsigned)__builtin_clzll(ascii);
      ascii_source = (int64_t)(read + last);
      ascii_target = (int64_t)(written + ones(keep & below(last)));
    }
    written += ones(keep);
    if (stopped) {
      read += ones(valid);
      break;
    }
    read += count;
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
    int is_last = length - read <= 64;
    unsigned count = is_last ? (unsigned)(length - read) : whole(source + read);
    block_masks masks;
    block_out out;
    block_read(&loaded, source + read, is_last ? count : 64, &masks, &out);
    // The last signs that depend on what follows wait for the next block.
    uint64_t late = is_last ? 0 : masks.ascii_joint & below(count) & ~below(count - 3);
    if (late) {
      count = first(late);
      keep_branch(count);
    }
    uint64_t valid = below(count);

    uint64_t ends = masks.ascii_end | masks.tail_end | masks.tail_end >> 1 | sign_bytes(&masks, masks.sign_end);
    uint64_t format = sign_bytes(&masks, masks.sign_none);
    uint8_t next = is_last ? has_more ? '0' : ' ' : source[read + count];
    uint64_t digits = masks.ascii_digit;
    uint64_t latin = masks.ascii & ~(masks.ascii_unknown | masks.ascii_end | masks.ascii_joint | digits);
    uint64_t tails = masks.tail & ~(masks.tail_end | masks.tail_unknown);
    uint64_t arabic = tails | tails >> 1 | masks.blessing;
    uint64_t possessive = 0;
    if (masks.ascii_joint) {
      uint64_t joints = masks.ascii_joint;
      uint64_t joining = joints & (latin << 1 | after_latin) & latin >> 1;
      latin |= joining;
      // Beside another sign none joins, nor does any before or behind what ends words, or at the end of the text.
      uint64_t stops = ends | joints;
      int is_end = is_last && !has_more;
      ends |= joints & (stops << 1 | stops >> 1 | after_end | (uint64_t)is_end << (count - 1));
      for (uint64_t rest = joining & valid; rest; rest &= rest - 1) {
        unsigned place = first(rest);
        const uint8_t *sign = source + read + place;
        if (sign[0] == '\'' && (sign[1] | 0x20) == 's' && !(latin >> place >> 2 & 1)) possessive |= 3ull << place;
      }
      for (uint64_t rest = format & joints << 1; rest; rest &= rest - 1) {
        unsigned place = first(rest), behind = place + first(~(format >> place));
        if (behind < count ? stops >> behind & 1 : is_end) ends |= 1ull << (place - 1);
      }
    }
    if (format) {
      // Format characters behind an end belong to it. The sum carries through each run of ones that begins there.
      uint64_t begin = format & (ends << 1 | after_end);
      uint64_t ended = format & ~(format + begin);
      ends |= ended;
      format &= ~ended;
      // A sign behind them has nothing to join.
      ends |= masks.ascii_joint & ended << 1;
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
                       ((masks.ascii_word_end | (ends & ~masks.ascii)) & before_digits & before_more) |
                       (starts & (masks.tail_none >> 1 | format));
    unknown &= valid;
    uint64_t found = valid;
    if (unknown) {
      found = below(first(unknown));
      keep_branch(found);
    }

    uint64_t tails_kept = tails & ~masks.tail_none;
    uint64_t keep = (latin | digits | tails_kept | tails_kept >> 1 | masks.blessing) & ~possessive & found;
    block_write(&out, keep, keys + written);
    starts &= found;
    word_ends &= found;
    block_places(starts, (unsigned)read, words->start + starts_found);
    block_places(word_ends, (unsigned)read, words->end + ends_found);
    // A word's first byte is always kept.
    block_places(block_pack(starts, keep), (unsigned)written, words->key + starts_found);
    starts_found += ones(starts);
    ends_found += ones(word_ends);
    written += ones(keep);
    if (unknown) {
      read += ones(found);
      stopped = 1;
      break;
    }
    read += count;
    uint64_t last = 1ull << (count - 1);
    after_end = (ends & last) != 0;
    after_latin = (latin & last) != 0;
    after_arabic = (arabic & last) != 0;
    after_digits = (digits & last) != 0;
    after_format = (format & last) != 0;
    if (read == length && !has_more && starts_found > ends_found) {
      words->end[ends_found++] = (uint16_t)read;
    }
  }
  // A word that was begun and not ended is left to the caller.
  if (starts_found == ends_found) words->key[ends_found] = (uint16_t)written;
  block_hash(keys, words, ends_found);
  result->read = starts_found > ends_found ? words->start[ends_found] : read;
  result->stopped = stopped;
  result->words = ends_found;
}

void LOOP(ctext_find_stops)(const ctext_stop_table *table, const uint8_t *source, size_t length, uint64_t *stops) {
  stop_table loaded;
  stop_load_table(table, &loaded);
  uint64_t after = 0;
  for (size_t place = 0; place < length; place += 64) {
    uint8_t padded[64] = {0};
    size_t rest = length - place;
    const uint8_t *block = rest < 64 ? memcpy(padded, source + place, rest) : source + place;
    stop_masks masks;
    stop_read(&loaded, block, &masks);
    uint64_t valid = below(rest < 64 ? (unsigned)rest : 64);
    // What follows the block is not looked at.
    uint64_t last = valid & ~(valid >> 2);
    uint64_t leads = masks.lead & (masks.second >> 1 | masks.third >> 2 | last);
    uint64_t tails = masks.tail & (masks.before_tail << 1 | after);
    after = masks.before_tail >> 63;
    *stops++ = (masks.stop | leads | tails) & valid;
  }
}
