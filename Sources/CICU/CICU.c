#include "CICU.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

struct rp_words {
  UBreakIterator *iterator;
  UText *text;
};

const char *rp_icu_version(void) { return U_ICU_VERSION; }

rp_words *rp_words_open(const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  rp_words *words = calloc(1, sizeof *words);
  if (words == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  words->iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &error);
  *status = U_FAILURE(error) ? error : 0;
  if (U_FAILURE(error)) {
    free(words);
    return NULL;
  }
  return words;
}

void rp_words_close(rp_words *words) {
  if (words == NULL) return;
  ubrk_close(words->iterator);
  utext_close(words->text);
  free(words);
}

int64_t rp_words_find(rp_words *words, const uint8_t *text, int64_t length, int32_t *ends,
                      int32_t *kinds, int64_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  words->text = utext_openUTF8(words->text, (const char *)text, length, &error);
  ubrk_setUText(words->iterator, words->text, &error);
  if (U_FAILURE(error)) return -(int64_t)error;
  int64_t count = 0;
  ubrk_first(words->iterator);
  for (int32_t end = ubrk_next(words->iterator); end != UBRK_DONE; end = ubrk_next(words->iterator)) {
    if (count < capacity) {
      ends[count] = end;
      if (kinds != NULL) kinds[count] = ubrk_getRuleStatus(words->iterator);
    }
    count++;
  }
  return count;
}

int64_t rp_fold_case(const uint8_t *text, int64_t length, uint8_t *out, int64_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t units = 0, folded = 0, bytes = 0;
  size_t room = (size_t)length * 4 + 8;
  UChar *source = malloc(room * sizeof(UChar)), *target = malloc(room * sizeof(UChar));
  if (source != NULL && target != NULL) {
    u_strFromUTF8WithSub(source, (int32_t)room, &units, (const char *)text, (int32_t)length, 0xFFFD,
                         NULL, &error);
    folded = u_strFoldCase(target, (int32_t)room, source, units, U_FOLD_CASE_DEFAULT, &error);
    if (U_SUCCESS(error)) {
      UErrorCode preflight = U_ZERO_ERROR;
      u_strToUTF8(NULL, 0, &bytes, target, folded, &preflight);
      if (bytes <= capacity) u_strToUTF8((char *)out, (int32_t)capacity, &bytes, target, folded, &error);
    }
  } else {
    error = U_MEMORY_ALLOCATION_ERROR;
  }
  free(source);
  free(target);
  return U_FAILURE(error) ? -(int64_t)error : bytes;
}

int64_t rp_decompose(const uint8_t *text, int64_t length, uint8_t *out, int64_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&error);
  // NFKD makes at most 18 units of one (U+FDFA).
  size_t room = (size_t)length * 18 + 8;
  int32_t units = 0, decomposed = 0, bytes = 0;
  UChar *source = malloc(room * sizeof(UChar)), *target = malloc(room * sizeof(UChar));
  if (source == NULL || target == NULL) error = U_MEMORY_ALLOCATION_ERROR;
  if (U_SUCCESS(error)) {
    u_strFromUTF8WithSub(source, (int32_t)room, &units, (const char *)text, (int32_t)length, 0xFFFD,
                         NULL, &error);
    decomposed = unorm2_normalize(nfkd, source, units, target, (int32_t)room, &error);
  }
  if (U_SUCCESS(error)) {
    UErrorCode preflight = U_ZERO_ERROR;
    u_strToUTF8(NULL, 0, &bytes, target, decomposed, &preflight);
    if (bytes <= capacity) u_strToUTF8((char *)out, (int32_t)capacity, &bytes, target, decomposed, &error);
  }
  free(source);
  free(target);
  return U_FAILURE(error) ? -(int64_t)error : bytes;
}

int32_t rp_character_class(int32_t c) {
  int32_t mask = U_GET_GC_MASK(c), result = 0;
  if (mask & (U_GC_L_MASK | U_GC_M_MASK)) result |= 1;
  if (mask & U_GC_N_MASK) result |= 2;
  if (mask & (U_GC_LU_MASK | U_GC_LT_MASK)) result |= 4;
  if (mask & U_GC_LL_MASK) result |= 8;
  if (mask & U_GC_P_MASK) result |= 16;
  if (mask & U_GC_S_MASK) result |= 32;
  if (u_isUWhiteSpace(c)) result |= 64;
  return result;
}

int32_t rp_detect_charset(const uint8_t *bytes, int64_t length, char *name, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&error);
  int32_t confidence = -1;
  ucsdet_setText(detector, (const char *)bytes, (int32_t)length, &error);
  const UCharsetMatch *match = ucsdet_detect(detector, &error);
  if (U_SUCCESS(error) && match != NULL) {
    const char *found = ucsdet_getName(match, &error);
    int32_t i = 0;
    for (; U_SUCCESS(error) && found[i] != 0 && i < capacity - 1; i++) name[i] = found[i];
    if (i < capacity) name[i] = 0;
    confidence = ucsdet_getConfidence(match, &error);
  }
  ucsdet_close(detector);
  return U_FAILURE(error) ? -1 : confidence;
}

int64_t rp_convert_to_utf8(const char *charset, const uint8_t *bytes, int64_t length, uint8_t *out,
                           int64_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t needed = ucnv_convert("UTF-8", charset, (char *)out, (int32_t)capacity, (const char *)bytes,
                                (int32_t)length, &error);
  if (error == U_BUFFER_OVERFLOW_ERROR) return needed;
  return U_FAILURE(error) ? -(int64_t)error : needed;
}
