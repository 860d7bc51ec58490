// A narrow door to ICU: opaque pointers and plain integers only, so that ICU's own headers, whose functions are
// renamed by macros and clash with Foundation's copy, never reach Swift.
#ifndef RAPPORTEUR_CICU_H
#define RAPPORTEUR_CICU_H

#include <stdint.h>

typedef struct rp_words rp_words;

/// ICU's version, "72.1".
const char *rp_icu_version(void);

/// Opens a word-break iterator for a locale; NULL where ICU has none, with ICU's error code in *status.
rp_words *rp_words_open(const char *locale, int32_t *status);
void rp_words_close(rp_words *words);

/// Finds the word boundaries of UTF-8 text. Writes the end of each segment (bytes) to ends and ICU's rule status to
/// kinds (which may be NULL), `capacity` at most, and returns how many there are; below 0 is an ICU error, negated.
int64_t rp_words_find(rp_words *words, const uint8_t *text, int64_t length, int32_t *ends,
                      int32_t *kinds, int64_t capacity);

/// Case-folds UTF-8 text (full folding). Returns the bytes that the result needs; writes `capacity` at most.
/// Below 0 is an ICU error, negated.
int64_t rp_fold_case(const uint8_t *text, int64_t length, uint8_t *out, int64_t capacity);

/// Decomposes UTF-8 text (NFKD). Returns the bytes that the result needs; writes `capacity` at most. Below 0 is an
/// ICU error, negated.
int64_t rp_decompose(const uint8_t *text, int64_t length, uint8_t *out, int64_t capacity);

/// Bit set of what a code point is: 1 letter, 2 digit, 4 upper or title case, 8 lower case, 16 punctuation,
/// 32 symbol, 64 white space.
int32_t rp_character_class(int32_t code_point);

/// Guesses the encoding of bytes; writes its name, `capacity` bytes at most with the closing NUL, and returns the
/// confidence (0 to 100), below 0 on failure.
int32_t rp_detect_charset(const uint8_t *bytes, int64_t length, char *name, int32_t capacity);

/// Converts bytes of a named encoding to UTF-8, what is invalid to U+FFFD. Returns the bytes that the result needs;
/// writes `capacity` at most. Below 0 is an ICU error, negated.
int64_t rp_convert_to_utf8(const char *charset, const uint8_t *bytes, int64_t length, uint8_t *out,
                           int64_t capacity);

#endif
