/* A disk that fails: loaded before the C library (LD_PRELOAD), it counts what is done to files under
 * FAULT_UNDER and, at the FAULT_AT-th time, does what FAULT says: "full" and "eio" fail that call and all
 * later ones, "lie" writes another byte than it was given and says that all is well, "gone" moves the
 * folder away, "kill" kills the program. Then it makes the file FAULT_SEEN.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int done;

static int under(const char *path) {
  const char *folder = getenv("FAULT_UNDER");
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int fd_under(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return under(path);
}

static int is(const char *fault) {
  const char *asked = getenv("FAULT");
  return asked && strcmp(asked, fault) == 0;
}

/* Counts a call; answers whether it is to fail. `write` is the only one that can lie. */
static int fails(int writes) {
  const char *at = getenv("FAULT_AT"), *seen = getenv("FAULT_SEEN");
  if (!at || (is("lie") && !writes)) return 0;
  done += 1;
  if (done < atoi(at)) return 0;
  if (done == atoi(at) && seen) {
    int (*really_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    close(really_open(seen, O_CREAT | O_WRONLY, 0600));
  }
  if (is("kill")) raise(SIGKILL);
  if (is("gone") && done == atoi(at)) {
    char away[4096];
    snprintf(away, sizeof away, "%s.gone", getenv("FAULT_UNDER"));
    int (*really_rename)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
    really_rename(getenv("FAULT_UNDER"), away);
    return 0;
  }
  errno = is("eio") ? EIO : ENOSPC;
  return is("full") || is("eio");
}

ssize_t write(int fd, const void *bytes, size_t count) {
  ssize_t (*really)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  if (!fd_under(fd)) return really(fd, bytes, count);
  if (fails(1)) return -1;
  if (is("lie") && done == atoi(getenv("FAULT_AT")) && count > 0) {
    char *other = malloc(count);
    memcpy(other, bytes, count);
    other[count / 2] ^= 1;
    ssize_t written = really(fd, other, count);
    free(other);
    return written;
  }
  return really(fd, bytes, count);
}

static int opens(const char *name, const char *path, int flags, mode_t mode) {
  int (*really)(const char *, int, ...) = dlsym(RTLD_NEXT, name);
  if ((flags & O_CREAT) && under(path) && fails(0)) return -1;
  return really(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opens("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opens("open64", path, flags, mode);
}

int mkdir(const char *path, mode_t mode) {
  int (*really)(const char *, mode_t) = dlsym(RTLD_NEXT, "mkdir");
  return under(path) && fails(0) ? -1 : really(path, mode);
}

int rename(const char *from, const char *to) {
  int (*really)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
  return under(from) && fails(0) ? -1 : really(from, to);
}

int fsync(int fd) {
  int (*really)(int) = dlsym(RTLD_NEXT, "fsync");
  return fd_under(fd) && fails(0) ? -1 : really(fd);
}

int unlinkat(int folder, const char *path, int flags) {
  int (*really)(int, const char *, int) = dlsym(RTLD_NEXT, "unlinkat");
  return fd_under(folder) && fails(0) ? -1 : really(folder, path, flags);
}
