/* cxml.h: libxml2's push parser as a stream of events with right positions.
 *
 * The parser is given UTF-8 bytes and nothing else: it opens no file and no connection, expands no
 * entity and refuses every DOCTYPE. Nothing of libxml2's headers is visible here, because Debian's
 * libxml2 is built with ICU, whose types clash with Foundation's. */
#ifndef CXML_H
#define CXML_H

#include <stddef.h>
#include <stdint.h>

typedef struct cxml_parser cxml_parser;

typedef struct {
  const char *bytes;
  size_t count;
} cxml_slice;

/* An attribute: its name with prefix (`xml:lang`), its value, and where its name starts.
 * Namespace declarations are not among the attributes. */
typedef struct {
  cxml_slice prefix;
  cxml_slice name;
  cxml_slice value;
  uint32_t line;
  uint32_t column;
} cxml_attribute;

typedef struct {
  void *context;
  void (*start)(void *context, cxml_slice name, const cxml_attribute *attributes, size_t count,
                uint32_t line, uint32_t column);
  void (*text)(void *context, cxml_slice text); /* one text may come in several runs */
  void (*end)(void *context);
} cxml_events;

typedef struct {
  size_t depth;      /* nested elements */
  size_t attributes; /* on one element */
  size_t tag;        /* bytes of one start tag */
  size_t text;       /* bytes of text between two tags, or of one attribute value */
  size_t name;       /* bytes of one name */
} cxml_limits;

typedef enum {
  CXML_OK,
  CXML_SYNTAX,
  CXML_DOCTYPE,
  CXML_DEPTH,
  CXML_ATTRIBUTES,
  CXML_TAG,
  CXML_TEXT,
  CXML_NAME,
  CXML_STOPPED,
  CXML_MEMORY
} cxml_status;

/* Makes a parser, or returns NULL where memory ran out. */
cxml_parser *cxml_create(const cxml_events *events, const cxml_limits *limits);

/* Parses some bytes of UTF-8 without a byte order mark. `last` is set with the final ones. */
cxml_status cxml_feed(cxml_parser *parser, const char *bytes, size_t count, int last);

/* Asks the parser, from within an event, to end with CXML_STOPPED. */
void cxml_stop(cxml_parser *parser);

/* After a status other than CXML_OK: what libxml2 said (for CXML_SYNTAX), and the place. */
const char *cxml_message(const cxml_parser *parser);
void cxml_place(const cxml_parser *parser, uint32_t *line, uint32_t *column);

void cxml_destroy(cxml_parser *parser);

#endif
