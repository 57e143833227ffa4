// e to the power of x, to a relative 2e-7; 0 below -700, and x at most 300.
INLINE d8 exponential(f8 x) {
  // 2^k * e^r with |r| <= ln(2) / 2; adding 1.5 * 2^23 rounds to the nearest whole number.
  f8 bounded = x >= -700.0f ? x : (f8)(-700.0f);
  bounded = bounded > 300.0f ? (f8)(300.0f) : bounded;
  f8 shifted = bounded * 1.44269504f + 12582912.0f;
  f8 k = shifted - 12582912.0f;
  f8 r = bounded - k * 0.693359375f;
  r = r + k * 2.12194440e-4f;
  f8 series = 1.3981999507e-3f + r * 1.9875691500e-4f;
  series = 8.3334519073e-3f + r * series;
  series = 4.1665795894e-2f + r * series;
  series = 1.6666665459e-1f + r * series;
  series = 5.0000001201e-1f + r * series;
  series = 1.0f + r + r * r * series;
  // Also what is not a number becomes 0.
  series = x >= -700.0f ? series : (f8)(0.0f);
  l8 power = (__builtin_convertvector((i8)shifted - 0x4B400000, l8) + 1023) << 52;
  return __builtin_convertvector(series, d8) * (d8)power;
}

INLINE d8 greater(d8 a, d8 b) { return a > b ? a : b; }

// The columns from which a bead leads from one row to a later one, both inclusive.
typedef struct {
  ptrdiff_t first, last;
} column_range;

INLINE column_range columns(const ckernel_lattice *lattice, ptrdiff_t from, ptrdiff_t to, ptrdiff_t width) {
  ptrdiff_t first = lattice->lower[to] - width, last = lattice->upper[to] - width;
  column_range range = {first > lattice->lower[from] ? first : lattice->lower[from],
                        last < lattice->upper[from] ? last : lattice->upper[from]};
  return range;
}

void LOOP(ckernel_weights)(const ckernel_lattice *lattice, const float *scores, float gap, float continued,
                           double *weights, double *rest, double *row_rests, float *row_planes) {
  const ptrdiff_t rows = lattice->rows;
  // What the best path scores from each node of a row on, and of the row below, where it comes by a source gap.
  double *by_gap = row_rests, *below_by_gap = row_rests + lattice->widest + CKERNEL_PADDING;
  const float *row_scores = scores;
  for (ptrdiff_t row = 0; row < rows; row++)
    row_scores += CKERNEL_SHAPES * (lattice->upper[row] - lattice->lower[row] + 1);
  for (ptrdiff_t row = rows - 1; row >= 0; row--) {
    const ptrdiff_t low = lattice->lower[row], width = lattice->upper[row] - low + 1, places = width + 8;
    double *weight_planes = weights + CKERNEL_SHAPES * lattice->starts[row];
    float *planes = row_planes;
    double *here = rest + lattice->starts[row];
    row_scores -= CKERNEL_SHAPES * width;
    for (ptrdiff_t column = 0; column < width; column++)
      for (int shape = 0; shape < CKERNEL_SHAPES; shape++)
        planes[shape * places + column] = row_scores[column * CKERNEL_SHAPES + shape];
    for (int shape = 0; shape < 2; shape++)
      for (ptrdiff_t column = 0; column < width; column += 8)
        store(planes + shape * places + column, load(planes + shape * places + column) + gap);
    for (int shape = 0; shape < CKERNEL_SHAPES; shape++) store(planes + shape * places + width, (f8)(-INFINITY));
    // What the best path from each node on scores, at first where it goes on by a bead.
    for (ptrdiff_t column = 0; column < width; column += 8) store_d(here + column, (d8)(-INFINITY));
    store_d(here + width, (d8)(-INFINITY));
    for (int side = 1; side <= 8 && row + side < rows; side++) {
      const double *to = rest + lattice->starts[row + side] - lattice->lower[row + side];
      const float *plane = planes + ckernel_firsts[side] * places;
      for (int wide = 1; wide <= ckernel_widths[side]; wide++, plane += places) {
        column_range range = columns(lattice, row, row + side, wide);
        for (ptrdiff_t column = range.first; column <= range.last; column += 8) {
          d8 score = widened(plane + column - low) + load_d(to + column + wide);
          store_d(here + column - low, greater(load_d(here + column - low), score));
        }
      }
    }
    const double *below = row + 1 < rows ? rest + lattice->starts[row + 1] - lattice->lower[row + 1] + low : here;
    const ptrdiff_t first_below = row + 1 < rows ? lattice->lower[row + 1] - low : width;
    // By a source gap.
    for (ptrdiff_t column = 0; column < width; column += 8) store_d(by_gap + column, (d8)(-INFINITY));
    for (ptrdiff_t column = first_below; column < width; column += 8)
      store_d(by_gap + column, widened(planes + column) + load_d(below_by_gap + column - first_below));
    double target = -INFINITY;
    for (ptrdiff_t column = width - 1; column >= 0; column--) {
      double bead = here[column], by_source = by_gap[column], by_target = planes[places + column] + target;
      if (row + 1 == rows && column == width - 1) bead = 0;
      double but_source = bead > by_target ? bead : by_target, but_target = bead > by_source ? bead : by_source;
      here[column] = but_source > by_source ? but_source : by_source;
      by_gap[column] = but_source > by_source + continued ? but_source : by_source + continued;
      // A source gap may follow here, as if there were paths of that order: otherwise sums of those that had need of
      // one would hide the others.
      target = but_target > by_target + continued ? but_target : by_target + continued;
    }
    store_d(here + width, (d8)(-INFINITY));
    store_d(by_gap + width, (d8)(-INFINITY));
    double *swapped = below_by_gap;
    below_by_gap = by_gap;
    by_gap = swapped;
    // The weights, relative to it.
    for (int side = 1; side <= 8; side++) {
      const float *plane = planes + ckernel_firsts[side] * places;
      double *weight_plane = weight_planes + ckernel_firsts[side] * places;
      for (int wide = 1; wide <= ckernel_widths[side]; wide++, plane += places, weight_plane += places) {
        column_range range = {low, low - 1};
        if (row + side < rows) range = columns(lattice, row, row + side, wide);
        const double *to = rest + (row + side < rows ? lattice->starts[row + side] - lattice->lower[row + side] : 0);
        // Where the bead would leave the lattice, the score is minus infinity.
        for (ptrdiff_t column = 0; column < width; column += 8) {
          d8 weight = 0.0;
          if (column + low + 7 >= range.first && column + low <= range.last) {
            d8 gain = load_d(to + column + low + wide) - load_d(here + column);
            weight = exponential(__builtin_convertvector(gain + widened(plane + column), f8));
          }
          store_d(weight_plane + column, weight);
        }
        store_d(weight_plane + width, (d8)(0.0));
      }
    }
    for (ptrdiff_t column = 0; column < width; column += 8) {
      d8 source = 0.0;
      if (row + 1 < rows && column + 7 >= first_below)
        source = exponential(
            __builtin_convertvector(load_d(below + column) - load_d(here + column) + widened(planes + column), f8));
      d8 target = exponential(__builtin_convertvector(
          load_d(here + column + 1) - load_d(here + column) + widened(planes + places + column), f8));
      store_d(weight_planes + column, source);
      store_d(weight_planes + places + column, target);
    }
    store_d(weight_planes + width, (d8)(0.0));
    store_d(weight_planes + places + width, (d8)(0.0));
  }
}

// The greatest sum of nine rows stays between these; what is smaller by a factor of 1e-310 may become 0.
#define LARGE 1e60
#define SMALL 1.0

INLINE double greatest_of(const double *values, ptrdiff_t count) {
  d8 most = 0.0;
  for (ptrdiff_t index = 0; index < count; index += 8) {
    d8 value = load_d(values + index);
    most = value > most ? value : most;
  }
  double result = 0;
  for (int lane = 0; lane < 8; lane++) result = most[lane] > result ? most[lane] : result;
  return result;
}

INLINE void multiply(double *values, ptrdiff_t count, double factor) {
  for (ptrdiff_t index = 0; index < count; index += 8) store_d(values + index, load_d(values + index) * factor);
}

// A power of two that brings a number near the middle between these, and the logarithm of what it takes away.
INLINE double scale_of(double value, double *log) {
  int exponent;
  frexp(value, &exponent);
  exponent -= 100;
  *log = exponent * 0.6931471805599453;
  return ldexp(1, -exponent);
}

void LOOP(ckernel_forward)(const ckernel_lattice *lattice, const double *weights, ckernel_paths *paths) {
  const ptrdiff_t rows = lattice->rows;
  double *total = paths->space;
  double log = 0;
  for (ptrdiff_t row = 0; row < rows && row < 8; row++)
    memset(paths->sums + 3 * lattice->starts[row], 0, (lattice->starts[row + 1] - lattice->starts[row]) * 8);
  paths->sums[0] = 1;
  for (ptrdiff_t row = 0; row < rows; row++) {
    const ptrdiff_t low = lattice->lower[row], width = lattice->upper[row] - low + 1, places = width + 8;
    double *matched = paths->sums + 3 * lattice->starts[row];
    double *source = matched + places, *target = source + places;
    const double *planes = weights + CKERNEL_SHAPES * lattice->starts[row];
    if (row + 8 < rows)
      memset(paths->sums + 3 * lattice->starts[row + 8], 0, (lattice->starts[row + 9] - lattice->starts[row + 8]) * 8);
    memset(source, 0, places * 16);
    if (row > 0) {
      // From the same columns of the row before.
      const ptrdiff_t before_low = lattice->lower[row - 1];
      const ptrdiff_t before_places = lattice->upper[row - 1] - before_low + 9;
      const double *before = paths->sums + 3 * lattice->starts[row - 1] + (low - before_low);
      const double *gap = weights + CKERNEL_SHAPES * lattice->starts[row - 1] + (low - before_low);
      const ptrdiff_t count = lattice->upper[row - 1] - low + 1;
      for (ptrdiff_t column = 0; column < count; column += 8) {
        d8 sum = load_d(before + column) + load_d(before + before_places + column) * paths->continued;
        // Weights behind the row's last column are 0.
        store_d(source + column, sum * load_d(gap + column) * paths->gap);
      }
    }
    const double *gap = planes + places;
    double last = 0, so_far = 0;
    for (ptrdiff_t column = 0; column < width; column++) {
      target[column] = last;
      so_far = matched[column] + source[column];
      total[column] = so_far + last;
      last = (so_far + last * paths->continued) * gap[column] * paths->gap;
    }
    // Whatever lies behind the last column must not count.
    store_d(total + width, (d8)(0.0));
    // Every path leads through this row or, over it, to the next eight.
    ptrdiff_t end = row + 9 < rows ? row + 9 : rows;
    double most = greatest_of(total, width);
    for (ptrdiff_t later = row + 1; later < end; later++) {
      double other =
          greatest_of(paths->sums + 3 * lattice->starts[later], lattice->upper[later] - lattice->lower[later] + 1);
      most = other > most ? other : most;
    }
    if (most > LARGE || (most < SMALL && most > 0)) {
      double more;
      double factor = scale_of(most, &more);
      log += more;
      multiply(matched, 3 * places - 8, factor);
      multiply(total, width, factor);
      for (ptrdiff_t later = row + 1; later < end; later++)
        multiply(paths->sums + 3 * lattice->starts[later], lattice->upper[later] - lattice->lower[later] + 1, factor);
    }
    paths->logs[row] = log;
    for (int side = 1; side <= 8 && row + side < rows; side++) {
      double *to = paths->sums + 3 * lattice->starts[row + side] - lattice->lower[row + side];
      const double *plane = planes + ckernel_firsts[side] * places;
      for (int wide = 1; wide <= ckernel_widths[side]; wide++, plane += places) {
        column_range range = columns(lattice, row, row + side, wide);
        for (ptrdiff_t column = range.first; column <= range.last; column += 8) {
          double *place = to + column + wide;
          store_d(place, load_d(place) + load_d(plane + column - low) * load_d(total + column - low));
        }
      }
    }
  }
  const double *end = paths->sums + 3 * lattice->starts[rows - 1] + (lattice->upper[rows - 1] - lattice->lower[rows - 1]);
  const ptrdiff_t places = lattice->upper[rows - 1] - lattice->lower[rows - 1] + 9;
  paths->forward = log + __builtin_log(end[0] + end[places] + end[2 * places]);
}

void LOOP(ckernel_backward)(const ckernel_lattice *lattice, const double *weights, ckernel_paths *paths) {
  const ptrdiff_t rows = lattice->rows, stride = lattice->widest + 16;
  // Of the last eight rows what a path that comes by a bead still sums up to, of the last one also for the other states.
  double *ring = paths->space;
  double *source_state = ring + 8 * stride, *rest = source_state + stride, *total = rest + stride;
  double *matched_row = total + stride;
  double log = 0;
  memset(ring, 0, 12 * stride * sizeof(double));
  memset(paths->source_gap, 0, (rows - 1) * sizeof(float));
  memset(paths->target_gap, 0, lattice->upper[rows - 1] * sizeof(float));
  for (ptrdiff_t row = rows - 1; row >= 0; row--) {
    const ptrdiff_t low = lattice->lower[row], width = lattice->upper[row] - low + 1, places = width + 8;
    const double *matched = paths->sums + 3 * lattice->starts[row];
    const double *source = matched + places, *target = source + places;
    const double *planes = weights + CKERNEL_SHAPES * lattice->starts[row];
    float *beads = paths->beads ? paths->beads + CKERNEL_SHAPES * lattice->starts[row] : NULL;
    double factor = exp(paths->logs[row] + log - paths->forward);
    // The paths that are best from one end and from the other have too little in common.
    if (!(factor < 1e290)) {
      paths->backward = NAN;
      return;
    }
    for (ptrdiff_t column = 0; column < places; column += 8) store_d(rest + column, (d8)(0.0));
    if (beads) {
      memset(beads, 0, CKERNEL_SHAPES * places * sizeof(float));
      for (ptrdiff_t column = 0; column < width; column += 8)
        store_d(total + column,
                load_d(matched + column) + load_d(source + column) + load_d(target + column));
    }
    for (int side = 1; side <= 8 && row + side < rows; side++) {
      const double *to = ring + ((row + side) & 7) * stride - lattice->lower[row + side];
      const ptrdiff_t first = ckernel_firsts[side] * places;
      for (int wide = 1; wide <= ckernel_widths[side]; wide++) {
        const double *plane = planes + first + (wide - 1) * places;
        column_range range = columns(lattice, row, row + side, wide);
        for (ptrdiff_t column = range.first; column <= range.last; column += 8) {
          const ptrdiff_t place = column - low;
          d8 part = load_d(plane + place) * load_d(to + column + wide);
          store_d(rest + place, load_d(rest + place) + part);
          if (beads)
            store(beads + first + (wide - 1) * places + place,
                  __builtin_convertvector(part * load_d(total + place) * factor, f8));
        }
      }
    }
    // The row that this one takes the place of is not needed any more.
    double *here = ring + (row & 7) * stride;
    double by_source_sum = 0;
    const double *source_plane = planes, *target_plane = planes + places;
    const ptrdiff_t next_low = row + 1 < rows ? lattice->lower[row + 1] : 0;
    double target_state = 0;
    double *state = matched_row;
    for (ptrdiff_t column = width - 1; column >= 0; column--) {
      double matched_rest = rest[column], by_source = 0, by_target = 0;
      const ptrdiff_t below = column + low - next_low;
      if (row + 1 < rows && below >= 0) by_source = source_state[below] * source_plane[column] * paths->gap;
      by_target = target_state * target_plane[column] * paths->gap;
      if (row + 1 == rows && column == width - 1) {
        here[column] = state[column] = target_state = 1;
        continue;
      }
      if (by_source > 0) {
        double probability = (matched[column] + source[column] * paths->continued) * by_source * factor;
        by_source_sum += probability;
        if (beads) beads[column] = (float)probability;
      }
      if (by_target > 0) {
        double probability =
            (matched[column] + source[column] + target[column] * paths->continued) * by_target * factor;
        paths->target_gap[column + low] += (float)probability;
        if (beads) beads[places + column] = (float)probability;
      }
      double all = matched_rest + by_source + by_target;
      here[column] = all;
      state[column] = matched_rest + by_source * paths->continued + by_target;
      target_state = matched_rest + by_target * paths->continued;
    }
    if (row + 1 < rows) paths->source_gap[row] = (float)by_source_sum;
    for (ptrdiff_t column = width; column < width + 16; column += 8) store_d(here + column, (d8)(0.0));
    // Swap the rows of the source's states.
    matched_row = source_state;
    source_state = state;
    double most = 0;
    const ptrdiff_t end = row + 8 < rows ? row + 8 : rows;
    for (ptrdiff_t later = row; later < end; later++) {
      double other = greatest_of(ring + (later & 7) * stride, lattice->upper[later] - lattice->lower[later] + 1);
      most = other > most ? other : most;
    }
    if (most > LARGE || (most < SMALL && most > 0)) {
      double more;
      double scale = scale_of(most, &more);
      log += more;
      multiply(ring, 8 * stride, scale);
      multiply(source_state, width, scale);
    }
  }
  paths->backward = log + __builtin_log(ring[0]);
}

void LOOP(ckernel_best_path)(const ckernel_lattice *lattice, const float *beads, const float *source_gap,
                             const float *target_gap, float cost, uint8_t *shapes, uint8_t *states, float *space) {
  const ptrdiff_t rows = lattice->rows;
  // The best sum at each node whatever the state, and for the row before, the best but for target gaps.
  float *best = space + CKERNEL_PADDING;
  float *without = best + lattice->starts[rows] + CKERNEL_PADDING;
  float *without_before = without + lattice->widest + CKERNEL_PADDING;
  for (ptrdiff_t index = -CKERNEL_PADDING; index < 0; index += 8) store(best + index, (f8)(-INFINITY));
  for (ptrdiff_t row = 0; row < rows; row++) {
    const ptrdiff_t low = lattice->lower[row], width = lattice->upper[row] - low + 1;
    float *here = best + lattice->starts[row];
    uint8_t *taken = shapes + lattice->starts[row], *state = states + lattice->starts[row];
    for (ptrdiff_t column = 0; column < width; column += 8) {
      f8 found = -INFINITY;
      i8 shape = 0;
      for (int side = 1; side <= 8 && side <= row; side++) {
        const ptrdiff_t from = row - side, from_low = lattice->lower[from];
        const ptrdiff_t from_width = lattice->upper[from] - from_low + 1, places = from_width + 8;
        const float *before = best + lattice->starts[from];
        const float *plane = beads + CKERNEL_SHAPES * lattice->starts[from] + ckernel_firsts[side] * places;
        for (int wide = 1; wide <= ckernel_widths[side]; wide++, plane += places) {
          const ptrdiff_t place = low + column - wide - from_low;
          if (place <= -8 || place >= from_width) continue;
          f8 sum = load(before + place) + (load(plane + place) - cost);
          i8 better = sum > found;
          found = better ? sum : found;
          shape = better ? (i8)(ckernel_firsts[side] + wide - 1) : shape;
        }
      }
      store(here + column, found);
      ptrdiff_t lanes = width - column < 8 ? width - column : 8;
      for (ptrdiff_t lane = 0; lane < lanes; lane++) taken[column + lane] = (uint8_t)shape[lane];
    }
    if (row == 0) here[0] = 0;
    const ptrdiff_t before_low = row > 0 ? lattice->lower[row - 1] : 0;
    const ptrdiff_t before_end = row > 0 ? lattice->upper[row - 1] : -1;
    float last = -INFINITY;
    for (ptrdiff_t column = 0; column < width; column++) {
      const ptrdiff_t place = low + column;
      float matched = here[column], by_source = -INFINITY, by_target = -INFINITY;
      if (place <= before_end) by_source = without_before[place - before_low] + (source_gap[row - 1] - cost);
      if (column > 0) by_target = last + (target_gap[place - 1] - cost);
      int32_t goes_on = by_source > matched;
      float most = goes_on ? by_source : matched;
      int32_t which = goes_on;
      without[column] = most;
      if (by_target > most) {
        most = by_target;
        which = 2;
      }
      last = most;
      here[column] = most;
      state[column] = (uint8_t)(which << 1 | goes_on);
    }
    store(here + width, (f8)(-INFINITY));
    float *swapped = without;
    without = without_before;
    without_before = swapped;
  }
}
