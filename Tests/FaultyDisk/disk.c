#include "faultydisk.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILES = 16, SECTOR = 512, REGION = 32768, REGIONS = 64 };

/* A change that the disk may still lose: bytes at a place, or a new size where there are none. */
typedef struct change {
  struct change *next;
  int64_t at, count;
  unsigned char bytes[];
} change;

typedef struct bytes {
  unsigned char *data;
  int64_t size, room;
} bytes;

/* A file: as programs see it, and as it would be found after a loss of power. */
typedef struct disk_file {
  char name[512];
  int exists, kept; /* for programs; after a loss of power */
  bytes seen, safe;
  change *first, *last;
  unsigned char *regions[REGIONS]; /* the memory that connections share */
} disk_file;

static disk_file files[FILES], saved[FILES];
static int64_t changes, cut_at, calls[FAULTY_KINDS], fail_at[FAULTY_KINDS];
static int is_cut, errors[FAULTY_KINDS], for_good[FAULTY_KINDS];
static uint64_t dice;

static uint64_t roll(void) {
  dice += 0x9E3779B97F4A7C15u;
  uint64_t value = (dice ^ dice >> 30) * 0xBF58476D1CE4E5B9u;
  value = (value ^ value >> 27) * 0x94D049BB133111EBu;
  return value ^ value >> 31;
}

/* --- Files ----------------------------------------------------------------------------------------- */

static void resize(bytes *bytes, int64_t size) {
  if (size > bytes->room) {
    bytes->room = size * 2;
    bytes->data = realloc(bytes->data, (size_t)bytes->room);
  }
  if (size > bytes->size) memset(bytes->data + bytes->size, 0, (size_t)(size - bytes->size));
  bytes->size = size;
}

static void put(bytes *bytes, int64_t at, const unsigned char *data, int64_t count) {
  if (count <= 0) return;
  if (at + count > bytes->size) resize(bytes, at + count);
  memcpy(bytes->data + at, data, (size_t)count);
}

static void copy(bytes *to, const bytes *from) {
  resize(to, 0);
  put(to, 0, from->data, from->size);
}

static void forget_changes(disk_file *file) {
  while (file->first != NULL) {
    change *next = file->first->next;
    free(file->first);
    file->first = next;
  }
  file->last = NULL;
}

static void forget_regions(disk_file *file) {
  for (int i = 0; i < REGIONS; i++) {
    free(file->regions[i]);
    file->regions[i] = NULL;
  }
}

static void note(disk_file *file, int64_t at, const unsigned char *data, int64_t count) {
  change *new = malloc(sizeof *new + (size_t)count);
  *new = (change){.at = at, .count = count};
  if (count > 0) memcpy(new->bytes, data, (size_t)count);
  if (file->last != NULL) file->last->next = new;
  else file->first = new;
  file->last = new;
}

static disk_file *find(const char *name) {
  for (int i = 0; i < FILES; i++)
    if (files[i].name[0] != 0 && strcmp(files[i].name, name) == 0) return &files[i];
  return NULL;
}

static disk_file *make(const char *name) {
  for (int i = 0; i < FILES; i++) {
    if (files[i].name[0] != 0 || strlen(name) >= sizeof files[i].name) continue;
    strcpy(files[i].name, name);
    return &files[i];
  }
  return NULL;
}

/* --- Faults ---------------------------------------------------------------------------------------- */

static int fault(int kind, int otherwise) {
  calls[kind]++;
  if (is_cut) return otherwise;
  if (fail_at[kind] == 0) return SQLITE_OK;
  int is_due = for_good[kind] ? calls[kind] >= fail_at[kind] : calls[kind] == fail_at[kind];
  return is_due ? errors[kind] : SQLITE_OK;
}

static int changing(int kind, int otherwise) {
  int error = fault(kind, otherwise);
  if (error != SQLITE_OK) return error;
  changes++;
  if (cut_at == 0 || changes < cut_at) return SQLITE_OK;
  is_cut = 1;
  return otherwise;
}

/* --- What SQLite asks of a file -------------------------------------------------------------------- */

typedef struct handle {
  sqlite3_file base;
  disk_file *file;
  int deletes;
} handle;

static disk_file *of(sqlite3_file *file) { return ((handle *)file)->file; }

static int disk_close(sqlite3_file *file) {
  if (((handle *)file)->deletes) of(file)->exists = of(file)->kept = 0;
  return SQLITE_OK;
}

static int disk_read(sqlite3_file *file, void *buffer, int count, sqlite3_int64 at) {
  int error = fault(FAULTY_READ, SQLITE_IOERR_READ);
  if (error != SQLITE_OK) return error;
  bytes *seen = &of(file)->seen;
  int64_t there = at >= seen->size ? 0 : seen->size - at < count ? seen->size - at : count;
  if (there > 0) memcpy(buffer, seen->data + at, (size_t)there);
  if (there == count) return SQLITE_OK;
  memset((char *)buffer + there, 0, (size_t)(count - there));
  return SQLITE_IOERR_SHORT_READ;
}

static int disk_write(sqlite3_file *file, const void *buffer, int count, sqlite3_int64 at) {
  int was_cut = is_cut, error = changing(FAULTY_WRITE, SQLITE_IOERR_WRITE);
  /* What was on its way when the power went may have arrived. */
  if (error == SQLITE_OK || (is_cut && !was_cut)) note(of(file), at, buffer, count);
  if (error != SQLITE_OK) return error;
  put(&of(file)->seen, at, buffer, count);
  return SQLITE_OK;
}

static int disk_truncate(sqlite3_file *file, sqlite3_int64 size) {
  int error = changing(FAULTY_TRUNCATE, SQLITE_IOERR_TRUNCATE);
  if (error != SQLITE_OK) return error;
  resize(&of(file)->seen, size);
  note(of(file), size, NULL, 0);
  return SQLITE_OK;
}

static int disk_sync(sqlite3_file *file, int flags) {
  (void)flags;
  int error = changing(FAULTY_SYNC, SQLITE_IOERR_FSYNC);
  if (error != SQLITE_OK) return error;
  copy(&of(file)->safe, &of(file)->seen);
  of(file)->kept = of(file)->exists;
  forget_changes(of(file));
  return SQLITE_OK;
}

static int disk_size(sqlite3_file *file, sqlite3_int64 *size) {
  if (is_cut) return SQLITE_IOERR_FSTAT;
  *size = of(file)->seen.size;
  return SQLITE_OK;
}

static int disk_lock(sqlite3_file *file, int lock) { return (void)file, (void)lock, SQLITE_OK; }
static int disk_reserved(sqlite3_file *file, int *is_held) { return (void)file, *is_held = 0, SQLITE_OK; }
static int disk_control(sqlite3_file *file, int what, void *value) {
  return (void)file, (void)what, (void)value, SQLITE_NOTFOUND;
}
static int disk_sector(sqlite3_file *file) { return (void)file, SECTOR; }
static int disk_device(sqlite3_file *file) { return (void)file, 0; }

static int disk_map(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
  int error = fault(FAULTY_MAP, SQLITE_IOERR_SHMMAP);
  *memory = NULL;
  if (error != SQLITE_OK) return error;
  if (region < 0 || region >= REGIONS || size > REGION) return SQLITE_IOERR_SHMMAP;
  unsigned char **place = &of(file)->regions[region];
  if (*place == NULL && extend) *place = calloc(1, REGION);
  *memory = *place;
  return SQLITE_OK;
}
static int disk_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
  return (void)file, (void)offset, (void)count, (void)flags, SQLITE_OK;
}
static void disk_barrier(sqlite3_file *file) { (void)file; }
static int disk_unmap(sqlite3_file *file, int remove) {
  if (remove) forget_regions(of(file));
  return SQLITE_OK;
}

static const sqlite3_io_methods methods = {
  2, disk_close, disk_read, disk_write, disk_truncate, disk_sync, disk_size, disk_lock, disk_lock, disk_reserved,
  disk_control, disk_sector, disk_device, disk_map, disk_shared_lock, disk_barrier, disk_unmap, NULL, NULL,
};

/* --- What it asks of the disk ---------------------------------------------------------------------- */

static sqlite3_vfs disk, *below;

static int is_ours(const char *name) { return name != NULL && strncmp(name, FAULTY_ROOT, strlen(FAULTY_ROOT)) == 0; }

static int disk_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *opened) {
  (void)vfs;
  if (!is_ours(name)) return below->xOpen(below, name, file, flags, opened);
  memset(file, 0, sizeof(handle));
  int error = fault(FAULTY_OPEN, SQLITE_CANTOPEN);
  if (error != SQLITE_OK) return error;
  disk_file *found = find(name);
  if ((found == NULL || !found->exists) && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
  if (found == NULL) found = make(name);
  if (found == NULL) return SQLITE_CANTOPEN;
  if (!found->exists) {
    found->exists = 1;
    resize(&found->seen, 0);
    if (found->kept) note(found, 0, NULL, 0);
  }
  ((handle *)file)->file = found;
  ((handle *)file)->deletes = flags & SQLITE_OPEN_DELETEONCLOSE;
  file->pMethods = &methods;
  if (opened != NULL) *opened = flags;
  return SQLITE_OK;
}

static int disk_delete(sqlite3_vfs *vfs, const char *name, int sync) {
  (void)vfs;
  if (!is_ours(name)) return below->xDelete(below, name, sync);
  disk_file *found = find(name);
  if (found == NULL || !found->exists) return SQLITE_IOERR_DELETE_NOENT;
  int error = changing(FAULTY_DELETE, SQLITE_IOERR_DELETE);
  if (error != SQLITE_OK) return error;
  found->exists = 0;
  resize(&found->seen, 0);
  forget_regions(found);
  if (sync) {
    found->kept = 0;
    resize(&found->safe, 0);
    forget_changes(found);
  }
  return SQLITE_OK;
}

static int disk_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
  (void)vfs;
  if (!is_ours(name)) return below->xAccess(below, name, flags, result);
  if (is_cut) return SQLITE_IOERR_ACCESS;
  disk_file *found = find(name);
  *result = found != NULL && found->exists && (flags != SQLITE_ACCESS_EXISTS || found->seen.size > 0);
  return SQLITE_OK;
}

static int disk_full_name(sqlite3_vfs *vfs, const char *name, int count, char *full) {
  (void)vfs;
  if (!is_ours(name)) return below->xFullPathname(below, name, count, full);
  if ((int)strlen(name) >= count) return SQLITE_CANTOPEN;
  strcpy(full, name);
  return SQLITE_OK;
}

int faulty_install(void) {
  if (below != NULL) return 0;
  sqlite3_vfs *pages = sqlite3_vfs_find("passerelle");
  if (pages == NULL || pages->pAppData == NULL) return -1;
  below = pages->pAppData;
  /* All that is not about a file of this disk is the system's, which looks at nothing of its own for it. */
  disk = *below;
  disk.pNext = NULL;
  disk.zName = "faulty";
  disk.xOpen = disk_open;
  disk.xDelete = disk_delete;
  disk.xAccess = disk_access;
  disk.xFullPathname = disk_full_name;
  pages->pAppData = &disk;
  return (int)sizeof(handle) <= below->szOsFile ? 0 : -1;
}

/* --- What a test asks ------------------------------------------------------------------------------ */

static void empty(disk_file *file) {
  forget_changes(file);
  forget_regions(file);
  free(file->seen.data);
  free(file->safe.data);
  memset(file, 0, sizeof *file);
}

static void copy_file(disk_file *to, const disk_file *from) {
  empty(to);
  memcpy(to->name, from->name, sizeof to->name);
  to->exists = to->kept = from->exists;
  copy(&to->seen, &from->seen);
  copy(&to->safe, &from->seen);
}

static void reset(void) {
  changes = cut_at = 0;
  is_cut = 0;
  memset(calls, 0, sizeof calls);
  memset(fail_at, 0, sizeof fail_at);
}

void faulty_clear(void) {
  for (int i = 0; i < FILES; i++) empty(&files[i]);
  reset();
}

void faulty_save(void) {
  for (int i = 0; i < FILES; i++) copy_file(&saved[i], &files[i]);
}

void faulty_restore(void) {
  for (int i = 0; i < FILES; i++) copy_file(&files[i], &saved[i]);
  reset();
}

int64_t faulty_changes(void) { return changes; }
void faulty_cut_at(int64_t change) {
  changes = 0;
  cut_at = change;
}
int faulty_is_cut(void) { return is_cut; }

/* What is left of a change: all of it, nothing, or some of its sectors. */
static void survive(disk_file *file, const change *change) {
  uint64_t fate = roll() % 3;
  if (change->count == 0) {
    if (fate != 0) resize(&file->safe, change->at);
    return;
  }
  for (int64_t at = 0; at < change->count; at += SECTOR) {
    int64_t count = change->count - at < SECTOR ? change->count - at : SECTOR;
    int is_there = fate == 0 ? 0 : fate == 1 ? 1 : (int)(roll() & 1);
    if (is_there) put(&file->safe, change->at + at, change->bytes + at, count);
  }
}

void faulty_power_on(uint64_t seed) {
  dice = seed;
  for (int i = 0; i < FILES; i++) {
    disk_file *file = &files[i];
    if (file->name[0] == 0) continue;
    for (change *change = file->first; change != NULL; change = change->next) survive(file, change);
    forget_changes(file);
    forget_regions(file);
    /* A name that was not synced may be there or not. */
    if (file->exists != file->kept) file->exists = (int)(roll() & 1);
    file->kept = file->exists;
    if (!file->exists) resize(&file->safe, 0);
    copy(&file->seen, &file->safe);
  }
  reset();
}

void faulty_fail(int kind, int64_t call, int error, int is_for_good) {
  if (kind < 0 || kind >= FAULTY_KINDS) return;
  calls[kind] = 0;
  fail_at[kind] = call;
  errors[kind] = error;
  for_good[kind] = is_for_good;
}

int64_t faulty_calls(int kind) { return kind >= 0 && kind < FAULTY_KINDS ? calls[kind] : 0; }
