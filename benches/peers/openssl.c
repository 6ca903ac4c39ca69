/* What a program in C would put together: OpenSSL's digests, fetched once, a sorter by hand, and
 * expat (measure/c/reader.c of the example for bare metal). Written XML is CDATA throughout. */
#define _POSIX_C_SOURCE 200809L
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "../../ffi/examples/bare-metal/measure/c/signer.h"

#define FIELD struct field
#include "../counts/workload.h"
#include "peer.h"

static struct table w1, w2;
static struct text secret, w3, w4;
static EVP_MD *md5;
static EVP_MD_CTX *md5_context;
static EVP_MAC_CTX *hmac_context;
static char out[2048];

static int is_before(const struct field *a, const struct field *b)
{
    size_t shorter = a->name_len < b->name_len ? a->name_len : b->name_len;
    int difference = memcmp(a->name, b->name, shorter);
    return difference != 0 ? difference < 0 : a->name_len < b->name_len;
}

/* By insertion: what is sorted already costs nothing. */
static void sort(const struct field **order, size_t count)
{
    size_t i, at;
    for (i = 1; i < count; i++) {
        const struct field *field = order[i];
        for (at = i; at > 0 && is_before(field, order[at - 1]); at--)
            order[at] = order[at - 1];
        order[at] = field;
    }
}

static char *append(char *to, const char *bytes, size_t len)
{
    memcpy(to, bytes, len);
    return to + len;
}

static void hex(const unsigned char *digest, size_t len, char *to)
{
    static const char digits[] = "0123456789ABCDEF";
    size_t i;
    for (i = 0; i < len; i++) {
        to[2 * i] = digits[digest[i] >> 4];
        to[2 * i + 1] = digits[digest[i] & 15];
    }
    to[2 * len] = '\0';
}

static void sign(int algorithm, const struct field *fields, size_t count, char *signature)
{
    const struct field *order[MOST_FIELDS];
    char text[MOST_BYTES], *end = text;
    unsigned char digest[32];
    size_t i, kept = 0, len = 0;
    unsigned int md5_len = 0;
    for (i = 0; i < count; i++)
        if (fields[i].value_len && !(fields[i].name_len == 4 && !memcmp(fields[i].name, "sign", 4)))
            order[kept++] = &fields[i];
    sort(order, kept);
    for (i = 0; i < kept; i++) {
        require(end + order[i]->name_len + order[i]->value_len + 80 < text + sizeof text, "room");
        end = append(end, order[i]->name, order[i]->name_len);
        *end++ = '=';
        end = append(end, order[i]->value, order[i]->value_len);
        *end++ = '&';
    }
    end = append(end, "key=", 4);
    end = append(end, secret.bytes, secret.len);
    if (algorithm == C_MD5) {
        EVP_DigestInit_ex2(md5_context, md5, NULL);
        EVP_DigestUpdate(md5_context, text, (size_t)(end - text));
        EVP_DigestFinal_ex(md5_context, digest, &md5_len);
        len = md5_len;
    } else {
        EVP_MAC_init(hmac_context, NULL, 0, NULL); /* again with the key it has */
        EVP_MAC_update(hmac_context, (unsigned char *)text, (size_t)(end - text));
        EVP_MAC_final(hmac_context, digest, &len, sizeof digest);
    }
    hex(digest, len, signature);
}

static const char *verify(const struct text *answer)
{
    struct field fields[MOST_FIELDS];
    char scratch[MOST_BYTES], expected[65];
    size_t count, i;
    if (c_read(answer->bytes, answer->len, fields, MOST_FIELDS, &count, scratch, sizeof scratch))
        return "refused";
    sign(C_MD5, fields, count, expected);
    for (i = 0; i < count; i++)
        if (fields[i].name_len == 4 && memcmp(fields[i].name, "sign", 4) == 0)
            return fields[i].value_len == 32 && !CRYPTO_memcmp(fields[i].value, expected, 32)
                       ? "accepted" : "refused";
    return "refused";
}

static char *element(char *to, const char *name, size_t name_len, const char *value, size_t len)
{
    to = append(append(append(to, "<", 1), name, name_len), "><![CDATA[", 10);
    to = append(append(append(to, value, len), "]]></", 5), name, name_len);
    return append(to, ">", 1);
}

static const char *build_w1(void)
{
    char signature[65], *end = append(out, "<xml>", 5);
    size_t i;
    sign(C_MD5, w1.fields, w1.count, signature);
    for (i = 0; i < w1.count; i++) {
        const struct field *f = &w1.fields[i];
        require(end + 2 * f->name_len + f->value_len + 100 < out + sizeof out, "room");
        end = element(end, f->name, f->name_len, f->value, f->value_len);
    }
    end = element(end, "sign", 4, signature, 32);
    append(end, "</xml>", 7);
    return out;
}

static const char *sign_w1(void) { return sign(C_MD5, w1.fields, w1.count, out), out; }
static const char *sign_w2(void) { return sign(C_MD5, w2.fields, w2.count, out), out; }
static const char *hmac_w2(void) { return sign(C_HMAC_SHA256, w2.fields, w2.count, out), out; }
static const char *verify_w3(void) { return verify(&w3); }
static const char *verify_w4(void) { return verify(&w4); }

int main(int argc, char **argv)
{
    static const struct operation operations[] = {
        {"sign-w1", sign_w1}, {"sign-w2", sign_w2}, {"hmac-w2", hmac_w2}, {"verify-w3", verify_w3},
        {"verify-w4", verify_w4}, {"build-w1", build_w1}, {NULL, NULL},
    };
    char sha256[] = "SHA256";
    OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string("digest", sha256, 0),
                               OSSL_PARAM_construct_end()};
    require(argc == 2, "usage: openssl WORKLOADS");
    load(argv[1], "key.txt", &secret);
    load_fields(argv[1], "W1.fields.tsv", &w1);
    load_fields(argv[1], "W2.fields.tsv", &w2);
    load(argv[1], "W3.MD5.xml", &w3);
    load(argv[1], "W4.MD5.xml", &w4);
    md5 = EVP_MD_fetch(NULL, "MD5", NULL);
    md5_context = EVP_MD_CTX_new();
    hmac_context = EVP_MAC_CTX_new(EVP_MAC_fetch(NULL, "HMAC", NULL));
    require(md5 && md5_context && hmac_context
                && EVP_MAC_init(hmac_context, (unsigned char *)secret.bytes, secret.len, parameters),
            "OpenSSL");
    return main_of_peer(operations);
}
