#ifndef GRIOT_CZLIB_H
#define GRIOT_CZLIB_H
#include <zlib.h>

/// inflateInit2() and deflateInit2() are macros, which Swift cannot import; 16 more bits of window
/// mean gzip and nothing else.
static inline int griot_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
static inline int griot_deflate_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
#endif
