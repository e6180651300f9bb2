/* czip.h: ZIP archives and gzip files, read through a function, entry by entry.
 *
 * libzip and zlib are loaded when the first archive is opened: every import starts the process that
 * may need them, and few do. Nothing is written, and no file is opened but the libraries. */
#ifndef CZIP_H
#define CZIP_H

#include <stddef.h>
#include <stdint.h>

/* Copies bytes from an offset into a buffer and returns how many: 0 at the end, -1 on failure. */
typedef int64_t (*czip_source)(void *context, uint64_t offset, void *buffer, size_t count);

typedef enum {
  CZIP_OK,
  CZIP_NO_LIBRARY, /* libzip or zlib is not installed */
  CZIP_BROKEN,     /* the archive is damaged, or is none */
  CZIP_MEMORY
} czip_status;

typedef struct {
  const char *name; /* UTF-8, as long as the archive is open; NULL if it cannot be read */
  uint64_t size;    /* as the archive says, which may not be true */
  uint64_t packed;
  int is_readable;  /* neither encrypted nor packed by a method other than deflate */
  int is_encrypted;
  int is_link;      /* a symbolic link of Unix */
} czip_entry;

typedef struct czip_archive czip_archive;

/* Opens an archive of so many bytes; NULL on failure. */
czip_archive *czip_open(czip_source source, void *context, uint64_t size, czip_status *status);
uint64_t czip_count(const czip_archive *archive);
czip_entry czip_entry_at(const czip_archive *archive, uint64_t index);
/* Goes to the start of an entry. */
czip_status czip_start(czip_archive *archive, uint64_t index);
/* Unpacks the next bytes of the entry; 0 at its end, -1 where it is damaged. */
int64_t czip_read(czip_archive *archive, void *buffer, size_t count);
void czip_close(czip_archive *archive);

typedef struct czip_stream czip_stream;

/* Opens a gzip file; NULL on failure. */
czip_stream *czip_stream_open(czip_source source, void *context, czip_status *status);
/* Unpacks the next bytes; 0 at the end, -1 where the file is damaged or ends too early. */
int64_t czip_stream_read(czip_stream *stream, void *buffer, size_t count);
void czip_stream_close(czip_stream *stream);

#endif
