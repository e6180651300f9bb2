/* cyaml.h: libyaml's event parser, one event at a time. */
#ifndef CYAML_H
#define CYAML_H

#include <stddef.h>
#include <stdint.h>

typedef struct cyaml_parser cyaml_parser;

typedef struct {
  const char *bytes;
  size_t count;
} cyaml_slice;

typedef enum {
  CYAML_ERROR,
  CYAML_STREAM_START,
  CYAML_STREAM_END,
  CYAML_DOCUMENT_START,
  CYAML_DOCUMENT_END,
  CYAML_SCALAR,
  CYAML_ALIAS,
  CYAML_SEQUENCE_START,
  CYAML_SEQUENCE_END,
  CYAML_MAPPING_START,
  CYAML_MAPPING_END
} cyaml_kind;

/* An event. Its slices live until the next call of cyaml_next. */
typedef struct {
  cyaml_kind kind;
  cyaml_slice value;  /* of a scalar; of an alias, its name; of an error, the message */
  cyaml_slice anchor;
  cyaml_slice tag;
  int quoted;         /* a scalar in quotes or in a block */
  uint32_t line;      /* from 1 */
  uint32_t column;    /* from 1, in code points */
  uint32_t context_line;   /* of an error: where what it is in starts; 0 where it is in nothing */
  uint32_t context_column;
  size_t offset;      /* of an error: in bytes, where it is known; otherwise SIZE_MAX */
} cyaml_event;

/* Makes a parser of some UTF-8 without a byte order mark, which must outlive it. Returns NULL where
 * memory ran out. */
cyaml_parser *cyaml_create(const char *bytes, size_t count);

/* Advances to the next event. After CYAML_ERROR or CYAML_STREAM_END it must not be called again. */
void cyaml_next(cyaml_parser *parser, cyaml_event *event);

void cyaml_destroy(cyaml_parser *parser);

#endif
