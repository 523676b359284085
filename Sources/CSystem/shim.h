#ifndef GRIOT_CSYSTEM_H
#define GRIOT_CSYSTEM_H
#include <errno.h>
#include <malloc.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What Glibc declares for GNU sources only, which Swift's module is not: fallocate(2) with
   FALLOC_FL_KEEP_SIZE. 0 or -1. */
static inline int griot_allocate(int descriptor, long offset, long count) {
#ifdef SYS_fallocate
  return syscall(SYS_fallocate, descriptor, 1, offset, count) == 0 ? 0 : -1;
#else
  return -1;
#endif
}

/* sync_file_range(2): begins to write a range of a file to its device, and waits for it where that is
   asked for. 0 or -1. */
static inline int griot_write_back(int descriptor, long offset, long count, int waits) {
#ifdef SYS_sync_file_range
  return syscall(SYS_sync_file_range, descriptor, offset, count, waits ? 7 : 2) == 0 ? 0 : -1;
#else
  errno = ENOSYS;
  return -1;
#endif
}

/* Has glibc's allocator keep what is freed: parts below 32 MB come from its heaps, which are not trimmed
   below 256 MB and grow by 8 MB. */
static inline void griot_keep_freed(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_TOP_PAD, 8 << 20);
#endif
}
#endif
