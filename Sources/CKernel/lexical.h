// As `fastLog`, for eight numbers.
INLINE f8 logarithm(f8 x) {
  u8 bits = (u8)x;
  // A small whole number in the last bits of 2^23 is that much more than 2^23.
  f8 exponent = bits_f(bits >> 23 | 0x4B000000u) - 8388735.0f;
  f8 mantissa = bits_f((bits & 0x007FFFFFu) | 0x3F800000u);
  f8 t = (mantissa - 1.0f) / (mantissa + 1.0f);
  f8 t2 = t * t;
  f8 series = 0.66666667f + t2 * (0.4f + t2 * (0.2857143f + t2 * 0.2222222f));
  return exponent * 0.69314718f + t * (2.0f + t2 * series);
}

INLINE float logarithm_of(float x) {
  f8 eight = x;
  return logarithm(eight)[0];
}

// Products stay between these; a factor lies far from the ends of a float's range.
#define LARGE_PRODUCT 1e18f
#define SMALL_PRODUCT 1e-18f

INLINE int any_above(f8 x, float limit) {
  i8 above = x > limit;
  int32_t any = 0;
  for (int lane = 0; lane < 8; lane++) any |= above[lane];
  return any != 0;
}

typedef struct {
  ptrdiff_t count, first, last;
} found_hits;

// Gathers what the block says of a type in `hits`, by going through its links, and the segments in `touched` as they
// come, or as bits in `marked` where there is such a thing.
INLINE found_hits hits_by_links(const ckernel_lexicon *lexicon, ptrdiff_t type, ptrdiff_t low, ptrdiff_t high,
                                float *hits, uint64_t *marked) {
  found_hits found = {0, PTRDIFF_MAX, -1};
  for (ptrdiff_t index = lexicon->link_offsets[type]; index < lexicon->link_offsets[type + 1]; index++) {
    const ckernel_link link = lexicon->links[index];
    // What adds nothing leaves no trace in `hits`, by which a segment is known to be touched.
    if (!(link.ratio > 0)) continue;
    ptrdiff_t end = lexicon->posting_ends[link.type], cursor = lexicon->cursors[link.type];
    while (cursor < end && lexicon->postings[cursor].index < low) cursor++;
    lexicon->cursors[link.type] = cursor;
    for (; cursor < end; cursor++) {
      const ckernel_entry posting = lexicon->postings[cursor];
      if (posting.index >= high) break;
      if (marked)
        marked[posting.index >> 6] |= (uint64_t)1 << (posting.index & 63);
      else if (hits[posting.index] == 0)
        lexicon->touched[found.count++] = posting.index;
      hits[posting.index] += link.ratio * posting.count;
      found.first = posting.index < found.first ? posting.index : found.first;
      found.last = posting.index > found.last ? posting.index : found.last;
    }
  }
  return found;
}

INLINE found_hits find_hits(const ckernel_lexicon *lexicon, ptrdiff_t type, ptrdiff_t low, ptrdiff_t high) {
  int32_t start = lexicon->match_starts[type];
  if (start < 0) {
    if (lexicon->segment_counts[type + 1] - lexicon->segment_counts[type] < 3 ||
        *lexicon->match_count + lexicon->given_count > lexicon->match_limit)
      return hits_by_links(lexicon, type, low, high, lexicon->hits, NULL);
    // All matches from here on, once.
    found_hits all = hits_by_links(lexicon, type, low, lexicon->given_count, lexicon->dense, lexicon->marked);
    ckernel_entry *match = lexicon->matches + *lexicon->match_count;
    for (ptrdiff_t word = all.first >> 6; all.last >= 0 && word <= all.last >> 6; word++) {
      for (uint64_t bits = lexicon->marked[word]; bits != 0; bits &= bits - 1) {
        const ptrdiff_t segment = (word << 6) + __builtin_ctzll(bits);
        *match++ = (ckernel_entry){(int32_t)segment, lexicon->dense[segment]};
        lexicon->dense[segment] = 0;
      }
      lexicon->marked[word] = 0;
    }
    start = (int32_t)*lexicon->match_count;
    *lexicon->match_count = match - lexicon->matches;
    lexicon->match_ends[type] = (int32_t)*lexicon->match_count;
  }
  const int32_t end = lexicon->match_ends[type];
  while (start < end && lexicon->matches[start].index < low) start++;
  lexicon->match_starts[type] = start;
  found_hits found = {0, PTRDIFF_MAX, -1};
  for (int32_t match = start; match < end && lexicon->matches[match].index < high; match++) {
    const ckernel_entry entry = lexicon->matches[match];
    lexicon->hits[entry.index] = entry.count;
    lexicon->touched[found.count++] = entry.index;
  }
  if (found.count > 0) {
    found.first = lexicon->matches[start].index;
    found.last = lexicon->touched[found.count - 1];
  }
  return found;
}

// What a token scores where no link reaches, for each length.
INLINE void add_unmatched(const ckernel_lexicon *lexicon, float nullProbability, ptrdiff_t count) {
  for (ptrdiff_t group = 0; group < lexicon->groups; group++) {
    f8 factor = nullProbability + (1 - nullProbability) * load(lexicon->inverse + group * 8);
    f8 product = load(lexicon->unmatched_product + group * 8);
    for (ptrdiff_t time = 0; time < count; time++) {
      product *= factor;
      // The last lane is that of the greatest length, so the smallest.
      if (product[7] < SMALL_PRODUCT) {
        store(lexicon->unmatched + group * 8, load(lexicon->unmatched + group * 8) + logarithm(product));
        product = 1.0f;
      }
    }
    store(lexicon->unmatched_product + group * 8, product);
  }
}

INLINE void multiply_singles(const ckernel_lexicon *lexicon, found_hits hits, ptrdiff_t start, ptrdiff_t end,
                             float nullProbability, ptrdiff_t count) {
  const float rest = 1 - nullProbability;
  start = start > hits.first ? start : hits.first;
  end = end < hits.last + 1 ? end : hits.last + 1;
  // Where many lie close together, all of them, those without a hit times 1; behind the end nothing is read.
  for (; hits.count >= 4 && start < end; start += 8) {
    f8 factor = 1.0f + load(lexicon->hits + start) * rest / (nullProbability * load(lexicon->single_lengths + start) + rest);
    f8 product = load(lexicon->single_products + start);
    for (ptrdiff_t time = 0; time < count; time++) {
      product *= factor;
      if (!any_above(product, LARGE_PRODUCT)) continue;
      for (int lane = 0; lane < 8; lane++) {
        if (!(product[lane] > LARGE_PRODUCT)) continue;
        lexicon->single_logs[start + lane] += logarithm_of(product[lane]);
        product[lane] = 1;
      }
    }
    store(lexicon->single_products + start, product);
  }
  const ptrdiff_t found = start < end ? hits.count : 0;
  for (ptrdiff_t index = 0; index < found; index++) {
    const ptrdiff_t segment = lexicon->touched[index];
    if (segment < start || segment >= end) continue;
    const float factor = 1 + lexicon->hits[segment] * rest / (nullProbability * lexicon->single_lengths[segment] + rest);
    float product = lexicon->single_products[segment];
    for (ptrdiff_t time = 0; time < count; time++) {
      product *= factor;
      if (product > LARGE_PRODUCT) {
        lexicon->single_logs[segment] += logarithm_of(product);
        product = 1;
      }
    }
    lexicon->single_products[segment] = product;
  }
}

// Multiplies the windows that start in a range by what the hits make of a token.
INLINE void multiply_windows(const ckernel_lexicon *lexicon, ptrdiff_t start, ptrdiff_t end, float nullProbability,
                             ptrdiff_t count) {
  const float rest = 1 - nullProbability;
  float *sums = lexicon->sums;
  float sum = 0;
  sums[start] = 0;
  for (ptrdiff_t place = start; place < end + 7; place++) {
    sum += lexicon->hits[place];
    sums[place + 1] = sum;
  }
  for (ptrdiff_t window = start; window < end; window++) {
    const float before = sums[window], most = sums[window + 8] - before;
    if (most == 0) continue;
    f8 scale = rest / (nullProbability * load(lexicon->lengths + window * 8) + rest);
    f8 factor = 1.0f + (load(sums + window + 1) - before) * scale;
    float bound = 1 + most * scale[0], bounds = lexicon->bounds[window];
    f8 product = load(lexicon->products + window * 8);
    for (ptrdiff_t time = 0; time < count; time++) {
      product *= factor;
      bounds *= bound;
      if (bounds > LARGE_PRODUCT) {
        store(lexicon->logs + window * 8, load(lexicon->logs + window * 8) + logarithm(product));
        product = 1.0f;
        bounds = 1;
      }
    }
    store(lexicon->products + window * 8, product);
    lexicon->bounds[window] = bounds;
  }
}

INLINE ptrdiff_t place_of(const ckernel_places *places, ptrdiff_t start) {
  return places->offsets ? places->offsets[start] + places->shift - places->lower[start] : places->shift + start;
}

void LOOP(ckernel_lexical)(const ckernel_lexicon *lexicon, ptrdiff_t segment, ptrdiff_t window_start,
                           ptrdiff_t window_end, const ckernel_places *windows, ptrdiff_t single_start,
                           ptrdiff_t single_end, const ckernel_places *singles) {
  const int has_windows = window_start < window_end, has_singles = single_start < single_end;
  if (!has_windows && !has_singles) return;
  ptrdiff_t low = has_windows ? window_start : single_start, high = window_end;
  if (has_singles && single_start < low) low = single_start;
  if (single_end > high) high = single_end;
  for (ptrdiff_t start = window_start; start < window_end; start++) {
    store(lexicon->products + start * 8, (f8)(1.0f));
    store(lexicon->logs + start * 8, (f8)(0.0f));
    lexicon->bounds[start] = 1;
  }
  for (ptrdiff_t start = single_start; start < single_end; start++) {
    lexicon->single_products[start] = 1;
    lexicon->single_logs[start] = 0;
  }
  for (ptrdiff_t group = 0; group < lexicon->groups; group++) {
    store(lexicon->unmatched + group * 8, (f8)(0.0f));
    store(lexicon->unmatched_product + group * 8, (f8)(1.0f));
  }
  for (ptrdiff_t place = lexicon->scored_offsets[segment]; place < lexicon->scored_offsets[segment + 1]; place++) {
    const ptrdiff_t type = lexicon->scored[place].index, count = (ptrdiff_t)lexicon->scored[place].count;
    const float nullProbability = lexicon->nullProbability[type];
    add_unmatched(lexicon, nullProbability, count);
    const found_hits found = find_hits(lexicon, type, low, high);
    if (found.count == 0) continue;
    multiply_singles(lexicon, found, single_start, single_end, nullProbability, count);
    const ptrdiff_t start = found.first - 7 > window_start ? found.first - 7 : window_start;
    const ptrdiff_t end = found.last + 1 < window_end ? found.last + 1 : window_end;
    if (start < end) multiply_windows(lexicon, start, end, nullProbability, count);
    // All others are 0 already.
    for (ptrdiff_t place = found.first; place <= found.last; place += 8) store(lexicon->hits + place, (f8)(0.0f));
  }
  for (ptrdiff_t group = 0; group < lexicon->groups; group++)
    store(lexicon->unmatched + group * 8,
          load(lexicon->unmatched + group * 8) + logarithm(load(lexicon->unmatched_product + group * 8)));
  for (ptrdiff_t start = window_start; start < window_end; start++) {
    f8 result = load(lexicon->logs + start * 8) + logarithm(load(lexicon->products + start * 8));
    const uint8_t *bucket = lexicon->buckets + start * 8;
    f8 table;
    for (int lane = 0; lane < 8; lane++) table[lane] = lexicon->unmatched[bucket[lane]];
    store(windows->scores + place_of(windows, start) * 8, result + table);
  }
  for (ptrdiff_t start = single_start; start < single_end; start += 8) {
    f8 result = load(lexicon->single_logs + start) + logarithm(load(lexicon->single_products + start));
    const ptrdiff_t lanes = single_end - start < 8 ? single_end - start : 8;
    for (ptrdiff_t lane = 0; lane < lanes; lane++)
      singles->scores[place_of(singles, start + lane)] =
          result[lane] + lexicon->unmatched[lexicon->buckets[(start + lane) * 8]];
  }
}
