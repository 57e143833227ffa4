#include "CQPDF.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

#if __has_include(<qpdf/qpdf-c.h>)
#include <qpdf/qpdf-c.h>
// Where the library's header is installed, the declarations below are held against it.
#define CHECK(name) \
  _Static_assert(__builtin_types_compatible_p(__typeof__(&name), __typeof__(qpdf.name)), "qpdf-c.h has another " #name);
#define HAS_HEADER 1
#else
typedef struct _qpdf_data *qpdf_data;
typedef struct _qpdf_error *qpdf_error;
typedef unsigned int qpdf_oh;
typedef int QPDF_BOOL;
typedef int QPDF_ERROR_CODE;
enum qpdf_stream_decode_level_e { qpdf_dl_none };
enum qpdf_object_type_e { unused_object_type };
enum qpdf_error_code_e { qpdf_e_success = 0, qpdf_e_password = 4 };
#endif

// The functions that are used: FUNCTION(result, name, parameters).
#define FUNCTIONS \
  FUNCTION(qpdf_data, qpdf_init, (void)) \
  FUNCTION(void, qpdf_cleanup, (qpdf_data *)) \
  FUNCTION(void, qpdf_silence_errors, (qpdf_data)) \
  FUNCTION(void, qpdf_set_suppress_warnings, (qpdf_data, QPDF_BOOL)) \
  FUNCTION(QPDF_ERROR_CODE, qpdf_read_memory, (qpdf_data, char const *, char const *, unsigned long long, char const *)) \
  FUNCTION(QPDF_BOOL, qpdf_has_error, (qpdf_data)) \
  FUNCTION(qpdf_error, qpdf_get_error, (qpdf_data)) \
  FUNCTION(enum qpdf_error_code_e, qpdf_get_error_code, (qpdf_data, qpdf_error)) \
  FUNCTION(QPDF_BOOL, qpdf_more_warnings, (qpdf_data)) \
  FUNCTION(qpdf_error, qpdf_next_warning, (qpdf_data)) \
  FUNCTION(QPDF_BOOL, qpdf_is_encrypted, (qpdf_data)) \
  FUNCTION(int, qpdf_get_num_pages, (qpdf_data)) \
  FUNCTION(qpdf_oh, qpdf_get_page_n, (qpdf_data, size_t)) \
  FUNCTION(qpdf_oh, qpdf_get_root, (qpdf_data)) \
  FUNCTION(qpdf_oh, qpdf_get_object_by_id, (qpdf_data, int, int)) \
  FUNCTION(void, qpdf_oh_release, (qpdf_data, qpdf_oh)) \
  FUNCTION(enum qpdf_object_type_e, qpdf_oh_get_type_code, (qpdf_data, qpdf_oh)) \
  FUNCTION(QPDF_BOOL, qpdf_oh_is_indirect, (qpdf_data, qpdf_oh)) \
  FUNCTION(int, qpdf_oh_get_object_id, (qpdf_data, qpdf_oh)) \
  FUNCTION(int, qpdf_oh_get_generation, (qpdf_data, qpdf_oh)) \
  FUNCTION(double, qpdf_oh_get_numeric_value, (qpdf_data, qpdf_oh)) \
  FUNCTION(QPDF_BOOL, qpdf_oh_get_bool_value, (qpdf_data, qpdf_oh)) \
  FUNCTION(char const *, qpdf_oh_get_name, (qpdf_data, qpdf_oh)) \
  FUNCTION(char const *, qpdf_oh_get_binary_string_value, (qpdf_data, qpdf_oh, size_t *)) \
  FUNCTION(int, qpdf_oh_get_array_n_items, (qpdf_data, qpdf_oh)) \
  FUNCTION(qpdf_oh, qpdf_oh_get_array_item, (qpdf_data, qpdf_oh, int)) \
  FUNCTION(void, qpdf_oh_begin_dict_key_iter, (qpdf_data, qpdf_oh)) \
  FUNCTION(QPDF_BOOL, qpdf_oh_dict_more_keys, (qpdf_data)) \
  FUNCTION(char const *, qpdf_oh_dict_next_key, (qpdf_data)) \
  FUNCTION(qpdf_oh, qpdf_oh_get_key, (qpdf_data, qpdf_oh, char const *)) \
  FUNCTION(qpdf_oh, qpdf_oh_get_dict, (qpdf_data, qpdf_oh)) \
  FUNCTION(QPDF_ERROR_CODE, qpdf_oh_get_stream_data, \
           (qpdf_data, qpdf_oh, enum qpdf_stream_decode_level_e, QPDF_BOOL *, unsigned char **, size_t *))

static struct {
#define FUNCTION(result, name, parameters) result(*name) parameters;
  FUNCTIONS
#undef FUNCTION
} qpdf;

#ifdef HAS_HEADER
#define FUNCTION(result, name, parameters) CHECK(name)
FUNCTIONS
#undef FUNCTION
#endif

static bool is_there = false;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// qpdf 10.6 to 12: what is used here has not changed between them.
static void load(void) {
  static const char *const names[] = {"libqpdf.so.29", "libqpdf.so.30", "libqpdf.so.28", "libqpdf.so"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define FUNCTION(result, name, parameters) \
  qpdf.name = (result(*) parameters)dlsym(library, #name); \
  if (!qpdf.name) return;
  FUNCTIONS
#undef FUNCTION
  is_there = true;
}

bool wasl_qpdf_is_there(void) {
  pthread_once(&once, load);
  return is_there;
}

WaslQPDF wasl_qpdf_new(void) {
  if (!wasl_qpdf_is_there()) return NULL;
  qpdf_data document = qpdf.qpdf_init();
  if (document) {
    qpdf.qpdf_silence_errors(document);
    qpdf.qpdf_set_suppress_warnings(document, 1);
  }
  return document;
}

void wasl_qpdf_free(WaslQPDF document) {
  qpdf_data data = document;
  if (data) qpdf.qpdf_cleanup(&data);
}

WaslQPDFOutcome wasl_qpdf_read(WaslQPDF document, const void *bytes, size_t count) {
  // The second bit says that there were errors, the first that there were warnings.
  if (!(qpdf.qpdf_read_memory(document, "PDF", bytes, count, NULL) & 2)) return WaslQPDFOpened;
  if (!qpdf.qpdf_has_error(document)) return WaslQPDFDamaged;
  qpdf_error error = qpdf.qpdf_get_error(document);
  return (int)qpdf.qpdf_get_error_code(document, error) == qpdf_e_password ? WaslQPDFNeedsPassword : WaslQPDFDamaged;
}

bool wasl_qpdf_is_encrypted(WaslQPDF document) { return qpdf.qpdf_is_encrypted(document); }

int wasl_qpdf_page_count(WaslQPDF document) { return qpdf.qpdf_get_num_pages(document); }

WaslQPDFObject wasl_qpdf_page(WaslQPDF document, int index) { return qpdf.qpdf_get_page_n(document, (size_t)index); }

WaslQPDFObject wasl_qpdf_root(WaslQPDF document) { return qpdf.qpdf_get_root(document); }

WaslQPDFObject wasl_qpdf_object(WaslQPDF document, int number, int generation) {
  return qpdf.qpdf_get_object_by_id(document, number, generation);
}

void wasl_qpdf_release(WaslQPDF document, WaslQPDFObject object) {
  if (object) qpdf.qpdf_oh_release(document, object);
}

void wasl_qpdf_forget_errors(WaslQPDF document) {
  if (qpdf.qpdf_has_error(document)) qpdf.qpdf_get_error(document);
  while (qpdf.qpdf_more_warnings(document)) qpdf.qpdf_next_warning(document);
}

WaslQPDFKind wasl_qpdf_kind(WaslQPDF document, WaslQPDFObject object) {
  // The numbers of qpdf's object types, the same since its version 4.
  switch ((int)qpdf.qpdf_oh_get_type_code(document, object)) {
    case 3: return WaslQPDFKindBoolean;
    case 4: return WaslQPDFKindInteger;
    case 5: return WaslQPDFKindReal;
    case 6: return WaslQPDFKindString;
    case 7: return WaslQPDFKindName;
    case 8: return WaslQPDFKindArray;
    case 9: return WaslQPDFKindDictionary;
    case 10: return WaslQPDFKindStream;
    default: return WaslQPDFKindNull;
  }
}

bool wasl_qpdf_reference(WaslQPDF document, WaslQPDFObject object, int *number, int *generation) {
  if (!qpdf.qpdf_oh_is_indirect(document, object)) return false;
  *number = qpdf.qpdf_oh_get_object_id(document, object);
  *generation = qpdf.qpdf_oh_get_generation(document, object);
  return true;
}

double wasl_qpdf_number(WaslQPDF document, WaslQPDFObject object) {
  return qpdf.qpdf_oh_get_numeric_value(document, object);
}

bool wasl_qpdf_boolean(WaslQPDF document, WaslQPDFObject object) {
  return qpdf.qpdf_oh_get_bool_value(document, object);
}

const char *wasl_qpdf_name(WaslQPDF document, WaslQPDFObject object) { return qpdf.qpdf_oh_get_name(document, object); }

const char *wasl_qpdf_string(WaslQPDF document, WaslQPDFObject object, size_t *count) {
  return qpdf.qpdf_oh_get_binary_string_value(document, object, count);
}

int wasl_qpdf_array_count(WaslQPDF document, WaslQPDFObject array) {
  return qpdf.qpdf_oh_get_array_n_items(document, array);
}

WaslQPDFObject wasl_qpdf_array_item(WaslQPDF document, WaslQPDFObject array, int index) {
  return qpdf.qpdf_oh_get_array_item(document, array, index);
}

void wasl_qpdf_begin_keys(WaslQPDF document, WaslQPDFObject dictionary) {
  qpdf.qpdf_oh_begin_dict_key_iter(document, dictionary);
}

const char *wasl_qpdf_next_key(WaslQPDF document) {
  return qpdf.qpdf_oh_dict_more_keys(document) ? qpdf.qpdf_oh_dict_next_key(document) : NULL;
}

WaslQPDFObject wasl_qpdf_value(WaslQPDF document, WaslQPDFObject dictionary, const char *key) {
  return qpdf.qpdf_oh_get_key(document, dictionary, key);
}

WaslQPDFObject wasl_qpdf_stream_dictionary(WaslQPDF document, WaslQPDFObject stream) {
  return qpdf.qpdf_oh_get_dict(document, stream);
}

unsigned char *wasl_qpdf_stream_bytes(WaslQPDF document, WaslQPDFObject stream, size_t *count) {
  unsigned char *bytes = NULL;
  *count = 0;
  QPDF_ERROR_CODE code = qpdf.qpdf_oh_get_stream_data(document, stream, qpdf_dl_none, NULL, &bytes, count);
  if (code & 2) {
    free(bytes);
    return NULL;
  }
  return bytes;
}
