#define _GNU_SOURCE
#include "csandbox.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* MARK: files */

#ifndef __NR_openat2
#define __NR_openat2 437
#endif
#define BENEATH 0x08        /* RESOLVE_BENEATH */
#define NO_MAGIC_LINKS 0x02 /* RESOLVE_NO_MAGICLINKS */

int csandbox_open_beneath(int folder, const char *name) {
  struct {
    uint64_t flags, mode, resolve;
  } how = {O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0, BENEATH | NO_MAGIC_LINKS};
  long file = syscall(__NR_openat2, folder, name, &how, sizeof how);
  /* A kernel from before 5.6 cannot say where a link leads: none is followed. */
  if (file < 0 && errno == ENOSYS)
    file = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
  return file < 0 ? -errno : (int)file;
}

int csandbox_memory_file(const char *name) {
  int file = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
  return file < 0 ? -errno : file;
}

int csandbox_temporary_file(const char *folder) {
  int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  /* Not every file system makes files without a name. */
  char path[PATH_MAX];
  if (snprintf(path, sizeof path, "%s/passerelle-XXXXXX", folder) < (int)sizeof path) {
    file = mkostemp(path, O_CLOEXEC);
    if (file >= 0) unlink(path);
  }
  return file >= 0 ? file : csandbox_memory_file("unpacked");
}

void csandbox_allow_open_files(uint64_t count) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= count) return;
  limit.rlim_cur = limit.rlim_max < count ? limit.rlim_max : (rlim_t)count;
  setrlimit(RLIMIT_NOFILE, &limit);
}

int csandbox_seal(int file) {
  int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
  return fcntl(file, F_ADD_SEALS, seals) < 0 ? -errno : 0;
}

/* MARK: the process */

int csandbox_spawn(const char *program, const char *argument, const char *const *environment,
                   int log, int commands, int results, pid_t *process) {
  /* The descriptors are moved out of the way of those that they become. */
  int files[3] = {log, commands, results};
  int moved[3] = {-1, -1, -1};
  int error = 0;
  for (int i = 0; i < 3 && error == 0; i++) {
    moved[i] = fcntl(files[i], F_DUPFD_CLOEXEC, 16);
    if (moved[i] < 0) error = errno;
  }
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  if (error == 0) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, moved[0], 1);
    posix_spawn_file_actions_adddup2(&actions, moved[0], 2);
    posix_spawn_file_actions_adddup2(&actions, moved[1], CSANDBOX_COMMANDS);
    posix_spawn_file_actions_adddup2(&actions, moved[2], CSANDBOX_RESULTS);
    posix_spawn_file_actions_addclosefrom_np(&actions, CSANDBOX_RESULTS + 1);
    char *const arguments[] = {(char *)"passerelle", (char *)argument, NULL};
    error = posix_spawn(
        process, program, &actions, &attributes, arguments, (char *const *)environment);
  }
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  for (int i = 0; i < 3; i++)
    if (moved[i] >= 0) close(moved[i]);
  return -error;
}

int csandbox_sockets(int pair[2], int seconds) {
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0) return -errno;
  struct timeval limit = {seconds, 0};
  setsockopt(pair[0], SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  return 0;
}

int csandbox_pipe(int pair[2], int bytes) {
  if (pipe2(pair, O_CLOEXEC) < 0) return -errno;
  fcntl(pair[1], F_SETPIPE_SZ, bytes);
  return 0;
}

int csandbox_allow_time(pid_t process, uint64_t seconds) {
  clockid_t clock;
  struct timespec used;
  int error = clock_getcpuclockid(process, &clock);
  if (error != 0) return -error;
  if (clock_gettime(clock, &used) < 0) return -errno;
  struct rlimit limit;
  if (prlimit(process, RLIMIT_CPU, NULL, &limit) < 0) return -errno;
  limit.rlim_cur = (rlim_t)used.tv_sec + 1 + seconds;
  if (limit.rlim_cur > limit.rlim_max) limit.rlim_cur = limit.rlim_max;
  return prlimit(process, RLIMIT_CPU, &limit, NULL) < 0 ? -errno : 0;
}

/* MARK: descriptors that cross */

/* The kernel takes up to 253 at once. */
#define FILES_AT_ONCE 128

static int send_all(int socket, struct msghdr *message) {
  struct iovec *part = message->msg_iov;
  while (part->iov_len > 0) {
    ssize_t sent = sendmsg(socket, message, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return -errno;
    part->iov_base = (char *)part->iov_base + sent;
    part->iov_len -= (size_t)sent;
    message->msg_control = NULL; /* they went with the first byte */
    message->msg_controllen = 0;
  }
  return 0;
}

int csandbox_send(int socket, const void *bytes, size_t count, const int *files,
                  size_t file_count) {
  struct iovec part = {(void *)bytes, count};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  int error = count == 0 ? 0 : send_all(socket, &message);
  for (size_t at = 0; error == 0 && at < file_count; at += FILES_AT_ONCE) {
    size_t some = file_count - at < FILES_AT_ONCE ? file_count - at : FILES_AT_ONCE;
    char mark = 0;
    struct iovec one = {&mark, 1};
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(sizeof(int) * FILES_AT_ONCE)] = {0};
    struct msghdr carrier = {
        .msg_iov = &one, .msg_iovlen = 1, .msg_control = control,
        .msg_controllen = CMSG_SPACE(sizeof(int) * some)};
    struct cmsghdr *header = CMSG_FIRSTHDR(&carrier);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int) * some);
    memcpy(CMSG_DATA(header), files + at, sizeof(int) * some);
    error = send_all(socket, &carrier);
  }
  return error;
}

int csandbox_receive(int socket, void *bytes, size_t count) {
  char *at = bytes;
  while (count > 0) {
    ssize_t received = recv(socket, at, count, 0);
    if (received < 0 && errno == EINTR) continue;
    if (received < 0) return -errno;
    if (received == 0) return -EPIPE;
    at += received;
    count -= (size_t)received;
  }
  return 0;
}

int csandbox_receive_files(int socket, int *files, size_t count) {
  for (size_t at = 0; at < count;) {
    char mark;
    struct iovec one = {&mark, 1};
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(sizeof(int) * FILES_AT_ONCE)];
    struct msghdr carrier = {
        .msg_iov = &one, .msg_iovlen = 1, .msg_control = control,
        .msg_controllen = sizeof control};
    ssize_t received = recvmsg(socket, &carrier, MSG_CMSG_CLOEXEC);
    if (received < 0 && errno == EINTR) continue;
    if (received < 0) return -errno;
    struct cmsghdr *header = received == 0 ? NULL : CMSG_FIRSTHDR(&carrier);
    if (header == NULL || header->cmsg_type != SCM_RIGHTS || carrier.msg_flags & MSG_CTRUNC)
      return -EPIPE;
    size_t some = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    if (some == 0 || some > count - at) return -EPIPE;
    memcpy(files + at, CMSG_DATA(header), sizeof(int) * some);
    at += some;
  }
  return 0;
}

void csandbox_runtime_folder(char *buffer, size_t capacity) {
  buffer[0] = 0;
  Dl_info info;
  void *symbol = dlsym(RTLD_DEFAULT, "swift_retain");
  if (symbol == NULL || dladdr(symbol, &info) == 0 || info.dli_fname == NULL) return;
  const char *slash = strrchr(info.dli_fname, '/');
  if (slash == NULL || (size_t)(slash - info.dli_fname) >= capacity) return;
  memcpy(buffer, info.dli_fname, (size_t)(slash - info.dli_fname));
  buffer[slash - info.dli_fname] = 0;
}
