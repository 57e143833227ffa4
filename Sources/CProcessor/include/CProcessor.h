// Which vector instructions to use.
#ifndef WASL_CPROCESSOR_H
#define WASL_CPROCESSOR_H

#include <stdint.h>

// Sets of instructions, each a superset of the one before. The last has VBMI and VBMI2 besides BW, DQ and VL.
enum { CPROCESSOR_PLAIN, CPROCESSOR_AVX2, CPROCESSOR_AVX512, CPROCESSOR_AVX512_VBMI };

// The best set that this processor has. The environment variable WASL_INSTRUCTIONS lowers it, for comparisons: 0 is plain
// C, 1 AVX2, 2 AVX-512. This is the only place that reads the variable.
int32_t cprocessor_instructions(void);

#endif
