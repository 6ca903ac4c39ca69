/*
 * wxp_packed.h: the calls of wxp.h and wxp_protocol.h that take a table, for languages that build
 * structs of C slowly. The rules at the head of wxp.h apply.
 *
 * A packed table is one text: the name of a field, NUL, its value, NUL, and so on for each field,
 * in any order. A table that the library writes is sorted by name. A malformed table is
 * WXP_E_PACKED. A table of more than WXP_PACKED_MAX fields is WXP_E_TOO_MANY_FIELDS.
 */
#ifndef WXP_PACKED_H
#define WXP_PACKED_H

#include "wxp_protocol.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---------------- Calls that take packed tables ----------------------------------------------- */

/** The most fields of a packed table. */
enum { WXP_PACKED_MAX = 512 };

/** As wxp_sign. Calls with a packed table take up to 22 KB of stack, 11 KB on 32-bit machines. */
WXP_API WXP_MUST_USE wxp_status wxp_sign_packed(const wxp_key *key, const char *packed,
    size_t packed_len, char *out, size_t capacity, size_t *len);

/** As wxp_verify. */
WXP_API WXP_MUST_USE wxp_status wxp_verify_packed(const wxp_key *key, const char *packed,
    size_t packed_len);

/** As wxp_canonical. */
WXP_API WXP_MUST_USE wxp_status wxp_canonical_packed(const char *packed, size_t packed_len,
    char *out, size_t capacity, size_t *len);

/** As wxp_xml_write. */
WXP_API WXP_MUST_USE wxp_status wxp_xml_write_packed(const wxp_key *key, const char *packed,
    size_t packed_len, char *out, size_t capacity, size_t *len);

/** As wxp_judge. */
WXP_API WXP_MUST_USE wxp_status wxp_judge_packed(const wxp_key *key, int32_t source,
    const char *packed, size_t packed_len, wxp_verdict *verdict);

/** As wxp_expect. *differs points into `expected`, or is static. */
WXP_API WXP_MUST_USE wxp_status wxp_expect_packed(const wxp_verdict *verdict, const char *packed,
    size_t packed_len, const char *expected, size_t expected_len, wxp_text *differs);

/** As wxp_payload. */
WXP_API WXP_MUST_USE wxp_status wxp_payload_packed(const wxp_key *key, int32_t kind,
    const char *packed, size_t packed_len, char *out, size_t capacity, size_t *len,
    wxp_text *missing);

/** As wxp_check. The index counts the fields of the packed table. */
WXP_API WXP_MUST_USE wxp_status wxp_check_packed(const char *packed, size_t packed_len,
    size_t *index, size_t *offset);

/**
 * As wxp_check_request, of the fields in their order in the packed table. Names of fields point
 * into it.
 */
WXP_API WXP_MUST_USE wxp_status wxp_check_request_packed(int32_t source, uint32_t algorithm,
    const char *packed, size_t packed_len, wxp_finding *findings, size_t capacity, size_t *found);

/** As wxp_explain, of the order in the packed table. The indexes count its fields. */
WXP_API WXP_MUST_USE wxp_status wxp_explain_packed(const wxp_key *key, const char *packed,
    size_t packed_len, const char *offered, size_t offered_len, int32_t *cause, size_t *marked,
    size_t capacity, size_t *marked_count);

/** As wxp_explain_second. The indexes count the fields of the packed table. */
WXP_API WXP_MUST_USE wxp_status wxp_explain_second_packed(const wxp_key *key, const char *packed,
    size_t packed_len, const char *offered, size_t offered_len, int32_t *second, int32_t *cause,
    size_t *marked, size_t capacity, size_t *marked_count);

/* ---------------- Calls that write packed tables ---------------------------------------------- */

/**
 * As wxp_xml_read, into a packed table, which is never longer than the document. If the document is
 * refused, *fault is the offset of the fault, in bytes.
 */
WXP_API WXP_MUST_USE wxp_status wxp_xml_read_packed(const char *document, size_t document_len,
    char *out, size_t capacity, size_t *len, size_t *fault);

/** As wxp_refund_read, into a packed table. */
WXP_API WXP_MUST_USE wxp_status wxp_refund_read_packed(const char *document, size_t document_len,
    char *out, size_t capacity, size_t *len, size_t *fault);

/** As wxp_xml_read_nested, into a packed table, which is never longer than the document. */
WXP_API WXP_MUST_USE wxp_status wxp_xml_read_nested_packed(const char *document,
    size_t document_len, char *out, size_t capacity, size_t *len, size_t *fault);

/**
 * As wxp_xml_records. Each record is its name, NUL, its packed table and NUL, which ends it,
 * because no field has an empty name.
 */
WXP_API WXP_MUST_USE wxp_status wxp_xml_records_packed(const char *document, size_t document_len,
    char *out, size_t capacity, size_t *len, size_t *fault);

/**
 * As wxp_body_fields, into a packed table, which is never longer than the text and two bytes. The
 * scratch has to be as long as the text, or it is WXP_E_LENGTH.
 */
WXP_API WXP_MUST_USE wxp_status wxp_body_fields_packed(const char *body, size_t body_len,
    char *scratch, size_t scratch_capacity, char *out, size_t capacity, size_t *len,
    int32_t *traits, size_t *fault);

#ifdef __cplusplus
}
#endif

#endif /* WXP_PACKED_H */
