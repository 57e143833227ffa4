#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

enum { CAPACITY = 512 };

struct icu_names {
  const char *locale;
  ULocaleDisplayNames *names;
  // Opened when the first number is spelled.
  UNumberFormat *spelling;
};

icu_names *icu_names_open(const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  icu_names *opened = calloc(1, sizeof *opened);
  if (!opened) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  opened->locale = locale;
  opened->names = uldn_open(locale, ULDN_STANDARD_NAMES, &error);
  *status = error;
  if (U_SUCCESS(error)) return opened;
  free(opened);
  return NULL;
}

void icu_names_close(icu_names *names) {
  uldn_close(names->names);
  if (names->spelling) unum_close(names->spelling);
  free(names);
}

const char *const *icu_territory_codes(void) { return uloc_getISOCountries(); }
const char *const *icu_language_codes(void) { return uloc_getISOLanguages(); }

// The text as UTF-8, or 0 where the call failed or did no more than give the code back.
static int32_t give(const UChar *text, int32_t length, UErrorCode error, const char *code, uint8_t *buffer,
                    int32_t capacity) {
  int32_t written = 0;
  if (U_FAILURE(error) || length <= 0) return 0;
  u_strToUTF8((char *)buffer, capacity, &written, text, length, &error);
  if (U_FAILURE(error) || written > capacity) return 0;
  if (code && written == (int32_t)strlen(code) && memcmp(buffer, code, written) == 0) return 0;
  return written;
}

int32_t icu_territory_name(icu_names *names, const char *code, uint8_t *buffer, int32_t capacity) {
  UChar text[CAPACITY];
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = uldn_regionDisplayName(names->names, code, text, CAPACITY, &error);
  return give(text, length, error, code, buffer, capacity);
}

int32_t icu_language_name(icu_names *names, const char *code, uint8_t *buffer, int32_t capacity) {
  UChar text[CAPACITY];
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = uldn_languageDisplayName(names->names, code, text, CAPACITY, &error);
  return give(text, length, error, code, buffer, capacity);
}

int32_t icu_currency_codes(char *codes, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UEnumeration *all = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &error);
  if (U_FAILURE(error)) return 0;
  int32_t count = 0;
  const char *code;
  while (count < capacity && (code = uenum_next(all, NULL, &error)) && U_SUCCESS(error))
    strncpy(codes + 4 * count++, code, 4);
  uenum_close(all);
  return count;
}

int32_t icu_currency_name(icu_names *names, const char *code, uint8_t *buffer, int32_t capacity) {
  UChar units[4] = {0};
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = 0;
  u_charsToUChars(code, units, 3);
  const UChar *text = ucurr_getName(units, names->locale, UCURR_LONG_NAME, NULL, &length, &error);
  return give(text, length, error, code, buffer, capacity);
}

int32_t icu_spelled_number(icu_names *names, int64_t number, int32_t feminine, uint8_t *buffer, int32_t capacity) {
  UChar text[CAPACITY];
  UErrorCode error = U_ZERO_ERROR;
  if (!names->spelling) names->spelling = unum_open(UNUM_SPELLOUT, NULL, 0, names->locale, NULL, &error);
  if (U_FAILURE(error)) return 0;
  u_uastrcpy(text, feminine ? "%spellout-cardinal-feminine" : "%spellout-cardinal-masculine");
  // A language without genders has no such rules, and keeps those it has.
  UErrorCode ignored = U_ZERO_ERROR;
  unum_setTextAttribute(names->spelling, UNUM_DEFAULT_RULESET, text, -1, &ignored);
  int32_t length = unum_formatInt64(names->spelling, number, text, CAPACITY, NULL, &error);
  return give(text, length, error, NULL, buffer, capacity);
}

int32_t icu_date_name(const char *locale, int32_t kind, int32_t index, uint8_t *buffer, int32_t capacity) {
  // From the resources themselves: a date format, which has them too, takes milliseconds to open.
  const char *path[] = {"calendar", "gregorian", kind == ICU_MONTHS ? "monthNames" : "dayNames", "format", "wide"};
  UErrorCode error = U_ZERO_ERROR;
  UResourceBundle *at = ures_open(NULL, locale, &error);
  for (size_t step = 0; step < sizeof path / sizeof *path && U_SUCCESS(error); step++)
    at = ures_getByKey(at, path[step], at, &error);
  int32_t units = 0;
  const UChar *text = U_SUCCESS(error) ? ures_getStringByIndex(at, index, &units, &error) : NULL;
  int32_t length = give(text, units, error, NULL, buffer, capacity);
  if (at) ures_close(at);
  return length;
}
