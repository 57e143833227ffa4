#include "CICU.h"

#include <unicode/ubrk.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

int32_t icu_to_utf16(const uint8_t *bytes, int32_t length, uint16_t *units, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t count = 0;
  u_strFromUTF8WithSub(units, capacity, &count, (const char *)bytes, length, 0xFFFD, NULL, &error);
  return U_FAILURE(error) ? -1 : count;
}

int64_t icu_count_arabic(const uint16_t *units, int32_t count) {
  int64_t found = 0;
  UErrorCode error = U_ZERO_ERROR;
  for (int32_t i = 0; i < count;) {
    UChar32 scalar;
    U16_NEXT(units, i, count, scalar);
    found += uscript_getScript(scalar, &error) == USCRIPT_ARABIC;
  }
  return found;
}
