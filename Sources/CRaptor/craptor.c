#include "craptor.h"

#include <dlfcn.h>
#include <pthread.h>
#include <raptor2/raptor2.h>
#include <stdlib.h>
#include <string.h>

/* What the events of one feed may take, and one address: a short prefix can stand for a long one.
 * Raptor reads Turtle when its end has come, so that one feed may be all of it. */
#define MOST_BYTES ((size_t)256 << 20)
#define MOST_EVENTS ((size_t)2 << 20)
#define MOST_IRI_BYTES ((size_t)2 << 10)

/* Freeing a world would call xmlCleanupParser under other users of libxml2 in this process. So a
 * world is kept for the next parser; there are as many as parsers at one time. */
typedef struct craptor_world {
  raptor_world *raptor;
  struct craptor_world *next;
} craptor_world;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static craptor_world *idle = NULL;

/* The functions of Raptor. They are looked up when RDF is first read: Raptor links forty libraries,
 * and every import loads this module to ask it what it reads. */
#define RAPTOR_CALLS(X) \
  X(raptor_free_parser) \
  X(raptor_free_uri) \
  X(raptor_locator_line) \
  X(raptor_new_parser) \
  X(raptor_new_uri) \
  X(raptor_new_world_internal) \
  X(raptor_parser_get_locator) \
  X(raptor_parser_parse_chunk) \
  X(raptor_parser_parse_start) \
  X(raptor_parser_set_option) \
  X(raptor_parser_set_statement_handler) \
  X(raptor_parser_set_uri_filter) \
  X(raptor_uri_as_counted_string) \
  X(raptor_world_open) \
  X(raptor_world_set_flag) \
  X(raptor_world_set_log_handler)

static struct {
#define X(name) __typeof__(name) *name;
  RAPTOR_CALLS(X)
#undef X
} calls;

/* Loads Raptor, under the lock. Returns whether all of it is there. */
static int load(void) {
  static int state = 0;
  if (state != 0) return state > 0;
  void *library = dlopen("libraptor2.so.0", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return 0;
  state = 1;
#define X(name)                                        \
  *(void **)&calls.name = dlsym(library, #name);       \
  if (calls.name == NULL) state = -1;
  RAPTOR_CALLS(X)
#undef X
  return state > 0;
}

/* An event whose slices are offsets: the bytes move as they grow. */
typedef struct {
  craptor_event event;
  size_t starts[4];
} stored;

struct craptor_parser {
  craptor_world *world;
  raptor_parser *raptor;
  raptor_uri *base;
  char *bytes;
  size_t byte_count, byte_room;
  stored *events;
  size_t event_count, event_room, taken;
  uint32_t line;
  int is_over;
};

static size_t keep(craptor_parser *parser, const char *bytes, size_t count) {
  if (parser->byte_room - parser->byte_count < count) {
    size_t room = (parser->byte_count + count) * 2 + 4096;
    char *grown = realloc(parser->bytes, room);
    if (grown == NULL) return SIZE_MAX;
    parser->bytes = grown;
    parser->byte_room = room;
  }
  if (count) memcpy(parser->bytes + parser->byte_count, bytes, count);
  parser->byte_count += count;
  return parser->byte_count - count;
}

static stored *append(craptor_parser *parser, craptor_kind kind) {
  if (parser->event_count == parser->event_room) {
    size_t room = parser->event_room * 2 + 64;
    stored *grown = realloc(parser->events, room * sizeof *grown);
    if (grown == NULL) return NULL;
    parser->events = grown;
    parser->event_room = room;
  }
  stored *event = &parser->events[parser->event_count++];
  memset(event, 0, sizeof *event);
  event->event.kind = kind;
  event->event.line = parser->line;
  return event;
}

static void say(craptor_parser *parser, craptor_kind kind, const char *text) {
  stored *event = append(parser, kind);
  if (event == NULL) return;
  size_t start = keep(parser, text, strlen(text));
  if (start == SIZE_MAX) return;
  event->starts[2] = start;
  event->event.object.count = strlen(text);
}

static void overflow(craptor_parser *parser, craptor_kind limit) {
  say(parser, limit, "");
  parser->is_over = 1;
}

static void note_line(craptor_parser *parser) {
  if (parser->raptor == NULL) return;
  raptor_locator *locator = calls.raptor_parser_get_locator(parser->raptor);
  int line = locator ? calls.raptor_locator_line(locator) : 0;
  if (line > 0) parser->line = (uint32_t)line;
}

static craptor_slice text_of(const raptor_term *term, craptor_term *kind) {
  craptor_slice slice = {NULL, 0};
  if (term->type == RAPTOR_TERM_TYPE_URI) {
    *kind = CRAPTOR_IRI;
    slice.bytes = (const char *)calls.raptor_uri_as_counted_string(term->value.uri, &slice.count);
  } else if (term->type == RAPTOR_TERM_TYPE_BLANK) {
    *kind = CRAPTOR_BLANK;
    slice.bytes = (const char *)term->value.blank.string;
    slice.count = term->value.blank.string_len;
  } else {
    *kind = CRAPTOR_LITERAL;
    slice.bytes = (const char *)term->value.literal.string;
    slice.count = term->value.literal.string_len;
  }
  return slice;
}

static void take_statement(void *context, raptor_statement *statement) {
  craptor_parser *parser = context;
  if (parser->is_over) return;
  note_line(parser);
  craptor_term kinds[3];
  craptor_slice texts[4] = {
      text_of(statement->subject, &kinds[0]), text_of(statement->predicate, &kinds[1]),
      text_of(statement->object, &kinds[2]), {NULL, 0}};
  if (kinds[2] == CRAPTOR_LITERAL && statement->object->value.literal.language) {
    texts[3].bytes = (const char *)statement->object->value.literal.language;
    texts[3].count = statement->object->value.literal.language_len;
  }
  size_t sum = 0;
  for (int i = 0; i < 4; i++) {
    sum += texts[i].count;
    if (i < 3 && kinds[i] != CRAPTOR_LITERAL && texts[i].count > MOST_IRI_BYTES)
      return overflow(parser, CRAPTOR_LONG_IRI);
  }
  if (sum > MOST_BYTES - parser->byte_count || parser->event_count >= MOST_EVENTS)
    return overflow(parser, CRAPTOR_TOO_MANY_TRIPLES);
  stored *event = append(parser, CRAPTOR_TRIPLE);
  if (event == NULL) return overflow(parser, CRAPTOR_TOO_MANY_TRIPLES);
  event->event.subject_term = kinds[0];
  event->event.object_term = kinds[2];
  craptor_slice *slices[4] = {
      &event->event.subject, &event->event.predicate, &event->event.object,
      &event->event.language};
  const stored *last = parser->event_count > 1 ? event - 1 : NULL;
  for (int i = 0; i < 4; i++) {
    /* The next triple is most often of the same subject. */
    if (i == 0 && last && last->event.kind == CRAPTOR_TRIPLE &&
        last->event.subject.count == texts[0].count &&
        memcmp(parser->bytes + last->starts[0], texts[0].bytes, texts[0].count) == 0) {
      event->starts[0] = last->starts[0];
      slices[0]->count = texts[0].count;
      continue;
    }
    size_t start = keep(parser, texts[i].bytes, texts[i].count);
    if (start == SIZE_MAX) {
      parser->event_count--;
      return overflow(parser, CRAPTOR_TOO_MANY_TRIPLES);
    }
    event->starts[i] = start;
    slices[i]->count = texts[i].count;
  }
}

static void take_message(void *context, raptor_log_message *message) {
  craptor_parser *parser = context;
  if (parser->is_over || message->level < RAPTOR_LOG_LEVEL_WARN) return;
  if (parser->event_count > 100000) return overflow(parser, CRAPTOR_TOO_MANY_PROBLEMS);
  note_line(parser);
  if (message->locator && message->locator->line > 0)
    parser->line = (uint32_t)message->locator->line;
  say(parser, message->level == RAPTOR_LOG_LEVEL_WARN ? CRAPTOR_WARNING : CRAPTOR_ERROR,
      message->text ? message->text : "the text is not RDF");
}

static craptor_world *take_world(void) {
  pthread_mutex_lock(&lock);
  craptor_world *world = idle;
  if (world) idle = world->next;
  /* Opening a world sets up what all share: one at a time. */
  if (world == NULL && load() && (world = calloc(1, sizeof *world)) != NULL) {
    raptor_world *raptor = calls.raptor_new_world_internal(RAPTOR_VERSION);
    if (raptor) {
      calls.raptor_world_set_flag(raptor, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
      calls.raptor_world_set_flag(raptor, RAPTOR_WORLD_FLAG_LIBXML_GENERIC_ERROR_SAVE, 0);
      calls.raptor_world_set_flag(raptor, RAPTOR_WORLD_FLAG_LIBXML_STRUCTURED_ERROR_SAVE, 0);
    }
    if (raptor == NULL || calls.raptor_world_open(raptor) != 0) {
      free(world);
      world = NULL;
    } else {
      world->raptor = raptor;
    }
  }
  pthread_mutex_unlock(&lock);
  return world;
}

static void give_back(craptor_world *world) {
  calls.raptor_world_set_log_handler(world->raptor, NULL, NULL);
  pthread_mutex_lock(&lock);
  world->next = idle;
  idle = world;
  pthread_mutex_unlock(&lock);
}

static int refuse_uri(void *context, raptor_uri *uri) {
  (void)context;
  (void)uri;
  return 1;
}

craptor_parser *craptor_create(craptor_syntax syntax, const char *base) {
  static const char *const names[] = {"turtle", "ntriples", "rdfxml"};
  craptor_parser *parser = calloc(1, sizeof *parser);
  if (parser == NULL) return NULL;
  parser->line = 1;
  parser->world = take_world();
  if (parser->world == NULL) {
    free(parser);
    return NULL;
  }
  raptor_world *world = parser->world->raptor;
  calls.raptor_world_set_log_handler(world, parser, take_message);
  parser->raptor = calls.raptor_new_parser(world, names[syntax]);
  parser->base = calls.raptor_new_uri(world, (const unsigned char *)base);
  if (parser->raptor == NULL || parser->base == NULL) {
    craptor_destroy(parser);
    return NULL;
  }
  calls.raptor_parser_set_option(parser->raptor, RAPTOR_OPTION_NO_NET, NULL, 1);
  calls.raptor_parser_set_option(parser->raptor, RAPTOR_OPTION_NO_FILE, NULL, 1);
  calls.raptor_parser_set_option(parser->raptor, RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, NULL, 0);
  calls.raptor_parser_set_option(parser->raptor, RAPTOR_OPTION_NORMALIZE_LANGUAGE, NULL, 0);
  calls.raptor_parser_set_uri_filter(parser->raptor, refuse_uri, NULL);
  calls.raptor_parser_set_statement_handler(parser->raptor, parser, take_statement);
  if (calls.raptor_parser_parse_start(parser->raptor, parser->base) != 0) {
    craptor_destroy(parser);
    return NULL;
  }
  return parser;
}

int craptor_feed(craptor_parser *parser, const char *bytes, size_t count, int is_end) {
  parser->byte_count = parser->event_count = parser->taken = 0;
  if (parser->is_over) return 1;
  int result =
      calls.raptor_parser_parse_chunk(parser->raptor, (const unsigned char *)bytes, count, is_end);
  return result != 0 || parser->is_over;
}

void craptor_next(craptor_parser *parser, craptor_event *result) {
  if (parser->taken == parser->event_count) {
    memset(result, 0, sizeof *result);
    return;
  }
  stored *event = &parser->events[parser->taken++];
  *result = event->event;
  result->subject.bytes = parser->bytes + event->starts[0];
  result->predicate.bytes = parser->bytes + event->starts[1];
  result->object.bytes = parser->bytes + event->starts[2];
  result->language.bytes = parser->bytes + event->starts[3];
}

void craptor_destroy(craptor_parser *parser) {
  if (parser->raptor) calls.raptor_free_parser(parser->raptor);
  if (parser->base) calls.raptor_free_uri(parser->base);
  give_back(parser->world);
  free(parser->bytes);
  free(parser->events);
  free(parser);
}
