#define _GNU_SOURCE
#include "csandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

/* The kernel's headers of a distribution may be older than its kernel: what is newer is written out,
 * as in the kernel's Documentation/userspace-api/landlock.rst. */
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 };
enum { RULE_PATH_BENEATH = 1, CREATE_VERSION = 1 };
#define FS_READ_FILE (1ull << 2)
#define FS_READ_DIR (1ull << 3)

struct ruleset {
  uint64_t files, network, scopes;
};

struct __attribute__((packed)) path_rule {
  uint64_t allowed;
  int32_t parent;
};

/* All rights over files that a version of Landlock knows. */
static uint64_t file_rights(long version) {
  if (version >= 5) return (1ull << 16) - 1;
  if (version >= 3) return (1ull << 15) - 1;
  if (version == 2) return (1ull << 14) - 1;
  return (1ull << 13) - 1;
}

static size_t ruleset_size(long version) {
  return version >= 6 ? 24 : version >= 4 ? 16 : 8;
}

/* Returns the version of Landlock that is in force, 0 where none is. */
static long restrict_files(const csandbox_limits *limits) {
  long version = syscall(CREATE_RULESET, NULL, 0, CREATE_VERSION);
  if (version < 1) return 0;
  /* Connections over TCP are refused from version 4; signals and abstract sockets from 6. */
  struct ruleset rules = {file_rights(version), 3, 3};
  int set = (int)syscall(CREATE_RULESET, &rules, ruleset_size(version), 0);
  if (set < 0) return 0;
  for (size_t i = 0; i < limits->folder_count; i++) {
    int folder = open(limits->folders[i], O_PATH | O_CLOEXEC);
    if (folder < 0) continue;
    struct path_rule rule = {FS_READ_FILE | FS_READ_DIR, folder};
    if (syscall(ADD_RULE, set, RULE_PATH_BENEATH, &rule, 0) != 0 && errno == EINVAL) {
      rule.allowed = FS_READ_FILE; /* it is a file */
      syscall(ADD_RULE, set, RULE_PATH_BENEATH, &rule, 0);
    }
    close(folder);
  }
  for (size_t i = 0; i < limits->file_count; i++) {
    /* A file in memory is in no folder, and needs no rule. */
    struct path_rule rule = {FS_READ_FILE, limits->files[i]};
    syscall(ADD_RULE, set, RULE_PATH_BENEATH, &rule, 0);
  }
  long failed = syscall(RESTRICT_SELF, set, 0);
  close(set);
  return failed ? 0 : version;
}

/* MARK: looking at files */

/* The calls that look at a file by its name, or at what is open by an empty one. */
static const int looking[] = {
    __NR_newfstatat, __NR_statx,
#if defined(__x86_64__)
    __NR_stat, __NR_lstat,
#endif
};

#if defined(__x86_64__)
#define RESULT(context) ((context)->uc_mcontext.gregs[REG_RAX])
#define ARGUMENT(context, index) \
  ((context)->uc_mcontext.gregs[(index) == 0 ? REG_RDI : (index) == 1 ? REG_RSI : REG_RDX])
#else
#define RESULT(context) ((context)->uc_mcontext.regs[0])
#define ARGUMENT(context, index) ((context)->uc_mcontext.regs[index])
#endif

/* Answers a call that the kernel has refused: for what is open, by the call that takes no name. */
static void look(int signal, siginfo_t *information, void *opaque) {
  ucontext_t *context = opaque;
  int saved = errno;
  (void)signal;
  const char *name = (const char *)ARGUMENT(context, 1);
  long result = -EACCES;
  if (information->si_syscall == __NR_newfstatat && name != NULL && *name == 0)
    result = syscall(__NR_fstat, (int)ARGUMENT(context, 0), ARGUMENT(context, 2)) == 0 ? 0 : -errno;
  else if (information->si_syscall == __NR_statx)
    result = -ENOSYS; /* the C library then asks the older call */
  RESULT(context) = result;
  errno = saved;
}

static int answer_looks(void) {
  struct sigaction action = {.sa_sigaction = look, .sa_flags = SA_SIGINFO | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  return sigaction(SIGSYS, &action, NULL);
}

/* MARK: system calls */

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#define ARCHITECTURE 0 /* its calls are not known here, and are not filtered */
#endif

/* What a library needs that computes on what it was given: memory, threads, the clock, and the
 * descriptors that it has. All else fails with EPERM, as if it were not permitted. */
static const int allowed[] = {
    __NR_read, __NR_readv, __NR_pread64, __NR_preadv, __NR_write, __NR_writev, __NR_close,
    __NR_lseek, __NR_fstat, __NR_dup, __NR_dup3, __NR_recvmsg, __NR_recvfrom, __NR_ppoll,
    __NR_pipe2, __NR_eventfd2, __NR_epoll_create1, __NR_epoll_ctl, __NR_epoll_pwait,
    __NR_getcwd,
    __NR_brk, __NR_mmap, __NR_munmap, __NR_mprotect, __NR_mremap, __NR_madvise, __NR_mincore,
    __NR_membarrier,
    __NR_futex, __NR_set_robust_list, __NR_get_robust_list, __NR_set_tid_address, __NR_sched_yield,
    __NR_sched_getaffinity, __NR_getcpu, __NR_restart_syscall,
    __NR_rt_sigaction, __NR_rt_sigprocmask, __NR_rt_sigreturn, __NR_sigaltstack,
    __NR_getpid, __NR_gettid, __NR_getppid, __NR_getuid, __NR_geteuid, __NR_getgid, __NR_getegid,
    __NR_clock_gettime, __NR_clock_getres, __NR_clock_nanosleep, __NR_nanosleep, __NR_gettimeofday,
    __NR_getrandom, __NR_uname, __NR_sysinfo, __NR_getrusage, __NR_times,
    __NR_exit, __NR_exit_group,
#ifdef __NR_rseq
    __NR_rseq,
#endif
#if defined(__x86_64__)
    __NR_arch_prctl, __NR_poll, __NR_time, __NR_dup2,
    __NR_epoll_wait,
#endif
};

enum { MOST_STEPS = 256, MOST_THREADS = 64 };

typedef struct {
  struct sock_filter steps[MOST_STEPS];
  unsigned short count;
} filter;

static void add(filter *filter, unsigned short code, uint32_t operand, uint8_t yes, uint8_t no) {
  if (filter->count < MOST_STEPS)
    filter->steps[filter->count++] = (struct sock_filter){code, yes, no, operand};
}

static void load(filter *filter, uint32_t offset) {
  add(filter, BPF_LD | BPF_W | BPF_ABS, offset, 0, 0);
}

static void answer(filter *filter, uint32_t action) {
  add(filter, BPF_RET | BPF_K, action, 0, 0);
}

/* The low half of an argument; both machines are little-endian. */
static uint32_t argument(int index) {
  return (uint32_t)(offsetof(struct seccomp_data, args) + 8 * (size_t)index);
}

static const uint32_t number = offsetof(struct seccomp_data, nr);
static const uint32_t refused = SECCOMP_RET_ERRNO | EPERM;

/* Allows a call where the argument is one of the values. */
static void allow_where(
    filter *filter, int call, int index, const uint32_t *values, uint8_t value_count) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, (uint8_t)(value_count + 3));
  load(filter, argument(index));
  for (uint8_t i = 0; i < value_count; i++)
    add(filter, BPF_JMP | BPF_JEQ | BPF_K, values[i], (uint8_t)(value_count - i), 0);
  answer(filter, refused);
  answer(filter, SECCOMP_RET_ALLOW);
}

/* Allows a call where the argument has all bits of one mask and none of another. */
static void allow_bits(filter *filter, int call, int index, uint32_t all, uint32_t none) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 6);
  load(filter, argument(index));
  add(filter, BPF_JMP | BPF_JSET | BPF_K, none, 2, 0);
  add(filter, BPF_ALU | BPF_AND | BPF_K, all, 0, 0);
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, all, 1, 0);
  answer(filter, refused);
  answer(filter, SECCOMP_RET_ALLOW);
}

/* Allows a call where each of these words is zero. */
static void allow_zeros(filter *filter, int call, const uint32_t *words, uint8_t word_count) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, (uint8_t)(2 * word_count + 2));
  for (uint8_t i = 0; i < word_count; i++) {
    load(filter, words[i]);
    add(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 0, (uint8_t)(2 * (word_count - 1 - i) + 1));
  }
  answer(filter, SECCOMP_RET_ALLOW);
  answer(filter, refused);
}

static void start(filter *filter) {
  filter->count = 0;
  load(filter, offsetof(struct seccomp_data, arch));
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  answer(filter, SECCOMP_RET_KILL_PROCESS);
  load(filter, number);
}

static int install(filter *filter) {
  if (ARCHITECTURE == 0) return -ENOSYS;
  struct sock_fprog program = {filter->count, filter->steps};
  return syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) < 0 ? -errno : 0;
}

static int filter_calls(void) {
  filter filter;
  start(&filter);
  for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
    add(&filter, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)allowed[i], 0, 1);
    answer(&filter, SECCOMP_RET_ALLOW);
  }
  /* What is open may be looked at, and nothing by its name: the C library asks both in one call. */
  for (size_t i = 0; i < sizeof looking / sizeof *looking; i++) {
    add(&filter, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)looking[i], 0, 1);
    answer(&filter, SECCOMP_RET_TRAP);
  }
  /* Files are opened to read; Landlock says which. */
  const uint32_t changing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_PATH;
  allow_bits(&filter, __NR_openat, 2, 0, changing);
#if defined(__x86_64__)
  allow_bits(&filter, __NR_open, 1, 0, changing);
#endif
  /* A thread shares all with its process; a process would not. */
  allow_bits(&filter, __NR_clone, 0, CLONE_THREAD | CLONE_VM, CLONE_NEWUSER | CLONE_NEWNS);
  const uint32_t own = (uint32_t)getpid();
  allow_where(&filter, __NR_tgkill, 0, &own, 1);
  allow_where(&filter, __NR_kill, 0, &own, 1);
  const uint32_t looks[] = {F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC};
  allow_where(&filter, __NR_fcntl, 1, looks, 4);
  const uint32_t names[] = {PR_SET_NAME, PR_GET_NAME, 0x53564d41 /* PR_SET_VMA */};
  allow_where(&filter, __NR_prctl, 0, names, 3);
  /* Limits may be asked for, the own ones, and not be set. */
  const uint32_t zeros[] = {argument(0), argument(2), argument(2) + 4};
  allow_zeros(&filter, __NR_prlimit64, zeros, 3);
  const uint32_t more_filters = SECCOMP_SET_MODE_FILTER;
  allow_where(&filter, __NR_seccomp, 0, &more_filters, 1);
  /* The C library falls back to the older call, whose flags can be looked at. */
#ifdef __NR_clone3
  add(&filter, BPF_JMP | BPF_JEQ | BPF_K, __NR_clone3, 0, 1);
  answer(&filter, SECCOMP_RET_ERRNO | ENOSYS);
#endif
  answer(&filter, refused);
  return install(&filter);
}

static void limit(int resource, uint64_t value) {
  struct rlimit both = {value, value};
  setrlimit(resource, &both);
}

csandbox_state csandbox_confine(const csandbox_limits *limits) {
  csandbox_state state = {0, 0};
  /* What is printed beyond the limit is lost, and no reason to die. */
  signal(SIGXFSZ, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_AS, limits->address_space);
  limit(RLIMIT_FSIZE, limits->log_bytes);
  limit(RLIMIT_NOFILE, limits->open_files);
  /* Threads are counted by user; in a namespace of its own, those of this process alone. */
  if (unshare(CLONE_NEWUSER) == 0) limit(RLIMIT_NPROC, MOST_THREADS);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  /* When the thread that has started it ends, and so when the host does, however that ends. */
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  state.landlock = (int32_t)restrict_files(limits);
  answer_looks();
  state.seccomp = filter_calls() == 0;
  /* Threads count as processes here, so that this is for where calls cannot be filtered. */
  if (!state.seccomp) limit(RLIMIT_NPROC, 0);
  return state;
}
