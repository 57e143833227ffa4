// The only part of ICU that normalises UTF-8 as it is, and the fastest, is its C++ interface.
#include "CICU.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

int32_t icu_normalize_utf8(const icu_normalizer *normalizer, const uint8_t *source, int32_t length,
                           uint8_t *destination, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(destination), capacity);
  reinterpret_cast<const icu::Normalizer2 *>(normalizer)->normalizeUTF8(
      0, icu::StringPiece(reinterpret_cast<const char *>(source), length), sink, nullptr, error);
  *status = error;
  return sink.NumberOfBytesAppended();
}
