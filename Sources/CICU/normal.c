#include "CICU.h"

#include <unicode/unorm2.h>

const icu_normalizer *icu_nfc(int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *instance = unorm2_getNFCInstance(&error);
  *status = error;
  return (const icu_normalizer *)instance;
}

const icu_normalizer *icu_nfkc(int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *instance = unorm2_getNFKCInstance(&error);
  *status = error;
  return (const icu_normalizer *)instance;
}

int32_t icu_normalize(const icu_normalizer *normalizer, const uint16_t *source, int32_t length,
                      uint16_t *destination, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t needed =
      unorm2_normalize((const UNormalizer2 *)normalizer, source, length, destination, capacity, &error);
  *status = error == U_BUFFER_OVERFLOW_ERROR ? 0 : error;
  return needed;
}

int32_t icu_has_boundary_before(const icu_normalizer *normalizer, uint32_t scalar) {
  return unorm2_hasBoundaryBefore((const UNormalizer2 *)normalizer, (UChar32)scalar);
}

int32_t icu_is_inert(const icu_normalizer *normalizer, uint32_t scalar) {
  return unorm2_isInert((const UNormalizer2 *)normalizer, (UChar32)scalar);
}
