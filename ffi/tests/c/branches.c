/* How often calls branch on a secret, or use it as an address. Run it under
 * valgrind: the program marks the secret as uninitialized memory, and valgrind
 * reports what depends on it. Prints the number of reports of each call.
 *
 * A result is marked as initialized when it becomes public: a signature when it
 * is returned, and a status. Calls that continue to work with a signature, which
 * is public, are left out. */
#include "wxp.h"

#include <stdio.h>
#include <string.h>
#include <valgrind/memcheck.h>

#define LEN 32
#define COUNT(array) (sizeof(array) / sizeof *(array))

static char secret[LEN], signature[WXP_SIGNATURE_MAX], wrong[WXP_SIGNATURE_MAX];
static wxp_key key;
static size_t signature_len;
static wxp_verdict verdict;

static wxp_field answer[] = {
    {"return_code", 11, "SUCCESS", 7}, {"result_code", 11, "SUCCESS", 7},
    {"mch_id", 6, "10000100", 8},      {"nonce_str", 9, "5K8264ILTKCH16CQ2502SI8ZNMTM67VS", LEN},
    {"out_trade_no", 12, "1", 1},      {"transaction_id", 14, "4", 1},
    {"total_fee", 9, "1", 1},
    {"sign", 4, NULL, 0},
};
#define SIGNED (COUNT(answer) - 1)
static wxp_field *const sign = answer + SIGNED;

/* The control: ends at the first byte that differs. */
static wxp_status leaky(void) {
    static const char other[LEN + 1] = "zQ7vK2xW9pL4mT8bR5nJ3hD6gF1cYsUE";
    size_t i;
    for (i = 0; i < LEN; i++)
        if (secret[i] != other[i]) return WXP_E_SIGNATURE_MISMATCH;
    return WXP_OK;
}

static unsigned before;

/* Shows how many reports there were since the last time. */
static int shown(const char *name, wxp_status status, wxp_status expected) {
    const unsigned reports = VALGRIND_COUNT_ERRORS;
    VALGRIND_MAKE_MEM_DEFINED(&status, sizeof status);
    printf("%s\t%u\n", name, reports - before);
    before = VALGRIND_COUNT_ERRORS;
    return status == expected;
}

static int every(uint32_t algorithm) {
    int good;
    memcpy(secret, "zQ7vK2xW9pL4mT8bR5nJ3hD6gF1cYsUe", LEN);
    VALGRIND_MAKE_MEM_UNDEFINED(secret, LEN);
    before = VALGRIND_COUNT_ERRORS;
    good = shown("wxp_key_init", wxp_key_init(&key, algorithm, secret, LEN), WXP_OK);
    good &= shown("wxp_sign",
                  wxp_sign(&key, answer, SIGNED, signature, sizeof signature, &signature_len), WXP_OK);
    VALGRIND_MAKE_MEM_DEFINED(signature, sizeof signature);
    sign->value_len = signature_len;
    sign->value = signature;
    good &= shown("wxp_verify", wxp_verify(&key, answer, COUNT(answer)), WXP_OK);
    good &= shown("wxp_judge",
                  wxp_judge(&key, WXP_PAY_MICROPAY, answer, COUNT(answer), &verdict), WXP_OK);
    sign->value = wrong;
    good &= shown("wxp_verify, wrong", wxp_verify(&key, answer, COUNT(answer)),
                  WXP_E_SIGNATURE_MISMATCH);
    wxp_key_wipe(&key);
    good &= shown("control", leaky(), WXP_E_SIGNATURE_MISMATCH);
    return good;
}

int main(void) {
    memset(wrong, 'A', sizeof wrong);
    return !(every(WXP_MD5) && every(WXP_HMAC_SHA256));
}
