/* Stands between a program and its disk (LD_PRELOAD): file operations below one folder are slow, or fail.
 *
 * The environment names a folder (TROUBLED_FOLDER) and a file (TROUBLED_BY) of one line, which may change at any time:
 *
 *     OPERATIONS MILLISECONDS ERRNO NTH
 *
 * OPERATIONS is any of w (write), s (fsync), o (open to write), r (open to read), m (rename), u (unlink), d (mkdir),
 * l (lock), t (truncate). MILLISECONDS is how long each takes, at most until the line is another. ERRNO is what it fails
 * with, 0 for success; NTH which one fails, counted from when the line became another: 3 the third, 3- the third and
 * all after it, /3 each third.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define MOST_DESCRIPTORS 4096
#define SLICE_MS 20

static char ours[MOST_DESCRIPTORS];
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static char line_now[256];
static long count;

static void read_line(char *into, size_t size) {
    const char *by = getenv("TROUBLED_BY");
    into[0] = 0;
    if (!by) return;
    int fd = syscall(SYS_openat, AT_FDCWD, by, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return;
    ssize_t got = syscall(SYS_read, fd, into, size - 1);
    syscall(SYS_close, fd);
    into[got > 0 ? got : 0] = 0;
}

static int below(const char *path) {
    const char *folder = getenv("TROUBLED_FOLDER");
    return path && folder && strncmp(path, folder, strlen(folder)) == 0;
}

/* Returns the error with which the operation fails, 0 when it goes on. */
static int troubled(char operation) {
    char line[256], operations[32] = "", which[32] = "", now[256];
    long ms = 0, error = 0, number;
    int saved = errno;
    pthread_mutex_lock(&guard);
    read_line(line, sizeof line);
    if (strcmp(line, line_now)) {
        strcpy(line_now, line);
        count = 0;
    }
    sscanf(line, "%31s %ld %ld %31s", operations, &ms, &error, which);
    int counts = strchr(operations, operation) != NULL;
    number = counts ? ++count : 0;
    pthread_mutex_unlock(&guard);
    if (!counts) {
        errno = saved;
        return 0;
    }
    for (long slept = 0; slept < ms; slept += SLICE_MS) {
        struct timespec slice = {0, (ms - slept < SLICE_MS ? ms - slept : SLICE_MS) * 1000000};
        nanosleep(&slice, NULL);
        read_line(now, sizeof now);
        if (strcmp(now, line)) {
            errno = saved;
            return 0;
        }
    }
    errno = saved;
    long nth = atol(which[0] == '/' ? which + 1 : which);
    int fails = which[0] == '/' ? number % nth == 0 : strchr(which, '-') ? number >= nth : number == nth;
    return fails ? (int)error : 0;
}

#define FAILING(operation) \
    do { \
        int error = troubled(operation); \
        if (error) { \
            errno = error; \
            return -1; \
        } \
    } while (0)

static int is_ours(int fd) { return fd >= 0 && fd < MOST_DESCRIPTORS && ours[fd]; }

static int opened(const char *path, int flags, int (*how)(const char *, int, mode_t), mode_t mode) {
    int is_below = below(path);
    if (is_below) FAILING((flags & (O_WRONLY | O_RDWR | O_CREAT)) ? 'o' : 'r');
    int fd = how(path, flags, mode);
    if (fd >= 0 && fd < MOST_DESCRIPTORS) ours[fd] = is_below;
    return fd;
}

static int plainly(const char *path, int flags, mode_t mode) {
    return syscall(SYS_openat, AT_FDCWD, path, flags | O_LARGEFILE, mode);
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return opened(path, flags, plainly, mode); \
    }
OPEN(open)
OPEN(open64)

int close(int fd) {
    if (fd >= 0 && fd < MOST_DESCRIPTORS) ours[fd] = 0;
    return syscall(SYS_close, fd);
}

ssize_t write(int fd, const void *data, size_t size) {
    if (is_ours(fd)) FAILING('w');
    return syscall(SYS_write, fd, data, size);
}

int fsync(int fd) {
    if (is_ours(fd)) FAILING('s');
    return syscall(SYS_fsync, fd);
}

int ftruncate64(int fd, off64_t length) {
    if (is_ours(fd)) FAILING('t');
    return syscall(SYS_ftruncate, fd, length);
}

int rename(const char *from, const char *to) {
    if (below(from)) FAILING('m');
    return syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

int unlink(const char *path) {
    if (below(path)) FAILING('u');
    return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int mkdir(const char *path, mode_t mode) {
    if (below(path)) FAILING('d');
    return syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int flock(int fd, int operation) {
    if (is_ours(fd)) FAILING('l');
    return syscall(SYS_flock, fd, operation);
}
