// The model that lies in the binary: the contents of model.bin, read in place.
#ifndef WASL_CMODEL_H
#define WASL_CMODEL_H

#include <stddef.h>

const unsigned char *wasl_model_bytes(void);
size_t wasl_model_size(void);

#endif
