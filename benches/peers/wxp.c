/* wxp, from C. */
#define _POSIX_C_SOURCE 200809L
#include <wxp.h>

#define FIELD wxp_field
#include "../counts/workload.h"
#include "peer.h"

static wxp_key md5, hmac;
static struct table w1, w2;
static struct text secret, w3, w4;
static char out[2048];

static const char *sign(const wxp_key *key, const struct table *request)
{
    size_t len;
    if (wxp_sign(key, request->fields, request->count, out, sizeof out - 1, &len))
        return "failed";
    out[len] = '\0';
    return out;
}

static const char *verify(const struct text *answer)
{
    wxp_field fields[MOST_FIELDS];
    char scratch[MOST_BYTES];
    size_t count, fault;
    if (wxp_xml_read(answer->bytes, answer->len, fields, MOST_FIELDS, &count, scratch,
                     sizeof scratch, &fault)
        || wxp_verify(&md5, fields, count))
        return "refused";
    return "accepted";
}

static const char *sign_w1(void) { return sign(&md5, &w1); }
static const char *sign_w2(void) { return sign(&md5, &w2); }
static const char *hmac_w2(void) { return sign(&hmac, &w2); }
static const char *verify_w3(void) { return verify(&w3); }
static const char *verify_w4(void) { return verify(&w4); }

static const char *build_w1(void)
{
    size_t len;
    if (wxp_xml_write(&md5, w1.fields, w1.count, out, sizeof out - 1, &len))
        return "failed";
    out[len] = '\0';
    return out;
}

int main(int argc, char **argv)
{
    static const struct operation operations[] = {
        {"sign-w1", sign_w1}, {"sign-w2", sign_w2}, {"hmac-w2", hmac_w2}, {"verify-w3", verify_w3},
        {"verify-w4", verify_w4}, {"build-w1", build_w1}, {NULL, NULL},
    };
    require(argc == 2, "usage: wxp WORKLOADS");
    load(argv[1], "key.txt", &secret);
    load_fields(argv[1], "W1.fields.tsv", &w1);
    load_fields(argv[1], "W2.fields.tsv", &w2);
    load(argv[1], "W3.MD5.xml", &w3);
    load(argv[1], "W4.MD5.xml", &w4);
    require(wxp_key_init(&md5, WXP_MD5, secret.bytes, secret.len) == WXP_OK
                && wxp_key_init(&hmac, WXP_HMAC_SHA256, secret.bytes, secret.len) == WXP_OK,
            "wxp_key_init");
    return main_of_peer(operations);
}
