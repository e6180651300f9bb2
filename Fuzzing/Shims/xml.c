/* Feeds the shim over libxml2 with what comes, in chunks of a size that the input chooses. */
#include <cxml.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  size_t depth, bytes;
} seen;

/* Every byte that is handed over is read: a sanitizer sees one that is not there. */
static void read_all(seen *seen, cxml_slice slice) {
  volatile unsigned char sum = 0;
  for (size_t i = 0; i < slice.count; i++) sum += (unsigned char)slice.bytes[i];
  seen->bytes += slice.count;
}

static void start(void *context, cxml_slice name, const cxml_attribute *attributes, size_t count,
                  uint32_t line, uint32_t column) {
  seen *seen = context;
  (void)line;
  (void)column;
  if (++seen->depth > 8) abort();
  read_all(seen, name);
  if (count > 8) abort();
  for (size_t i = 0; i < count; i++) {
    read_all(seen, attributes[i].prefix);
    read_all(seen, attributes[i].name);
    read_all(seen, attributes[i].value);
  }
}

static void text(void *context, cxml_slice run) { read_all(context, run); }

static void end(void *context) {
  seen *seen = context;
  if (seen->depth-- == 0) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  if (count == 0) return 0;
  size_t step = 1 + bytes[0] % 64;
  seen seen = {0, 0};
  cxml_events events = {.context = &seen, .start = start, .text = text, .end = end};
  cxml_limits limits = {.depth = 8, .attributes = 8, .tag = 512, .text = 1024, .name = 32};
  cxml_parser *parser = cxml_create(&events, &limits);
  if (parser == NULL) return 0;
  for (size_t at = 1; at <= count; at += step) {
    size_t some = count - at < step ? count - at : step;
    /* A copy of its own, so that a byte beyond it is nobody's. */
    char *chunk = malloc(some + 1);
    memcpy(chunk, bytes + at, some);
    int status = cxml_feed(parser, chunk, some, at + step > count);
    free(chunk);
    if (status != CXML_OK) {
      uint32_t line, column;
      cxml_place(parser, &line, &column);
      if (strlen(cxml_message(parser)) > 4096) abort();
      break;
    }
  }
  cxml_destroy(parser);
  return 0;
}
