// A narrow door to libxml2's HTML parser: opaque pointers and plain integers only. A page becomes one flat list of
// events, so that no tree is built and nothing recurses, however deep the page nests.
#ifndef RAPPORTEUR_CHTML_H
#define RAPPORTEUR_CHTML_H

#include <stdint.h>

typedef struct rp_html rp_html;

/// Kinds of event, as rp_html_next returns them; 0 is the end of the page.
enum { RP_HTML_DONE = 0, RP_HTML_START = 1, RP_HTML_END = 2, RP_HTML_TEXT = 3 };

/// What rp_html_parse writes to *status: all well, no memory, elements nested deeper than allowed, tags with more
/// attributes than can be read in linear time.
enum { RP_HTML_OK = 0, RP_HTML_MEMORY = 1, RP_HTML_DEPTH = 2, RP_HTML_COST = 3 };

/// Parses a page of valid UTF-8 without NUL bytes; mistakes in the markup are repaired. NULL where *status is not 0.
/// The bytes need not outlive the call.
rp_html *rp_html_parse(const uint8_t *bytes, int64_t length, int32_t max_depth, int32_t *status);
void rp_html_free(rp_html *page);

/// Moves to the next event and returns its kind.
int32_t rp_html_next(rp_html *page);

/// The current event's bytes: an element's name in lower case, or text. Valid until the page is freed.
const uint8_t *rp_html_bytes(const rp_html *page, int64_t *length);

/// The value of an attribute of the current start event; NULL where the element has none of that name. Kept are
/// class, id, role, href, rel, type, lang, name, property, itemprop, content, datetime, hidden, style, aria-hidden.
const uint8_t *rp_html_attribute(const rp_html *page, const char *name, int64_t *length);

#endif
