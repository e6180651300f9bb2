/* passerelle.h: the contract between the Passerelle host and an adapter module.
 *
 * An adapter is a shared library that exports one function, named after its module:
 *
 *     const passerelle_adapter *passerelle_adapter_<Module>(void);
 *
 * where the file is lib<Module>.so. Nothing but the C types of this header crosses between the two
 * sides: an adapter may be written in any language, with any compiler.
 *
 * Rules that hold everywhere:
 *   - Text is a slice of UTF-8, not ended by NUL, as the source gave it: it is not normalised.
 *     It belongs to whoever passes it and lives until the call returns. An empty slice may have a
 *     null pointer.
 *   - Each structure that may grow starts with its size. Members are only ever added at the end, so
 *     a side that was built earlier passes a smaller size, and the other must not look beyond it.
 *   - Calls come from one thread at a time. An adapter keeps no state between two reads.
 *   - An adapter answers; it does not print, exit, or change the process.
 */
#ifndef PASSERELLE_H
#define PASSERELLE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The first member of every adapter structure: "PAS1" read as a little-endian number. */
#define PASSERELLE_MAGIC 0x31534150u

/* The version of this contract. It changes only when an old adapter could no longer work. */
#define PASSERELLE_ABI 1u

/* A slice of UTF-8. */
typedef struct passerelle_text {
  const char *bytes;
  size_t count;
} passerelle_text;

/* A place in a source. Lines and columns count from 1; columns count Unicode code points, the
 * unit in which editors count. Line 0 means the part as a whole. */
typedef struct passerelle_position {
  uint32_t part; /* the index of the part, in the order of part_name */
  uint32_t line;
  uint32_t column;
} passerelle_position;

/* One named value of a statement. This structure never grows. `language` is a BCP 47 tag where the value is text of a
 * language, and empty otherwise. */
typedef struct passerelle_field {
  passerelle_text name;
  passerelle_text value;
  passerelle_text language;
} passerelle_field;

/* Something the source says. `kind` is one of:
 *
 *   "framework"  one version of a framework; every concept that follows belongs to it
 *   "mappings"   a published set of mappings between two frameworks
 *   "document"   a source of evidence, named by its key within this input
 *   "concept"    a level, qualification, occupation group, field of education, …
 *   "link"       a relation between two concepts or frameworks, with its evidence
 *   "note"       what a reader of an answer must be told
 *   "procedure"  who decides on a qualification from elsewhere, for one purpose
 *
 * The fields of each kind, which may repeat and which must be there, are listed in
 * Documentation/Contract.md. The host checks every statement and refuses what it does not know. */
typedef struct passerelle_statement {
  size_t size;
  passerelle_text kind;
  const passerelle_field *fields;
  size_t field_count;
  passerelle_position position;
} passerelle_statement;

enum { PASSERELLE_WARNING = 0, PASSERELLE_ERROR = 1 };

/* A problem in the source, with its place. */
typedef struct passerelle_diagnostic {
  size_t size;
  int32_t severity;      /* PASSERELLE_WARNING or PASSERELLE_ERROR */
  passerelle_text id;    /* a stable name: lower case and hyphens, `missing-key` */
  passerelle_text summary; /* what is wrong, in one line, lower case, no full stop */
  passerelle_text hint;  /* what to do about it; may be empty */
  passerelle_position position;
} passerelle_diagnostic;

/* What the host offers to a running adapter. */
typedef struct passerelle_host {
  size_t size;
  uint32_t abi;
  void *context; /* passed back as the first argument of each call */

  /* The parts of the source: one file, or the files of a folder. Names are relative, with '/'. */
  size_t (*part_count)(void *context);
  passerelle_text (*part_name)(void *context, size_t part); /* lives as long as the call of read */

  /* Copies up to `capacity` bytes of a part, from `offset`, into `buffer`.
   * Returns how many were copied, 0 at the end, or -1 where the part cannot be read. */
  int64_t (*read_part)(void *context, size_t part, uint64_t offset, void *buffer, size_t capacity);

  /* Hands over a statement. Returns 0, or another value when the adapter must stop. */
  int32_t (*emit)(void *context, const passerelle_statement *statement);

  /* Hands over a diagnostic. */
  void (*report)(void *context, const passerelle_diagnostic *diagnostic);

  /* Whether the adapter should end early. Ask now and then. */
  int32_t (*should_stop)(void *context);
} passerelle_host;

/* A way of writing that an adapter reads. The lists are separated by one space. */
typedef struct passerelle_dialect {
  size_t size;
  passerelle_text name;          /* `descriptor-yaml` */
  passerelle_text media_types;   /* `application/yaml` */
  passerelle_text file_patterns; /* `*.yaml *.yml`: which files of a folder are read */
  passerelle_text roots;         /* XML root elements, or YAML top keys; may be empty */
} passerelle_dialect;

/* An adapter: identity first, then what it can do. The structure and all it points to live as
 * long as the process. */
typedef struct passerelle_adapter {
  uint32_t magic; /* PASSERELLE_MAGIC */
  uint32_t abi;   /* PASSERELLE_ABI of the header it was built with */
  size_t size;
  void *context;  /* the adapter's own, passed back to it */

  passerelle_text id;      /* the module's name, `Plain` */
  passerelle_text version; /* `1.0.0` */
  passerelle_text summary; /* one line */
  passerelle_text licence; /* SPDX expression of the adapter's code */
  passerelle_text author;
  const passerelle_dialect *const *dialects; /* pointers, because the structure may grow */
  size_t dialect_count;                      /* 64 at most */

  /* How sure the adapter is that it reads this source: 0 (no) to 100 (certainly). It looks at the
   * names and the first bytes, and emits nothing. A source that is broken is judged by what is sound in
   * it: `read` then reports the mistake. */
  int32_t (*identify)(void *context, const passerelle_host *host);

  /* Reads the source. Returns 0 when all was read, another value when it gave up, after it reported
   * why. */
  int32_t (*read)(void *context, const passerelle_host *host);

  /* Since 1.1: whether the files of one import that this adapter is the surest of are read together,
   * as the parts of one source. `identify` sees each of them alone. */
  int32_t reads_together;
} passerelle_adapter;

#ifdef __cplusplus
}
#endif

#endif
