/* Eight threads share one key that nobody writes to. Their results must be
 * those of one thread alone. */
#include "tsan.h"
#include "wxp.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define THREADS 8
#define ROUNDS 500

static wxp_key key;
static char answer[512];
static size_t answer_len;

/* What one round comes to: a signature, and the verdict on an answer. */
typedef struct {
    char signature[WXP_SIGNATURE_MAX];
    wxp_status verified;
    wxp_verdict verdict;
    int failed;
} result;

static const wxp_field table[] = {
    {"return_code", 11, "SUCCESS", 7},
    {"result_code", 11, "SUCCESS", 7},
    {"mch_id", 6, "10000100", 8},
    {"out_trade_no", 12, "1", 1},
    {"transaction_id", 14, "4", 1},
    {"total_fee", 9, "1", 1},
    {"attach", 6, "a<b", 3},
};
#define FIELDS (sizeof table / sizeof *table)

static result round_of(void) {
    result r;
    wxp_field fields[16];
    char scratch[sizeof answer];
    size_t len, count, fault;

    memset(&r, 0, sizeof r);
    r.failed |= wxp_sign(&key, table, FIELDS, r.signature, sizeof r.signature, &len);
    r.failed |= wxp_xml_read(answer, answer_len, fields, 16, &count, scratch, sizeof scratch, &fault);
    if (r.failed)
        return r;
    r.verified = wxp_verify(&key, fields, count);
    r.failed |= wxp_judge(&key, WXP_PAY_MICROPAY, fields, count, &r.verdict);
    return r;
}

static void *run(void *differences) {
    const result first = round_of();
    int i;
    for (i = 0; i < ROUNDS; i++) {
        const result next = round_of();
        *(int *)differences += memcmp(&first, &next, sizeof next) != 0;
    }
    *(int *)differences += first.failed || first.verified || first.verdict.verdict != WXP_SUCCEEDED;
    return NULL;
}

int main(void) {
    pthread_t threads[THREADS];
    int differences[THREADS] = {0}, sum = 0, i;

    if (wxp_key_init(&key, WXP_HMAC_SHA256, "192006250b4c09247ec02edce69f6a2d", 32) != WXP_OK ||
        wxp_xml_write(&key, table, FIELDS, answer, sizeof answer, &answer_len) != WXP_OK)
        return 2;
    for (i = 0; i < THREADS; i++)
        if (pthread_create(threads + i, NULL, run, differences + i) != 0)
            return 2;
    for (i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        sum += differences[i];
    }
    printf("%d threads, %d differences\n", THREADS, sum);
    return 0;
}
