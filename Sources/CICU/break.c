#include "CICU.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct icu_brk {
  UBreakIterator *iterator;
  UText text;
};

const char *icu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }

icu_brk *icu_brk_open(int32_t kind, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  icu_brk *opened = calloc(1, sizeof *opened);
  if (!opened) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  opened->text = (UText)UTEXT_INITIALIZER;
  // ICU has the standard's own word rules under Swedish and Finnish, who write colons inside words.
  const char *locale = kind == ICU_BRK_STANDARD_WORD ? "sv" : "root";
  opened->iterator = ubrk_open(kind == ICU_BRK_SENTENCE ? UBRK_SENTENCE : UBRK_WORD, locale, NULL, 0, &error);
  *status = error;
  if (U_SUCCESS(error)) return opened;
  free(opened);
  return NULL;
}

void icu_brk_close(icu_brk *iterator) {
  ubrk_close(iterator->iterator);
  utext_close(&iterator->text);
  free(iterator);
}

void icu_brk_set_utf8(icu_brk *iterator, const uint8_t *bytes, int64_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  utext_openUTF8(&iterator->text, length ? (const char *)bytes : "", length, &error);
  ubrk_setUText(iterator->iterator, &iterator->text, &error);
  if (U_SUCCESS(error)) ubrk_first(iterator->iterator);
  *status = error;
}

void icu_brk_set_utf16(icu_brk *iterator, const uint16_t *units, int32_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(iterator->iterator, units, length, &error);
  if (U_SUCCESS(error)) ubrk_first(iterator->iterator);
  *status = error;
}

int32_t icu_brk_next(icu_brk *iterator) { return ubrk_next(iterator->iterator); }
int32_t icu_brk_rule_status(icu_brk *iterator) { return ubrk_getRuleStatus(iterator->iterator); }
