/*
 * Preloaded into a process, it makes the disk below one folder small, or lets the Nth call of a kind
 * fail. What it is to do, and what it has seen, stands in a file that the test writes and reads while
 * the process runs; its children share it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <unistd.h>

enum { WRITE = 1, SYNC = 2, RENAME = 3 };

struct control {
  int64_t room;      /* bytes the folder may still grow by; below zero: as many as it likes */
  int64_t kind;      /* which calls fail; 0: none */
  int64_t countdown; /* the Nth of them is the first to fail */
  int64_t error;     /* with this errno */
  int64_t lasts;     /* 1: and all after it, of every kind */
  int64_t failed;    /* how many have failed */
  int64_t seen[4];   /* how many there were, by kind */
};

static struct control *control;
static const char *root;

#define NEXT(name) \
  static __typeof__(&name) next; \
  if (next == NULL) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAILING_DISK_CONTROL");
  root = getenv("FAILING_DISK_ROOT");
  if (path == NULL || root == NULL) return;
  int fd = open(path, O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  void *mapped = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (mapped != MAP_FAILED) control = mapped;
}

static int is_below(const char *path) {
  return path != NULL && strncmp(path, root, strlen(root)) == 0;
}

static int is_ours(int fd) {
  char link[64], path[PATH_MAX];
  if (control == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_below(path);
}

/* Whether this call of the kind is one that fails; errno says how. */
static int fails(int kind) {
  __sync_fetch_and_add(&control->seen[kind], 1);
  if (control->kind == 0) return 0;
  if (control->failed > 0 && control->lasts) goto fail;
  if (control->kind != kind) return 0;
  if (__sync_sub_and_fetch(&control->countdown, 1) != 0) return 0;
fail:
  __sync_fetch_and_add(&control->failed, 1);
  errno = (int)control->error;
  return 1;
}

/* How many of `count` bytes at `offset` there is room for; the folder is that much fuller then. */
static ssize_t take_room(int fd, off_t offset, size_t count) {
  struct stat found;
  if (control->room < 0 || fstat(fd, &found) != 0) return (ssize_t)count;
  int64_t end = offset + (int64_t)count;
  int64_t growth = end > found.st_size ? end - found.st_size : 0;
  int64_t fits = growth <= control->room ? growth : control->room;
  __sync_fetch_and_sub(&control->room, fits);
  ssize_t taken = (ssize_t)count - (ssize_t)(growth - fits);
  if (taken > 0 || count == 0) return taken;
  __sync_fetch_and_add(&control->failed, 1);
  errno = ENOSPC;
  return -1;
}

static void give_room(off_t bytes) {
  if (control->room >= 0) __sync_fetch_and_add(&control->room, (int64_t)bytes);
}

static off_t place_of(int fd) {
  struct stat found;
  int flags = fcntl(fd, F_GETFL);
  if (flags >= 0 && (flags & O_APPEND) && fstat(fd, &found) == 0) return found.st_size;
  return lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  NEXT(write);
  if (!is_ours(fd)) return next(fd, bytes, count);
  if (fails(WRITE)) return -1;
  ssize_t taken = take_room(fd, place_of(fd), count);
  return taken < 0 ? -1 : next(fd, bytes, (size_t)taken);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
  NEXT(pwrite64);
  if (!is_ours(fd)) return next(fd, bytes, count, offset);
  if (fails(WRITE)) return -1;
  ssize_t taken = take_room(fd, offset, count);
  return taken < 0 ? -1 : next(fd, bytes, (size_t)taken, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
  return pwrite64(fd, bytes, count, offset);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  NEXT(writev);
  if (!is_ours(fd) || count < 1) return next(fd, parts, count);
  return write(fd, parts[0].iov_base, parts[0].iov_len);
}

int fsync(int fd) {
  NEXT(fsync);
  return is_ours(fd) && fails(SYNC) ? -1 : next(fd);
}

int fdatasync(int fd) {
  NEXT(fdatasync);
  return is_ours(fd) && fails(SYNC) ? -1 : next(fd);
}

int rename(const char *from, const char *to) {
  NEXT(rename);
  struct stat replaced;
  if (control == NULL || !is_below(to)) return next(from, to);
  if (fails(RENAME)) return -1;
  int was = stat(to, &replaced);
  int answer = next(from, to);
  if (answer == 0 && was == 0 && S_ISREG(replaced.st_mode)) give_room(replaced.st_size);
  return answer;
}

int unlink(const char *path) {
  NEXT(unlink);
  struct stat found;
  int is_counted = control != NULL && is_below(path) && stat(path, &found) == 0;
  int answer = next(path);
  if (answer == 0 && is_counted) give_room(found.st_size);
  return answer;
}

int ftruncate64(int fd, off64_t length) {
  NEXT(ftruncate64);
  struct stat found;
  if (!is_ours(fd) || fstat(fd, &found) != 0) return next(fd, length);
  if (length > found.st_size && take_room(fd, found.st_size, (size_t)(length - found.st_size)) < 0)
    return -1;
  if (length < found.st_size) give_room(found.st_size - length);
  return next(fd, length);
}

int ftruncate(int fd, off_t length) {
  return ftruncate64(fd, length);
}

int statfs64(const char *path, struct statfs64 *found) {
  NEXT(statfs64);
  int answer = next(path, found);
  if (answer != 0 || control == NULL || !is_below(path)) return answer;
  int is_full = control->failed > 0 && control->error == ENOSPC;
  if (control->room < 0 && !is_full) return answer;
  found->f_bavail = is_full ? 0 : (uint64_t)control->room / (uint64_t)found->f_bsize;
  found->f_bfree = found->f_bavail;
  return answer;
}
