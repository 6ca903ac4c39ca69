/* Makes each hot call of the library for callgrind to count: calls WORKLOADS. Each is made twice
 * and counted once, when what the library and libc find out only once has been found out. */
#include <valgrind/callgrind.h>
#include <wxp_protocol.h>

#define FIELD wxp_field
#include "workload.h"

static wxp_key md5, hmac;
static struct table w1, w2, w1_sorted, w2_sorted, message;
static struct text w3, w4, w3_shuffled, w4_shuffled, secret;
static char out[2048], scratch[MOST_BYTES];
static size_t len;

/* What a row calls with. */
static const wxp_key *key;
static const struct table *request;
static const struct text *answer;

static void sign(void)
{
    require(wxp_sign(key, request->fields, request->count, out, sizeof out, &len) == WXP_OK,
            "wxp_sign");
}

static void build(void)
{
    require(wxp_xml_write(key, request->fields, request->count, out, sizeof out, &len) == WXP_OK,
            "wxp_xml_write");
}

static void read_answer(void)
{
    size_t fault;
    require(wxp_xml_read(answer->bytes, answer->len, message.fields, MOST_FIELDS, &message.count,
                         scratch, sizeof scratch, &fault) == WXP_OK,
            "wxp_xml_read");
}

/* From the bytes of the document, as a program has to. */
static void verify(void)
{
    read_answer();
    require(wxp_verify(key, message.fields, message.count) == WXP_OK, "wxp_verify");
}

static void judge(void)
{
    wxp_verdict verdict;
    require(wxp_judge(key, WXP_NOTICE_PAYMENT, message.fields, message.count, &verdict) == WXP_OK
                && verdict.verdict == WXP_SUCCEEDED,
            "wxp_judge");
}

/* A signature that no mistake leads to, so that all of them are tried. */
static void explain(void)
{
    static const char offered[] = "00112233445566778899AABBCCDDEEFF";
    int32_t cause;
    size_t marked;
    require(wxp_explain(key, request->fields, request->count, offered, 32, &cause, NULL, 0,
                &marked) == WXP_OK
                && cause == WXP_CAUSE_UNKNOWN,
            "wxp_explain");
}

static void count(const char *row, void (*call)(void))
{
    call();
    CALLGRIND_ZERO_STATS;
    CALLGRIND_TOGGLE_COLLECT;
    call();
    CALLGRIND_TOGGLE_COLLECT;
    CALLGRIND_DUMP_STATS_AT(row);
}

static int by_name(const void *left, const void *right)
{
    /* A tab follows each name, and sorts before all that can be in one. */
    return strcmp(((const wxp_field *)left)->name, ((const wxp_field *)right)->name);
}

static void load_all(const char *folder)
{
    load_fields(folder, "W1.fields.tsv", &w1);
    load_fields(folder, "W2.fields.tsv", &w2);
    load_fields(folder, "W1.fields.tsv", &w1_sorted);
    load_fields(folder, "W2.fields.tsv", &w2_sorted);
    qsort(w1_sorted.fields, w1_sorted.count, sizeof(wxp_field), by_name);
    qsort(w2_sorted.fields, w2_sorted.count, sizeof(wxp_field), by_name);
    load(folder, "W3.MD5.xml", &w3);
    load(folder, "W4.MD5.xml", &w4);
    load(folder, "W3s.MD5.xml", &w3_shuffled);
    load(folder, "W4s.MD5.xml", &w4_shuffled);
    load(folder, "key.txt", &secret);
    require(wxp_key_init(&md5, WXP_MD5, secret.bytes, secret.len) == WXP_OK
                && wxp_key_init(&hmac, WXP_HMAC_SHA256, secret.bytes, secret.len) == WXP_OK,
            "wxp_key_init");
}

int main(int argc, char **argv)
{
    require(argc == 2, "usage: calls WORKLOADS");
    load_all(argv[1]);

    key = &md5;
    request = &w1, count("sign-w1-md5", sign);
    request = &w1_sorted, count("sign-w1-md5-sorted", sign);
    request = &w2, count("sign-w2-md5", sign);
    request = &w2_sorted, count("sign-w2-md5-sorted", sign);
    key = &hmac;
    request = &w1, count("sign-w1-hmac", sign);
    request = &w1_sorted, count("sign-w1-hmac-sorted", sign);
    request = &w2, count("sign-w2-hmac", sign);
    request = &w2_sorted, count("sign-w2-hmac-sorted", sign);
    key = &md5;
    request = &w1, count("build-w1", build), count("explain-w1", explain);
    answer = &w4, count("verify-w4", verify);
    answer = &w3_shuffled, count("verify-w3s", verify);
    answer = &w4_shuffled, count("verify-w4s", verify);
    answer = &w3, count("verify-w3", verify), count("read-w3", read_answer);
    count("judge-w3", judge); /* of the table that was just read */
    return 0;
}
