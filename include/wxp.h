/*
 * wxp: the signature and XML protocol core of the WeChat Pay V2 API.
 *
 * Out: fields -> wxp_xml_write -> your HTTPS. In: your HTTPS -> wxp_xml_read
 * -> wxp_judge -> the fields. The library does no I/O, allocates nothing, has
 * no global state, no callbacks and no errno, and never unwinds.
 *
 * Conventions
 *
 *   Text      is UTF-8 in a pointer and a length in bytes; it does not end with
 *             NUL. NULL with a length of 0 is an empty text. Only what is said
 *             to be static ends with NUL.
 *   Memory    is the caller's. Nothing is retained after a call, and nothing
 *             has to be released. Results of reading point into the caller's
 *             document or scratch.
 *   Outputs   are written on WXP_OK alone, but for lengths: *len is exact on
 *             WXP_OK, and on WXP_E_SPACE it is the length needed, of which
 *             nothing has been written. NULL with a capacity of 0 asks for it.
 *             On any other status outputs are as they were, where a function
 *             does not say otherwise. An output that lies over an input, such as
 *             the key, or over another output is WXP_E_OVERLAP.
 *   NULL      where something has to be is WXP_E_NULL.
 *   Status    is WXP_OK or a WXP_E_ number; numbers are never reused.
 *   Sizes     are macros and functions alike, for languages that cannot see
 *             macros.
 *   Threads   can call everything at once. A wxp_key can be shared as long as
 *             nobody writes to it; wxp_key_wipe says what becomes of one that
 *             is wiped too early.
 *   Stability WXP_ABI_VERSION is the major number of the shared library. New
 *             functions, numbers and uses of reserved room do not change it.
 *   Tables    of fields may be in any order; above 255 fields they must be
 *             sorted by name, bytewise. The caller must not change one during
 *             a call.
 *   Packed    tables are for languages in which building structs is dear: one
 *             text of name, NUL, value, NUL, and so on, in any order. The calls
 *             that take one end with _packed.
 *   Documents are UTF-8 with an optional byte order mark and XML declaration,
 *             one root element, and fields of text in it. Values are what a
 *             conforming XML 1.0 parser reports, never trimmed. Refused are
 *             DOCTYPE and other declarations, comments, processing
 *             instructions, attributes, prefixed names, elements inside a
 *             field, text between fields, and a field that comes twice.
 *
 * Licensed under either of Apache License 2.0 or MIT, at your option.
 */
#ifndef WXP_H
#define WXP_H


#ifndef WXP_CDEF /* set by tools that read bare declarations: PHP FFI, cffi */
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

#ifdef __cplusplus
extern "C" {
#endif


/**
 * The version of this ABI, which is also the major number of the shared library. Adding to the
 * ABI is compatible and leaves it as it is.
 */
#define WXP_ABI_VERSION 1
/** MD5, the protocol's default. */
#define WXP_MD5 1
/** HMAC-SHA256; prefer it wherever the operation allows it. */
#define WXP_HMAC_SHA256 2
/** The size of a wxp_key, in bytes; see wxp_key_size(). */
#define WXP_KEY_SIZE 256
/**
 * The longest signature, in bytes: 32 with MD5, 64 with HMAC-SHA256; see wxp_signature_max().
 */
#define WXP_SIGNATURE_MAX 64
/** Nothing but white space, if anything. */
#define WXP_BODY_EMPTY 0
/** A document of the protocol, or what begins like one. */
#define WXP_BODY_XML 1
/** Text, such as a bill. */
#define WXP_BODY_TEXT 2
/** Data in gzip form, such as a compressed bill. */
#define WXP_BODY_GZIP 3
/** JSON. */
#define WXP_BODY_JSON 4
/** A web page, such as a proxy's error. */
#define WXP_BODY_HTML 5
/**
 * Treat it as if no answer had come: the signature is missing or wrong, this is no answer of the
 * protocol, or it is authentic but of another kind, or ambiguous.
 */
#define WXP_UNTRUSTED 0
/**
 * Authentic, and done; for a payment, and a query or a notice of one: paid. Before delivering,
 * compare order number, amount, currency, appid and mch_id with your own records: wxp_expect.
 */
#define WXP_SUCCEEDED 1
/** Authentic, and taken on, but not done: an order is not paid, a refund not given back. */
#define WXP_ACCEPTED 2
/** Authentic, and not done. */
#define WXP_FAILED 3
/**
 * Authentic, but the outcome is not known or not final: query, and never pay again under another
 * number.
 */
#define WXP_UNSETTLED 4
/**
 * The gateway did not take the call. Nothing signs that, so it decides nothing: where money can
 * move, query all the same.
 */
#define WXP_REFUSED 5
/**
 * Not signed, by an operation that does not sign, or not always: worth as much as the connection.
 * The outcome is what the answer says.
 */
#define WXP_UNVOUCHED 6
/** No action is needed. */
#define WXP_ACTION_NONE 0
/**
 * Ask what became of it, with a query of the same number. Of a payout: put right what the advice
 * names only after that, and keep the number.
 */
#define WXP_ACTION_QUERY 1
/**
 * Send the same request again, with the same number and the same parameters; of a query that says
 * so, the payment or refund that it asks about.
 */
#define WXP_ACTION_REPEAT 2
/** It failed for good: start again under a new number. */
#define WXP_ACTION_NEW_NUMBER 3
/** It failed for good, and the customer has to do something else first. */
#define WXP_ACTION_CUSTOMER 4
/** It failed for good, and the merchant has to put something in order first. */
#define WXP_ACTION_SETUP 5
/** It failed for good, because the program sends what it should not. */
#define WXP_ACTION_PROGRAM 6
/** What was asked for is so already. */
#define WXP_ACTION_DONE 7
/** Nothing that is known about an order. */
#define WXP_ORDER_UNKNOWN 0
/** The order is paid. */
#define WXP_ORDER_PAID 1
/** The order was paid, and all or some of it has been refunded since. */
#define WXP_ORDER_REFUNDED 2
/** The order is not paid so far; it can still be paid. */
#define WXP_ORDER_UNPAID 3
/** The customer is entering the password, or a deduction is to come. */
#define WXP_ORDER_PAYING 4
/** The payment failed, which is not final: reverse or close the order. */
#define WXP_ORDER_PAY_ERROR 5
/** The order is closed or reversed: it is not paid, and will not be. */
#define WXP_ORDER_CLOSED 6
/** No such order is known, or not yet. */
#define WXP_ORDER_ABSENT 7
/** Signed in no answer. */
#define WXP_SIGNED_NEVER 0
/** Signed in some answers. */
#define WXP_SIGNED_SOMETIMES 1
/** Signed in all answers, but for refused calls. */
#define WXP_SIGNED_ALWAYS 2
/** Requests have no field sign_type. */
#define WXP_SIGN_TYPE_ABSENT 0
/** Requests with the default algorithm need no field sign_type. */
#define WXP_SIGN_TYPE_OPTIONAL 1
/** Requests need the field sign_type. */
#define WXP_SIGN_TYPE_REQUIRED 2
/** A successful answer is flat XML: wxp_xml_read. */
#define WXP_FORMAT_FLAT 0
/** A successful answer is nested XML: wxp_xml_read_nested. */
#define WXP_FORMAT_NESTED 1
/** A successful answer is text, such as a bill. */
#define WXP_FORMAT_TEXT 2
/** A successful answer is JSON. */
#define WXP_FORMAT_JSON 3
/** A successful answer is a page or a redirection. */
#define WXP_FORMAT_PAGE 4
/** Nothing happened: only say what to do now. The order is asked for once, and then a query. */
#define WXP_EVENT_NONE 0
/** The order was answered (/pay/micropay), as judged; also late or twice. */
#define WXP_EVENT_ORDER 1
/** A query was answered (/pay/orderquery), as judged; also late. Each answer counts once. */
#define WXP_EVENT_QUERY 2
/** A reverse was answered (/secapi/pay/reverse), as judged; also late or twice. */
#define WXP_EVENT_REVERSE 3
/** No answer to the request in hand, or none that can be read. */
#define WXP_EVENT_NO_ANSWER 4
/** The wait is over. */
#define WXP_EVENT_WAITED 5
/** The cashier gives the payment up. If it was paid all the same, it is reversed. */
#define WXP_EVENT_CANCELLED 6
/** The terminal was off, and has the payment back: always the first event then. */
#define WXP_EVENT_RESUMED 7
/**
 * No connection could be made for the request in hand, so the gateway cannot have got it. A request
 * that may have left the terminal is WXP_EVENT_NO_ANSWER.
 */
#define WXP_EVENT_NOT_SENT 8
/** Send the order, with the customer's code. */
#define WXP_STEP_ORDER 1
/** Query the order. */
#define WXP_STEP_QUERY 2
/** Reverse the order, with the merchant's client certificate. */
#define WXP_STEP_REVERSE 3
/** Wait so many seconds. */
#define WXP_STEP_WAIT 4
/** Finished: paid. Hand the goods over. */
#define WXP_STEP_PAID 5
/**
 * Finished: not paid, and it will not be: the order is closed, or it failed and is still not paid
 * after a wait. Another attempt needs another order number.
 */
#define WXP_STEP_NOT_PAID 6
/** Finished: reversed. What was paid, if anything, has gone back. */
#define WXP_STEP_REVERSED 7
/**
 * Finished, but not known: no reverse was answered, or none that was done is confirmed. Somebody
 * has to look before the customer pays anew.
 */
#define WXP_STEP_NOT_ANSWERED 8
/**
 * Finished, but not known or paid after all: it cannot be reversed. Somebody has to look, and
 * refund it if it is paid.
 */
#define WXP_STEP_NOT_REVERSIBLE 9
/**
 * Finished: the order was not sent, because no connection could be made. Nothing is paid. Another
 * attempt can use the same order number.
 */
#define WXP_STEP_NOT_SENT 10
/**
 * JSON for a page in WeChat (WeixinJSBridge, chooseWXPay) or a mini program (requestPayment), of
 * appid, nonce_str, prepay_id and timestamp.
 */
#define WXP_PAYLOAD_JSAPI 1
/** JSON for an app, of appid, mch_id, nonce_str, prepay_id and timestamp. */
#define WXP_PAYLOAD_APP 2
/**
 * JSON for a red packet in a mini program, of appid, nonce_str, package (as
 * /mmpaymkttransfers/sendminiprogramhb answered it) and timestamp. Only MD5 signs it.
 */
#define WXP_PAYLOAD_RED_PACKET 3
/**
 * The text of a QR code that stands for a product (Native mode 1), of appid, mch_id, nonce_str,
 * product_id and timestamp. Only MD5 signs it.
 */
#define WXP_PAYLOAD_NATIVE_CODE 4
/**
 * The document that replies to the notice "native-scan" with an order, of appid, mch_id, nonce_str
 * and prepay_id. Only MD5 signs it.
 */
#define WXP_PAYLOAD_NATIVE_ORDER 5
/**
 * The document that replies to the notice "native-scan" without one, of appid, err_code_des (what
 * to tell the customer), mch_id and nonce_str. Only MD5 signs it.
 */
#define WXP_PAYLOAD_NATIVE_REFUSAL 6
/**
 * The address of the page on which a customer signs a contract, within WeChat; of all fields.
 */
#define WXP_PAYLOAD_CONTRACT 7
/** As WXP_PAYLOAD_CONTRACT, in a browser outside of WeChat. */
#define WXP_PAYLOAD_CONTRACT_H5 8
/** As WXP_PAYLOAD_CONTRACT, for a service provider. */
#define WXP_PAYLOAD_CONTRACT_PARTNER 9
/** As WXP_PAYLOAD_CONTRACT_H5, for a service provider. */
#define WXP_PAYLOAD_CONTRACT_PARTNER_H5 10
/**
 * The inner signature of a red packet of Enterprise WeChat, the field workwx_sign, of act_name,
 * mch_billno, mch_id, nonce_str, re_openid, total_amount and wxappid. The key is made of the
 * enterprise's payment secret (wxp_key_init_nonstandard); only MD5 signs it.
 */
#define WXP_PAYLOAD_WORKWX_RED_PACKET 11
/**
 * As WXP_PAYLOAD_WORKWX_RED_PACKET, of a payment to a member of the staff: of amount, appid, desc,
 * mch_id, nonce_str, openid, partner_trade_no and ww_msg_type.
 */
#define WXP_PAYLOAD_WORKWX_STAFF 12
/** The signature is right. */
#define WXP_CAUSE_NONE 0
/** No known mistake leads to the signature. */
#define WXP_CAUSE_UNKNOWN 1
/** No signature was offered, or an empty one. */
#define WXP_CAUSE_MISSING 10
/** What was offered is no signature, nor a known distortion of the right one. */
#define WXP_CAUSE_FORM 11
/** The right signature, in lower case. wxp_verify accepts it. */
#define WXP_CAUSE_LOWER_CASE 12
/** The right signature, with white space before or after it. */
#define WXP_CAUSE_SURROUNDED 13
/** The right signature, cut off. Less than 16 digits are not held against it. */
#define WXP_CAUSE_TRUNCATED 14
/** The right signature without the zeros that lead it, or that lead its bytes. */
#define WXP_CAUSE_ZEROS_DROPPED 15
/** MD5 instead of HMAC-SHA256, or the other way round. */
#define WXP_CAUSE_OTHER_ALGORITHM 20
/** SHA-256 of the string with the key appended. */
#define WXP_CAUSE_PLAIN_SHA256 21
/** The right signature, in a message whose sign_type names another algorithm. */
#define WXP_CAUSE_CONTRADICTION 22
/** The string that was signed ends with the last field; HMAC used the key all the same. */
#define WXP_CAUSE_KEY_LEFT_OUT 30
/** The key follows the last field without &key=. */
#define WXP_CAUSE_KEY_UNNAMED 31
/** The key was used without the white space around it. */
#define WXP_CAUSE_KEY_TRIMMED 32
/** The key was used in lower case. */
#define WXP_CAUSE_KEY_LOWER_CASE 33
/** The key was used in upper case. */
#define WXP_CAUSE_KEY_UPPER_CASE 34
/** The key was used with LF or CR LF after it. */
#define WXP_CAUSE_KEY_LINE_END 35
/** The key was used with a blank after it. */
#define WXP_CAUSE_KEY_BLANK 36
/** One field was not signed. */
#define WXP_CAUSE_FIELD_LEFT_OUT 40
/** Empty values were signed, as name=. */
#define WXP_CAUSE_EMPTY_SIGNED 41
/** The field sign was signed as well, with its value or as sign=. */
#define WXP_CAUSE_SIGN_SIGNED 42
/** sign_type was not signed. */
#define WXP_CAUSE_SIGN_TYPE_LEFT_OUT 43
/** The algorithm's name was signed as sign_type, and the message does not say so. */
#define WXP_CAUSE_SIGN_TYPE_ADDED 44
/** Names were sorted without regard to their letter case. */
#define WXP_CAUSE_ORDER_IGNORING_CASE 50
/** Finished name=value texts were sorted: = sorts after digits. */
#define WXP_CAUSE_ORDER_OF_PAIRS 51
/** The fields were signed in the order of the caller's table. */
#define WXP_CAUSE_UNSORTED 52
/** Values were signed without the white space around them, and none that were blank. */
#define WXP_CAUSE_VALUE_TRIMMED 60
/** Values were signed with &, < and >, and perhaps quotes, as entities of XML. */
#define WXP_CAUSE_VALUE_ESCAPED 61
/** Values were signed with the CDATA section they are sent in. */
#define WXP_CAUSE_VALUE_IN_CDATA 62
/** Values were signed in URL-encoding, in one of the usual forms. */
#define WXP_CAUSE_VALUE_URL_ENCODED 63
/** Values were signed with LF in place of CR LF or CR, or without any CR. */
#define WXP_CAUSE_RETURNS_DROPPED 64
/** Values were signed with CR LF in place of LF. */
#define WXP_CAUSE_RETURNS_ADDED 65
/** Values were signed with ? in place of each character that is not ASCII. */
#define WXP_CAUSE_CHARACTERS_LOST 66
/** The UTF-8 of values was taken for ISO 8859-1 and encoded in UTF-8 again. */
#define WXP_CAUSE_ENCODED_TWICE 67
/** Values were signed in GBK. Only a library built with the feature gbk finds it. */
#define WXP_CAUSE_GBK 68
/** The random bytes that a nonce is made of; see wxp_entropy_size(). */
#define WXP_ENTROPY_SIZE 16
/** yyyyMMddHHmmss, as in time_start, time_expire and time_end. */
#define WXP_TIME_PLAIN 0
/** yyyy-MM-dd HH:mm:ss, as in success_time. */
#define WXP_TIME_SPACED 1
/**
 * The most fields of a packed table, above which it is WXP_E_TOO_MANY_FIELDS; see
 * wxp_packed_max(). The calls that take one need up to 22 KB of stack on 64-bit machines, and 11 KB
 * on 32-bit ones.
 */
#define WXP_PACKED_MAX 512

/**
 * What a call came to: WXP_OK, or one of the WXP_E_ numbers, which are permanent and never reused.
 * The decade says whose fault it is: below 10 the call itself, 10s the caller's configuration, 20s
 * the caller's fields, 30s the caller's buffer, 40s a document that is not well-formed, 50s one
 * that is refused on purpose, 60s authenticity, 70s a bill.
 */
typedef int32_t wxp_status;

/**
 * A field: a name and the text that is signed for it, in UTF-8 and without NUL at the end. An
 * empty value is an absent one: it is neither signed nor sent.
 */
typedef struct {
  /** Such as "total_fee". */
  const char *name;
  /** In bytes, at most 64. */
  size_t name_len;
  /** Plain text, not escaped. */
  const char *value;
  /** In bytes. */
  size_t value_len;
} wxp_field;

/**
 * A secret prepared for one algorithm, in memory of the caller's. It can be copied with memcpy
 * and shared between threads as long as nobody writes to it. Nothing needs to be released, but
 * wipe it when it is no longer needed, and every copy.
 */
typedef struct {
  /** Not for the caller. */
  uint64_t opaque[32];
} wxp_key;

/** A record of a nested document: a group of fields, such as hbinfo or setteinfo_0. */
typedef struct {
  /** Of the group; it points into the document. */
  const char *name;
  /** In bytes, at most 64. */
  size_t name_len;
  /** Sorted by name, for wxp_find. They lie in the table that was read into. */
  const wxp_field *fields;
  /** Of fields, 1 to 128. */
  size_t count;
} wxp_record;

/** A piece of text in UTF-8, without NUL at the end. */
typedef struct {
  /** Not NULL. */
  const char *text;
  /** In bytes. */
  size_t len;
} wxp_text;

/** What a message means. All zeros is WXP_UNTRUSTED. */
typedef struct {
  /** What to do and why, as one clause of English: static, ending with NUL; NULL if nothing. */
  const char *advice;
  /**
   * The field that makes it untrusted: the one it lacks (WXP_E_LACKS), the foreign one
   * (WXP_E_FOREIGN), or the one whose value imitates a field (WXP_E_AMBIGUOUS); else empty.
   */
  wxp_text fault_field;
  /** WXP_UNTRUSTED to WXP_UNVOUCHED. */
  int32_t verdict;
  /** WXP_SUCCEEDED to WXP_UNSETTLED, for WXP_UNVOUCHED too; else 0. */
  int32_t outcome;
  /** WXP_ACTION_NONE to WXP_ACTION_DONE. */
  int32_t action;
  /** Why it is untrusted, as a status; else WXP_OK. */
  wxp_status fault;
  /**
   * 1 if the signature also fits other fields, because a value holds "&name="; else 0. Such a
   * message is only believed where the value is one that holds free text.
   */
  int32_t ambiguous;
  /**
   * The number of the operation or notice that the message was judged as; see wxp_source_name.
   */
  int32_t source;
  /** What it says about an order, a WXP_ORDER_ number. */
  int32_t order;
  /** Zeros, for later. */
  int32_t reserved[5];
} wxp_verdict;

/** One operation of the API. Texts are static; numbers that say yes or no are 1 or 0. */
typedef struct {
  /** The path, such as "/pay/micropay". */
  wxp_text path;
  /** The host that serves it. */
  wxp_text host;
  /** The same service at another site, for when no connection can be made; empty if none. */
  wxp_text backup_host;
  /** What it is for, in a few words of English. */
  wxp_text purpose;
  /** 1 for GET, 0 for POST. */
  int32_t get;
  /** Whether the connection needs the merchant's client certificate. */
  int32_t certificate;
  /** WXP_MD5, WXP_HMAC_SHA256, or both of them added; 0 if requests are not signed. */
  uint32_t algorithms;
  /** The algorithm of a request that states none; 0 if requests are not signed. */
  uint32_t default_algorithm;
  /** WXP_SIGN_TYPE_ABSENT to WXP_SIGN_TYPE_REQUIRED. */
  int32_t sign_type;
  /** WXP_SIGNED_NEVER to WXP_SIGNED_ALWAYS. */
  int32_t answer_signed;
  /** WXP_FORMAT_FLAT to WXP_FORMAT_PAGE. */
  int32_t format;
  /** Whether requests have the field nonce_str. */
  int32_t nonce;
  /**
   * Whether a request can be repeated at any time; else only with the same number and
   * parameters.
   */
  int32_t repeatable;
  /** Whether money can move. */
  int32_t moves_money;
  /** Whether WeChat has withdrawn it for new programs. */
  int32_t deprecated;
  /** Zeros, for later. */
  int32_t reserved[5];
} wxp_endpoint;

/**
 * One payment by Quick Pay, which ends in knowing what became of it; it never charges twice. Its
 * bytes can be saved and copied as they are, and bear a checksum: save them after each
 * wxp_quickpay_next, before the step is carried out, and a terminal can lose power at any moment.
 */
typedef struct {
  /** Not for the caller, but to be saved. */
  uint8_t opaque[12];
} wxp_quickpay;

/** How long to wait and how often to try. */
typedef struct {
  /** Seconds before the first query, and before a failure is believed; 5. */
  uint16_t first_query;
  /** Seconds between queries; 10 in China, 3 to 5 elsewhere. */
  uint16_t spacing;
  /** Seconds after which an order that is not paid is given up; 45 in China, 30 elsewhere. */
  uint16_t total;
  /** Seconds after the order before which it cannot be reversed; 15. */
  uint16_t reverse_from;
  /** Seconds between reverses; 5. */
  uint16_t reverse_spacing;
  /** Reverses before somebody has to look, at most 255; 10. */
  uint16_t reverses;
  /** Queries that confirm a failed order, and that settle a reversed one, at most 255; 5. */
  uint16_t queries;
  /** Zero, for later. */
  uint16_t reserved;
} wxp_timing;

/** Done. */
#define WXP_OK 0
/** NULL where something has to be. */
#define WXP_E_NULL 1
/** A length that no object in memory can have. */
#define WXP_E_LENGTH 2
/** A pointer that is not aligned for what it points to. */
#define WXP_E_ALIGNMENT 3
/** An output lies over an input, such as the key, or over another output. */
#define WXP_E_OVERLAP 4
/** Not a key that wxp_key_init made: zeroed, wiped, or something else. */
#define WXP_E_KEY 5
/** A number that is none of those listed, or a value out of range. */
#define WXP_E_ARGUMENT 6
/** No operation, notice, entry or field of that name or number. */
#define WXP_E_NOT_FOUND 7
/** A packed table that does not consist of names and values, each with a NUL behind it. */
#define WXP_E_PACKED 8
/** The library computes wrongly on this machine. */
#define WXP_E_SELF_TEST 9
/** A secret of a wrong length; an API key has exactly 32 characters. */
#define WXP_E_SECRET_LENGTH 10
/** An API key with a character that is no ASCII letter or digit. */
#define WXP_E_SECRET_CHARACTER 11
/** Not a field name: [A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes. */
#define WXP_E_FIELD_NAME 20
/** A table with two fields of one name. */
#define WXP_E_DUPLICATE_FIELD 21
/**
 * A table of more than 255 fields that is not sorted by name, or of more than the call can take.
 */
#define WXP_E_TOO_MANY_FIELDS 22
/**
 * A value with a character that cannot be sent: a control character, or one of four UTF-8 bytes.
 */
#define WXP_E_CHARACTER 23
/** Not an absolute http or https address with host and path, in ASCII, of at most 256 bytes. */
#define WXP_E_NOTIFY_URL 24
/** An address with a query, which a notify_url does not take. */
#define WXP_E_NOTIFY_URL_QUERY 25
/** A field that has to be signed is missing or empty. */
#define WXP_E_MISSING 26
/** A contract page's address is longer than 1024 bytes. */
#define WXP_E_ADDRESS_LENGTH 27
/** A value that holds the API key, and would give it away. */
#define WXP_E_LEAKED_SECRET 28
/** A value that a customer gets to see signed imitates a field (&name=). */
#define WXP_E_IMITATION 29
/** Too little room; the length needed has been written. */
#define WXP_E_SPACE 30
/** Not an XML document. */
#define WXP_E_NOT_XML 40
/** Bytes that are not UTF-8, in a document or in an argument. */
#define WXP_E_NOT_UTF8 41
/** A document that is cut short. */
#define WXP_E_TRUNCATED 42
/** Malformed markup. */
#define WXP_E_MALFORMED 43
/** An end tag that does not match its start tag. */
#define WXP_E_END_TAG 44
/** A reference that is malformed, undefined or to a forbidden character. */
#define WXP_E_REFERENCE 45
/** A character that XML forbids. */
#define WXP_E_CONTROL 46
/** A malformed XML declaration. */
#define WXP_E_DECLARATION 47
/** A second root element. */
#define WXP_E_SECOND_ROOT 48
/** Something after the end of the document. */
#define WXP_E_TRAILING 49
/** A DOCTYPE or other declaration: the door of entity attacks. */
#define WXP_E_DOCTYPE 50
/** A comment. */
#define WXP_E_COMMENT 51
/** A processing instruction. */
#define WXP_E_PROCESSING_INSTRUCTION 52
/** An attribute. */
#define WXP_E_ATTRIBUTE 53
/** A name with a namespace prefix. */
#define WXP_E_PREFIX 54
/** An element whose name is no field name. */
#define WXP_E_NAME 55
/** An element inside a field. */
#define WXP_E_NESTED 56
/** A field that the document has already. */
#define WXP_E_DUPLICATE 57
/** Text between fields. */
#define WXP_E_STRAY 58
/** An XML version other than 1.0 or an encoding other than UTF-8. */
#define WXP_E_ENCODING 59
/** No signature. */
#define WXP_E_UNSIGNED 60
/** Signed with another algorithm than the key's. */
#define WXP_E_ALGORITHM_MISMATCH 61
/** The signature does not match. */
#define WXP_E_SIGNATURE_MISMATCH 62
/** No return_code. */
#define WXP_E_NO_RETURN_CODE 63
/** A sealed part that cannot be opened. */
#define WXP_E_SEALED 64
/** Authentic, but of another kind than it is judged as: it lacks a field. */
#define WXP_E_LACKS 65
/** Authentic, but of another kind than it is judged as: it has a foreign field. */
#define WXP_E_FOREIGN 66
/**
 * Authentic, but ambiguous: the value of a field that does not hold free text imitates a field.
 */
#define WXP_E_AMBIGUOUS 67
/** A root element with another name than xml. */
#define WXP_E_ROOT 68
/** A field of the message is not what the caller's records say. */
#define WXP_E_DIFFERS 69
/** A line that does not fit the bill. */
#define WXP_E_BILL 70

/** WXP_ABI_VERSION of the library that is loaded; compare it with the header's when loading. */
WXP_API
WXP_MUST_USE
uint32_t wxp_abi_version(void);

/** The version of the library, such as "0.1.0". */
WXP_API WXP_MUST_USE const char *wxp_version(void);

/**
 * Proves the library on the machine it runs on: both digests make the signatures that WeChat
 * publishes, the right one is accepted, and one with a wrong digit is refused. WXP_OK, or
 * WXP_E_SELF_TEST, after which nothing it says can be believed.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_self_test(void);

/** A status as one clause of English: static, ending with NUL, never NULL. */
WXP_API WXP_MUST_USE const char *wxp_status_text(wxp_status status);

/**
 * The field of this name, or NULL: the first one, if there are several, and also an empty one.
 */
WXP_API
WXP_MUST_USE
const wxp_field *wxp_find(const wxp_field *fields,
                          size_t count,
                          const char *name,
                          size_t name_len);

/**
 * The field of a list: name_0, name_1 and so on for n from 0. NULL if there is none; lists of the
 * protocol have no gaps.
 */
WXP_API
WXP_MUST_USE
const wxp_field *wxp_find_numbered(const wxp_field *fields,
                                   size_t count,
                                   const char *name,
                                   size_t name_len,
                                   uint16_t n);

/**
 * The field of a list within a list: name_0_0, name_0_1 and so on for n and m from 0, such as the
 * coupons of one refund. NULL if there is none.
 */
WXP_API
WXP_MUST_USE
const wxp_field *wxp_find_numbered_in(const wxp_field *fields,
                                      size_t count,
                                      const char *name,
                                      size_t name_len,
                                      uint16_t n,
                                      uint16_t m);

/**
 * Checks that a table can be signed and sent: names, UTF-8, characters, no name twice.
 *
 * At a fault, *index is the field's index and *offset the offset in its name (WXP_E_FIELD_NAME)
 * or value, in bytes, or 0 where none can be named. Signing and writing check the same.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_check(const wxp_field *fields,
                     size_t count,
                     size_t *index,
                     size_t *offset);

/** WXP_KEY_SIZE, for languages that cannot see it. */
WXP_API WXP_MUST_USE size_t wxp_key_size(void);

/**
 * Prepares an API key, of exactly 32 ASCII letters and digits, for WXP_MD5 or WXP_HMAC_SHA256. It
 * is the one that is set on the merchant platform; not the APIv3 key, the app secret or the
 * certificate's private key.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_key_init(wxp_key *key,
                        uint32_t algorithm,
                        const char *secret,
                        size_t secret_len);

/** As wxp_key_init, for another secret of 1 to 64 bytes, such as a simulator's. */
WXP_API
WXP_MUST_USE
wxp_status wxp_key_init_nonstandard(wxp_key *key,
                                    uint32_t algorithm,
                                    const char *secret,
                                    size_t secret_len);

/**
 * Wipes a key. Any later use of it is WXP_E_KEY. NULL and wiped keys are allowed.
 *
 * Do not wipe a key that another thread is using: the standard of C says nothing about that. On
 * the processors that are tested, such a call either works with the whole key, as if it had come
 * before, or is WXP_E_KEY and writes nothing.
 */
WXP_API
void wxp_key_wipe(wxp_key *key);

/** WXP_SIGNATURE_MAX, for languages that cannot see it. */
WXP_API WXP_MUST_USE size_t wxp_signature_max(void);

/**
 * Signs a table, in any order, and writes the signature in upper-case hexadecimal digits. Empty
 * values and the field sign take no part. WXP_E_LEAKED_SECRET if a value holds the API key.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_sign(const wxp_key *key,
                    const wxp_field *fields,
                    size_t count,
                    char *out,
                    size_t capacity,
                    size_t *len);

/**
 * Verifies the field sign of a table against all the other fields. A message's own sign_type and
 * the length of its signature can confirm the key's algorithm, never choose it.
 *
 * WXP_OK, WXP_E_UNSIGNED, WXP_E_ALGORITHM_MISMATCH or WXP_E_SIGNATURE_MISMATCH; what an
 * authentic message means, wxp_judge tells.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_verify(const wxp_key *key,
                      const wxp_field *fields,
                      size_t count);

/** Writes the string that is signed, without the key: to compare by hand, or for a log. */
WXP_API
WXP_MUST_USE
wxp_status wxp_canonical(const wxp_field *fields,
                         size_t count,
                         char *out,
                         size_t capacity,
                         size_t *len);

/**
 * Signs a table, in any order, and writes the document to send: <xml>, the signed fields sorted
 * by name, sign last. WXP_E_LEAKED_SECRET if a value holds the API key.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_xml_write(const wxp_key *key,
                         const wxp_field *fields,
                         size_t count,
                         char *out,
                         size_t capacity,
                         size_t *len);

/**
 * Reads a flat document into a table, sorted by name. The rules are strict: see "Documents" on
 * the first page.
 *
 * Names and values point into the document, or into the scratch where a value was written with
 * entities, several CDATA sections or carriage returns; a scratch of the document's length is
 * always enough. Both are plain text.
 *
 * On WXP_OK, *count is the number of fields. On WXP_E_SPACE, *count is the number of fields and
 * *fault the scratch needed, in bytes. If the document is refused (40 to 59, WXP_E_ROOT), *fault is
 * the offset of what is wrong in it, in bytes. After an error nothing of the document is left in
 * the table; what is in the scratch means nothing.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_xml_read(const char *document,
                        size_t document_len,
                        wxp_field *fields,
                        size_t capacity,
                        size_t *count,
                        char *scratch,
                        size_t scratch_capacity,
                        size_t *fault);

/**
 * What the body of an answer is, by its first bytes: one of the WXP_BODY_ numbers. NULL is empty.
 */
WXP_API
WXP_MUST_USE
int32_t wxp_body(const char *body,
                 size_t body_len);

/**
 * Reads the fields of a nested document that are in no group: of the answers of gethbinfo,
 * settlementquery and submchmanage, up to 128, above which it is WXP_E_TOO_MANY_FIELDS. As
 * wxp_xml_read in all else; wxp_xml_records reads the groups. Takes 4 KB of stack on 32-bit
 * machines.
 *
 * No signature covers groups, so the field sign of a document with groups is left out: such an
 * answer is judged as an unsigned one.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_xml_read_nested(const char *document,
                               size_t document_len,
                               wxp_field *fields,
                               size_t capacity,
                               size_t *count,
                               char *scratch,
                               size_t scratch_capacity,
                               size_t *fault);

/**
 * Reads all records of a nested document in one pass: its groups, in its order, each with its
 * fields. The fields lie in one table, those of each record behind those of the one before.
 *
 * On WXP_OK, *record_count is the number of records, 0 if the document is flat, and *count that of
 * all their fields. On WXP_E_SPACE both are what is needed, and *fault is the scratch needed, in
 * bytes. Above 128 fields in one record it is WXP_E_TOO_MANY_FIELDS. As wxp_xml_read in all else:
 * after an error nothing of the document is left in either table. That a field in no group comes
 * twice is noticed by wxp_xml_read_nested alone. Takes 4 KB of stack on 32-bit machines.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_xml_records(const char *document,
                           size_t document_len,
                           wxp_record *records,
                           size_t record_capacity,
                           size_t *record_count,
                           wxp_field *fields,
                           size_t capacity,
                           size_t *count,
                           char *scratch,
                           size_t scratch_capacity,
                           size_t *fault);

/**
 * Judges a message: was the call taken, is it authentic, was the operation done, what became of
 * the transaction.
 *
 * The endpoint is the operation that answered, by its path or address, or a notice, by its name:
 * "payment", "combined-payment", "deduction", "contract", "refund", "vehicle", "rental", "risk" or
 * "native-scan". The key is the one that the request was signed with.
 *
 * WXP_OK means that the message was judged, not that it is good: look at verdict->verdict, and at
 * the fields only after.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_judge(const wxp_key *key,
                     const char *endpoint,
                     size_t endpoint_len,
                     const wxp_field *fields,
                     size_t count,
                     wxp_verdict *verdict);

/**
 * The operation's path or the notice's name that has this number (see wxp_verdict): static, ending
 * with NUL; NULL if there is none.
 */
WXP_API
WXP_MUST_USE
const char *wxp_source_name(int32_t source);

/**
 * What to do about an error code of an operation or notice (see wxp_judge): an action and one
 * clause of English, static and ending with NUL. An unknown code where money can move is
 * WXP_ACTION_QUERY. On WXP_OK both are written.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_advice(const char *endpoint,
                      size_t endpoint_len,
                      const char *code,
                      size_t code_len,
                      int32_t *action_number,
                      const char **advice);

/**
 * Writes the reply to a notice (see wxp_judge), to send with HTTP status 200 and nothing around
 * it: whether the notice was taken (not 0), or is to be sent again (0). WXP_E_NOT_FOUND for
 * "native-scan", whose reply is an order and signed, and for "risk".
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_acknowledge(const char *notice,
                           size_t notice_len,
                           int32_t taken,
                           char *out,
                           size_t capacity,
                           size_t *len);

/**
 * Compares a judged message with the caller's own records, before money or goods move because of
 * it: pass what was sent and stored, such as out_trade_no, appid, mch_id and total_fee.
 *
 * WXP_OK if all expected fields have the expected values. An empty value expects that the message
 * has no such field. With total_fee, the currency is compared even if it is not named: fee_type is
 * CNY unless another one is expected, and a message without it is about CNY.
 *
 * WXP_E_DIFFERS if one differs; *differs is then its name, which points into expected or is static.
 * WXP_E_ARGUMENT if nothing is expected, or for a message that was refused or is untrusted.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_expect(const wxp_verdict *verdict,
                      const wxp_field *fields,
                      size_t count,
                      const wxp_field *expected,
                      size_t expected_count,
                      wxp_text *differs);

/** The number of operations that wxp_endpoint_at knows. */
WXP_API WXP_MUST_USE size_t wxp_endpoint_count(void);

/** What is known about an operation, by its index from 0, in order of their paths. */
WXP_API
WXP_MUST_USE
wxp_status wxp_endpoint_at(size_t index,
                           wxp_endpoint *endpoint);

/**
 * What is known about the operation at an address: a path, with or without host and scheme before
 * it and query behind it.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_endpoint_find(const char *address,
                             size_t address_len,
                             wxp_endpoint *endpoint);

/** Begins a payment; wxp_quickpay_next with WXP_EVENT_NONE says what to do first. */
WXP_API
WXP_MUST_USE
wxp_status wxp_quickpay_new(wxp_quickpay *payment);

/**
 * Takes in what happened, so many seconds after the last call, and says what to do now: a
 * WXP_STEP_ number, and for WXP_STEP_WAIT how many seconds to wait. WXP_STEP_ORDER comes once in
 * the life of a payment. A finished payment takes answers too: one that is paid after all, though
 * the till has told the customer something else, goes on with WXP_STEP_REVERSE.
 *
 * The verdict is that of wxp_judge on an answer, with "/pay/micropay", "/pay/orderquery" or
 * "/secapi/pay/reverse", or with the operation for face payments, deposits or sandboxes that
 * corresponds; NULL for other events. One that is not authentic counts as no answer. If timing is
 * NULL, the numbers listed at its members are used, those of China. WXP_E_ARGUMENT for another
 * event, for a verdict of another operation than the event's, and for a payment whose bytes are
 * damaged; nothing changes then.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_quickpay_next(wxp_quickpay *payment,
                             const wxp_timing *timing,
                             int32_t event,
                             const wxp_verdict *verdict,
                             uint16_t seconds,
                             int32_t *step,
                             uint16_t *wait);

/**
 * Makes what the customer's side takes, finished and signed: JSON, an address or a document, by
 * its kind, a WXP_PAYLOAD_ number. Make it on the server, so that the key stays there, and with
 * the algorithm of the order.
 *
 * The table has the fields that stand at the kind, by these names whatever the kind calls them,
 * plain and not percent-encoded; timestamp is the present time in seconds since 1970. Other
 * fields take no part, except in contracts.
 *
 * On WXP_E_MISSING, *missing is the index of the first field that is missing or empty, in the
 * order in which they stand at the kind. WXP_E_ARGUMENT for another kind or a timestamp that is no
 * number, WXP_E_ALGORITHM_MISMATCH for a key that the kind does not take, WXP_E_LEAKED_SECRET if a
 * value holds that key; for contracts also WXP_E_NOTIFY_URL, WXP_E_NOTIFY_URL_QUERY and
 * WXP_E_ADDRESS_LENGTH.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_payload(const wxp_key *key,
                       int32_t kind,
                       const wxp_field *fields,
                       size_t count,
                       char *out,
                       size_t capacity,
                       size_t *len,
                       size_t *missing);

/**
 * Opens the field req_info of a refund notice ("refund"): writes the document inside, for
 * wxp_refund_read. The key may be for either algorithm; 1024 bytes do for a usual notice.
 *
 * Nobody vouches for what is in it: nothing in the notice is signed, and its blocks can be put
 * together anew by who has seen others. Look the refund up by its number, and confirm it with
 * /pay/refundquery before money or goods depend on it.
 *
 * On WXP_E_SPACE, *len is up to 16 bytes more than the document has. For everything else that is
 * wrong with it WXP_E_SEALED, which does not tell what it is; what was written has been wiped.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_unconfirmed_refund(const wxp_key *key,
                                  const char *req_info,
                                  size_t req_info_len,
                                  char *out,
                                  size_t capacity,
                                  size_t *len);

/**
 * As wxp_xml_read, of a document that wxp_unconfirmed_refund has written: its root is root, where
 * messages have xml.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_refund_read(const char *document,
                           size_t document_len,
                           wxp_field *fields,
                           size_t capacity,
                           size_t *count,
                           char *scratch,
                           size_t scratch_capacity,
                           size_t *fault);

/**
 * Tries the known mistakes in making a signature, one at a time, and says which one leads from
 * this table to the signature that was offered: a WXP_CAUSE_ number in *cause, and in *field the
 * index of the field it was made with, the first of several, or SIZE_MAX. With an empty offer, the
 * field sign of the table is explained.
 *
 * For finding out why a message was refused, by those who have the key; whether to believe one,
 * wxp_verify tells. The order of the table counts, since it may be the mistake; wxp_xml_read
 * sorts. Neither the right signature nor the key shows anywhere. It costs as much as forty
 * signatures, and one for each field.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_explain(const wxp_key *key,
                       const wxp_field *fields,
                       size_t count,
                       const char *offered,
                       size_t offered_len,
                       int32_t *cause,
                       size_t *field);

/** A cause as one clause of English: static, ending with NUL, never NULL. */
WXP_API WXP_MUST_USE const char *wxp_cause_text(int32_t cause);

/** WXP_ENTROPY_SIZE, for languages that cannot see it. */
WXP_API WXP_MUST_USE size_t wxp_entropy_size(void);

/**
 * Writes a nonce_str of 32 digits and letters from WXP_ENTROPY_SIZE random bytes. Take them from
 * the operating system or a hardware generator, anew for each request; never from a clock or
 * rand().
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_nonce(const void *entropy,
                     size_t entropy_len,
                     char *out,
                     size_t capacity,
                     size_t *len);

/**
 * Writes a time in Beijing time: seconds since 1970 in UTC, in one of the WXP_TIME_ forms.
 * WXP_E_ARGUMENT after the year 9999, and for another form.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_time_format(uint64_t seconds,
                           int32_t form,
                           char *out,
                           size_t capacity,
                           size_t *len);

/**
 * Reads a time in Beijing time, in either form, as seconds since 1970 in UTC. WXP_E_ARGUMENT if
 * there is no such time.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_time_parse(const char *time,
                          size_t time_len,
                          uint64_t *seconds);

/**
 * Writes an amount as bills write it, in decimals: so many of the currency's smallest unit, such
 * as fen for "CNY". WXP_E_NOT_FOUND for a currency that fee_type does not take.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_amount_format(int64_t units,
                             const char *currency,
                             size_t currency_len,
                             char *out,
                             size_t capacity,
                             size_t *len);

/**
 * Reads an amount that is written in decimals, in the currency's smallest unit. Nothing is
 * rounded: WXP_E_ARGUMENT for what is not exact, or no amount.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_amount_parse(const char *amount,
                            size_t amount_len,
                            const char *currency,
                            size_t currency_len,
                            int64_t *units);

/**
 * Checks an address for the field notify_url, which takes no query. *plain_http is 1 for plain
 * http, which is allowed but worth a warning, else 0. If it is refused (WXP_E_NOTIFY_URL,
 * WXP_E_NOTIFY_URL_QUERY), *fault is the offset of what is wrong, in bytes.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_check_notify_url(const char *address,
                                size_t address_len,
                                int32_t *plain_http,
                                size_t *fault);

/**
 * The longest value of a field in the requests of an operation, in characters (not bytes); 0 if no
 * page limits it, and for an operation that is not known.
 */
WXP_API
WXP_MUST_USE
size_t wxp_field_limit(const char *endpoint,
                       size_t endpoint_len,
                       const char *name,
                       size_t name_len);

/**
 * Writes the name of a business category, a value of the field business_category.
 * WXP_E_NOT_FOUND is no proof of a mistake: the gateway's list is longer than the published one.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_category_name(uint16_t code,
                             char *out,
                             size_t capacity,
                             size_t *len);

/**
 * Reads a bill, the text that downloadbill and downloadfundflow answer with: the names of its
 * columns, and then its rows, cell by cell. Cells point into the bill. A bill that was cut short
 * is WXP_E_TRUNCATED.
 *
 * On WXP_OK, and on WXP_E_SPACE, *rows is the number of rows without that of the names, and
 * *columns the number of columns; (*rows + 1) * *columns cells are needed. If the bill is refused
 * *fault is the offset of what is wrong, in bytes. Nothing signs a bill; amounts are decimals of
 * yuan, see wxp_amount_parse.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_bill_read(const char *bill,
                         size_t bill_len,
                         wxp_text *cells,
                         size_t capacity,
                         size_t *rows,
                         size_t *columns,
                         size_t *fault);

/**
 * Reads the totals of a bill: their names, and then the totals. As wxp_bill_read in all else;
 * *rows is 1.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_bill_totals(const char *bill,
                           size_t bill_len,
                           wxp_text *cells,
                           size_t capacity,
                           size_t *rows,
                           size_t *columns,
                           size_t *fault);

/** WXP_PACKED_MAX, for languages that cannot see it. */
WXP_API WXP_MUST_USE size_t wxp_packed_max(void);

/** As wxp_sign, of a packed table. */
WXP_API
WXP_MUST_USE
wxp_status wxp_sign_packed(const wxp_key *key,
                           const char *packed,
                           size_t packed_len,
                           char *out,
                           size_t capacity,
                           size_t *len);

/** As wxp_verify, of a packed table. */
WXP_API
WXP_MUST_USE
wxp_status wxp_verify_packed(const wxp_key *key,
                             const char *packed,
                             size_t packed_len);

/** As wxp_canonical, of a packed table. */
WXP_API
WXP_MUST_USE
wxp_status wxp_canonical_packed(const char *packed,
                                size_t packed_len,
                                char *out,
                                size_t capacity,
                                size_t *len);

/** As wxp_xml_write, of a packed table. */
WXP_API
WXP_MUST_USE
wxp_status wxp_xml_write_packed(const wxp_key *key,
                                const char *packed,
                                size_t packed_len,
                                char *out,
                                size_t capacity,
                                size_t *len);

/**
 * As wxp_xml_read, into a packed table, which is never longer than the document. If the document
 * is refused *fault is the offset of what is wrong in it, in bytes.
 */
WXP_API
WXP_MUST_USE
wxp_status wxp_xml_read_packed(const char *document,
                               size_t document_len,
                               char *out,
                               size_t capacity,
                               size_t *len,
                               size_t *fault);

/** As wxp_refund_read, into a packed table; see wxp_xml_read_packed. */
WXP_API
WXP_MUST_USE
wxp_status wxp_refund_read_packed(const char *document,
                                  size_t document_len,
                                  char *out,
                                  size_t capacity,
                                  size_t *len,
                                  size_t *fault);

/** As wxp_judge, of a packed table. */
WXP_API
WXP_MUST_USE
wxp_status wxp_judge_packed(const wxp_key *key,
                            const char *endpoint,
                            size_t endpoint_len,
                            const char *packed,
                            size_t packed_len,
                            wxp_verdict *verdict);

/** As wxp_expect, of packed tables; *differs points into expected, or is static. */
WXP_API
WXP_MUST_USE
wxp_status wxp_expect_packed(const wxp_verdict *verdict,
                             const char *packed,
                             size_t packed_len,
                             const char *expected,
                             size_t expected_len,
                             wxp_text *differs);

/** As wxp_payload, of a packed table. */
WXP_API
WXP_MUST_USE
wxp_status wxp_payload_packed(const wxp_key *key,
                              int32_t kind,
                              const char *packed,
                              size_t packed_len,
                              char *out,
                              size_t capacity,
                              size_t *len,
                              size_t *missing);

#ifdef __cplusplus
}
#endif

#endif /* WXP_H */
