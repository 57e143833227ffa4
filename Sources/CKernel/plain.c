#include "kernel.h"

#define LOOP(name) name##_plain
#include "loops.h"
