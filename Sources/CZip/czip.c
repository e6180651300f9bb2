#include "czip.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>
#include <zlib.h>

#define ZIP_CALLS(X) \
  X(zip_close) \
  X(zip_discard) \
  X(zip_error_fini) \
  X(zip_error_init) \
  X(zip_error_set) \
  X(zip_error_to_data) \
  X(zip_fclose) \
  X(zip_file_get_external_attributes) \
  X(zip_fopen_index) \
  X(zip_fread) \
  X(zip_get_num_entries) \
  X(zip_open_from_source) \
  X(zip_source_free) \
  X(zip_source_function_create) \
  X(zip_source_make_command_bitmap) \
  X(zip_source_seek_compute_offset) \
  X(zip_stat_index)

#define Z_CALLS(X) X(inflate) X(inflateEnd) X(inflateInit2_) X(inflateReset)

static struct {
#define X(name) __typeof__(name) *name;
  ZIP_CALLS(X)
  Z_CALLS(X)
#undef X
} calls;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *any_of(const char *const *names) {
  void *library = NULL;
  for (; library == NULL && *names != NULL; names++) library = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
  return library;
}

/* Loads both libraries. Returns whether all of them is there. */
static int load(void) {
  static int state = 0;
  /* What is called is the same in both versions. */
  static const char *const zip_names[] = {"libzip.so.5", "libzip.so.4", NULL};
  static const char *const z_names[] = {"libz.so.1", NULL};
  pthread_mutex_lock(&lock);
  if (state == 0) {
    void *zip = any_of(zip_names), *z = any_of(z_names);
    state = zip != NULL && z != NULL ? 1 : -1;
#define FROM(library, name)                                   \
  if (state > 0) {                                            \
    *(void **)&calls.name = dlsym(library, #name);            \
    if (calls.name == NULL) state = -1;                       \
  }
#define X(name) FROM(zip, name)
    ZIP_CALLS(X)
#undef X
#define X(name) FROM(z, name)
    Z_CALLS(X)
#undef X
  }
  int found = state > 0;
  pthread_mutex_unlock(&lock);
  return found;
}

/* MARK: archives */

struct czip_archive {
  czip_source source;
  void *context;
  uint64_t size;
  uint64_t at;
  zip_error_t error;
  zip_t *zip;
  zip_file_t *file;
};

/* Offers a function as a file to libzip. */
static zip_int64_t offer(void *state, void *data, zip_uint64_t count, zip_source_cmd_t command) {
  czip_archive *archive = state;
  switch (command) {
    case ZIP_SOURCE_OPEN:
      archive->at = 0;
      return 0;
    case ZIP_SOURCE_READ: {
      uint64_t left = archive->size > archive->at ? archive->size - archive->at : 0;
      if (count > left) count = left;
      int64_t some = count == 0 ? 0 : archive->source(archive->context, archive->at, data, count);
      if (some < 0) {
        calls.zip_error_set(&archive->error, ZIP_ER_READ, 0);
        return -1;
      }
      archive->at += (uint64_t)some;
      return some;
    }
    case ZIP_SOURCE_SEEK: {
      zip_int64_t to =
          calls.zip_source_seek_compute_offset(archive->at, archive->size, data, count, &archive->error);
      if (to < 0) return -1;
      archive->at = (uint64_t)to;
      return 0;
    }
    case ZIP_SOURCE_TELL: return (zip_int64_t)archive->at;
    case ZIP_SOURCE_STAT: {
      zip_stat_t *stat = data;
      memset(stat, 0, sizeof *stat);
      stat->valid = ZIP_STAT_SIZE;
      stat->size = archive->size;
      return sizeof *stat;
    }
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE: return 0;
    case ZIP_SOURCE_ERROR: return calls.zip_error_to_data(&archive->error, data, count);
    case ZIP_SOURCE_SUPPORTS:
      return calls.zip_source_make_command_bitmap(
          ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
          ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, -1);
    default: calls.zip_error_set(&archive->error, ZIP_ER_OPNOTSUPP, 0); return -1;
  }
}

czip_archive *czip_open(czip_source source, void *context, uint64_t size, czip_status *status) {
  *status = CZIP_NO_LIBRARY;
  if (!load()) return NULL;
  *status = CZIP_MEMORY;
  czip_archive *archive = calloc(1, sizeof *archive);
  if (archive == NULL) return NULL;
  archive->source = source;
  archive->context = context;
  archive->size = size;
  calls.zip_error_init(&archive->error);
  zip_error_t error;
  calls.zip_error_init(&error);
  zip_source_t *file = calls.zip_source_function_create(offer, archive, &error);
  if (file != NULL) {
    *status = CZIP_BROKEN;
    archive->zip = calls.zip_open_from_source(file, ZIP_RDONLY, &error);
    if (archive->zip == NULL) calls.zip_source_free(file);
  }
  calls.zip_error_fini(&error);
  if (archive->zip == NULL) {
    czip_close(archive);
    return NULL;
  }
  *status = CZIP_OK;
  return archive;
}

uint64_t czip_count(const czip_archive *archive) {
  zip_int64_t count = calls.zip_get_num_entries(archive->zip, 0);
  return count < 0 ? 0 : (uint64_t)count;
}

czip_entry czip_entry_at(const czip_archive *archive, uint64_t index) {
  czip_entry entry = {0};
  zip_stat_t stat;
  if (calls.zip_stat_index(archive->zip, index, 0, &stat) != 0) return entry;
  if (stat.valid & ZIP_STAT_NAME) entry.name = stat.name;
  if (stat.valid & ZIP_STAT_SIZE) entry.size = stat.size;
  if (stat.valid & ZIP_STAT_COMP_SIZE) entry.packed = stat.comp_size;
  int is_known = (stat.valid & ZIP_STAT_COMP_METHOD) &&
                 (stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE);
  entry.is_encrypted =
      (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
  entry.is_readable = is_known && !entry.is_encrypted;
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (calls.zip_file_get_external_attributes(archive->zip, index, 0, &system, &attributes) == 0)
    entry.is_link = system == ZIP_OPSYS_UNIX && (attributes >> 16 & 0170000) == 0120000;
  return entry;
}

static void end_entry(czip_archive *archive) {
  if (archive->file != NULL) calls.zip_fclose(archive->file);
  archive->file = NULL;
}

czip_status czip_start(czip_archive *archive, uint64_t index) {
  end_entry(archive);
  archive->file = calls.zip_fopen_index(archive->zip, index, 0);
  return archive->file == NULL ? CZIP_BROKEN : CZIP_OK;
}

int64_t czip_read(czip_archive *archive, void *buffer, size_t count) {
  return archive->file == NULL ? -1 : calls.zip_fread(archive->file, buffer, count);
}

void czip_close(czip_archive *archive) {
  end_entry(archive);
  if (archive->zip != NULL) calls.zip_discard(archive->zip);
  calls.zip_error_fini(&archive->error);
  free(archive);
}

/* MARK: gzip */

enum { CHUNK = 64 << 10 };

struct czip_stream {
  czip_source source;
  void *context;
  uint64_t at;
  z_stream z;
  int is_open;
  int is_at_end; /* of a member: another may follow */
  unsigned char chunk[CHUNK];
};

czip_stream *czip_stream_open(czip_source source, void *context, czip_status *status) {
  *status = CZIP_NO_LIBRARY;
  if (!load()) return NULL;
  *status = CZIP_MEMORY;
  czip_stream *stream = calloc(1, sizeof *stream);
  if (stream == NULL) return NULL;
  stream->source = source;
  stream->context = context;
  /* 16 asks for the head of gzip, 15 is the largest window. */
  if (calls.inflateInit2_(&stream->z, 15 + 16, ZLIB_VERSION, (int)sizeof stream->z) != Z_OK) {
    free(stream);
    return NULL;
  }
  stream->is_open = 1;
  *status = CZIP_OK;
  return stream;
}

int64_t czip_stream_read(czip_stream *stream, void *buffer, size_t count) {
  z_stream *z = &stream->z;
  z->next_out = buffer;
  z->avail_out = (uInt)(count > 1u << 30 ? 1u << 30 : count);
  uInt room = z->avail_out;
  while (z->avail_out > 0) {
    if (z->avail_in == 0) {
      int64_t some = stream->source(stream->context, stream->at, stream->chunk, CHUNK);
      if (some < 0) return -1;
      if (some == 0) {
        if (z->avail_out < room) break;
        return stream->is_at_end ? 0 : -1;
      }
      stream->at += (uint64_t)some;
      z->next_in = stream->chunk;
      z->avail_in = (uInt)some;
    }
    if (stream->is_at_end) {
      /* Zeros may pad the file; anything else is another member. */
      while (z->avail_in > 0 && *z->next_in == 0) z->next_in++, z->avail_in--;
      if (z->avail_in == 0) continue;
      if (calls.inflateReset(z) != Z_OK) return -1;
      stream->is_at_end = 0;
    }
    int result = calls.inflate(z, Z_NO_FLUSH);
    if (result == Z_STREAM_END) stream->is_at_end = 1;
    else if (result != Z_OK && result != Z_BUF_ERROR) return -1;
  }
  return (int64_t)(room - z->avail_out);
}

void czip_stream_close(czip_stream *stream) {
  if (stream->is_open) calls.inflateEnd(&stream->z);
  free(stream);
}
