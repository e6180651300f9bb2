/* cpages.h: a store whose pages know when they have been changed by anything but SQLite.
 *
 * SQLite takes what it reads for what it wrote. Here each page of a store ends in a checksum of its content and its
 * place: it is written with the page, and a page that does not match it is an error of its reading
 * (SQLITE_IOERR_DATA) and never an answer. The log of a store has checksums of SQLite's own.
 *
 * All other files are handed through as they are: those of other programs, of other page sizes, and stores that
 * were made before there were checksums. */
#ifndef CPAGES_H
#define CPAGES_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  CPAGES_SIZE = 16384, /* bytes of a page */
  CPAGES_TAIL = 8,     /* of which the last are its checksum; SQLite leaves them alone */
};

/* The application_id by which a file says that its pages have checksums: "PasH". */
#define CPAGES_APPLICATION_ID 0x50617348

/* Puts this between SQLite and its files, once and for all connections that are opened later. 0, or an error
 * of SQLite. */
int cpages_install(void);

/* Whether the databases that this thread makes have checksums from their first page on. A copy of a store is
 * written before its first page says so. */
void cpages_check_new(int32_t is_on);

#ifdef __cplusplus
}
#endif

#endif
