// The only door to ICU. Swift does not see ICU's functions, because the headers rename each with
// the library's version (ubrk_open_72), so every call the project makes is wrapped here.
#ifndef WASL_CICU_SHIM_H
#define WASL_CICU_SHIM_H

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/unum.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

// A status below zero is a warning.
static inline int icu_failed(UErrorCode status) { return U_FAILURE(status); }
static inline const char *icu_error_name(UErrorCode status) { return u_errorName(status); }

// Break iterators
static inline UBreakIterator *icu_brk_open(UBreakIteratorType type, const char *locale, UErrorCode *status) {
  return ubrk_open(type, locale, NULL, 0, status);
}
static inline void icu_brk_close(UBreakIterator *iterator) { ubrk_close(iterator); }
static inline void icu_brk_set_text(UBreakIterator *iterator, UText *text, UErrorCode *status) {
  ubrk_setUText(iterator, text, status);
}
static inline int32_t icu_brk_first(UBreakIterator *iterator) { return ubrk_first(iterator); }
static inline int32_t icu_brk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline int32_t icu_brk_rule_status(UBreakIterator *iterator) { return ubrk_getRuleStatus(iterator); }

// Text access over UTF-8; `text` may be NULL to open a new one. Lengths in bytes.
static inline UText *icu_text_open_utf8(UText *text, const char *bytes, int64_t length, UErrorCode *status) {
  return utext_openUTF8(text, bytes, length, status);
}
static inline void icu_text_close(UText *text) { utext_close(text); }

// Normalisation
static inline const UNormalizer2 *icu_nfc(UErrorCode *status) { return unorm2_getNFCInstance(status); }
static inline const UNormalizer2 *icu_nfkc(UErrorCode *status) { return unorm2_getNFKCInstance(status); }
static inline int32_t icu_normalize(const UNormalizer2 *normalizer, const UChar *source, int32_t length,
                                    UChar *destination, int32_t capacity, UErrorCode *status) {
  return unorm2_normalize(normalizer, source, length, destination, capacity, status);
}

// Properties of a scalar
static inline int8_t icu_char_type(UChar32 scalar) { return u_charType(scalar); }
static inline UScriptCode icu_script(UChar32 scalar, UErrorCode *status) { return uscript_getScript(scalar, status); }
static inline int32_t icu_digit_value(UChar32 scalar) { return u_charDigitValue(scalar); }

// Converters and detection
static inline UConverter *icu_cnv_open(const char *name, UErrorCode *status) { return ucnv_open(name, status); }
static inline void icu_cnv_close(UConverter *converter) { ucnv_close(converter); }
static inline UCharsetDetector *icu_csdet_open(UErrorCode *status) { return ucsdet_open(status); }
static inline void icu_csdet_close(UCharsetDetector *detector) { ucsdet_close(detector); }

#endif
