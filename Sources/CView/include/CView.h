#ifndef GRIOT_CVIEW_H
#define GRIOT_CVIEW_H
#include <stddef.h>

/// The parts of the page to look at as they were when the program was built.
const unsigned char *griot_view_template_bytes(void);
size_t griot_view_template_size(void);
const unsigned char *griot_view_style_bytes(void);
size_t griot_view_style_size(void);
const unsigned char *griot_view_script_bytes(void);
size_t griot_view_script_size(void);
#endif
