/* Signing and reading messages of WeChat Pay V2. */
#ifndef SIGNER_H
#define SIGNER_H

#include <stddef.h>

enum { C_MD5 = 1, C_HMAC_SHA256 = 2 };

struct field {
    const char *name;
    size_t name_len;
    const char *value;
    size_t value_len;
};

/* Writes the signature without a final NUL, and returns its length, or 0 on bad arguments. */
int c_sign(int algorithm, const char *secret, size_t secret_len, const struct field *fields,
           size_t count, char *hex_out /* 64 bytes */);

/* Reads <xml><name>value</name>...</xml>; names and values are copied to scratch. Returns 0,
 * or -1 on a malformed document or if room runs out. */
int c_read(const char *doc, size_t len, struct field *fields, size_t capacity, size_t *count,
           char *scratch, size_t scratch_len);

#endif
