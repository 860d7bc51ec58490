// SHA-256 from libcrypto, without its headers reaching Swift.
#ifndef RAPPORTEUR_CDIGEST_H
#define RAPPORTEUR_CDIGEST_H

#include <stdint.h>

/// Writes the 32 bytes of the SHA-256 of `length` bytes to out. Returns 1, or 0 where libcrypto failed.
int32_t rp_sha256(const uint8_t *bytes, int64_t length, uint8_t *out);

#endif
