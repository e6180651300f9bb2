#include "cyaml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct cyaml_parser {
  yaml_parser_t yaml;
  yaml_event_t event;
  int has_event;
  char message[256];
};

cyaml_parser *cyaml_create(const char *bytes, size_t count) {
  cyaml_parser *parser = calloc(1, sizeof *parser);
  if (parser == NULL) return NULL;
  if (!yaml_parser_initialize(&parser->yaml)) {
    free(parser);
    return NULL;
  }
  yaml_parser_set_encoding(&parser->yaml, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser->yaml, (const unsigned char *)bytes, count);
  return parser;
}

static cyaml_slice slice(const yaml_char_t *text) {
  cyaml_slice result = {(const char *)text, text ? strlen((const char *)text) : 0};
  return result;
}

static void describe_error(cyaml_parser *parser, cyaml_event *event) {
  const yaml_parser_t *yaml = &parser->yaml;
  const char *problem = yaml->problem ? yaml->problem : "the text is not YAML";
  if (yaml->context)
    snprintf(parser->message, sizeof parser->message, "%s %s", problem, yaml->context);
  else
    snprintf(parser->message, sizeof parser->message, "%s", problem);
  yaml_mark_t mark = yaml->problem_mark;
  event->offset = yaml->error == YAML_READER_ERROR ? yaml->problem_offset : SIZE_MAX;
  event->kind = CYAML_ERROR;
  event->value.bytes = parser->message;
  event->value.count = strlen(parser->message);
  event->line = (uint32_t)mark.line + 1;
  event->column = (uint32_t)mark.column + 1;
  if (yaml->context == NULL) return;
  event->context_line = (uint32_t)yaml->context_mark.line + 1;
  event->context_column = (uint32_t)yaml->context_mark.column + 1;
}

void cyaml_next(cyaml_parser *parser, cyaml_event *result) {
  yaml_event_t *event = &parser->event;
  if (parser->has_event) yaml_event_delete(event);
  memset(result, 0, sizeof *result);
  parser->has_event = yaml_parser_parse(&parser->yaml, event);
  if (!parser->has_event) {
    describe_error(parser, result);
    return;
  }
  result->line = (uint32_t)event->start_mark.line + 1;
  result->column = (uint32_t)event->start_mark.column + 1;
  switch (event->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_END_EVENT:
      result->kind = CYAML_STREAM_END;
      break;
    case YAML_STREAM_START_EVENT:
      result->kind = CYAML_STREAM_START;
      break;
    case YAML_DOCUMENT_START_EVENT:
      result->kind = CYAML_DOCUMENT_START;
      break;
    case YAML_DOCUMENT_END_EVENT:
      result->kind = CYAML_DOCUMENT_END;
      break;
    case YAML_ALIAS_EVENT:
      result->kind = CYAML_ALIAS;
      result->value = slice(event->data.alias.anchor);
      break;
    case YAML_SCALAR_EVENT:
      result->kind = CYAML_SCALAR;
      result->value.bytes = (const char *)event->data.scalar.value;
      result->value.count = event->data.scalar.length;
      result->anchor = slice(event->data.scalar.anchor);
      result->tag = slice(event->data.scalar.tag);
      result->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
      break;
    case YAML_SEQUENCE_START_EVENT:
      result->kind = CYAML_SEQUENCE_START;
      result->anchor = slice(event->data.sequence_start.anchor);
      result->tag = slice(event->data.sequence_start.tag);
      break;
    case YAML_SEQUENCE_END_EVENT:
      result->kind = CYAML_SEQUENCE_END;
      break;
    case YAML_MAPPING_START_EVENT:
      result->kind = CYAML_MAPPING_START;
      result->anchor = slice(event->data.mapping_start.anchor);
      result->tag = slice(event->data.mapping_start.tag);
      break;
    case YAML_MAPPING_END_EVENT:
      result->kind = CYAML_MAPPING_END;
      break;
  }
}

void cyaml_destroy(cyaml_parser *parser) {
  if (parser->has_event) yaml_event_delete(&parser->event);
  yaml_parser_delete(&parser->yaml);
  free(parser);
}
