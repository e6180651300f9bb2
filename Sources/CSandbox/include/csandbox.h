/* csandbox.h: what Linux offers to keep a process small, where Swift cannot call it well.
 *
 * Functions that return an int return 0 or a descriptor, and on failure the negative errno. */
#ifndef CSANDBOX_H
#define CSANDBOX_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where a worker finds what it was started with. */
enum {
  CSANDBOX_LOG = 1,     /* the standard output, and the standard error, of the modules */
  CSANDBOX_COMMANDS = 3,
  CSANDBOX_RESULTS = 4,
};

/* Opens a file below a folder for reading. No link may lead out of the folder, and nothing that is
 * opened blocks. */
int csandbox_open_beneath(int folder, const char *name);

/* Makes a file in memory. */
int csandbox_memory_file(const char *name);

/* Makes a file without a name in a folder, or in memory where the folder takes none. */
int csandbox_temporary_file(const char *folder);

/* Lets this process have so many files open, or as many as the system allows it. */
void csandbox_allow_open_files(uint64_t count);

/* Makes a file in memory unchangeable, for everyone and for good. */
int csandbox_seal(int file);

/* Starts a program in a session of its own, with three descriptors and nothing else, and with this
 * environment alone. */
int csandbox_spawn(const char *program, const char *argument, const char *const *environment,
                   int log, int commands, int results, pid_t *process);

/* Makes a pair of connected sockets; what is sent to the second waits this many seconds at most. */
int csandbox_sockets(int pair[2], int seconds);

/* Makes a pipe that holds this many bytes where the system allows. */
int csandbox_pipe(int pair[2], int bytes);

/* Sends bytes, and then descriptors. */
int csandbox_send(int socket, const void *bytes, size_t count, const int *files, size_t file_count);

/* Receives exactly `count` bytes; 0, or -EPIPE where the other side has gone. */
int csandbox_receive(int socket, void *bytes, size_t count);

/* Receives exactly `count` descriptors. */
int csandbox_receive_files(int socket, int *files, size_t count);

/* Lets a process use this many more seconds of processor time. */
int csandbox_allow_time(pid_t process, uint64_t seconds);

/* What a process may still do after csandbox_confine. */
typedef struct csandbox_limits {
  uint64_t address_space; /* bytes */
  uint64_t log_bytes;
  uint64_t open_files;
  const char *const *folders; /* whose files may be read, with all below */
  size_t folder_count;
  const int *files; /* files that may be opened again, by descriptor */
  size_t file_count;
} csandbox_limits;

/* What is in force. */
typedef struct csandbox_state {
  int32_t landlock; /* the version of Landlock, 0 where the kernel has none */
  int32_t seccomp;  /* whether system calls are filtered */
} csandbox_state;

/* Confines this process, which must have one thread. It cannot be undone. Returns what is in force;
 * what the kernel does not have is left out. */
csandbox_state csandbox_confine(const csandbox_limits *limits);

/* The folder of the Swift runtime that this process runs with; empty where it is linked statically. */
void csandbox_runtime_folder(char *buffer, size_t capacity);

/* What main was given, also where there is no /proc to read it from. */
int csandbox_argument_count(void);
const char *csandbox_argument(int index);

/* The path that this program was started by. */
const char *csandbox_own_path(void);

/* Names a file that is not whole yet, to be removed if a signal ends this process; a slot, or -1 where there is
 * none left. */
int csandbox_hold_draft(const char *path);
void csandbox_release_draft(int slot);

/* Starts a thread that ends at once: 0, or why there can be none. */
int csandbox_try_thread(void);

/* Sees to it that a signal ends this process without leaving drafts, and that a limit on the size of files
 * does not end it. */
void csandbox_end_in_order(void);

#ifdef __cplusplus
}
#endif

#endif
