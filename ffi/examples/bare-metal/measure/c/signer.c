/* Signs messages of WeChat Pay V2 with the digests of BearSSL (USE_BEARSSL) or of mbedTLS
 * (USE_MBEDTLS). */
#include "signer.h"
#include <stdint.h>
#include <string.h>

#if defined(USE_BEARSSL)
#include "bearssl_hash.h"
typedef union { br_md5_context md5; br_sha256_context sha256; } digest;
#define md5_start br_md5_init
#define md5_update br_md5_update
#define md5_finish br_md5_out
#define sha256_start br_sha256_init
#define sha256_update br_sha256_update
#define sha256_finish br_sha256_out
#elif defined(USE_MBEDTLS)
#include "mbedtls/md5.h"
#include "mbedtls/sha256.h"
typedef union { mbedtls_md5_context md5; mbedtls_sha256_context sha256; } digest;
#define md5_start mbedtls_md5_starts_ret
#define md5_update mbedtls_md5_update_ret
#define md5_finish mbedtls_md5_finish_ret
#define sha256_start(context) mbedtls_sha256_starts_ret(context, 0)
#define sha256_update mbedtls_sha256_update_ret
#define sha256_finish mbedtls_sha256_finish_ret
#endif

enum { MAX_FIELDS = 128, BLOCK = 64 };

static void update(digest *d, int algorithm, const void *data, size_t len)
{
    if (algorithm == C_MD5)
        md5_update(&d->md5, data, len);
    else
        sha256_update(&d->sha256, data, len);
}

/* Begins the inner (pad 0x36) or the outer (pad 0x5c) hash of HMAC-SHA256. */
static void start_hmac(digest *d, const char *secret, size_t secret_len, uint8_t pad)
{
    uint8_t block[BLOCK];
    for (size_t i = 0; i < BLOCK; i++)
        block[i] = (uint8_t)((i < secret_len ? secret[i] : 0) ^ pad);
    sha256_start(&d->sha256);
    sha256_update(&d->sha256, block, BLOCK);
}

static int is_before(const struct field *a, const struct field *b)
{
    size_t shorter = a->name_len < b->name_len ? a->name_len : b->name_len;
    int difference = memcmp(a->name, b->name, shorter);
    return difference != 0 ? difference < 0 : a->name_len < b->name_len;
}

int c_sign(int algorithm, const char *secret, size_t secret_len, const struct field *fields,
           size_t count, char *hex_out)
{
    uint8_t order[MAX_FIELDS], hash[32];
    size_t kept = 0, hash_len = algorithm == C_MD5 ? 16 : 32;
    digest d;
    if (count > MAX_FIELDS || secret_len > BLOCK)
        return 0;

    for (size_t i = 0; i < count; i++) {
        const struct field *f = &fields[i];
        if (f->value_len == 0 || (f->name_len == 4 && memcmp(f->name, "sign", 4) == 0))
            continue;
        size_t at = kept++;
        for (; at > 0 && is_before(f, &fields[order[at - 1]]); at--)
            order[at] = order[at - 1];
        order[at] = (uint8_t)i;
    }

    if (algorithm == C_MD5)
        md5_start(&d.md5);
    else
        start_hmac(&d, secret, secret_len, 0x36);
    for (size_t i = 0; i < kept; i++) {
        const struct field *f = &fields[order[i]];
        update(&d, algorithm, f->name, f->name_len);
        update(&d, algorithm, "=", 1);
        update(&d, algorithm, f->value, f->value_len);
        update(&d, algorithm, "&", 1);
    }
    update(&d, algorithm, "key=", 4);
    update(&d, algorithm, secret, secret_len);
    if (algorithm == C_MD5) {
        md5_finish(&d.md5, hash);
    } else {
        sha256_finish(&d.sha256, hash);
        start_hmac(&d, secret, secret_len, 0x5c);
        sha256_update(&d.sha256, hash, sizeof hash);
        sha256_finish(&d.sha256, hash);
    }

    for (size_t i = 0; i < 2 * hash_len; i++)
        hex_out[i] = "0123456789ABCDEF"[hash[i / 2] >> (i % 2 ? 0 : 4) & 15];
    return (int)(2 * hash_len);
}
