#define _GNU_SOURCE /* memrchr */
#include "cxml.h"

#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* libxml2 does not say where a tag starts, and its column is in bytes. So the parser keeps the bytes
 * that were fed and not yet passed by, and walks them once to count lines and code points: from a
 * call-back, the tag starts at the last '<' before libxml2's own place. */
struct cxml_parser {
  xmlParserCtxtPtr xml;
  cxml_events events;
  cxml_limits limits;

  char *raw;           /* the bytes from `raw_offset` of the stream on */
  size_t raw_count;
  size_t raw_capacity;
  uint64_t raw_offset;
  size_t walked;       /* how many bytes of `raw` lie before `line` and `column` */
  uint32_t line;
  uint32_t column;
  int after_cr;        /* the byte before `walked` is a carriage return */

  cxml_attribute *attributes;
  size_t depth;
  size_t text;         /* bytes of text since the last tag */

  cxml_status status;
  char message[256];
  uint32_t error_line;
  uint32_t error_column;
};

static size_t clamp(const cxml_parser *parser, uint64_t offset) {
  if (offset < parser->raw_offset) return 0;
  uint64_t index = offset - parser->raw_offset;
  return index > parser->raw_count ? parser->raw_count : (size_t)index;
}

/* Where libxml2 stands, as an index into `raw`. */
static size_t here(const cxml_parser *parser) {
  const xmlParserInputPtr input = parser->xml->input;
  if (input == NULL || input->base == NULL) return parser->raw_count;
  return clamp(parser, (uint64_t)input->consumed + (uint64_t)(input->cur - input->base));
}

/* Whether eight bytes are all ASCII from 0x10 on: each is a column, and none ends a line. */
static int is_plain(const unsigned char *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  uint64_t below_10 = (word - 0x1010101010101010u) & ~word;
  return ((word | below_10) & 0x8080808080808080u) == 0;
}

/* Counts lines and code points over the bytes up to `end`. A line ends with LF, CR or CR LF. */
static void walk(cxml_parser *parser, size_t end) {
  const unsigned char *p = (const unsigned char *)parser->raw + parser->walked;
  const unsigned char *stop = (const unsigned char *)parser->raw + end;
  if (p >= stop) return;
  uint32_t line = parser->line, column = parser->column;
  int after_cr = parser->after_cr;
  while (p < stop) {
    if (stop - p >= 8 && is_plain(p)) {
      column += 8;
      after_cr = 0;
      p += 8;
    } else if (*p == '\n') {
      if (!after_cr) line++;
      column = 1;
      after_cr = 0;
      p++;
    } else if (*p == '\r') {
      line++;
      column = 1;
      after_cr = 1;
      p++;
    } else {
      column += (*p & 0xC0) != 0x80;
      after_cr = 0;
      p++;
    }
  }
  parser->line = line;
  parser->column = column;
  parser->after_cr = after_cr;
  parser->walked = end;
}

/* Forgets the bytes that were walked over, once they are worth the move. */
static void forget(cxml_parser *parser) {
  if (parser->walked < parser->raw_count && parser->walked < 32768) return;
  memmove(parser->raw, parser->raw + parser->walked, parser->raw_count - parser->walked);
  parser->raw_offset += parser->walked;
  parser->raw_count -= parser->walked;
  parser->walked = 0;
}

static int remember(cxml_parser *parser, const char *bytes, size_t count) {
  /* A few bytes more than needed, so that looking at the byte behind the last one is safe. */
  if (parser->raw_count + count + 16 > parser->raw_capacity) {
    size_t capacity = (parser->raw_count + count + 16) * 2;
    char *raw = realloc(parser->raw, capacity);
    if (raw == NULL) return 0;
    parser->raw = raw;
    parser->raw_capacity = capacity;
  }
  if (count > 0) memcpy(parser->raw + parser->raw_count, bytes, count);
  parser->raw_count += count;
  return 1;
}

static void fail(cxml_parser *parser, cxml_status status) {
  if (parser->status != CXML_OK) return;
  parser->status = status;
  parser->error_line = parser->line;
  parser->error_column = parser->column;
  xmlStopParser(parser->xml);
}

static void fail_here(cxml_parser *parser, cxml_status status) {
  if (parser->status == CXML_OK) walk(parser, here(parser));
  fail(parser, status);
}

static void on_error(void *context, xmlErrorPtr error) {
  cxml_parser *parser = context;
  if (error->level < XML_ERR_ERROR || parser->status != CXML_OK) return;
  snprintf(parser->message, sizeof parser->message, "%s",
           error->message ? error->message : "the text is not XML");
  parser->message[strcspn(parser->message, "\n")] = 0;
  fail_here(parser, error->code == XML_ERR_NO_MEMORY       ? CXML_MEMORY
                    : error->code == XML_ERR_NAME_TOO_LONG ? CXML_NAME
                                                           : CXML_SYNTAX);
}

static cxml_slice slice(const xmlChar *text) {
  cxml_slice result = {(const char *)text, text ? strlen((const char *)text) : 0};
  return result;
}

static int is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* Finds where the next attribute of a start tag stands, and moves `at` past its value.
 * Returns 0 for a namespace declaration, 1 for an attribute, -1 at the end. */
static int find_attribute(cxml_parser *parser, size_t *at, size_t end, uint32_t *line,
                          uint32_t *column) {
  const char *raw = parser->raw;
  size_t i = *at;
  while (i < end && is_space(raw[i])) i++;
  if (i >= end) return -1;
  int is_attribute = !(end - i > 5 && memcmp(raw + i, "xmlns", 5) == 0 &&
                       (raw[i + 5] == ':' || raw[i + 5] == '=' || is_space(raw[i + 5])));
  if (is_attribute) {
    walk(parser, i);
    *line = parser->line;
    *column = parser->column;
  }
  while (i < end && raw[i] != '"' && raw[i] != '\'') i++;
  if (i >= end) return -1;
  const char *close = memchr(raw + i + 1, raw[i], end - i - 1);
  if (close == NULL) return -1;
  *at = (size_t)(close - raw) + 1;
  return is_attribute;
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int default_count, const xmlChar **attributes) {
  (void)uri, (void)namespaces, (void)default_count;
  cxml_parser *parser = context;
  if (parser->status != CXML_OK) return;
  size_t end = here(parser);
  if (end < parser->walked) end = parser->walked;
  const char *opening = memrchr(parser->raw + parser->walked, '<', end - parser->walked);
  size_t start = opening ? (size_t)(opening - parser->raw) : parser->walked;
  walk(parser, start);
  uint32_t line = parser->line, column = parser->column;
  parser->text = 0;

  if (++parser->depth > parser->limits.depth) return fail(parser, CXML_DEPTH);
  /* libxml2 looks a prefix up by walking all declarations in scope, so these count as well. */
  if ((size_t)attribute_count + (size_t)namespace_count > parser->limits.attributes)
    return fail(parser, CXML_ATTRIBUTES);
  if (end - start > parser->limits.tag) return fail(parser, CXML_TAG);
  cxml_slice element = slice(name);
  if (element.count > parser->limits.name || slice(prefix).count > parser->limits.name)
    return fail(parser, CXML_NAME);

  size_t at = start;
  while (at < end && !is_space(parser->raw[at])) at++;
  for (int i = 0; i < attribute_count; i++) {
    const xmlChar **values = attributes + 5 * i;
    cxml_attribute *attribute = parser->attributes + i;
    attribute->line = line;
    attribute->column = column;
    while (find_attribute(parser, &at, end, &attribute->line, &attribute->column) == 0) continue;
    attribute->name = slice(values[0]);
    attribute->prefix = slice(values[1]);
    attribute->value.bytes = (const char *)values[3];
    attribute->value.count = (size_t)(values[4] - values[3]);
    if (attribute->name.count > parser->limits.name ||
        attribute->prefix.count > parser->limits.name)
      return fail(parser, CXML_NAME);
    if (attribute->value.count > parser->limits.text) return fail(parser, CXML_TEXT);
  }
  parser->events.start(parser->events.context, element, parser->attributes, (size_t)attribute_count,
                       line, column);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)name, (void)prefix, (void)uri;
  cxml_parser *parser = context;
  if (parser->status != CXML_OK) return;
  parser->depth--;
  parser->text = 0;
  parser->events.end(parser->events.context);
}

static void on_text(void *context, const xmlChar *text, int count) {
  cxml_parser *parser = context;
  if (parser->status != CXML_OK) return;
  parser->text += (size_t)count;
  if (parser->text > parser->limits.text) return fail_here(parser, CXML_TEXT);
  cxml_slice run = {(const char *)text, (size_t)count};
  parser->events.text(parser->events.context, run);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external_id,
                       const xmlChar *system_id) {
  (void)name, (void)external_id, (void)system_id;
  cxml_parser *parser = context;
  if (parser->status != CXML_OK) return;
  static const char keyword[] = "<!DOCTYPE";
  size_t start = here(parser);
  while (start > parser->walked && memcmp(parser->raw + start, keyword, sizeof keyword - 1) != 0)
    start--;
  walk(parser, start);
  fail(parser, CXML_DOCTYPE);
}

cxml_parser *cxml_create(const cxml_events *events, const cxml_limits *limits) {
  xmlInitParser();
  xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
  cxml_parser *parser = calloc(1, sizeof *parser);
  if (parser == NULL) return NULL;
  parser->events = *events;
  parser->limits = *limits;
  parser->line = parser->column = 1;
  parser->attributes = calloc(limits->attributes + 1, sizeof *parser->attributes);

  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.internalSubset = on_doctype;
  sax.serror = on_error;
  parser->xml = xmlCreatePushParserCtxt(&sax, parser, NULL, 0, NULL);
  if (parser->xml == NULL || parser->attributes == NULL) {
    cxml_destroy(parser);
    return NULL;
  }
  /* The bytes are UTF-8 already, whatever the declaration says or the first of them look like. */
  xmlCtxtUseOptions(parser->xml, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  /* Without this libxml2 hands on an ampersand in an attribute as "&#38;". There is no entity but the
   * predefined ones to replace: a DOCTYPE is refused. */
  parser->xml->replaceEntities = 1;
  xmlSwitchEncoding(parser->xml, XML_CHAR_ENCODING_UTF8);
  return parser;
}

cxml_status cxml_feed(cxml_parser *parser, const char *bytes, size_t count, int last) {
  if (parser->status != CXML_OK) return parser->status;
  if (!remember(parser, bytes, count)) {
    fail(parser, CXML_MEMORY);
    return parser->status;
  }
  xmlParseChunk(parser->xml, bytes, (int)count, last);
  if (parser->status != CXML_OK) return parser->status;

  /* What libxml2 holds back waits for the end of a tag, a comment or an instruction. It must not
   * wait for ever, and a huge tag must not reach it whole: its check for duplicates is quadratic. */
  size_t place = here(parser), waiting = parser->raw_count - place;
  char second = waiting > 1 ? parser->raw[place + 1] : 0;
  int in_tag = waiting > 1 && parser->raw[place] == '<' && second != '!' && second != '?';
  if (in_tag && waiting > parser->limits.tag) {
    fail_here(parser, CXML_TAG);
  } else if (waiting > parser->limits.text) {
    fail_here(parser, CXML_TEXT);
  } else {
    walk(parser, place);
    forget(parser);
  }
  return parser->status;
}

void cxml_stop(cxml_parser *parser) { fail(parser, CXML_STOPPED); }

const char *cxml_message(const cxml_parser *parser) { return parser->message; }

void cxml_place(const cxml_parser *parser, uint32_t *line, uint32_t *column) {
  *line = parser->error_line;
  *column = parser->error_column;
}

void cxml_destroy(cxml_parser *parser) {
  if (parser->xml != NULL) {
    if (parser->xml->myDoc != NULL) xmlFreeDoc(parser->xml->myDoc);
    xmlFreeParserCtxt(parser->xml);
  }
  free(parser->attributes);
  free(parser->raw);
  free(parser);
}
