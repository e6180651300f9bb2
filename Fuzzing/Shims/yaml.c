/* Asks the shim over libyaml for all events of what comes. */
#include <cyaml.h>
#include <stdlib.h>
#include <string.h>

static void read_all(cyaml_slice slice) {
  volatile unsigned char sum = 0;
  for (size_t i = 0; i < slice.count; i++) sum += (unsigned char)slice.bytes[i];
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  /* A copy of its own, so that a byte beyond it is nobody's. */
  char *text = malloc(count + 1);
  memcpy(text, bytes, count);
  cyaml_parser *parser = cyaml_create(text, count);
  if (parser != NULL) {
    cyaml_event event;
    /* What the readers stop at is stopped at here: a document is as deep and as long as they allow. */
    size_t events = 0, depth = 0;
    do {
      cyaml_next(parser, &event);
      read_all(event.value);
      read_all(event.anchor);
      read_all(event.tag);
      if (event.kind == CYAML_MAPPING_START || event.kind == CYAML_SEQUENCE_START) depth++;
      if (event.kind == CYAML_MAPPING_END || event.kind == CYAML_SEQUENCE_END) depth--;
    } while (event.kind != CYAML_STREAM_END && event.kind != CYAML_ERROR && ++events < 10000 && depth < 50);
    cyaml_destroy(parser);
  }
  free(text);
  return 0;
}
