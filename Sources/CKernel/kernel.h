#include "CKernel.h"

// Vectors are passed to inlined functions only.
#pragma clang diagnostic ignored "-Wpsabi"

#include <math.h>
#include <string.h>

// The sides of each shape with both, in the order of `BeadShape.all`: by source side, then by target side.
static const int8_t ckernel_widths[9] = {0, 8, 4, 4, 4, 1, 1, 1, 1};
static const int8_t ckernel_firsts[9] = {0, 2, 10, 14, 18, 22, 23, 24, 25};

#define CKERNEL_FUNCTIONS(way)                                                                                      \
  void ckernel_weights_##way(const ckernel_lattice *, const float *, float, float, double *, double *, double *,    \
                             float *);                                                                              \
  void ckernel_forward_##way(const ckernel_lattice *, const double *, ckernel_paths *);                             \
  void ckernel_backward_##way(const ckernel_lattice *, const double *, ckernel_paths *);                            \
  void ckernel_best_path_##way(const ckernel_lattice *, const float *, const float *, const float *, float,         \
                               uint8_t *, uint8_t *, float *);                                                      \
  void ckernel_lexical_##way(const ckernel_lexicon *, ptrdiff_t, ptrdiff_t, ptrdiff_t, const ckernel_places *,      \
                             ptrdiff_t, ptrdiff_t, const ckernel_places *);                                         \
  void ckernel_splits_##way(const ckernel_splits *, float *, ptrdiff_t, ptrdiff_t);                                  \
  void ckernel_products_##way(const float *, const float *, ptrdiff_t, ptrdiff_t, float *);                         \
  void ckernel_dots_##way(const float *, const float *, ptrdiff_t, ptrdiff_t, float *);                             \
  void ckernel_sum_rows_##way(const int8_t *, const uint8_t *, const int32_t *, ptrdiff_t, ptrdiff_t, float *);

CKERNEL_FUNCTIONS(plain)
CKERNEL_FUNCTIONS(avx2)
CKERNEL_FUNCTIONS(avx512)
