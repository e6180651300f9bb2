/* faultydisk.h: a disk in memory that loses power, and fails, when a test says so.
 *
 * Databases below FAULTY_ROOT are on it. What was written and not synced when the power goes may be there, be
 * missing, or be there in part, sector by sector and in any order, as a disk with a cache has it. One program at a
 * time uses it, from one thread. */
#ifndef FAULTYDISK_H
#define FAULTYDISK_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FAULTY_ROOT "/faulty-disk/"

/* What a call asks of the disk. */
enum { FAULTY_READ, FAULTY_WRITE, FAULTY_SYNC, FAULTY_TRUNCATE, FAULTY_OPEN, FAULTY_DELETE, FAULTY_MAP, FAULTY_KINDS };

/* Puts the disk beneath the pages with checksums, which must be installed. 0, or -1. */
int faulty_install(void);

/* Forgets all files. */
void faulty_clear(void);

/* Keeps all files as they are now; brings them back. */
void faulty_save(void);
void faulty_restore(void);

/* How many calls have changed the disk, or would have: writes, syncs, truncations and deletions. */
int64_t faulty_changes(void);

/* The power goes at this change, counted from now; 0 for never. All that is asked from then on fails. */
void faulty_cut_at(int64_t change);

/* Whether the power has gone. */
int faulty_is_cut(void);

/* The power comes back: what was not synced is there, missing or torn, by the seed. */
void faulty_power_on(uint64_t seed);

/* The n-th call of a kind from now on fails with an error of SQLite, and, if it is for good, all after it. */
void faulty_fail(int kind, int64_t call, int error, int is_for_good);

/* How many calls of a kind there have been since the last faulty_fail. */
int64_t faulty_calls(int kind);

#ifdef __cplusplus
}
#endif

#endif
