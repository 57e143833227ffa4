#include "CProcessor.h"

#include <stdlib.h>

static int32_t best_instructions(void) {
#ifdef __x86_64__
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi2")) return CPROCESSOR_PLAIN;
  if (!__builtin_cpu_supports("avx512bw") || !__builtin_cpu_supports("avx512dq") || !__builtin_cpu_supports("avx512vl"))
    return CPROCESSOR_AVX2;
  return __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") ? CPROCESSOR_AVX512_VBMI
                                                                                       : CPROCESSOR_AVX512;
#else
  return CPROCESSOR_PLAIN;
#endif
}

int32_t cprocessor_instructions(void) {
  int32_t best = best_instructions();
  const char *wanted = getenv("WASL_INSTRUCTIONS");
  if (!wanted || (*wanted != '0' && *wanted != '1')) return best;
  int32_t most = *wanted - '0';
  return most < best ? most : best;
}
