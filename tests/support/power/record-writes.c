/*
 * Preloaded into the app, it writes down in one log, in their order, everything that the app and its
 * children do to the files below one folder, and what the app says on its standard output. From the
 * log a test makes the disk as a power loss may leave it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITE = 1, SYNC = 2, CUT = 3, CREATE = 4, RENAME = 5, UNLINK = 6, SAID = 7, SYNC_FOLDER = 8 };

struct header {
  uint32_t kind;
  uint32_t pid;
  uint64_t inode;
  int64_t offset;
  uint64_t length; /* of the data */
  uint32_t from;   /* lengths of the two paths before the data */
  uint32_t to;
};

static int journal = -1;
static const char *root;

#define NEXT(name) \
  static __typeof__(&name) next; \
  if (next == NULL) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("POWER_LOG");
  root = getenv("POWER_ROOT");
  if (path == NULL || root == NULL) return;
  journal = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND | O_CLOEXEC);
}

/* One call each, at the end of the file: records of several processes do not mix. */
static void put(struct header head, const char *from, const char *to, const void *data) {
  head.pid = (uint32_t)getpid();
  head.from = from == NULL ? 0 : (uint32_t)strlen(from);
  head.to = to == NULL ? 0 : (uint32_t)strlen(to);
  struct iovec parts[] = {
      {&head, sizeof head}, {(void *)from, head.from}, {(void *)to, head.to}, {(void *)data, head.length}};
  if (syscall(SYS_writev, journal, parts, 4) < 0) abort();
}

static int is_below(const char *path) {
  return journal >= 0 && path != NULL && strncmp(path, root, strlen(root)) == 0;
}

static int is_ours(int fd, struct stat *found) {
  char link[64], path[PATH_MAX];
  if (journal < 0 || fd == journal) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_below(path) && fstat(fd, found) == 0;
}

/* Files that were written to through the calls below. */
static uint64_t known[4096];
static int known_count;

static int is_known(uint64_t inode) {
  for (int at = 0; at < known_count; at += 1)
    if (known[at] == inode) return 1;
  return 0;
}

/* A file that is made takes the number of one that is gone. */
static void forget(uint64_t inode) {
  for (int at = 0; at < known_count; at += 1)
    if (known[at] == inode) known[at] = 0;
}

static void note(struct stat *found, int64_t offset, const void *bytes, ssize_t length) {
  if (length <= 0) return;
  put((struct header){WRITE, 0, found->st_ino, offset, (uint64_t)length, 0, 0}, NULL, NULL, bytes);
}

/* What the system copied by itself is written down once the file is first written to or flushed. */
static void note_earlier(int fd, struct stat *found) {
  if (is_known(found->st_ino)) return;
  if (known_count < 4096) known[known_count++] = found->st_ino;
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  int reader = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
  char *bytes = malloc((size_t)found->st_size + 1);
  if (bytes == NULL || reader < 0) abort();
  note(found, 0, bytes, pread(reader, bytes, (size_t)found->st_size, 0));
  free(bytes);
  close(reader);
}

/* Where a write that names no place goes. */
static int64_t place_of(int fd, struct stat *found) {
  int flags = fcntl(fd, F_GETFL);
  return flags >= 0 && (flags & O_APPEND) ? found->st_size : lseek(fd, 0, SEEK_CUR);
}

static void note_said(int fd, const void *bytes, size_t count) {
  if (journal >= 0 && fd == 1) put((struct header){SAID, 0, 0, 0, count, 0, 0}, NULL, NULL, bytes);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  NEXT(write);
  struct stat found;
  note_said(fd, bytes, count);
  if (!is_ours(fd, &found)) return next(fd, bytes, count);
  note_earlier(fd, &found);
  int64_t place = place_of(fd, &found);
  ssize_t done = next(fd, bytes, count);
  note(&found, place, bytes, done);
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
  NEXT(pwrite64);
  struct stat found;
  if (!is_ours(fd, &found)) return next(fd, bytes, count, offset);
  note_earlier(fd, &found);
  ssize_t done = next(fd, bytes, count, offset);
  note(&found, offset, bytes, done);
  return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
  return pwrite64(fd, bytes, count, offset);
}

/* As much as the first part: whoever called writes the rest. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  NEXT(writev);
  struct stat found;
  int is_said = journal >= 0 && fd == 1;
  if (count < 1 || (!is_said && !is_ours(fd, &found))) return next(fd, parts, count);
  return write(fd, parts[0].iov_base, parts[0].iov_len);
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  NEXT(pwritev);
  struct stat found;
  if (count < 1 || !is_ours(fd, &found)) return next(fd, parts, count, offset);
  return pwrite64(fd, parts[0].iov_base, parts[0].iov_len, offset);
}

static void note_sync(int fd) {
  struct stat found;
  if (!is_ours(fd, &found)) return;
  int is_folder = S_ISDIR(found.st_mode);
  if (!is_folder) note_earlier(fd, &found);
  struct header head = {is_folder ? SYNC_FOLDER : SYNC, 0, found.st_ino, 0, 0, 0, 0};
  put(head, NULL, NULL, NULL);
}

int fsync(int fd) {
  NEXT(fsync);
  int answer = next(fd);
  if (answer == 0) note_sync(fd);
  return answer;
}

int fdatasync(int fd) {
  NEXT(fdatasync);
  int answer = next(fd);
  if (answer == 0) note_sync(fd);
  return answer;
}

int ftruncate64(int fd, off64_t length) {
  NEXT(ftruncate64);
  struct stat found;
  int answer = next(fd, length);
  if (answer == 0 && is_ours(fd, &found))
    put((struct header){CUT, 0, found.st_ino, length, 0, 0, 0}, NULL, NULL, NULL);
  return answer;
}

int ftruncate(int fd, off_t length) {
  return ftruncate64(fd, length);
}

static void note_open(int fd, const char *path, int flags, int was) {
  struct stat found;
  if (fd < 0 || fstat(fd, &found) != 0 || !S_ISREG(found.st_mode)) return;
  if (was != 0) forget(found.st_ino);
  if (was != 0) put((struct header){CREATE, 0, found.st_ino, 0, 0, 0, 0}, path, NULL, NULL);
  else if (flags & O_TRUNC) put((struct header){CUT, 0, found.st_ino, 0, 0, 0, 0}, NULL, NULL, NULL);
}

#define OPEN(name, given, passed) \
  int name given { \
    NEXT(name); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    int is_noted = (flags & (O_CREAT | O_TRUNC)) && is_below(path); \
    int was = is_noted ? access(path, F_OK) : 0; \
    int fd = next passed; \
    if (is_noted) note_open(fd, path, flags, was); \
    return fd; \
  }

OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), (path, flags, mode))
OPEN(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
OPEN(openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))

int rename(const char *from, const char *to) {
  NEXT(rename);
  int answer = next(from, to);
  if (answer == 0 && is_below(from))
    put((struct header){RENAME, 0, 0, 0, 0, 0, 0}, from, to, NULL);
  return answer;
}

int unlink(const char *path) {
  NEXT(unlink);
  int answer = next(path);
  if (answer == 0 && is_below(path)) put((struct header){UNLINK, 0, 0, 0, 0, 0, 0}, path, NULL, NULL);
  return answer;
}
