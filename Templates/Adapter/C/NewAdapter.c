/* Reads lists of levels: a table with the columns `level`, `title` and `eqf`, the lowest level first.
 *
 *     # framework: new-adapter
 *     # title: Sample framework of NewAdapter
 *     level,title,eqf
 *     1,Certificate,1
 *
 * Comment lines say which framework it is and who published the list. Fields are not quoted. */

#include "passerelle.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define TEXT(literal) {literal, sizeof literal - 1}
#define AS_TEXT(literal) ((passerelle_text)TEXT(literal))

static const passerelle_text header = TEXT("level,title,eqf");
static const passerelle_text nothing = {0};
static const passerelle_position whole_file = {0};

/* More bytes than any list of levels has: a stranger's file may have no end. */
enum { FILE_LIMIT = 1 << 20, OPENING = 4096 };

/* What is being read: the file, and how far it has come. */
typedef struct {
  const passerelle_host *host;
  passerelle_text rest; /* what is left to read */
  passerelle_text line; /* the line at hand, without its end */
  uint32_t number;      /* of that line, from 1 */
  passerelle_text framework, title, publisher, date; /* what the comment lines say */
} reading;

/* Texts. */

static bool equals(passerelle_text one, passerelle_text other) {
  return one.count == other.count && memcmp(one.bytes, other.bytes, one.count) == 0;
}

static bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

static passerelle_text trimmed(passerelle_text text) {
  while (text.count > 0 && is_space(text.bytes[text.count - 1])) text.count--;
  while (text.count > 0 && is_space(text.bytes[0])) text.bytes++, text.count--;
  return text;
}

/* Takes what stands before a separator off a text; all of it where there is none. */
static passerelle_text take(passerelle_text *text, char separator) {
  const char *end = text->count ? memchr(text->bytes, separator, text->count) : NULL;
  size_t count = end ? (size_t)(end - text->bytes) : text->count;
  passerelle_text taken = {text->bytes, count};
  size_t skipped = end ? count + 1 : count;
  text->bytes += skipped;
  text->count -= skipped;
  return taken;
}

/* How many bytes follow the first one of a code point, or -1 where none starts so. */
static int followers(unsigned char lead) {
  if (lead < 0x80) return lead == 0 ? -1 : 0;
  if (lead < 0xC2 || lead > 0xF4) return -1;
  return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

/* Whether the bytes are UTF-8 without NUL; the host takes nothing else. */
static bool is_utf8(passerelle_text text) {
  const unsigned char *at = (const unsigned char *)text.bytes, *end = at + text.count;
  while (at < end) {
    unsigned char lead = *at++;
    int count = followers(lead);
    if (count < 0 || end - at < count) return false;
    /* Too long a form, a surrogate, and what is past the last code point show in the second byte. */
    if ((lead == 0xE0 && *at < 0xA0) || (lead == 0xED && *at > 0x9F) ||
        (lead == 0xF0 && *at < 0x90) || (lead == 0xF4 && *at > 0x8F))
      return false;
    for (; count > 0; count--)
      if ((*at++ & 0xC0) != 0x80) return false;
  }
  return true;
}

/* Places and what is said of them. */

/* The place of a text within the line at hand: columns count code points, not bytes. */
static passerelle_position place(const reading *r, passerelle_text text) {
  uint32_t column = 1;
  for (const char *at = r->line.bytes; at < text.bytes; at++) column += (*at & 0xC0) != 0x80;
  return (passerelle_position){0, r->number, column};
}

static void report(
    const reading *r, passerelle_position position, passerelle_text id, passerelle_text summary,
    passerelle_text hint) {
  passerelle_diagnostic diagnostic = {
      sizeof diagnostic, PASSERELLE_ERROR, id, summary, hint, position};
  r->host->report(r->host->context, &diagnostic);
}

/* Hands a statement over; fields without a value are left out. Returns whether to go on. */
static bool emit(
    const reading *r, passerelle_position position, passerelle_text kind,
    const passerelle_field *fields, size_t count) {
  passerelle_field present[8];
  size_t n = 0;
  for (size_t i = 0; i < count && n < 8; i++)
    if (fields[i].value.count > 0) present[n++] = fields[i];
  passerelle_statement statement = {sizeof statement, kind, present, n, position};
  return r->host->emit(r->host->context, &statement) == 0;
}

#define EMIT(r, position, kind, ...)                                         \
  emit(r, position, AS_TEXT(kind), (const passerelle_field[]){__VA_ARGS__},  \
       sizeof((const passerelle_field[]){__VA_ARGS__}) / sizeof(passerelle_field))
#define FIELD(name, value) {TEXT(name), value, {0}}
#define ENGLISH(name, value) {TEXT(name), value, TEXT("en")}

/* The dialect. */

static void read_comment(reading *r) {
  passerelle_text text = {r->line.bytes + 1, r->line.count - 1};
  passerelle_text key = trimmed(take(&text, ':'));
  passerelle_text value = trimmed(text);
  if (equals(key, AS_TEXT("framework"))) r->framework = value;
  if (equals(key, AS_TEXT("title"))) r->title = value;
  if (equals(key, AS_TEXT("publisher"))) r->publisher = value;
  if (equals(key, AS_TEXT("date"))) r->date = value;
}

static bool state_framework(const reading *r) {
  passerelle_position start = {0, 1, 1};
  if (r->framework.count == 0 || r->title.count == 0) {
    report(r, place(r, r->line), AS_TEXT("missing-head"),
           AS_TEXT("nothing says which framework this is"),
           AS_TEXT("begin the file with comment lines: '# framework: ...', '# title: ...'"));
    return false;
  }
  return EMIT(r, start, "framework", FIELD("name", r->framework),
              FIELD("kind", TEXT("qualifications-framework")), ENGLISH("title", r->title),
              FIELD("authority", r->publisher), FIELD("source", TEXT("list"))) &&
         EMIT(r, start, "document", FIELD("key", TEXT("list")), FIELD("title", r->title),
              FIELD("publisher", r->publisher), FIELD("date", r->date));
}

/* Reads a row, and reports what is wrong with it. Returns whether to go on. */
static bool read_row(const reading *r) {
  passerelle_text rest = r->line;
  passerelle_text level = trimmed(take(&rest, ',')), title = trimmed(take(&rest, ','));
  passerelle_text eqf = trimmed(rest);
  if (level.count == 0 || title.count == 0 || memchr(r->line.bytes, '"', r->line.count)) {
    report(r, place(r, r->line), AS_TEXT("bad-row"),
           AS_TEXT("the row is not of the form 'level,title,eqf'"),
           AS_TEXT("write the level, its title and its level of the EQF, without quotes"));
    return true;
  }
  if (eqf.count > 1 || (eqf.count == 1 && (eqf.bytes[0] < '1' || eqf.bytes[0] > '8'))) {
    report(r, place(r, eqf), AS_TEXT("bad-eqf-level"), AS_TEXT("this is not a level of the EQF"),
           AS_TEXT("its levels are 1 to 8; leave the field empty if there is none"));
    return true;
  }
  char id[512], target[] = "eqf:1";
  if (r->framework.count + level.count + 1 > sizeof id) {
    report(r, place(r, level), AS_TEXT("bad-code"), AS_TEXT("the level's code is too long"),
           AS_TEXT("a code has 128 bytes at most"));
    return true;
  }
  memcpy(id, r->framework.bytes, r->framework.count);
  id[r->framework.count] = ':';
  memcpy(id + r->framework.count + 1, level.bytes, level.count);
  passerelle_text from = {id, r->framework.count + 1 + level.count};
  if (!EMIT(r, place(r, level), "concept", FIELD("id", from), FIELD("kind", TEXT("level")),
            ENGLISH("title", title), FIELD("source", TEXT("list"))))
    return false;
  if (eqf.count == 0) return true;
  target[4] = eqf.bytes[0];
  passerelle_text to = {target, sizeof target - 1};
  return EMIT(r, place(r, eqf), "link", FIELD("from", from), FIELD("relation", TEXT("referencedTo")),
              FIELD("to", to), FIELD("source", TEXT("list")));
}

/* Returns whether all was read: not where the list cannot be read past a problem, or the host said so. */
static bool read_list(reading *r) {
  bool has_header = false;
  while (r->rest.count > 0) {
    r->line = take(&r->rest, '\n');
    r->number++;
    if (!is_utf8(r->line)) {
      report(r, place(r, r->line), AS_TEXT("encoding"), AS_TEXT("the line is not UTF-8"),
             AS_TEXT("save the file as UTF-8"));
      return false;
    }
    passerelle_text text = trimmed(r->line);
    if (text.count == 0) continue;
    if (!has_header && text.bytes[0] == '#') {
      read_comment(r);
    } else if (!has_header) {
      if (!equals(text, header)) {
        report(r, place(r, text), AS_TEXT("bad-header"),
               AS_TEXT("the table does not begin with 'level,title,eqf'"),
               AS_TEXT("write that line before the levels"));
        return false;
      }
      has_header = true;
      if (!state_framework(r)) return false;
    } else if (!read_row(r)) {
      return false;
    }
  }
  if (has_header) return true;
  report(r, whole_file, AS_TEXT("empty"), AS_TEXT("the file has no table"), nothing);
  return false;
}

/* What the host calls. */

/* Copies up to `capacity` bytes from the start of the file; the host may hand them out in pieces. */
static int64_t fill(const passerelle_host *host, char *buffer, size_t capacity) {
  size_t count = 0;
  while (count < capacity) {
    int64_t n = host->read_part(host->context, 0, count, buffer + count, capacity - count);
    if (n < 0) return -1;
    if (n == 0) break;
    count += (size_t)n;
  }
  return (int64_t)count;
}

/* Looks for the header in the first bytes: a comment or a name alone proves nothing. */
static int32_t identify(void *context, const passerelle_host *host) {
  (void)context;
  char opening[OPENING];
  int64_t count = fill(host, opening, sizeof opening);
  passerelle_text rest = {opening, count > 0 ? (size_t)count : 0};
  while (rest.count > 0) {
    passerelle_text line = trimmed(take(&rest, '\n'));
    if (line.count > 0 && line.bytes[0] != '#') return equals(line, header) ? 90 : 0;
  }
  return 0;
}

static int32_t read_source(void *context, const passerelle_host *host) {
  (void)context;
  reading r = {.host = host};
  char *bytes = malloc(FILE_LIMIT + 1);
  int64_t count = bytes ? fill(host, bytes, FILE_LIMIT + 1) : -1;
  bool is_read = false;
  if (count < 0) {
    report(&r, whole_file, AS_TEXT("unreadable"), AS_TEXT("the file cannot be read"), nothing);
  } else if (count > FILE_LIMIT) {
    report(&r, whole_file, AS_TEXT("file-too-large"),
           AS_TEXT("the file is larger than a mebibyte"),
           AS_TEXT("a list of levels is small; is this one?"));
  } else {
    r.rest = (passerelle_text){bytes, (size_t)count};
    is_read = read_list(&r);
  }
  free(bytes);
  return is_read ? 0 : 1;
}

static const passerelle_dialect dialect = {
    sizeof dialect, TEXT("new-adapter-levels"), TEXT("text/csv"), TEXT("*.csv"), {0}};
static const passerelle_dialect *const dialects[] = {&dialect};

static const passerelle_adapter adapter = {
    .magic = PASSERELLE_MAGIC,
    .abi = PASSERELLE_ABI,
    .size = sizeof adapter,
    .id = TEXT("NewAdapter"),
    .version = TEXT("0.1.0"),
    .summary = TEXT("lists of levels, and the levels of the EQF that they are referenced to (CSV)"),
    .licence = TEXT("NOASSERTION"),
    .author = TEXT("the authors of NewAdapter"),
    .dialects = dialects,
    .dialect_count = 1,
    .identify = identify,
    .read = read_source,
};

/* The entry point: the host looks for a function of this name. */
__attribute__((visibility("default"))) const passerelle_adapter *
passerelle_adapter_NewAdapter(void) {
  return &adapter;
}
