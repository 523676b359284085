/* Makes the Nth call of a kind fail: GRIOT_FAIL=KIND:N:ERRNO, with KIND one of write, fsync, close,
   rename, linkat. Only files that are open for writing count, and standard output. It says on
   descriptor 2 when it did. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_int count;

static int fails(const char *kind) {
  const char *wanted = getenv("GRIOT_FAIL");
  size_t length = strlen(kind);
  if (!wanted || strncmp(wanted, kind, length) || wanted[length] != ':') return 0;
  int number = 0, code = 0;
  if (sscanf(wanted + length + 1, "%d:%d", &number, &code) != 2) return 0;
  if (atomic_fetch_add(&count, 1) + 1 != number) return 0;
  static const char said[] = "injected\n";
  ssize_t (*original)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  original(2, said, sizeof said - 1);
  errno = code;
  return 1;
}

static int is_output(int descriptor) {
  struct stat status;
  int flags = fcntl(descriptor, F_GETFL);
  if (descriptor == 2 || flags < 0 || fstat(descriptor, &status)) return 0;
  return descriptor == 1 || S_ISDIR(status.st_mode)
    || ((flags & O_ACCMODE) != O_RDONLY && S_ISREG(status.st_mode));
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
  ssize_t (*original)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  return is_output(descriptor) && fails("write") ? -1 : original(descriptor, bytes, length);
}

ssize_t writev(int descriptor, const struct iovec *parts, int number) {
  ssize_t (*original)(int, const struct iovec *, int) = dlsym(RTLD_NEXT, "writev");
  return is_output(descriptor) && fails("write") ? -1 : original(descriptor, parts, number);
}

int fsync(int descriptor) {
  int (*original)(int) = dlsym(RTLD_NEXT, "fsync");
  return is_output(descriptor) && fails("fsync") ? -1 : original(descriptor);
}

int close(int descriptor) {
  int (*original)(int) = dlsym(RTLD_NEXT, "close");
  struct stat status;
  int counts = is_output(descriptor) && !fstat(descriptor, &status) && !S_ISDIR(status.st_mode);
  int failed = counts && fails("close"), code = errno;
  int result = original(descriptor);
  if (failed) errno = code;
  return failed ? -1 : result;
}

int rename(const char *from, const char *to) {
  int (*original)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
  return fails("rename") ? -1 : original(from, to);
}

int linkat(int from, const char *path, int to, const char *name, int flags) {
  int (*original)(int, const char *, int, const char *, int) = dlsym(RTLD_NEXT, "linkat");
  return fails("linkat") ? -1 : original(from, path, to, name, flags);
}
