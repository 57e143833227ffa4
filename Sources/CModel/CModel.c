#include "CModel.h"

// #embed is C23's; clang takes it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char model[] = {
#embed "model.bin"
};

const unsigned char *wasl_model_bytes(void) { return model; }
size_t wasl_model_size(void) { return sizeof model; }
