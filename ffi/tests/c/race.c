/* Wipes a key while another thread uses it, which programs must not do. The
 * calls must never work with an empty secret, because anybody can sign with
 * that. */
#define _POSIX_C_SOURCE 200112L
#include "wxp_packed.h"
#include "wxp_protocol.h"

#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Long, so that most wipes come between the beginning of a call and the secret,
 * which MD5 absorbs last. */
#define TEXT 4000
static char text[TEXT];
/* MD5 of the fields, and of "&key=" with nothing behind it. */
static const char forged[] = "0C4F4996DF745A5D8C58009EFC312F15";
#define DIGITS (sizeof forged - 1)

static const wxp_field fields[] = {
    {"attach", 6, text, TEXT},         {"mch_id", 6, "10000100", 8},
    {"result_code", 11, "SUCCESS", 7}, {"return_code", 11, "SUCCESS", 7},
    {"sign", 4, forged, DIGITS},
};
#define COUNT (sizeof fields / sizeof *fields)
static char packed[TEXT + 256], out[2 * TEXT];
static size_t packed_len;

static wxp_key key;
static size_t len;
static wxp_verdict verdict;

/* Each call, and whether it took the empty secret for the key's. */
static wxp_status status;
#define ENDS_WITH(tail) \
    (status == WXP_OK && memcmp(out + len - DIGITS - sizeof tail + 1, forged, DIGITS) == 0)
static int sign(void) {
    status = wxp_sign(&key, fields, COUNT, out, sizeof out, &len);
    return ENDS_WITH("");
}
static int sign_packed(void) {
    status = wxp_sign_packed(&key, packed, packed_len, out, sizeof out, &len);
    return ENDS_WITH("");
}
static int write(void) {
    status = wxp_xml_write(&key, fields, COUNT, out, sizeof out, &len);
    return ENDS_WITH("</sign></xml>");
}
static int write_packed(void) {
    status = wxp_xml_write_packed(&key, packed, packed_len, out, sizeof out, &len);
    return ENDS_WITH("</sign></xml>");
}
static int verify(void) {
    status = wxp_verify(&key, fields, COUNT);
    return status == WXP_OK;
}
static int verify_packed(void) {
    status = wxp_verify_packed(&key, packed, packed_len);
    return status == WXP_OK;
}
static int judge(void) {
    status = wxp_judge(&key, WXP_PAY_MICROPAY, fields, COUNT, &verdict);
    return status == WXP_OK && verdict.fault != WXP_E_SIGNATURE_MISMATCH;
}
static int judge_packed(void) {
    status = wxp_judge_packed(&key, WXP_PAY_MICROPAY, packed, packed_len, &verdict);
    return status == WXP_OK && verdict.fault != WXP_E_SIGNATURE_MISMATCH;
}
static int explain(void) {
    int32_t cause = WXP_CAUSE_UNKNOWN;
    status = wxp_explain(&key, fields, COUNT, NULL, 0, &cause, NULL, 0, &len);
    return cause == WXP_CAUSE_NONE;
}

static int (*const calls[])(void) = {
    sign, sign_packed, write, write_packed, verify, verify_packed, judge, judge_packed, explain,
};
#define CALLS (sizeof calls / sizeof *calls)

static long tries, used;
static unsigned long believed[CALLS];
static pthread_barrier_t between;

static void *use(void *unused) {
    long now;
    for (now = 0; now < tries; now++) {
        const size_t call = (size_t)now % CALLS;
        pthread_barrier_wait(&between);
        __atomic_store_n(&used, now + 1, __ATOMIC_SEQ_CST);
        do believed[call] += (unsigned long)calls[call]();
        while (status != WXP_E_KEY);
        pthread_barrier_wait(&between);
    }
    return unused;
}

int main(int argc, char **argv) {
    unsigned long sum = 0;
    long i;
    uint32_t state = 20140401;
    pthread_t thread;
    size_t at;

    tries = argc > 1 ? atol(argv[1]) : 10000;
    memset(text, 'x', sizeof text);
    for (at = 0; at < COUNT; at++) {
        memcpy(packed + packed_len, fields[at].name, fields[at].name_len);
        packed_len += fields[at].name_len + 1;
        memcpy(packed + packed_len, fields[at].value, fields[at].value_len);
        packed_len += fields[at].value_len + 1;
    }
    if (pthread_barrier_init(&between, NULL, 2) != 0) return 2;
    if (pthread_create(&thread, NULL, use, NULL) != 0) return 2;
    for (i = 0; i < tries; i++) {
        volatile uint32_t wait;
        if (wxp_key_init(&key, WXP_MD5, "192006250b4c09247ec02edce69f6a2d", 32) != WXP_OK) return 2;
        pthread_barrier_wait(&between);
        while (__atomic_load_n(&used, __ATOMIC_SEQ_CST) <= i) sched_yield();
        state = state * 1664525 + 1013904223;
        for (wait = state >> 16; wait > 0; wait--) continue;
        wxp_key_wipe(&key);
        pthread_barrier_wait(&between);
    }
    pthread_join(thread, NULL);
    for (at = 0; at < CALLS; at++) sum += believed[at];
    printf("%ld tries, %lu forged\n", tries, sum);
    return 0;
}
