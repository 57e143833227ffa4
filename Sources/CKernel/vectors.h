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

void LOOP(ckernel_add_scaled)(float *sum, const int8_t *row, float scale, ptrdiff_t dimension) {
  for (ptrdiff_t index = 0; index < dimension; index += 8) {
    f8 values = __builtin_convertvector(*(const c8 *)(row + index), f8);
    store(sum + index, load(sum + index) + values * scale);
  }
}
