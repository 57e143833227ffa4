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
      known |= tails | tails >> 1;
      uint64_t tails_kept = tails & ~masks.tail_none;
      uint64_t leads_kept = (tails & ~masks.tail_short) >> 1;
      count = first(~known);
      keep = (known & (masks.ascii | tails_kept | leads_kept)) & below(count);
      if (changes) {
        for (uint64_t rest = masks.tail_short & tails & below(count); rest; rest &= rest - 1) {
          unsigned place = first(rest);
          changes[changed].source = (uint32_t)(read + place - 1);
          changes[changed].target = (uint32_t)(written + ones(keep & below(place)));
          changes[changed].length = (uint32_t)(keep >> place & 1);
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
    // A block that ends with a lead is one byte shorter; any other that is shorter ends at what is unknown.
    if (count < 63) break;
  }
  result->read = read;
  result->written = written;
  result->ascii_source = ascii_source;
  result->ascii_target = ascii_target;
  result->changes = changed;
}

void LOOP(ctext_words)(const ctext_table *table, const uint8_t *source, size_t length, int32_t has_more,
                       uint8_t *keys, ctext_word *words, ctext_words_found *result) {
  block_table loaded;
  block_load_table(table, &loaded);
  size_t read = 0, written = 0, starts_found = 0, ends_found = 0;
  int stopped = 0;
  // What the byte before the block was.
  uint64_t after_end = 1, after_latin = 0, after_arabic = 0;
  while (read < length) {
    unsigned count = length - read < 64 ? (unsigned)(length - read) : 64;
    block_masks masks;
    block_out out;
    block_read(&loaded, source + read, count, &masks, &out);
    uint64_t valid = below(count);
    // A lead at the end waits for its tail.
    if (count == 64 && source[read + 63] >= 0xC0) valid = below(count = 63);

    uint64_t ends = masks.ascii_end | masks.tail_end | masks.tail_end >> 1 | masks.latin_end;
    uint64_t next_space = masks.space >> 1;
    uint8_t next = 0x20;
    if (read + count < length) next = source[read + count]; else if (has_more) next = 0;
    if (next == 0x20 || next == 0x0A) next_space |= 1ull << (count - 1);
    ends |= masks.ascii_before_space & (next_space | ends << 1 | after_end);

    uint64_t latin =
        masks.ascii & ~(masks.ascii_unknown | masks.ascii_end | masks.ascii_before_space);
    uint64_t tails = masks.tail & ~(masks.tail_end | masks.tail_unknown);
    uint64_t arabic = tails | tails >> 1;
    uint64_t before_latin = latin << 1 | after_latin, before_arabic = arabic << 1 | after_arabic;
    uint64_t letters = latin | arabic;
    uint64_t starts = letters & ~(before_latin | before_arabic);
    uint64_t unknown = ~(letters | ends) | (latin & before_arabic) | (arabic & before_latin) |
                       (starts & masks.tail_none >> 1);
    count = first(unknown & valid);
    if (count == 64) count = ones(valid);
    uint64_t found = below(count);
    stopped = (unknown & valid) != 0;

    uint64_t tails_kept = tails & ~masks.tail_none;
    uint64_t keep = (latin | tails_kept | tails_kept >> 1) & found;
    block_write(&out, keep, keys + written);
    for (uint64_t rest = starts & found; rest; rest &= rest - 1) {
      words[starts_found++].start = (uint32_t)(read + first(rest));
    }
    for (uint64_t rest = ~letters & (before_latin | before_arabic) & found; rest; rest &= rest - 1) {
      unsigned place = first(rest);
      words[ends_found].end = (uint32_t)(read + place);
      words[ends_found].key_end = (uint32_t)(written + ones(keep & below(place)));
      ends_found++;
    }
    written += ones(keep);
    read += count;
    if (stopped) break;
    uint64_t last = 1ull << (count - 1);
    after_end = (ends & last) != 0;
    after_latin = (latin & last) != 0;
    after_arabic = (arabic & last) != 0;
    if (read == length && !has_more && starts_found > ends_found) {
      words[ends_found].end = (uint32_t)read;
      words[ends_found].key_end = (uint32_t)written;
      ends_found++;
    }
  }
  // A word that was begun and not ended is left to the caller.
  result->read = starts_found > ends_found ? words[ends_found].start : read;
  result->stopped = stopped;
  result->words = ends_found;
}
