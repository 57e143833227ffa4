#include "kernel.h"

#ifdef __x86_64__
#pragma clang attribute push(                                                                                        \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,bmi,bmi2,popcnt,lzcnt"))), apply_to = function)
#define LOOP(name) name##_avx512
#include "loops.h"
#pragma clang attribute pop
#endif
