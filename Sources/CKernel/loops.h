// The loops, once for each set of instructions: `LOOP` gives the functions their names.
#pragma clang fp contract(off)

typedef float f8 __attribute__((ext_vector_type(8), aligned(4)));
typedef int32_t i8 __attribute__((ext_vector_type(8), aligned(4)));
typedef uint32_t u8 __attribute__((ext_vector_type(8), aligned(4)));
typedef double d8 __attribute__((ext_vector_type(8), aligned(8)));
typedef int64_t l8 __attribute__((ext_vector_type(8), aligned(8)));
typedef int8_t c8 __attribute__((ext_vector_type(8), aligned(1)));

#define INLINE static inline __attribute__((always_inline))

INLINE f8 load(const float *from) { return *(const f8 *)from; }
INLINE void store(float *to, f8 value) { *(f8 *)to = value; }
INLINE d8 load_d(const double *from) { return *(const d8 *)from; }
INLINE void store_d(double *to, d8 value) { *(d8 *)to = value; }
INLINE d8 widened(const float *from) { return __builtin_convertvector(load(from), d8); }
INLINE f8 bits_f(u8 bits) { return (f8)bits; }

#include "lattice.h"
#include "lexical.h"
#include "splits.h"
#include "vectors.h"
