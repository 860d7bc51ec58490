#include "CDigest.h"

#include <openssl/evp.h>
#include <pthread.h>

// The algorithm is looked up once: a look-up costs as much as the digest of a short text. It never changes afterwards.
static EVP_MD *sha256;
static pthread_once_t looked_up = PTHREAD_ONCE_INIT;

static void look_up(void) { sha256 = EVP_MD_fetch(NULL, "SHA256", NULL); }

int32_t rp_sha256(const uint8_t *bytes, int64_t length, uint8_t *out) {
  unsigned int written = 0;
  pthread_once(&looked_up, look_up);
  return sha256 != NULL &&
         EVP_Digest(bytes, (size_t)length, out, &written, sha256, NULL) == 1 && written == 32;
}
