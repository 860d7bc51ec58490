#include "CHTML.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

struct event {
  int32_t kind;
  int64_t offset, length;
  int64_t first_attribute, attributes;
};

struct attribute {
  int32_t name;
  int64_t offset, length;
};

struct rp_html {
  uint8_t *bytes;
  int64_t count, capacity;
  struct event *events;
  int64_t event_count, event_capacity;
  struct attribute *attributes;
  int64_t attribute_count, attribute_capacity;
  int64_t position;
  int32_t max_depth, status;
  // The page's bytes as they are handed to libxml2, piece by piece.
  const uint8_t *source;
  int64_t source_length, source_position;
  // Places since the last event where an attribute may start, and the sum of their squares over all tags.
  uint64_t separators, cost;
  int after_separator;
  htmlParserCtxtPtr context;
};

// libxml2 holds each attribute of a tag against all before it. A page may cost this many comparisons (some seconds);
// real pages stay far below.
static const uint64_t max_cost = (uint64_t)1 << 32;

static const char *const kept[] = {"class",   "id",       "role",     "href",    "rel",
                                   "type",    "lang",     "name",     "property", "itemprop",
                                   "content", "datetime", "hidden",   "style",   "aria-hidden"};
enum { KEPT = sizeof kept / sizeof kept[0] };

static int32_t kept_index(const char *name) {
  for (int32_t i = 0; i < KEPT; i++) {
    if (strcmp(kept[i], name) == 0) return i;
  }
  return -1;
}

/// Makes room for `more` elements of `size` bytes; keeps the old array and returns 0 where there is no memory.
static int reserve(void **array, int64_t count, int64_t *capacity, int64_t more, size_t size) {
  if (*capacity - count >= more) return 1;
  int64_t wanted = (count + more) * 2 + 64;
  void *grown = realloc(*array, (size_t)wanted * size);
  if (grown == NULL) return 0;
  *array = grown;
  *capacity = wanted;
  return 1;
}

static void stop(htmlParserCtxtPtr context, rp_html *page, int32_t status) {
  if (page->status == RP_HTML_OK) page->status = status;
  xmlStopParser(context);
}

/// Closes the account of what was read since the last event.
static void settle(rp_html *page, int is_tag) {
  if (is_tag) page->cost += page->separators * page->separators;
  page->separators = 0;
}

static int parts_attributes(uint8_t byte) {
  return byte <= 0x20 || byte == '"' || byte == '\'' || byte == '/' || byte == '=';
}

static int on_read(void *data, char *buffer, int capacity) {
  rp_html *page = data;
  int64_t left = page->source_length - page->source_position;
  if (page->status != RP_HTML_OK || capacity <= 0 || left <= 0) return 0;
  uint64_t seen = page->separators;
  if (page->cost + seen * seen > max_cost && page->context->instate != XML_PARSER_COMMENT) {
    // An end of input: libxml2 may not be stopped while it reads.
    page->status = RP_HTML_COST;
    return 0;
  }
  int64_t length = left < capacity ? left : capacity;
  const uint8_t *piece = page->source + page->source_position;
  for (int64_t i = 0; i < length; i++) {
    int parts = parts_attributes(piece[i]);
    page->separators += page->after_separator && !parts;
    page->after_separator = parts;
  }
  memcpy(buffer, piece, (size_t)length);
  page->source_position += length;
  return (int)length;
}

static int on_close(void *data) {
  (void)data;
  return 0;
}

static int64_t append_bytes(htmlParserCtxtPtr context, rp_html *page, const uint8_t *bytes,
                            int64_t length) {
  if (!reserve((void **)&page->bytes, page->count, &page->capacity, length, 1)) {
    stop(context, page, RP_HTML_MEMORY);
    return -1;
  }
  int64_t offset = page->count;
  if (length > 0) memcpy(page->bytes + offset, bytes, (size_t)length);
  page->count += length;
  return offset;
}

static struct event *append_event(htmlParserCtxtPtr context, int32_t kind, const uint8_t *bytes,
                                  int64_t length) {
  rp_html *page = context->_private;
  if (page->status != RP_HTML_OK) return NULL;
  int64_t offset = append_bytes(context, page, bytes, length);
  if (offset < 0) return NULL;
  if (!reserve((void **)&page->events, page->event_count, &page->event_capacity, 1,
               sizeof(struct event))) {
    stop(context, page, RP_HTML_MEMORY);
    return NULL;
  }
  struct event *event = &page->events[page->event_count++];
  *event = (struct event){kind, offset, length, page->attribute_count, 0};
  return event;
}

static void append_attribute(htmlParserCtxtPtr context, struct event *event, int32_t name,
                             const xmlChar *value) {
  rp_html *page = context->_private;
  int64_t length = value == NULL ? 0 : (int64_t)strlen((const char *)value);
  int64_t offset = append_bytes(context, page, value, length);
  if (offset < 0) return;
  if (!reserve((void **)&page->attributes, page->attribute_count, &page->attribute_capacity, 1,
               sizeof(struct attribute))) {
    stop(context, page, RP_HTML_MEMORY);
    return;
  }
  page->attributes[page->attribute_count++] = (struct attribute){name, offset, length};
  event->attributes++;
}

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  htmlParserCtxtPtr context = data;
  rp_html *page = context->_private;
  settle(page, 1);
  // libxml2 looks for an open element by walking its stack: a bound on depth keeps the cost linear.
  if (context->nameNr > page->max_depth) {
    stop(context, page, RP_HTML_DEPTH);
    return;
  }
  struct event *event =
      append_event(context, RP_HTML_START, name, (int64_t)strlen((const char *)name));
  if (event == NULL || attributes == NULL) return;
  for (; attributes[0] != NULL; attributes += 2) {
    int32_t index = kept_index((const char *)attributes[0]);
    if (index >= 0) append_attribute(context, event, index, attributes[1]);
  }
}

static void on_end(void *data, const xmlChar *name) {
  settle(((htmlParserCtxtPtr)data)->_private, 0);
  append_event(data, RP_HTML_END, name, (int64_t)strlen((const char *)name));
}

static void on_comment(void *data, const xmlChar *text) {
  (void)text;
  settle(((htmlParserCtxtPtr)data)->_private, 0);
}

static void on_text(void *data, const xmlChar *text, int length) {
  settle(((htmlParserCtxtPtr)data)->_private, 0);
  append_event(data, RP_HTML_TEXT, text, length);
}

static void parse(htmlParserCtxtPtr context, rp_html *page) {
  htmlSAXHandler handler = {0};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.cdataBlock = on_text;
  handler.ignorableWhitespace = on_text;
  handler.comment = on_comment;
  *context->sax = handler;
  context->_private = page;
  page->context = context;
  xmlDocPtr document = htmlCtxtReadIO(
      context, on_read, on_close, page, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlFreeDoc(document);
  page->context = NULL;
}

rp_html *rp_html_parse(const uint8_t *bytes, int64_t length, int32_t max_depth, int32_t *status) {
  *status = RP_HTML_MEMORY;
  if (length < 0) return NULL;
  rp_html *page = calloc(1, sizeof *page);
  if (page == NULL) return NULL;
  page->max_depth = max_depth;
  page->position = -1;
  page->source = bytes;
  page->source_length = length;
  // libxml2 takes no empty page; one without elements is what it means.
  if (length > 0) {
    htmlParserCtxtPtr context = htmlNewParserCtxt();
    if (context == NULL) {
      free(page);
      return NULL;
    }
    parse(context, page);
    htmlFreeParserCtxt(context);
  }
  *status = page->status;
  if (page->status == RP_HTML_OK) return page;
  rp_html_free(page);
  return NULL;
}

void rp_html_free(rp_html *page) {
  if (page == NULL) return;
  free(page->bytes);
  free(page->events);
  free(page->attributes);
  free(page);
}

int32_t rp_html_next(rp_html *page) {
  if (page->position < page->event_count) page->position++;
  return page->position < page->event_count ? page->events[page->position].kind : RP_HTML_DONE;
}

static const struct event *current(const rp_html *page) {
  if (page->position < 0 || page->position >= page->event_count) return NULL;
  return &page->events[page->position];
}

const uint8_t *rp_html_bytes(const rp_html *page, int64_t *length) {
  const struct event *event = current(page);
  *length = event == NULL ? 0 : event->length;
  return event == NULL ? NULL : page->bytes + event->offset;
}

const uint8_t *rp_html_attribute(const rp_html *page, const char *name, int64_t *length) {
  const struct event *event = current(page);
  int32_t wanted = kept_index(name);
  *length = 0;
  if (event == NULL || wanted < 0) return NULL;
  for (int64_t i = 0; i < event->attributes; i++) {
    const struct attribute *attribute = &page->attributes[event->first_attribute + i];
    if (attribute->name != wanted) continue;
    *length = attribute->length;
    return page->bytes + attribute->offset;
  }
  return NULL;
}
