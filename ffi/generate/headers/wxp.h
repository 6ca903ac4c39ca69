/*
 * wxp.h: the signatures and XML documents of the WeChat Pay V2 API.
 *
 *   to send     your fields -> wxp_xml_write -> your HTTPS
 *   to receive  your HTTPS -> wxp_xml_read -> wxp_judge -> wxp_expect -> the fields
 *
 * The library does no I/O, allocates no memory, and has no global state, no callbacks and no errno.
 * wxp_protocol.h declares what fewer programs need: facts about operations, nested documents,
 * second signatures, refund notices, bills, and why a signature is wrong. wxp_packed.h is for the
 * bindings of other languages.
 *
 * Pointers    Every pointer is NULL, or valid for as many objects as the length after it says:
 *             readable for the whole call, writable where it is not const, and nobody else writes
 *             there meanwhile. Without a length it is one object. NULL is allowed with a length of
 *             0, and where a function says so.
 * Text        is UTF-8 with a length in bytes, and no NUL at the end. Text that this header calls
 *             "static" ends with NUL and lives as long as the library. Text for people takes a
 *             language, WXP_ENGLISH or WXP_CHINESE; any other number means English.
 * Memory      belongs to the caller. The library keeps no pointer after a call, and nothing needs
 *             to be released. What is read points into the caller's document and scratch.
 * Outputs     are written only on WXP_OK. The functions name the exceptions. One is common: with
 *             (out, capacity, len), *len is the exact length on WXP_OK, and the length needed on
 *             WXP_E_SPACE. NULL with a capacity of 0 asks for it. No output may overlap an input or
 *             another output.
 * Statuses    Each function lists its own after "Fails with". These are not repeated:
 *             WXP_E_NULL, WXP_E_LENGTH, WXP_E_ALIGNMENT and WXP_E_OVERLAP for a wrong pointer;
 *             WXP_E_NOT_UTF8 for a text; WXP_E_KEY for a key; WXP_E_FIELD_NAME,
 *             WXP_E_DUPLICATE_FIELD and WXP_E_TOO_MANY_FIELDS for a table; WXP_E_SPACE for `out`.
 * Tables      are arrays of fields, in any order up to 255 fields. A larger table must be sorted by
 *             name, bytewise.
 * Documents   are UTF-8 with one root element, and text fields in it. Reading is strict. These are
 *             refused: DOCTYPE and other declarations, comments, processing instructions,
 *             attributes, prefixed names, elements inside a field, text between fields, and a field
 *             that comes twice. Values are what an XML 1.0 parser reports, and are not trimmed.
 * Threads     can make any calls at the same time. They can share a wxp_key while nobody writes it.
 * Stability   Numbers are never reused. New functions, new numbers and uses of reserved members
 *             leave WXP_ABI_VERSION as it is.
 *
 * Licensed under either of Apache License 2.0 or MIT, at your option.
 */
#ifndef WXP_H
#define WXP_H

#ifndef WXP_CDEF /* Define it for tools that read bare declarations: PHP FFI, cffi, LuaJIT. */
#include <stddef.h>
#include <stdint.h>
#endif

#ifndef WXP_API
#if defined(_WIN32) && !defined(WXP_STATIC)
#define WXP_API __declspec(dllimport)
#else
#define WXP_API
#endif
#endif

#ifndef WXP_MUST_USE
#if defined(__GNUC__) && !defined(WXP_CDEF)
#define WXP_MUST_USE __attribute__((warn_unused_result))
#else
#define WXP_MUST_USE
#endif
#endif

#ifndef WXP_CDEF
/** A literal, as a pointer and a length: wxp_find(fields, count, WXP_TEXT("total_fee")). */
#define WXP_TEXT(literal) ("" literal), (sizeof("" literal) - 1)
/** A field of two literals: wxp_field table[] = {WXP_FIELD("fee_type", "CNY")}. */
#define WXP_FIELD(name, value) {WXP_TEXT(name), WXP_TEXT(value)}
#endif

#ifdef __cplusplus
extern "C" {
#endif

@sections@

#ifdef __cplusplus
}
#endif

#endif /* WXP_H */
