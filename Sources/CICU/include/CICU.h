// The only door to ICU. ICU's headers rename each function with the library's version (ubrk_open_72), so
// Swift sees none of them, and they declare types that Foundation's own copy of ICU declares otherwise,
// so a program that imported both would not compile. Hence plain C functions over opaque types, and
// <unicode/…> only in the .c and .cpp files, one for each subject.
#ifndef WASL_CICU_H
#define WASL_CICU_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Every status starts at 0 and ends above 0 when a call failed. A status below zero is a warning.
const char *icu_error_name(int32_t status);

// Break iterators (break.c). Positions are bytes.
typedef struct icu_brk icu_brk;
enum { ICU_BRK_WORD, ICU_BRK_STANDARD_WORD, ICU_BRK_SENTENCE };
icu_brk *icu_brk_open(int32_t kind, int32_t *status);
void icu_brk_close(icu_brk *iterator);
// The bytes must outlive the iteration over them.
void icu_brk_set_utf8(icu_brk *iterator, const uint8_t *bytes, int64_t length, int32_t *status);
// The same for UTF-16; positions are units.
void icu_brk_set_utf16(icu_brk *iterator, const uint16_t *units, int32_t length, int32_t *status);
// The next boundary after the first, or -1 at the end.
int32_t icu_brk_next(icu_brk *iterator);
int32_t icu_brk_rule_status(icu_brk *iterator);

// Normal forms (normal.c). Lengths in UTF-16 units.
typedef struct icu_normalizer icu_normalizer;
const icu_normalizer *icu_nfc(int32_t *status);
const icu_normalizer *icu_nfkc(int32_t *status);
// The length of the result. Above `capacity`, the result was not written.
int32_t icu_normalize(const icu_normalizer *normalizer, const uint16_t *source, int32_t length,
                      uint16_t *destination, int32_t capacity, int32_t *status);
// The same from UTF-8 to UTF-8, where bad sequences stay as they are. (normal_utf8.cpp)
int32_t icu_normalize_utf8(const icu_normalizer *normalizer, const uint8_t *source, int32_t length,
                           uint8_t *destination, int32_t capacity, int32_t *status);
int32_t icu_has_boundary_before(const icu_normalizer *normalizer, uint32_t scalar);
int32_t icu_is_inert(const icu_normalizer *normalizer, uint32_t scalar);

// Properties of a scalar (properties.c), as <unicode/uchar.h> and <unicode/uscript.h> number them.
int32_t icu_category(uint32_t scalar);
int32_t icu_script(uint32_t scalar);
int32_t icu_digit_value(uint32_t scalar);
int32_t icu_word_break(uint32_t scalar);
int32_t icu_combining_class(uint32_t scalar);
int32_t icu_is_bidi_control(uint32_t scalar);
uint32_t icu_fold_case(uint32_t scalar);
// Whether the quick check of a form answers "yes": the scalar can stay as it is, whatever stands before it.
int32_t icu_is_nfc(uint32_t scalar);
int32_t icu_is_nfkc(uint32_t scalar);

// Converters (convert.c). A bad sequence ends the call with a status above 0; the rest can go on.
typedef struct icu_cnv icu_cnv;
icu_cnv *icu_cnv_open(const char *name, int32_t *status);
void icu_cnv_close(icu_cnv *converter);
void icu_cnv_to_utf16(icu_cnv *converter, const uint8_t **source, const uint8_t *source_end, uint16_t **target,
                      const uint16_t *target_end, int32_t flush, int32_t *status);
// Whether a status means that the output is full.
int32_t icu_cnv_is_full(int32_t status);
// How many bytes the sequence had that ended the last call.
int32_t icu_cnv_bad_length(const icu_cnv *converter);
// The name IANA registered, or ICU's own where it has none.
const char *icu_cnv_name(const icu_cnv *converter);

// ICU's guess at the encoding of some bytes (convert.c): a name, or NULL, and 0…100. The name is a constant.
const char *icu_detect_encoding(const uint8_t *bytes, int32_t length, int32_t *confidence);

// What benchmarks compare with (utf16.c): UTF-8 as UTF-16, -1 when it does not fit; scalars of the Arabic script.
int32_t icu_to_utf16(const uint8_t *bytes, int32_t length, uint16_t *units, int32_t capacity);
int64_t icu_count_arabic(const uint16_t *units, int32_t count);

// Names of things in a language (names.c): UTF-8 without a terminator. Each call returns the length, or 0 where the
// language has no name for it. Codes are those of ISO 3166, 639 and 4217.
typedef struct icu_names icu_names;
// The locale must outlive the names.
icu_names *icu_names_open(const char *locale, int32_t *status);
void icu_names_close(icu_names *names);
// Up to a null pointer.
const char *const *icu_territory_codes(void);
const char *const *icu_language_codes(void);
// Writes the codes of today's currencies, four bytes each with a zero at the end; returns how many.
int32_t icu_currency_codes(char *codes, int32_t capacity);
int32_t icu_territory_name(icu_names *names, const char *code, uint8_t *buffer, int32_t capacity);
int32_t icu_language_name(icu_names *names, const char *code, uint8_t *buffer, int32_t capacity);
int32_t icu_currency_name(icu_names *names, const char *code, uint8_t *buffer, int32_t capacity);
// A whole number in words. Languages without genders pass `feminine` over.
int32_t icu_spelled_number(icu_names *names, int64_t number, int32_t feminine, uint8_t *buffer, int32_t capacity);
enum { ICU_MONTHS, ICU_WEEKDAYS };
// A month (0 to 11) or weekday (0 to 6, from Sunday) of the Gregorian calendar.
int32_t icu_date_name(const char *locale, int32_t kind, int32_t index, uint8_t *buffer, int32_t capacity);

#ifdef __cplusplus
}
#endif

#endif
