#include "kernel.h"

#ifdef __x86_64__
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt"))), apply_to = function)
#define LOOP(name) name##_avx2
#include "loops.h"
#pragma clang attribute pop
#endif
