#ifndef GRIOT_CZSTD_H
#define GRIOT_CZSTD_H
#include <zstd.h>
#endif
