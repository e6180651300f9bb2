/* What a program knows of itself without asking for files, and how it ends. */
#include "csandbox.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

static int argument_count;
static char **arguments;

/* The C library hands what main is given to what runs before it, too. */
__attribute__((constructor)) static void keep(int count, char **values, char **environment) {
  (void)environment;
  argument_count = count;
  arguments = values;
}

int csandbox_argument_count(void) { return argument_count; }

const char *csandbox_argument(int index) {
  return index >= 0 && index < argument_count ? arguments[index] : NULL;
}

const char *csandbox_own_path(void) {
  const char *path = (const char *)getauxval(AT_EXECFN);
  return path != NULL ? path : "passerelle";
}

/* The files that are not whole yet. A slot is taken by its state, so that a signal sees whole names only. */
enum { SLOTS = 16, NAME = 4096 };
static struct {
  atomic_int state; /* 0 free, 1 being filled, 2 in use */
  char name[NAME];
} drafts[SLOTS];

int csandbox_hold_draft(const char *path) {
  size_t length = strlen(path);
  if (length >= NAME) return -1;
  for (int i = 0; i < SLOTS; i++) {
    int expected = 0;
    if (!atomic_compare_exchange_strong(&drafts[i].state, &expected, 1)) continue;
    memcpy(drafts[i].name, path, length + 1);
    atomic_store(&drafts[i].state, 2);
    return i;
  }
  return -1;
}

void csandbox_release_draft(int slot) {
  if (slot >= 0 && slot < SLOTS) atomic_store(&drafts[slot].state, 0);
}

/* Leaves nothing unfinished behind, and ends as the signal would have ended it. */
static void end(int number) {
  for (int i = 0; i < SLOTS; i++)
    if (atomic_load(&drafts[i].state) == 2) unlink(drafts[i].name);
  signal(number, SIG_DFL);
  raise(number);
}

void csandbox_end_in_order(void) {
  static const int endings[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    struct sigaction old, action = {.sa_handler = end};
    sigemptyset(&action.sa_mask);
    /* What was to be ignored, as by nohup, stays so. */
    if (sigaction(endings[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
      sigaction(endings[i], &action, NULL);
  }
  /* A file that may not grow is an error of its write, which has words. */
  signal(SIGXFSZ, SIG_IGN);
}

static void *do_nothing(void *context) { return context; }

int csandbox_try_thread(void) {
  pthread_t thread;
  int error = pthread_create(&thread, NULL, do_nothing, NULL);
  if (error == 0) pthread_join(thread, NULL);
  return -error;
}
