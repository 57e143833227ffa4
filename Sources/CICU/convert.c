#include "CICU.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

icu_cnv *icu_cnv_open(const char *name, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &error);
  if (converter) ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
  *status = error;
  return (icu_cnv *)converter;
}

void icu_cnv_close(icu_cnv *converter) { ucnv_close((UConverter *)converter); }

void icu_cnv_to_utf16(icu_cnv *converter, const uint8_t **source, const uint8_t *source_end, uint16_t **target,
                      const uint16_t *target_end, int32_t flush, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  ucnv_toUnicode((UConverter *)converter, target, target_end, (const char **)source, (const char *)source_end, NULL,
                 (UBool)flush, &error);
  *status = error;
}

int32_t icu_cnv_is_full(int32_t status) { return status == U_BUFFER_OVERFLOW_ERROR; }

int32_t icu_cnv_bad_length(const icu_cnv *converter) {
  char bytes[32];
  int8_t length = sizeof bytes;
  UErrorCode error = U_ZERO_ERROR;
  ucnv_getInvalidChars((const UConverter *)converter, bytes, &length, &error);
  return U_FAILURE(error) ? 0 : length;
}

const char *icu_cnv_name(const icu_cnv *converter) {
  UErrorCode error = U_ZERO_ERROR;
  const char *own = ucnv_getName((const UConverter *)converter, &error);
  // Of the names IANA registered, the one preferred in MIME: ISO-8859-6, not ISO_8859-6:1987.
  UErrorCode none = U_ZERO_ERROR;
  const char *preferred = ucnv_getStandardName(own, "MIME", &none);
  if (preferred) return preferred;
  none = U_ZERO_ERROR;
  const char *registered = ucnv_getStandardName(own, "IANA", &none);
  return registered ? registered : own;
}

const char *icu_detect_encoding(const uint8_t *bytes, int32_t length, int32_t *confidence) {
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&error);
  ucsdet_setText(detector, (const char *)bytes, length, &error);
  const UCharsetMatch *match = ucsdet_detect(detector, &error);
  const char *name = NULL;
  *confidence = 0;
  if (U_SUCCESS(error) && match) {
    name = ucsdet_getName(match, &error);
    *confidence = ucsdet_getConfidence(match, &error);
  }
  ucsdet_close(detector);
  return U_SUCCESS(error) ? name : NULL;
}
