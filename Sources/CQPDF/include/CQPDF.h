#pragma once
// The only door to libqpdf (Apache-2.0), through its C interface. The library is looked for when the first PDF is met:
// nobody else needs it, neither to build nor to start the program.
#include <stdbool.h>
#include <stddef.h>

/// An open document; null where the library is missing.
typedef void *WaslQPDF;
/// A handle to an object; 0 for none.
typedef unsigned int WaslQPDFObject;

typedef enum {
  WaslQPDFKindNull,
  WaslQPDFKindBoolean,
  WaslQPDFKindInteger,
  WaslQPDFKindReal,
  WaslQPDFKindString,
  WaslQPDFKindName,
  WaslQPDFKindArray,
  WaslQPDFKindDictionary,
  WaslQPDFKindStream,
} WaslQPDFKind;

typedef enum {
  WaslQPDFOpened,
  WaslQPDFNeedsPassword,
  WaslQPDFDamaged,
} WaslQPDFOutcome;

/// Whether libqpdf is there; loads it the first time.
bool wasl_qpdf_is_there(void);

WaslQPDF wasl_qpdf_new(void);
void wasl_qpdf_free(WaslQPDF document);
/// The bytes must live as long as the document.
WaslQPDFOutcome wasl_qpdf_read(WaslQPDF document, const void *bytes, size_t count);
bool wasl_qpdf_is_encrypted(WaslQPDF document);

/// -1 where the page tree cannot be read.
int wasl_qpdf_page_count(WaslQPDF document);
WaslQPDFObject wasl_qpdf_page(WaslQPDF document, int index);
WaslQPDFObject wasl_qpdf_root(WaslQPDF document);
WaslQPDFObject wasl_qpdf_object(WaslQPDF document, int number, int generation);
void wasl_qpdf_release(WaslQPDF document, WaslQPDFObject object);
/// Drops the errors that were met so far, so that they do not pile up.
void wasl_qpdf_forget_errors(WaslQPDF document);

WaslQPDFKind wasl_qpdf_kind(WaslQPDF document, WaslQPDFObject object);
/// Whether it is a reference; its numbers, if so.
bool wasl_qpdf_reference(WaslQPDF document, WaslQPDFObject object, int *number, int *generation);
double wasl_qpdf_number(WaslQPDF document, WaslQPDFObject object);
bool wasl_qpdf_boolean(WaslQPDF document, WaslQPDFObject object);
/// With the slash; lives until the next call.
const char *wasl_qpdf_name(WaslQPDF document, WaslQPDFObject object);
/// Lives until the next call.
const char *wasl_qpdf_string(WaslQPDF document, WaslQPDFObject object, size_t *count);

int wasl_qpdf_array_count(WaslQPDF document, WaslQPDFObject array);
WaslQPDFObject wasl_qpdf_array_item(WaslQPDF document, WaslQPDFObject array, int index);
/// Of a stream too. One walk at a time for a document.
void wasl_qpdf_begin_keys(WaslQPDF document, WaslQPDFObject dictionary);
/// Null after the last; lives until the next call.
const char *wasl_qpdf_next_key(WaslQPDF document);
WaslQPDFObject wasl_qpdf_value(WaslQPDF document, WaslQPDFObject dictionary, const char *key);
WaslQPDFObject wasl_qpdf_stream_dictionary(WaslQPDF document, WaslQPDFObject stream);
/// The bytes as they stand in the file, but decrypted; to be given to `free`. Null where they cannot be read.
unsigned char *wasl_qpdf_stream_bytes(WaslQPDF document, WaslQPDFObject stream, size_t *count);
