#include "block.h"
#include "block_plain.h"
#define LOOP(name) name##_plain
#include "loops.h"
