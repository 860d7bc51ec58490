#include "CDigest.h"

#include <openssl/evp.h>

int32_t rp_sha256(const uint8_t *bytes, int64_t length, uint8_t *out) {
  unsigned int written = 0;
  return EVP_Digest(bytes, (size_t)length, out, &written, EVP_sha256(), NULL) == 1 && written == 32;
}
