#pragma once
// The only door to zlib, whose headers Debian has in zlib1g-dev.
#include <zlib.h>

// Macros in zlib.h, which Swift does not see.
static inline int wasl_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
