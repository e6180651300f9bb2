// Runs a program and writes what it took: measure RESULT COMMAND [ARGUMENT ...]
//
// The system counts the memory of a process from before it became the program: a child of a large process
// seems large. This one has a few hundred kilobytes. The times are those of the program and of all that it has
// waited for; the memory is that of the largest of them.
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

int main(int count, char **arguments) {
  if (count < 3) return 2;
  double started = now();
  pid_t child = fork();
  if (child < 0) return 2;
  if (child == 0) {
    execv(arguments[2], arguments + 2);
    _exit(127);
  }
  int status = 0;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) < 0) return 2;
  double wall = now() - started;
  FILE *result = fopen(arguments[1], "w");
  if (!result) return 2;
  fprintf(result, "%.6f %.6f %ld\n", seconds(usage.ru_utime) + seconds(usage.ru_stime), wall,
          usage.ru_maxrss);
  if (fclose(result) != 0) return 2;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 126;
}
