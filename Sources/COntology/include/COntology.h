#ifndef GRIOT_CONTOLOGY_H
#define GRIOT_CONTOLOGY_H
#include <stddef.h>

/// The files of ontology/ as they were when the program was built.
const unsigned char *griot_ontology_bytes(void);
size_t griot_ontology_size(void);
const unsigned char *griot_shapes_bytes(void);
size_t griot_shapes_size(void);
const unsigned char *griot_context_bytes(void);
size_t griot_context_size(void);
const unsigned char *griot_authorities_bytes(void);
size_t griot_authorities_size(void);
/// A profile by its name, and its size; NULL where there is none.
const unsigned char *griot_profile(const char *name, size_t *size);
#endif
