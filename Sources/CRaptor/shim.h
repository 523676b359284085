#ifndef GRIOT_CRAPTOR_H
#define GRIOT_CRAPTOR_H
#include <raptor2.h>

/// raptor_new_world() is a macro, which Swift cannot import.
static inline raptor_world *griot_raptor_new_world(void) { return raptor_new_world(); }
#endif
