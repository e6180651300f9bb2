#include "cpages.h"

#include <pthread.h>
#include <sqlite3.h>
#include <string.h>

/* A database with the file of SQLite's own that it stands for, which follows it in memory. */
typedef struct pages_file {
  sqlite3_file base;
  sqlite3_file *file;
  unsigned char *copy; /* a page on its way to the disk */
  int is_checked;
} pages_file;

static _Thread_local int32_t checks_new;

void cpages_check_new(int32_t is_on) { checks_new = is_on; }

static sqlite3_vfs *below(sqlite3_vfs *vfs) { return vfs->pAppData; }
static sqlite3_file *real(sqlite3_file *file) { return ((pages_file *)file)->file; }

/* --- Checksums ------------------------------------------------------------------------------------- */

static uint64_t turn(uint64_t value, int bits) { return value << bits | value >> (64 - bits); }

/* Four sums side by side, each of every fourth word. Each step can be undone, so that a word that changes
 * always changes its sum. */
static uint64_t checksum(const unsigned char *page, int64_t number) {
  const uint64_t step = 0x9E3779B97F4A7C15u;
  uint64_t sums[4];
  for (int lane = 0; lane < 4; lane++) sums[lane] = ((uint64_t)number * 4 + (uint64_t)lane + 1) * step;
  for (int at = 0; at < CPAGES_SIZE - CPAGES_TAIL; at += 32) {
    for (int lane = 0; lane < 4; lane++) {
      uint64_t word;
      if (at + 8 * lane == CPAGES_SIZE - CPAGES_TAIL) break;
      memcpy(&word, page + at + 8 * lane, sizeof word);
      sums[lane] = turn((sums[lane] ^ word) * step, 29);
    }
  }
  uint64_t sum = 0;
  for (int lane = 0; lane < 4; lane++) sum = turn((sum ^ sums[lane]) * step, 31);
  return sum;
}

/* A page that was never written is nothing but zeros: SQLite itself knows that there is nothing to read in it. */
static int is_empty(const unsigned char *page) {
  return page[0] == 0 && memcmp(page, page + 1, CPAGES_SIZE - 1) == 0;
}

static int matches(const unsigned char *page, int64_t number) {
  uint64_t kept;
  memcpy(&kept, page + CPAGES_SIZE - CPAGES_TAIL, sizeof kept);
  return kept == checksum(page, number) || (number > 1 && is_empty(page));
}

/* Whether the start of a file says that its pages have checksums. */
static int says_so(const unsigned char *head) {
  uint32_t application = (uint32_t)head[68] << 24 | (uint32_t)head[69] << 16 | (uint32_t)head[70] << 8 | head[71];
  return memcmp(head, "SQLite format 3", 16) == 0 && application == CPAGES_APPLICATION_ID;
}

/* --- Reading and writing --------------------------------------------------------------------------- */

static int pages_read(sqlite3_file *file, void *buffer, int count, sqlite3_int64 at) {
  pages_file *pages = (pages_file *)file;
  int result = pages->file->pMethods->xRead(pages->file, buffer, count, at);
  if (result == SQLITE_OK && at == 0 && count >= 100 && says_so(buffer)) pages->is_checked = 1;
  /* What is shorter is a look at the head, which comes before its page is read. */
  if (!pages->is_checked || count < 512) return result;
  if (result == SQLITE_IOERR_SHORT_READ) {
    sqlite3_int64 size = 0;
    int known = pages->file->pMethods->xFileSize(pages->file, &size);
    return known == SQLITE_OK && size > at ? SQLITE_IOERR_DATA : result;
  }
  if (result != SQLITE_OK) return result;
  if (count != CPAGES_SIZE || at % CPAGES_SIZE != 0 || !matches(buffer, at / CPAGES_SIZE + 1))
    return SQLITE_IOERR_DATA;
  return SQLITE_OK;
}

static int pages_write(sqlite3_file *file, const void *buffer, int count, sqlite3_int64 at) {
  pages_file *pages = (pages_file *)file;
  const sqlite3_io_methods *methods = pages->file->pMethods;
  if (count != CPAGES_SIZE || at % CPAGES_SIZE != 0)
    return methods->xWrite(pages->file, buffer, count, at);
  if (!pages->is_checked) {
    unsigned char head[100];
    const unsigned char *start = at == 0 ? buffer : head;
    /* Another connection may have made the file since this one opened it. */
    if (at == 0 || methods->xRead(pages->file, head, sizeof head, 0) == SQLITE_OK)
      pages->is_checked = says_so(start) && start[20] == CPAGES_TAIL;
  }
  if (!pages->is_checked) return methods->xWrite(pages->file, buffer, count, at);
  if (pages->copy == NULL) pages->copy = sqlite3_malloc(CPAGES_SIZE);
  if (pages->copy == NULL) return SQLITE_IOERR_NOMEM;
  memcpy(pages->copy, buffer, CPAGES_SIZE - CPAGES_TAIL);
  uint64_t sum = checksum(pages->copy, at / CPAGES_SIZE + 1);
  memcpy(pages->copy + CPAGES_SIZE - CPAGES_TAIL, &sum, sizeof sum);
  return methods->xWrite(pages->file, pages->copy, CPAGES_SIZE, at);
}

static int pages_close(sqlite3_file *file) {
  pages_file *pages = (pages_file *)file;
  sqlite3_free(pages->copy);
  pages->copy = NULL;
  return pages->file->pMethods->xClose(pages->file);
}

/* --- What is handed through ------------------------------------------------------------------------ */

static int pages_truncate(sqlite3_file *file, sqlite3_int64 size) {
  return real(file)->pMethods->xTruncate(real(file), size);
}
static int pages_sync(sqlite3_file *file, int flags) { return real(file)->pMethods->xSync(real(file), flags); }
static int pages_size(sqlite3_file *file, sqlite3_int64 *size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
static int pages_lock(sqlite3_file *file, int lock) { return real(file)->pMethods->xLock(real(file), lock); }
static int pages_unlock(sqlite3_file *file, int lock) { return real(file)->pMethods->xUnlock(real(file), lock); }
static int pages_reserved(sqlite3_file *file, int *is_held) {
  return real(file)->pMethods->xCheckReservedLock(real(file), is_held);
}
static int pages_control(sqlite3_file *file, int what, void *value) {
  return real(file)->pMethods->xFileControl(real(file), what, value);
}
static int pages_sector(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
static int pages_device(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }
static int pages_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
static int pages_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
static void pages_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
static int pages_unmap(sqlite3_file *file, int remove) {
  return real(file)->pMethods->xShmUnmap(real(file), remove);
}

/* Without the third version of the methods no page is read past the check, by mapping the file. */
static const sqlite3_io_methods shared_methods = {
  2, pages_close, pages_read, pages_write, pages_truncate, pages_sync, pages_size, pages_lock, pages_unlock,
  pages_reserved, pages_control, pages_sector, pages_device, pages_map, pages_shared_lock, pages_barrier,
  pages_unmap, NULL, NULL,
};
static const sqlite3_io_methods plain_methods = {
  1, pages_close, pages_read, pages_write, pages_truncate, pages_sync, pages_size, pages_lock, pages_unlock,
  pages_reserved, pages_control, pages_sector, pages_device, NULL, NULL, NULL, NULL, NULL, NULL,
};

/* --- The file system ------------------------------------------------------------------------------- */

static int pages_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *opened) {
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return below(vfs)->xOpen(below(vfs), name, file, flags, opened);
  pages_file *pages = (pages_file *)file;
  memset(pages, 0, sizeof *pages);
  pages->file = (sqlite3_file *)(pages + 1);
  int result = below(vfs)->xOpen(below(vfs), name, pages->file, flags, opened);
  const sqlite3_io_methods *methods = pages->file->pMethods;
  if (result != SQLITE_OK) {
    if (methods != NULL) methods->xClose(pages->file);
    return result;
  }
  sqlite3_int64 size = 0;
  if (checks_new && methods->xFileSize(pages->file, &size) == SQLITE_OK && size == 0) pages->is_checked = 1;
  pages->base.pMethods = methods->iVersion >= 2 && methods->xShmMap != NULL ? &shared_methods : &plain_methods;
  return SQLITE_OK;
}

static int pages_delete(sqlite3_vfs *vfs, const char *name, int sync) {
  return below(vfs)->xDelete(below(vfs), name, sync);
}
static int pages_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
  return below(vfs)->xAccess(below(vfs), name, flags, result);
}
static int pages_full_name(sqlite3_vfs *vfs, const char *name, int count, char *full) {
  return below(vfs)->xFullPathname(below(vfs), name, count, full);
}
static void *pages_load(sqlite3_vfs *vfs, const char *name) { return below(vfs)->xDlOpen(below(vfs), name); }
static void pages_load_error(sqlite3_vfs *vfs, int count, char *text) {
  below(vfs)->xDlError(below(vfs), count, text);
}
static void (*pages_symbol(sqlite3_vfs *vfs, void *library, const char *name))(void) {
  return below(vfs)->xDlSym(below(vfs), library, name);
}
static void pages_unload(sqlite3_vfs *vfs, void *library) { below(vfs)->xDlClose(below(vfs), library); }
static int pages_random(sqlite3_vfs *vfs, int count, char *bytes) {
  return below(vfs)->xRandomness(below(vfs), count, bytes);
}
static int pages_sleep(sqlite3_vfs *vfs, int microseconds) { return below(vfs)->xSleep(below(vfs), microseconds); }
static int pages_time(sqlite3_vfs *vfs, double *time) { return below(vfs)->xCurrentTime(below(vfs), time); }
static int pages_error(sqlite3_vfs *vfs, int count, char *text) {
  return below(vfs)->xGetLastError(below(vfs), count, text);
}
static int pages_time64(sqlite3_vfs *vfs, sqlite3_int64 *time) {
  return below(vfs)->xCurrentTimeInt64(below(vfs), time);
}

static sqlite3_vfs pages_vfs = {
  .iVersion = 2, .zName = "passerelle", .xOpen = pages_open, .xDelete = pages_delete, .xAccess = pages_access,
  .xFullPathname = pages_full_name, .xDlOpen = pages_load, .xDlError = pages_load_error, .xDlSym = pages_symbol,
  .xDlClose = pages_unload, .xRandomness = pages_random, .xSleep = pages_sleep, .xCurrentTime = pages_time,
  .xGetLastError = pages_error, .xCurrentTimeInt64 = pages_time64,
};

static int outcome;

static void install(void) {
  sqlite3_vfs *system = sqlite3_vfs_find(NULL);
  if (system == NULL || system->iVersion < 2) {
    outcome = SQLITE_ERROR;
    return;
  }
  pages_vfs.pAppData = system;
  pages_vfs.szOsFile = (int)sizeof(pages_file) + system->szOsFile;
  pages_vfs.mxPathname = system->mxPathname;
  outcome = sqlite3_vfs_register(&pages_vfs, 1);
}

int cpages_install(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install);
  return outcome;
}
