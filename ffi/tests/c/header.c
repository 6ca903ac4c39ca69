/* Includes the headers twice, and checks the layout that other languages write
 * down by hand. Prints the text of every status and cause, and of some numbers
 * that are neither. */
#include "wxp_packed.h"
#include "wxp_protocol.h"
#include "wxp.h"
#include "wxp_packed.h"

#include <stdio.h>

#define ASSERT(name, condition) typedef char assert_##name[(condition) ? 1 : -1]
#define WORD sizeof(void *)

ASSERT(status, sizeof(wxp_status) == 4);
ASSERT(size_t, sizeof(size_t) == WORD);

ASSERT(field, sizeof(wxp_field) == 4 * WORD);
ASSERT(field_name, offsetof(wxp_field, name) == 0);
ASSERT(field_name_len, offsetof(wxp_field, name_len) == WORD);
ASSERT(field_value, offsetof(wxp_field, value) == 2 * WORD);
ASSERT(field_value_len, offsetof(wxp_field, value_len) == 3 * WORD);

ASSERT(key, sizeof(wxp_key) == WXP_KEY_SIZE && WXP_KEY_SIZE == 256);

ASSERT(text, sizeof(wxp_text) == 2 * WORD);
ASSERT(text_text, offsetof(wxp_text, text) == 0);
ASSERT(text_len, offsetof(wxp_text, len) == WORD);

ASSERT(record, sizeof(wxp_record) == 4 * WORD);
ASSERT(record_name, offsetof(wxp_record, name) == 0);
ASSERT(record_name_len, offsetof(wxp_record, name_len) == WORD);
ASSERT(record_fields, offsetof(wxp_record, fields) == 2 * WORD);
ASSERT(record_count, offsetof(wxp_record, count) == 3 * WORD);

ASSERT(quickpay, sizeof(wxp_quickpay) == 12);
ASSERT(timing, sizeof(wxp_timing) == 16);
ASSERT(timing_reserved, offsetof(wxp_timing, reserved) == 14);

ASSERT(verdict, sizeof(wxp_verdict) == 2 * WORD + 48);
ASSERT(verdict_fault_field, offsetof(wxp_verdict, fault_field) == 0);
ASSERT(verdict_verdict, offsetof(wxp_verdict, verdict) == 2 * WORD);
ASSERT(verdict_outcome, offsetof(wxp_verdict, outcome) == 2 * WORD + 4);
ASSERT(verdict_action, offsetof(wxp_verdict, action) == 2 * WORD + 8);
ASSERT(verdict_advice, offsetof(wxp_verdict, advice) == 2 * WORD + 12);
ASSERT(verdict_fault, offsetof(wxp_verdict, fault) == 2 * WORD + 16);
ASSERT(verdict_ambiguous, offsetof(wxp_verdict, ambiguous) == 2 * WORD + 20);
ASSERT(verdict_source, offsetof(wxp_verdict, source) == 2 * WORD + 24);
ASSERT(verdict_order, offsetof(wxp_verdict, order) == 2 * WORD + 28);
ASSERT(verdict_reserved, offsetof(wxp_verdict, reserved) == 2 * WORD + 32);

ASSERT(endpoint, sizeof(wxp_endpoint) == 6 * WORD + 64);
ASSERT(endpoint_path, offsetof(wxp_endpoint, path) == 0);
ASSERT(endpoint_host, offsetof(wxp_endpoint, host) == 2 * WORD);
ASSERT(endpoint_backup_host, offsetof(wxp_endpoint, backup_host) == 4 * WORD);
ASSERT(endpoint_get, offsetof(wxp_endpoint, get) == 6 * WORD);
ASSERT(endpoint_deprecated, offsetof(wxp_endpoint, deprecated) == 6 * WORD + 40);
ASSERT(endpoint_number, offsetof(wxp_endpoint, number) == 6 * WORD + 44);
ASSERT(endpoint_reserved, offsetof(wxp_endpoint, reserved) == 6 * WORD + 48);

/* The preprocessor knows the versions. */
#if WXP_ABI_VERSION != 1 || WXP_VERSION_MAJOR < 0 || WXP_VERSION_MINOR < 0 || WXP_VERSION_PATCH < 0
#error "versions"
#endif

int main(void) {
    static const wxp_status far[] = {-1, -62, 256, INT32_MAX, INT32_MIN};
    wxp_status status;
    int32_t cause, language;
    size_t i;

    if (wxp_abi_version() != WXP_ABI_VERSION || wxp_self_test() != WXP_OK)
        return 1;
    for (language = WXP_ENGLISH; language <= WXP_CHINESE; language++) {
        int tag = (int)language;
        for (status = 0; status <= 100; status++)
            printf("status %d %ld %s\n", tag, (long)status, wxp_status_text(status, language));
        for (cause = 0; cause <= 100; cause++)
            printf("cause %d %ld %s\n", tag, (long)cause, wxp_cause_text(cause, language));
        for (i = 0; i < sizeof far / sizeof *far; i++)
            printf("status %d %ld %s\n", tag, (long)far[i], wxp_status_text(far[i], language));
    }
    return 0;
}
