/* craptor.h: Raptor's parsers of RDF, fed with bytes and asked for one event at a time.
 *
 * No file and no connection is opened, whatever the text asks for. */
#ifndef CRAPTOR_H
#define CRAPTOR_H

#include <stddef.h>
#include <stdint.h>

typedef struct craptor_parser craptor_parser;

typedef struct {
  const char *bytes;
  size_t count;
} craptor_slice;

typedef enum { CRAPTOR_TURTLE, CRAPTOR_NTRIPLES, CRAPTOR_RDFXML } craptor_syntax;

typedef enum {
  CRAPTOR_NONE,              /* nothing waits: feed more */
  CRAPTOR_TRIPLE,
  CRAPTOR_WARNING,           /* the message is the object */
  CRAPTOR_ERROR,             /* likewise */
  CRAPTOR_LONG_IRI,          /* a limit is exceeded, here and below; nothing more comes */
  CRAPTOR_TOO_MANY_TRIPLES,
  CRAPTOR_TOO_MANY_PROBLEMS
} craptor_kind;

typedef enum { CRAPTOR_IRI, CRAPTOR_BLANK, CRAPTOR_LITERAL } craptor_term;

/* An event. Its slices live until the next call of craptor_feed. */
typedef struct {
  craptor_kind kind;
  craptor_slice subject;
  craptor_slice predicate;
  craptor_slice object;
  craptor_slice language; /* of a literal that has one */
  craptor_term subject_term;
  craptor_term object_term;
  uint32_t line; /* from 1; 0 where it is not known */
} craptor_event;

/* Makes a parser. Relative addresses are resolved against the base. Returns NULL where Raptor
 * is not installed, or memory ran out. */
craptor_parser *craptor_create(craptor_syntax syntax, const char *base);

/* Feeds bytes, and says with is_end that no more come. Events wait afterwards. Returns 0 to go on. */
int craptor_feed(craptor_parser *parser, const char *bytes, size_t count, int is_end);

/* Takes the next event that waits. */
void craptor_next(craptor_parser *parser, craptor_event *event);

void craptor_destroy(craptor_parser *parser);

#endif
