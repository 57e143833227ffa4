#include "kernel.h"

#include <CProcessor.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

// One of the sets of CProcessor.
static int32_t instructions;

__attribute__((constructor)) static void choose(void) { instructions = cprocessor_instructions(); }

#ifdef __x86_64__
#define CALL(name, ...)                                                                                             \
  (instructions >= CPROCESSOR_AVX512 ? name##_avx512(__VA_ARGS__)                                                   \
   : instructions == CPROCESSOR_AVX2 ? name##_avx2(__VA_ARGS__)                                                     \
                                     : name##_plain(__VA_ARGS__))
#else
#define CALL(name, ...) name##_plain(__VA_ARGS__)
#endif

void ckernel_keep_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_TOP_PAD, 4 << 20);
#endif
}

void ckernel_weights(const ckernel_lattice *lattice, const float *scores, float gap, float continued,
                     double *weights, double *rest, double *row_rests, float *planes) {
  CALL(ckernel_weights, lattice, scores, gap, continued, weights, rest, row_rests, planes);
}

void ckernel_forward(const ckernel_lattice *lattice, const double *weights, ckernel_paths *paths) {
  CALL(ckernel_forward, lattice, weights, paths);
}

void ckernel_backward(const ckernel_lattice *lattice, const double *weights, ckernel_paths *paths) {
  CALL(ckernel_backward, lattice, weights, paths);
}

void ckernel_best_path(const ckernel_lattice *lattice, const float *beads, const float *source_gap,
                       const float *target_gap, float cost, uint8_t *shapes, uint8_t *states, float *space) {
  CALL(ckernel_best_path, lattice, beads, source_gap, target_gap, cost, shapes, states, space);
}

void ckernel_lexical(const ckernel_lexicon *lexicon, ptrdiff_t segment, ptrdiff_t window_start, ptrdiff_t window_end,
                     const ckernel_places *windows, ptrdiff_t single_start, ptrdiff_t single_end,
                     const ckernel_places *singles) {
  CALL(ckernel_lexical, lexicon, segment, window_start, window_end, windows, single_start, single_end, singles);
}

void ckernel_splits_add(const ckernel_splits *splits, float *scores, ptrdiff_t scored_stride, ptrdiff_t given_stride) {
  CALL(ckernel_splits, splits, scores, scored_stride, given_stride);
}

void ckernel_products(const float *vector, const float *others, ptrdiff_t count, ptrdiff_t dimension, float *sums) {
  CALL(ckernel_products, vector, others, count, dimension, sums);
}

void ckernel_dots(const float *vector, const float *others, ptrdiff_t count, ptrdiff_t dimension, float *products) {
  CALL(ckernel_dots, vector, others, count, dimension, products);
}

void ckernel_sum_rows(const int8_t *rows, const uint8_t *scales, const int32_t *units, ptrdiff_t count,
                      ptrdiff_t dimension, float *sum) {
  CALL(ckernel_sum_rows, rows, scales, units, count, dimension, sum);
}
