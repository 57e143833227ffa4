// Eight sums at once, and these one after the other.
INLINE float product(const float *a, const float *b, ptrdiff_t dimension) {
  f8 sum = 0.0f;
  ptrdiff_t index = 0;
  for (; index + 8 <= dimension; index += 8) sum += load(a + index) * load(b + index);
  float result = 0;
  for (int lane = 0; lane < 8; lane++) result += sum[lane];
  for (; index < dimension; index++) result += a[index] * b[index];
  return result;
}

void LOOP(ckernel_products)(const float *vector, const float *others, ptrdiff_t count, ptrdiff_t dimension,
                            float *sums) {
  float sum = 0;
  for (ptrdiff_t other = 0; other < count; other++) {
    sum += product(vector, others + other * dimension, dimension);
    sums[other + 1] = sum;
  }
}

void LOOP(ckernel_dots)(const float *vector, const float *others, ptrdiff_t count, ptrdiff_t dimension,
                        float *products) {
  for (ptrdiff_t other = 0; other < count; other++)
    products[other] = product(vector, others + other * dimension, dimension);
}

// Eight vectors of the sum stay in registers.
INLINE void sum_block(const int8_t *rows, const uint8_t *scales, const int32_t *units, ptrdiff_t count,
                      ptrdiff_t dimension, ptrdiff_t vectors, float *sum) {
  f8 sums[8];
  for (int part = 0; part < vectors; part++) sums[part] = 0.0f;
  for (ptrdiff_t index = 0; index < count; index++) {
    // Rows lie anywhere in some megabytes.
    if (index + 4 < count) {
      const int8_t *later = rows + units[index + 4] * dimension;
      __builtin_prefetch(later);
      __builtin_prefetch(later + 64);
      __builtin_prefetch(scales + (ptrdiff_t)units[index + 4] * 4);
    }
    float scale;
    memcpy(&scale, scales + (ptrdiff_t)units[index] * 4, 4);
    const int8_t *row = rows + units[index] * dimension;
    for (int part = 0; part < vectors; part++)
      sums[part] += __builtin_convertvector(*(const c8 *)(row + part * 8), f8) * scale;
  }
  for (int part = 0; part < vectors; part++) store(sum + part * 8, sums[part]);
}

void LOOP(ckernel_sum_rows)(const int8_t *rows, const uint8_t *scales, const int32_t *units, ptrdiff_t count,
                            ptrdiff_t dimension, float *sum) {
  ptrdiff_t start = 0;
  for (; start + 64 <= dimension; start += 64)
    sum_block(rows + start, scales, units, count, dimension, 8, sum + start);
  if (start < dimension) sum_block(rows + start, scales, units, count, dimension, (dimension - start) / 8, sum + start);
}
