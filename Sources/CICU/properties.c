#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

int32_t icu_category(uint32_t scalar) { return u_charType((UChar32)scalar); }
int32_t icu_script(uint32_t scalar) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript((UChar32)scalar, &error);
}
int32_t icu_digit_value(uint32_t scalar) { return u_charDigitValue((UChar32)scalar); }
int32_t icu_word_break(uint32_t scalar) { return u_getIntPropertyValue((UChar32)scalar, UCHAR_WORD_BREAK); }
int32_t icu_combining_class(uint32_t scalar) { return u_getCombiningClass((UChar32)scalar); }
int32_t icu_is_bidi_control(uint32_t scalar) { return u_hasBinaryProperty((UChar32)scalar, UCHAR_BIDI_CONTROL); }
uint32_t icu_fold_case(uint32_t scalar) { return (uint32_t)u_foldCase((UChar32)scalar, U_FOLD_CASE_DEFAULT); }
int32_t icu_is_nfc(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_NFC_QUICK_CHECK) == UNORM_YES;
}
int32_t icu_is_nfkc(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_NFKC_QUICK_CHECK) == UNORM_YES;
}
