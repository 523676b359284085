#ifndef GRIOT_CSYSTEM_H
#define GRIOT_CSYSTEM_H
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
#endif
