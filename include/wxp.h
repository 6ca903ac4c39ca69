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

/* ---------------- Version --------------------------------------------------------------------- */

#ifndef WXP_CDEF
#define WXP_ABI_VERSION   1 /**< The major number of the shared library. */
#define WXP_VERSION_MAJOR 0 /**< The major version of this header, for #if. */
#define WXP_VERSION_MINOR 1 /**< The minor version. */
#define WXP_VERSION_PATCH 0 /**< The patch version. */
#else
enum { WXP_ABI_VERSION = 1, WXP_VERSION_MAJOR = 0, WXP_VERSION_MINOR = 1, WXP_VERSION_PATCH = 0 };
#endif

/** WXP_ABI_VERSION of the loaded library. Compare it with the header's before any other call. */
WXP_API WXP_MUST_USE uint32_t wxp_abi_version(void);

/** The version of the loaded library, such as "0.1.0": static. */
WXP_API WXP_MUST_USE const char *wxp_version(void);

/* ---------------- Statuses -------------------------------------------------------------------- */

/** What a call came to. */
enum {
  WXP_OK = 0,                    /**< Done. */
  WXP_E_NULL = 1,                /**< A pointer is NULL and must not be. */
  WXP_E_LENGTH = 2,              /**< A length that no object in memory can have. */
  WXP_E_ALIGNMENT = 3,           /**< A pointer is not aligned for its type. */
  WXP_E_OVERLAP = 4,             /**< An output overlaps an input or another output. */
  WXP_E_KEY = 5,                 /**< Not a key of wxp_key_init: zeroed, wiped or foreign. */
  WXP_E_ARGUMENT = 6,            /**< An unknown number, or a value out of range. */
  WXP_E_NOT_FOUND = 7,           /**< Nothing has this name or number. */
  WXP_E_PACKED = 8,              /**< A malformed packed table. */
  WXP_E_SELF_TEST = 9,           /**< The library computes wrongly on this machine. */
  WXP_E_SECRET_LENGTH = 10,      /**< An API key has exactly 32 characters (any other secret 1 to
                                      64 bytes). */
  WXP_E_SECRET_CHARACTER = 11,   /**< An API key has only ASCII letters and digits; another
                                      character. */
  WXP_E_FIELD_NAME = 20,         /**< Not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64
                                      bytes). */
  WXP_E_DUPLICATE_FIELD = 21,    /**< A field that is already in the table. */
  WXP_E_TOO_MANY_FIELDS = 22,    /**< More than 255 fields not in signing order, or more than a
                                      call takes. */
  WXP_E_CHARACTER = 23,          /**< A character that cannot be sent (control character, or four
                                      bytes in UTF-8). */
  WXP_E_NOTIFY_URL = 24,         /**< Not an http or https address with host and path (ASCII, at
                                      most 256 bytes). */
  WXP_E_NOTIFY_URL_QUERY = 25,   /**< A query, which a notify_url does not take. */
  WXP_E_MISSING = 26,            /**< A missing or empty field. */
  WXP_E_ADDRESS_LENGTH = 27,     /**< An address of more than 1024 bytes. */
  WXP_E_LEAKED_SECRET = 28,      /**< A value that holds the API key. */
  WXP_E_IMITATION = 29,          /**< A value that imitates a field (&name=). */
  WXP_E_SPACE = 30,              /**< Too little room. */
  WXP_E_NOT_XML = 40,            /**< Not an XML document. */
  WXP_E_NOT_UTF8 = 41,           /**< Bytes that are not UTF-8. */
  WXP_E_TRUNCATED = 42,          /**< The document is cut short. */
  WXP_E_MALFORMED = 43,          /**< Malformed markup. */
  WXP_E_END_TAG = 44,            /**< An end tag that does not match its start tag. */
  WXP_E_REFERENCE = 45,          /**< A reference that is malformed, undefined or to a forbidden
                                      character. */
  WXP_E_CONTROL = 46,            /**< A character that XML forbids. */
  WXP_E_DECLARATION = 47,        /**< A malformed XML declaration. */
  WXP_E_SECOND_ROOT = 48,        /**< A second root element. */
  WXP_E_TRAILING = 49,           /**< Something after the end of the document. */
  WXP_E_DOCTYPE = 50,            /**< A DOCTYPE or other declaration. */
  WXP_E_COMMENT = 51,            /**< A comment. */
  WXP_E_PROCESSING_INSTRUCTION = 52, /**< A processing instruction. */
  WXP_E_ATTRIBUTE = 53,          /**< An attribute. */
  WXP_E_PREFIX = 54,             /**< A name with a namespace prefix. */
  WXP_E_NAME = 55,               /**< Not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64
                                      bytes). */
  WXP_E_NESTED = 56,             /**< An element inside a field. */
  WXP_E_DUPLICATE = 57,          /**< A field that the document has already. */
  WXP_E_STRAY = 58,              /**< Text between fields. */
  WXP_E_ENCODING = 59,           /**< An XML version other than 1.0 or an encoding other than
                                      UTF-8. */
  WXP_E_UNSIGNED = 60,           /**< No signature. */
  WXP_E_ALGORITHM_MISMATCH = 61, /**< Signed with another algorithm than the one agreed. */
  WXP_E_SIGNATURE_MISMATCH = 62, /**< The signature does not match. */
  WXP_E_NO_RETURN_CODE = 63,     /**< No return_code. */
  WXP_E_SEALED = 64,             /**< The sealed part cannot be opened. */
  WXP_E_LACKS = 65,              /**< Authentic, but of another kind: it lacks a field. */
  WXP_E_FOREIGN = 66,            /**< Authentic, but of another kind: it has a foreign field. */
  WXP_E_AMBIGUOUS = 67,          /**< Authentic, but ambiguous: a value imitates a field. */
  WXP_E_ROOT = 68,               /**< A root element with another name than xml. */
  WXP_E_DIFFERS = 69,            /**< A field differs from the caller's records. */
  WXP_E_BILL = 70,               /**< A line that does not fit the bill. */
  WXP_E_CELLS = 71,              /**< A line of a bill with another number of values than there
                                      are columns. */
  WXP_E_LIST = 72,               /**< Something that does not fit a list of fields. */
  WXP_E_ESCAPE = 73              /**< An escape that stands for nothing. */
};

/** The language of a text. */
enum {
  WXP_ENGLISH = 0, /**< English. */
  WXP_CHINESE = 1  /**< Chinese, in simplified characters. */
};

/**
 * WXP_OK or a WXP_E_ number. Its decade tells the source: below 10 the call, 10s the key, 20s the
 * caller's fields, 30s the caller's buffer, 40s XML that is not well-formed, 50s XML that is
 * refused on purpose, 60s authenticity, 70s a bill.
 */
typedef int32_t wxp_status;

/** A status as one clause, in English or in Chinese: static, never NULL. */
WXP_API WXP_MUST_USE const char *wxp_status_text(wxp_status status, int32_t language);

/* ---------------- Fields ---------------------------------------------------------------------- */

/** A field. One with an empty value is treated as absent: it is neither signed nor sent. */
typedef struct wxp_field {
  const char *name;  /**< Such as "total_fee". */
  size_t name_len;   /**< In bytes, at most 64. */
  const char *value; /**< Plain text, not escaped. */
  size_t value_len;  /**< In bytes. */
} wxp_field;

/** A piece of text, without a NUL at the end. */
typedef struct wxp_text {
  const char *text; /**< Not NULL. */
  size_t len;       /**< In bytes. */
} wxp_text;

/** The first field of this name, also if its value is empty. NULL if there is none. */
WXP_API WXP_MUST_USE const wxp_field *wxp_find(const wxp_field *fields, size_t count,
    const char *name, size_t name_len);

/** 1 if the field of this name has this value, else 0. A missing field has the empty value. */
WXP_API WXP_MUST_USE int32_t wxp_field_is(const wxp_field *fields, size_t count, const char *name,
    size_t name_len, const char *value, size_t value_len);

/**
 * Reads an amount such as the value of total_fee: digits without sign, spaces or leading zeros, in
 * the currency's smallest unit (fen for CNY). Fails with WXP_E_ARGUMENT for anything else.
 */
WXP_API WXP_MUST_USE wxp_status wxp_fen_parse(const char *amount, size_t amount_len, uint64_t *fen);

/* ---------------- Keys ------------------------------------------------------------------------ */

/** How messages are signed. */
enum {
  WXP_MD5 = 1,        /**< The default of the protocol. */
  WXP_HMAC_SHA256 = 2 /**< Prefer it where the operation allows it. */
};

/** The size of a wxp_key, in bytes. */
enum { WXP_KEY_SIZE = 256 };

/**
 * A secret that is prepared for one algorithm. It can be copied with memcpy. Wipe every copy that
 * is no longer needed.
 */
typedef struct wxp_key {
  uint64_t opaque[32]; /**< Private. */
} wxp_key;

/**
 * Prepares an API key of exactly 32 ASCII letters and digits, the one set on the merchant platform.
 * This is not the APIv3 key, the app secret or the private key of a certificate. Fails with
 * WXP_E_SECRET_LENGTH, WXP_E_SECRET_CHARACTER, or WXP_E_ARGUMENT for the algorithm.
 */
WXP_API WXP_MUST_USE wxp_status wxp_key_init(wxp_key *key, uint32_t algorithm, const char *secret,
    size_t secret_len);

/** As wxp_key_init, for any other secret of 1 to 64 bytes, such as a simulator's. */
WXP_API WXP_MUST_USE wxp_status wxp_key_init_nonstandard(wxp_key *key, uint32_t algorithm,
    const char *secret, size_t secret_len);

/**
 * Wipes a key. Any later use of it returns WXP_E_KEY. NULL and wiped keys are allowed. Do not wipe
 * a key that another thread uses. If it happens, on the processors that are tested, that call works
 * with the whole key, or returns WXP_E_KEY and writes nothing.
 */
WXP_API void wxp_key_wipe(wxp_key *key);

/* ---------------- Nonces ---------------------------------------------------------------------- */

/** The random bytes that make a nonce. */
enum { WXP_ENTROPY_SIZE = 16 };

/**
 * Writes a nonce_str of 32 letters and digits, from WXP_ENTROPY_SIZE random bytes. Take new ones
 * for each request from the operating system or a hardware generator, never from a clock or rand().
 * Fails with WXP_E_ARGUMENT for another number of bytes.
 */
WXP_API WXP_MUST_USE wxp_status wxp_nonce(const void *entropy, size_t entropy_len, char *out,
    size_t capacity, size_t *len);

/* ---------------- Signing --------------------------------------------------------------------- */

/** The longest signature, in bytes: 32 with MD5, 64 with HMAC-SHA256. */
enum { WXP_SIGNATURE_MAX = 64 };

/**
 * Writes the signature of a table, in upper-case hexadecimal digits. Empty values and the field
 * sign are not signed. Fails with WXP_E_LEAKED_SECRET.
 */
WXP_API WXP_MUST_USE wxp_status wxp_sign(const wxp_key *key, const wxp_field *fields, size_t count,
    char *out, size_t capacity, size_t *len);

/**
 * Checks the field sign of a table against all other fields. The key decides the algorithm, not the
 * message. This does not say what the message means; wxp_judge does. Fails with WXP_E_UNSIGNED,
 * WXP_E_ALGORITHM_MISMATCH or WXP_E_SIGNATURE_MISMATCH.
 */
WXP_API WXP_MUST_USE wxp_status wxp_verify(const wxp_key *key, const wxp_field *fields,
    size_t count);

/* ---------------- Documents ------------------------------------------------------------------- */

/**
 * Signs a table and writes the document to send: the signed fields sorted by name, then sign. Fails
 * with WXP_E_LEAKED_SECRET or WXP_E_CHARACTER; wxp_check names the field.
 */
WXP_API WXP_MUST_USE wxp_status wxp_xml_write(const wxp_key *key, const wxp_field *fields,
    size_t count, char *out, size_t capacity, size_t *len);

/**
 * Reads a flat document into a table that is sorted by name. Names and values point into the
 * document, or into the scratch if a value was written with entities, several CDATA sections or
 * carriage returns. A scratch as long as the document is always enough.
 *
 * On WXP_OK *count is the number of fields. On WXP_E_SPACE it is the number needed, and *fault is
 * the scratch needed, in bytes. If the document is refused, *fault is the offset of the fault, in
 * bytes. On any failure the table is emptied, and the content of the scratch is undefined.
 *
 * Fails with 40 to 59, or WXP_E_ROOT.
 */
WXP_API WXP_MUST_USE wxp_status wxp_xml_read(const char *document, size_t document_len,
    wxp_field *fields, size_t capacity, size_t *count, char *scratch, size_t scratch_capacity,
    size_t *fault);

/* ---------------- Operations and notices ------------------------------------------------------ */

/** What sends a message, by number. */
enum {
  WXP_PAY_CLOSEORDER = 56,      /**< Close order. */
  WXP_PAY_MICROPAY = 63,        /**< Quick Pay (pay code). */
  WXP_PAY_ORDERQUERY = 64,      /**< Order query. */
  WXP_PAY_REFUNDQUERY = 77,     /**< Refund query. */
  WXP_PAY_UNIFIEDORDER = 80,    /**< Unified order. */
  WXP_SECAPI_PAY_REFUND = 107,  /**< Refund. */
  WXP_SECAPI_PAY_REVERSE = 109, /**< Revoke. */
  WXP_NOTICE_PAYMENT = 1001,    /**< The notice "payment". */
  WXP_NOTICE_REFUND = 1005      /**< The notice "refund". */
};

/* ---------------- Judging --------------------------------------------------------------------- */

/** What a message means: is it authentic, was the operation done. */
enum {
  WXP_UNTRUSTED = 0, /**< The signature is missing or wrong, or the message is of another kind,
                          ambiguous, or no message of the protocol. Treat it as if no answer had
                          come. */
  WXP_SUCCEEDED = 1, /**< Authentic and done: a payment is paid. Call wxp_expect before you
                          deliver. */
  WXP_ACCEPTED = 2,  /**< Authentic and accepted, but not done: an order is not paid yet, a
                          refund not given back yet. */
  WXP_FAILED = 3,    /**< Authentic and not done. */
  WXP_UNSETTLED = 4, /**< Authentic, but the outcome is unknown or not final. Query it, and never
                          pay again under another number. */
  WXP_REFUSED = 5,   /**< The gateway did not take the call. It does not sign that, so it proves
                          nothing: where money can move, query all the same. */
  WXP_UNVOUCHED = 6  /**< Not signed, by an operation that does not always sign. Trust it only as
                          far as the connection; `outcome` is what the answer says. */
};

/** What to do next. */
enum {
  WXP_ACTION_NONE = 0,       /**< Nothing. */
  WXP_ACTION_QUERY = 1,      /**< Query the outcome under the same number. If a payout failed,
                                  mend what the advice names only after the query, and keep the
                                  number. */
  WXP_ACTION_REPEAT = 2,     /**< Send the same request again, with the same number and
                                  parameters. If a query says so, this means the payment or
                                  refund that it asks about. */
  WXP_ACTION_NEW_NUMBER = 3, /**< It failed for good: start again under a new number. */
  WXP_ACTION_CUSTOMER = 4,   /**< It failed for good: the customer must act first. */
  WXP_ACTION_SETUP = 5,      /**< It failed for good: the merchant must change a setting. */
  WXP_ACTION_PROGRAM = 6,    /**< It failed for good: the program sends a wrong request. */
  WXP_ACTION_DONE = 7        /**< What was asked for is done already. */
};

/** What a message says about an order. */
enum {
  WXP_ORDER_UNKNOWN = 0,   /**< Nothing known about an order. */
  WXP_ORDER_PAID = 1,      /**< Paid. */
  WXP_ORDER_REFUNDED = 2,  /**< Paid, and refunded since, all or in part. */
  WXP_ORDER_UNPAID = 3,    /**< Not paid so far; it can still be paid. */
  WXP_ORDER_PAYING = 4,    /**< The customer enters the password, or a deduction follows. */
  WXP_ORDER_PAY_ERROR = 5, /**< It failed, but not for good: reverse or close the order. */
  WXP_ORDER_CLOSED = 6,    /**< Closed or reversed: not paid, and it will not be. */
  WXP_ORDER_ABSENT = 7     /**< No such order is known, or not yet. */
};

/** What a message means. All zeros is WXP_UNTRUSTED. */
typedef struct wxp_verdict {
  wxp_text fault_field; /**< The field that `fault` is about, if it is WXP_E_LACKS, WXP_E_FOREIGN
                             or WXP_E_AMBIGUOUS; else empty. */
  int32_t verdict;      /**< WXP_UNTRUSTED to WXP_UNVOUCHED. */
  int32_t outcome;      /**< WXP_SUCCEEDED to WXP_UNSETTLED, also for WXP_UNVOUCHED; else 0. */
  int32_t action;       /**< A WXP_ACTION_ number. */
  int32_t advice;       /**< Why, as a number for wxp_advice_text; 0 if there is nothing to do. */
  wxp_status fault;     /**< Why it is WXP_UNTRUSTED; else WXP_OK. */
  int32_t ambiguous;    /**< 1 if a value contains "&name=", so that the signature fits other
                             fields as well. Such a value is believed only in free text. */
  int32_t source;       /**< The number of the operation or notice that it was judged as. */
  int32_t order;        /**< A WXP_ORDER_ number. */
  int32_t reserved[4];  /**< Zeros. */
} wxp_verdict;

/**
 * Says what a message means. `source` is what sent it: the number of the operation that answered,
 * such as WXP_PAY_ORDERQUERY, or of a notice, such as WXP_NOTICE_PAYMENT. The key is the one that
 * signed the request.
 *
 * WXP_OK means only that the message was judged: look at verdict->verdict before its fields. Fails
 * with WXP_E_NOT_FOUND.
 */
WXP_API WXP_MUST_USE wxp_status wxp_judge(const wxp_key *key, int32_t source,
    const wxp_field *fields, size_t count, wxp_verdict *verdict);

/**
 * Writes the reply to a notice, to send with HTTP status 200: `taken` is 1 if it was taken, and 0
 * to get it again. Fails with WXP_E_NOT_FOUND for "risk", and for "native-scan", whose reply is a
 * WXP_PAYLOAD_.
 */
WXP_API WXP_MUST_USE wxp_status wxp_acknowledge(int32_t notice, int32_t taken, char *out,
    size_t capacity, size_t *len);

/* ---------------- Comparing with your records ------------------------------------------------- */

/**
 * Compares a judged message with your records. Call it before money or goods move, with all that
 * was sent and stored: out_trade_no, appid, mch_id, total_fee. An empty expected value means that
 * the message must not have the field. With total_fee, the currency is compared too: CNY, unless
 * fee_type is expected. A message without fee_type is about CNY.
 *
 * Fails with WXP_E_DIFFERS, and *differs is the name of the field, in `expected` or static; or with
 * WXP_E_ARGUMENT if nothing is expected, or if the verdict is WXP_UNTRUSTED or WXP_REFUSED.
 */
WXP_API WXP_MUST_USE wxp_status wxp_expect(const wxp_verdict *verdict, const wxp_field *fields,
    size_t count, const wxp_field *expected, size_t expected_count, wxp_text *differs);

/* ---------------- Quick Pay ------------------------------------------------------------------- */

/** What happened to a Quick Pay payment. */
enum {
  WXP_EVENT_NONE = 0,      /**< Nothing: only ask for the next step. */
  WXP_EVENT_ORDER = 1,     /**< /pay/micropay answered, also late or twice. */
  WXP_EVENT_QUERY = 2,     /**< /pay/orderquery answered; each answer counts once. */
  WXP_EVENT_REVERSE = 3,   /**< /secapi/pay/reverse answered, also late or twice. */
  WXP_EVENT_NO_ANSWER = 4, /**< The request got no answer, or none that can be read. */
  WXP_EVENT_WAITED = 5,    /**< The wait is over. */
  WXP_EVENT_CANCELLED = 6, /**< The cashier gives up. A payment that was made is reversed. */
  WXP_EVENT_RESUMED = 7,   /**< The terminal was off. Then this is the first event. */
  WXP_EVENT_NOT_SENT = 8   /**< No connection was made, so the gateway cannot have the request.
                                If it may have left the terminal, this is WXP_EVENT_NO_ANSWER. */
};

/** What to do next about a Quick Pay payment. */
enum {
  WXP_STEP_ORDER = 1,          /**< Send the order, with the customer's code. */
  WXP_STEP_QUERY = 2,          /**< Query the order. */
  WXP_STEP_REVERSE = 3,        /**< Reverse the order, with the merchant's client certificate. */
  WXP_STEP_WAIT = 4,           /**< Wait this many seconds. */
  WXP_STEP_PAID = 5,           /**< Finished: paid. Hand the goods over. */
  WXP_STEP_NOT_PAID = 6,       /**< Finished: not paid, and it will not be. Another attempt needs
                                    another order number. */
  WXP_STEP_REVERSED = 7,       /**< Finished: reversed. Any payment has gone back. */
  WXP_STEP_NOT_ANSWERED = 8,   /**< Finished, but unknown: no reverse is confirmed. Somebody must
                                    look before the customer pays again. */
  WXP_STEP_NOT_REVERSIBLE = 9, /**< Finished, but unknown or paid after all: it cannot be
                                    reversed. Somebody must look, and refund a payment. */
  WXP_STEP_NOT_SENT = 10       /**< Finished: not sent, because no connection was made. Nothing
                                    is paid. The order number can be used again. */
};

/**
 * One payment of a customer's code. It ends in a known outcome, and never charges twice. Its bytes
 * can be copied and saved, and have a checksum. Save them after each wxp_quickpay_next, before you
 * carry the step out; then the terminal can lose power at any moment.
 */
typedef struct wxp_quickpay {
  uint8_t opaque[12]; /**< Private. */
} wxp_quickpay;

/** Seconds to wait, and how often to try. The defaults, for China, are in parentheses. */
typedef struct wxp_timing {
  uint16_t first_query;     /**< Until the first query, and until a failure counts (5). */
  uint16_t spacing;         /**< Between queries (10; outside of China 3 to 5). */
  uint16_t total;           /**< Until an unpaid order is given up (45; outside of China 30). */
  uint16_t reverse_from;    /**< From the order to the first reverse (15). */
  uint16_t reverse_spacing; /**< Between reverses (5). */
  uint16_t reverses;        /**< The most reverses before somebody must look, up to 255 (10). */
  uint16_t queries;         /**< Queries to confirm a failed order or settle a reversed one, up
                                 to 255 (5). */
  uint16_t reserved;        /**< Zero. */
} wxp_timing;

/** Begins a payment. Then call wxp_quickpay_next with WXP_EVENT_NONE. */
WXP_API WXP_MUST_USE wxp_status wxp_quickpay_new(wxp_quickpay *payment);

/**
 * Takes an event, `seconds` after the last call, and says the next step. *wait is the seconds of
 * WXP_STEP_WAIT, else 0. WXP_STEP_ORDER comes once in the life of a payment. A finished payment
 * takes late answers: if it was paid after all, the next step is WXP_STEP_REVERSE.
 *
 * The verdict is that of the answer, as wxp_judge made it; NULL for other events. The operations
 * for face payments, deposits and sandboxes count as well. A verdict that is not authentic counts
 * as no answer. If timing is NULL, the defaults are used.
 *
 * Fails with WXP_E_ARGUMENT for an unknown event, a verdict of another operation than the event's,
 * or damaged bytes of the payment. Nothing changes then.
 */
WXP_API WXP_MUST_USE wxp_status wxp_quickpay_next(wxp_quickpay *payment, const wxp_timing *timing,
    int32_t event, const wxp_verdict *verdict, uint16_t seconds, int32_t *step, uint16_t *wait);

#ifdef __cplusplus
}
#endif

#endif /* WXP_H */
