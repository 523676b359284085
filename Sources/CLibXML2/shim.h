#ifndef GRIOT_CLIBXML2_H
#define GRIOT_CLIBXML2_H
#include <libxml/xmlversion.h>
// ICU's headers, which libxml2 would include, clash with Foundation's in a debug build.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlschemas.h>

/// xmlFree is a mutable global, which Swift's strict concurrency refuses.
static inline void griot_xml_free(void *pointer) { xmlFree(pointer); }
#endif
