/*
 * wxp_protocol.h: what fewer programs need of the WeChat Pay V2 API: facts about its operations,
 * nested documents, second signatures, refund notices, times and amounts, bills, and why a
 * signature is wrong. The rules at the head of wxp.h apply.
 */
#ifndef WXP_PROTOCOL_H
#define WXP_PROTOCOL_H

#include "wxp.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---------------- Self-test ------------------------------------------------------------------- */

/**
 * Signs and verifies the examples that WeChat publishes, with both algorithms. Fails with
 * WXP_E_SELF_TEST: the library computes wrongly on this machine, and must not be used.
 */
WXP_API WXP_MUST_USE wxp_status wxp_self_test(void);

/* ---------------- Checks before sending ------------------------------------------------------- */

/**
 * Makes the checks of wxp_xml_write, and says what is wrong: *index is the index of the field, and
 * *offset is the offset in its name (WXP_E_FIELD_NAME) or value, in bytes, or 0 if there is none.
 *
 * Fails with WXP_E_CHARACTER.
 */
WXP_API WXP_MUST_USE wxp_status wxp_check(const wxp_field *fields, size_t count, size_t *index,
    size_t *offset);

/**
 * Checks an address for the field notify_url. *plain_http is 1 for http, which is allowed but not
 * advisable, and 0 for https.
 *
 * Fails with WXP_E_NOTIFY_URL or WXP_E_NOTIFY_URL_QUERY, and *fault is the offset of the fault, in
 * bytes.
 */
WXP_API WXP_MUST_USE wxp_status wxp_check_notify_url(const char *address, size_t address_len,
    int32_t *plain_http, size_t *fault);

/**
 * The longest value of a field in the requests of an operation, in characters, not bytes. 0 if
 * there is no limit, or no such operation.
 */
WXP_API WXP_MUST_USE size_t wxp_field_limit(int32_t source, const char *name, size_t name_len);

/* ---------------- Fields of requests ---------------------------------------------------------- */

/** What is wrong with a field of a request. */
enum {
  WXP_FINDING_MISSING = 101,     /**< Missing, and needed by this operation. */
  WXP_FINDING_MISSING_FOR = 102, /**< Missing, and needed because of another field. */
  WXP_FINDING_NOT_A_FIELD = 103, /**< Not a field of this operation. */
  WXP_FINDING_TWICE = 104,       /**< A field that is in the table already. */
  WXP_FINDING_AMOUNT = 110,      /**< Not an amount in whole fen. */
  WXP_FINDING_NUMBER = 111,      /**< Not a whole number. */
  WXP_FINDING_TIME = 112,        /**< Not a time of the form yyyyMMddHHmmss. */
  WXP_FINDING_DATE = 113,        /**< Not a date of the form yyyyMMdd. */
  WXP_FINDING_NOTIFY_URL = 114,  /**< Not an http or https address with host and path. */
  WXP_FINDING_NOTIFY_URL_QUERY = 115, /**< An address with a query, which is not taken. */
  WXP_FINDING_IP = 116,          /**< Neither an IPv4 nor an IPv6 address. */
  WXP_FINDING_VALUE = 117,       /**< Not one of the listed values. */
  WXP_FINDING_CURRENCY = 118,    /**< Not a currency that is taken. */
  WXP_FINDING_CHARACTERS = 119,  /**< A character that such a number cannot have. */
  WXP_FINDING_JSON = 120,        /**< Not an object or array of JSON. */
  WXP_FINDING_TOO_LONG = 121,    /**< Too long. */
  WXP_FINDING_SIGN_TYPE_MISSING = 130, /**< Missing, so the signature is taken for one with MD5. */
  WXP_FINDING_SIGN_TYPE_DIFFERS = 131, /**< Another algorithm than the one that signs. */
  WXP_FINDING_ALGORITHM_NOT_TAKEN = 132, /**< The operation does not take signatures with this
                                              algorithm. */
  WXP_FINDING_NOT_SIGNED = 133   /**< Requests of this operation are not signed. */
};

/**
 * One thing that is wrong, or doubtful, with a request. Names are static, except that `field`
 * points into the table if it names a field of it.
 */
typedef struct wxp_finding {
  int32_t kind;           /**< A WXP_FINDING_ number. */
  int32_t certain;        /**< 1 if the gateway is known to refuse such a request; 0 if it is
                               only not documented that it takes it. */
  size_t index;           /**< The index of the field in the table, or SIZE_MAX if it is missing. */
  size_t offset;          /**< The offset in the value of the first byte that cannot stand there,
                               or 0. */
  size_t limit;           /**< The most characters that the value may have, if it has more; else
                               0. */
  wxp_text field;         /**< The name of the field. */
  wxp_text meant;         /**< The name that was meant, if `field` is none of the operation and
                               another one is close to it; else empty. */
  wxp_text others[3];     /**< The fields any of which would do in place of a missing one; empty
                               behind the last one. */
  wxp_text because;       /**< The field that makes a missing one necessary, with the value that
                               does; else empty. */
  wxp_text because_value; /**< An empty value stands for any. */
  uint16_t details[5];    /**< For wxp_finding_text. */
} wxp_finding;

/**
 * Checks a request of an operation before it is sent: which fields it lacks, which are none of the
 * operation, and which values have another form or length than they should. *found is how many
 * findings there are, those about fields in the order of the table, and then what is missing.
 * `algorithm` is WXP_MD5 or WXP_HMAC_SHA256: the one that signs. The field sign is not needed.
 *
 * The gateway answers many of these mistakes with a signature error, though the signature is right.
 * Nothing else in this library refuses a request because of them.
 *
 * Fails with WXP_E_NOT_FOUND if there is no such operation, and with WXP_E_SPACE if there are more
 * than `capacity` findings; *found is the number of them then, too.
 */
WXP_API WXP_MUST_USE wxp_status wxp_check_request(int32_t source, uint32_t algorithm,
    const wxp_field *fields, size_t count, wxp_finding *findings, size_t capacity, size_t *found);

/**
 * Writes a finding as one sentence, in English or in Chinese. Only `kind`, `field`, `offset` and
 * `details` are read; the table it is about has to be there still. Fails with WXP_E_ARGUMENT if it
 * is no finding.
 */
WXP_API WXP_MUST_USE wxp_status wxp_finding_text(const wxp_finding *finding, int32_t language,
    char *out, size_t capacity, size_t *len);

/* ---------------- Facts about operations ------------------------------------------------------ */

/** Which answers of an operation are signed. */
enum {
  WXP_SIGNED_NEVER = 0,     /**< No answer is signed. */
  WXP_SIGNED_SOMETIMES = 1, /**< Some answers are signed. */
  WXP_SIGNED_ALWAYS = 2     /**< All answers are signed, except those of refused calls. */
};

/** Whether requests of an operation name their algorithm. */
enum {
  WXP_SIGN_TYPE_ABSENT = 0,   /**< Requests have no field sign_type. */
  WXP_SIGN_TYPE_OPTIONAL = 1, /**< Requests need sign_type unless they use the default algorithm. */
  WXP_SIGN_TYPE_REQUIRED = 2  /**< Requests need sign_type. */
};

/** The form of a successful answer. */
enum {
  WXP_FORMAT_FLAT = 0,   /**< XML for wxp_xml_read. */
  WXP_FORMAT_NESTED = 1, /**< XML for wxp_xml_read_nested. */
  WXP_FORMAT_TEXT = 2,   /**< Text, such as a bill. */
  WXP_FORMAT_JSON = 3,   /**< A successful answer is JSON. */
  WXP_FORMAT_PAGE = 4    /**< A web page or a redirection. */
};

/** What sends a message, by number. */
enum {
  WXP_APPAUTH_AUTHINDEX = 1,     /**< OAuth-like authorization page, obtain code. */
  WXP_APPAUTH_GETACCESSTOKEN = 2, /**< Exchange code for access token. */
  WXP_APPLYMENT_MICRO_GETSTATE = 3, /**< Onboarding status. */
  WXP_APPLYMENT_MICRO_GETUPGRADESTATE = 4, /**< Upgrade status. */
  WXP_APPLYMENT_MICRO_MODIFYARCHIVES = 5, /**< Change settlement card. */
  WXP_APPLYMENT_MICRO_MODIFYCONTACTINFO = 6, /**< Change contact data. */
  WXP_APPLYMENT_MICRO_SIGNCONTRACT = 7, /**< Contract filing. */
  WXP_APPLYMENT_MICRO_SUBMIT = 8, /**< Small merchant onboarding. */
  WXP_APPLYMENT_MICRO_SUBMITUPGRADE = 9, /**< Upgrade application. */
  WXP_BILLCOMMENTSP_BATCHQUERYCOMMENT = 10, /**< Order comments. */
  WXP_CGI_BIN_MCH_CUSTOMS_CUSTOMDECLAREORDER = 11, /**< Customs declaration submit. */
  WXP_CGI_BIN_MCH_CUSTOMS_CUSTOMDECLAREQUERY = 12, /**< Customs declaration query. */
  WXP_CGI_BIN_MCH_NEWCUSTOMS_CUSTOMDECLAREREDECLARE = 13, /**< Customs declaration re-push. */
  WXP_DEPOSIT_CONSUME = 14,      /**< Capture deposit. */
  WXP_DEPOSIT_FACEPAY = 15,      /**< Deposit by face. */
  WXP_DEPOSIT_MICROPAY = 16,     /**< Deposit by pay code. */
  WXP_DEPOSIT_ORDERQUERY = 17,   /**< Deposit order query. */
  WXP_DEPOSIT_REFUND = 18,       /**< Deposit refund. */
  WXP_DEPOSIT_REFUNDQUERY = 19,  /**< Deposit refund query. */
  WXP_DEPOSIT_REVERSE = 20,      /**< Deposit revoke. */
  WXP_DEPOSIT_UNIFIEDORDER = 21, /**< Deposit order (JSAPI/APP). */
  WXP_FACE_GET_WXPAYFACE_AUTHINFO = 22, /**< Face device credential. */
  WXP_FUND_QUERYAUTOWITHDRAWBYDATE = 23, /**< Auto withdrawal status. */
  WXP_FUND_REAUTOWITHDRAWBYDATE = 24, /**< Retry withdrawal. */
  WXP_MCHRISK_BANKQUERYMCHAUDITINFO = 25, /**< Audit state (bank). */
  WXP_MCHRISK_CHANNELQUERYMCHAUDITINFO = 26, /**< Audit state (channel). */
  WXP_MCHRISK_QUERYMCHRISK = 27, /**< Risk merchant check. */
  WXP_MCHRISK_SETMCHRISKCALLBACK = 28, /**< Risk callback URL. */
  WXP_MCHRISK_SYNCMCHRISKRESULT = 29, /**< Risk result sync. */
  WXP_MMPAYMKTTRANSFERS_GETHBINFO = 30, /**< Red packet query. */
  WXP_MMPAYMKTTRANSFERS_GETTRANSFERINFO = 31, /**< Transfer query. */
  WXP_MMPAYMKTTRANSFERS_HBPREORDER = 137, /**< Red packet for a shake (beacon). */
  WXP_MMPAYMKTTRANSFERS_PROMOTION_PAYWWSPTRANS2POCKET = 32, /**< Pay staff (Enterprise WeChat). */
  WXP_MMPAYMKTTRANSFERS_PROMOTION_QUERYWWSPTRANS2POCKET = 33, /**< Query staff payment. */
  WXP_MMPAYMKTTRANSFERS_PROMOTION_TRANSFERS = 34, /**< Transfer to user wallet. */
  WXP_MMPAYMKTTRANSFERS_QUERY_COUPON_STOCK = 35, /**< Coupon batch query. */
  WXP_MMPAYMKTTRANSFERS_QUERYCOUPONSINFO = 36, /**< Coupon query. */
  WXP_MMPAYMKTTRANSFERS_QUERYWORKWXREDPACK = 37, /**< Enterprise red packet query. */
  WXP_MMPAYMKTTRANSFERS_SEND_COUPON = 38, /**< Send coupon. */
  WXP_MMPAYMKTTRANSFERS_SENDGROUPREDPACK = 39, /**< Group red packet. */
  WXP_MMPAYMKTTRANSFERS_SENDMINIPROGRAMHB = 40, /**< Mini-program red packet. */
  WXP_MMPAYMKTTRANSFERS_SENDREDPACK = 41, /**< Red packet. */
  WXP_MMPAYMKTTRANSFERS_SENDWORKWXREDPACK = 42, /**< Enterprise red packet. */
  WXP_MMPAYSPTRANS_PAY_BANK = 43, /**< Transfer to bank card. */
  WXP_MMPAYSPTRANS_QUERY_BANK = 44, /**< Query bank transfer. */
  WXP_PAPAY_DELETECONTRACT = 45, /**< Cancel deduction contract. */
  WXP_PAPAY_ENTRUSTWEB = 46,     /**< Contract page (official account). */
  WXP_PAPAY_H5ENTRUSTWEB = 47,   /**< Contract page (H5). */
  WXP_PAPAY_PARTNER_DELETECONTRACT = 48, /**< Cancel deduction contract (partner). */
  WXP_PAPAY_PARTNER_ENTRUSTWEB = 49, /**< Contract page (official account, partner). */
  WXP_PAPAY_PARTNER_H5ENTRUSTWEB = 50, /**< Contract page (H5, partner). */
  WXP_PAPAY_PARTNER_PREENTRUSTWEB = 51, /**< Contract pre-sign (APP / mini program, partner). */
  WXP_PAPAY_PARTNER_QUERYCONTRACT = 52, /**< Contract query (partner). */
  WXP_PAPAY_PREENTRUSTWEB = 53,  /**< Contract pre-sign (APP / mini program). */
  WXP_PAPAY_QUERYCONTRACT = 54,  /**< Contract query. */
  WXP_PAY_CLOSECOMBINEDORDER = 55, /**< Close combined order. */
  WXP_PAY_COMBINEDORDER = 57,    /**< Combined order. */
  WXP_PAY_CONTRACTORDER = 58,    /**< Pay and sign contract. */
  WXP_PAY_DOWNLOADBILL = 59,     /**< Trade bill. */
  WXP_PAY_DOWNLOADFUNDFLOW = 60, /**< Fund bill. */
  WXP_PAY_FACEPAY = 61,          /**< Face payment. */
  WXP_PAY_FACEPAYQUERY = 62,     /**< Face payment query. */
  WXP_PAY_PAPORDERQUERY = 65,    /**< Deduction order query. */
  WXP_PAY_PAPPAYAPPLY = 66,      /**< Deduction request. */
  WXP_PAY_PARTNER_PAPORDERQUERY = 67, /**< Deduction order query (partner). */
  WXP_PAY_PARTNER_PAPPAYAPPLY = 68, /**< Deduction request (partner). */
  WXP_PAY_PROFITSHARINGADDRECEIVER = 69, /**< Add receiver. */
  WXP_PAY_PROFITSHARINGMERCHANTRATIOQUERY = 70, /**< Max ratio query. */
  WXP_PAY_PROFITSHARINGORDERAMOUNTQUERY = 71, /**< Unsplit amount query. */
  WXP_PAY_PROFITSHARINGQUERY = 72, /**< Split query. */
  WXP_PAY_PROFITSHARINGREMOVERECEIVER = 73, /**< Remove receiver. */
  WXP_PAY_PROFITSHARINGRETURNQUERY = 74, /**< Return query. */
  WXP_PAY_QUERYCOMBINEDORDER = 75, /**< Combined order query. */
  WXP_PAY_QUERYEXCHAGERATE = 76, /**< Exchange rate. */
  WXP_PAY_REFUNDQUERYV2 = 78,    /**< Refund query with goods. */
  WXP_PAY_SETTLEMENTQUERY = 79,  /**< Settlement query. */
  WXP_PAYITIL_REPORT = 81,       /**< Call quality report. */
  WXP_RISK_GETCERTFICATES = 82,  /**< Platform certificates. */
  WXP_RISK_GETPUBLICKEY = 83,    /**< RSA public key. */
  WXP_RISK_GETVIOLATION = 84,    /**< Violation query. */
  WXP_SANDBOXNEW_PAY_DOWNLOADBILL = 85, /**< Trade bill, sandbox. */
  WXP_SANDBOXNEW_PAY_GETSIGNKEY = 86, /**< Sandbox key. */
  WXP_SANDBOXNEW_PAY_MICROPAY = 87, /**< Quick Pay, sandbox. */
  WXP_SANDBOXNEW_PAY_ORDERQUERY = 88, /**< Order query, sandbox. */
  WXP_SANDBOXNEW_PAY_REFUND = 89, /**< Refund, sandbox. */
  WXP_SANDBOXNEW_PAY_REFUNDQUERY = 90, /**< Refund query, sandbox. */
  WXP_SANDBOXNEW_PAY_UNIFIEDORDER = 91, /**< Unified order, sandbox. */
  WXP_SECAPI_MCH_ADDINSTITUTIONSUB = 92, /**< Institution onboards sub-merchant (global). */
  WXP_SECAPI_MCH_ADDSUBDEVCONFIG = 93, /**< Sub-merchant dev config. */
  WXP_SECAPI_MCH_CHANNELSETTING = 94, /**< Channel number setting. */
  WXP_SECAPI_MCH_MODIFYINSTITUTIONSUB = 95, /**< Modify sub-merchant (global). */
  WXP_SECAPI_MCH_MODIFYMCHINFO = 96, /**< Modify sub-merchant (bank). */
  WXP_SECAPI_MCH_QUERYINSTITUTIONSUB = 97, /**< Query sub-merchant (global). */
  WXP_SECAPI_MCH_QUERYSUBDEVCONFIG = 98, /**< Dev config query. */
  WXP_SECAPI_MCH_SUBMCHMANAGE = 99, /**< Bank sub-merchant add/query (?action=). */
  WXP_SECAPI_MCH_UPLOADMEDIA = 100, /**< Image upload (multipart). */
  WXP_SECAPI_MKT_ADDRECOMMENDCONF = 101, /**< Follow-account config. */
  WXP_SECAPI_PAY_FACEPAYREVERSE = 102, /**< Face payment revoke. */
  WXP_SECAPI_PAY_MULTIPROFITSHARING = 103, /**< Split (multiple). */
  WXP_SECAPI_PAY_PROFITSHARING = 104, /**< Split (single). */
  WXP_SECAPI_PAY_PROFITSHARINGFINISH = 105, /**< Finish split. */
  WXP_SECAPI_PAY_PROFITSHARINGRETURN = 106, /**< Return split money. */
  WXP_SECAPI_PAY_REFUNDV2 = 108, /**< Refund with goods. */
  WXP_SECSVC_GETREALNAMEINFO = 110, /**< Real-name authorization. */
  WXP_SECSVC_REALNAMEAUTH = 111, /**< Real-name check. */
  WXP_TOOLS_AUTHCODETOOPENID = 112, /**< Pay code to openid. */
  WXP_TOOLS_SHORTURL = 113,      /**< Short URL. */
  WXP_TRANSIT_PARTNERPAY_PAYAPPLY = 114, /**< Transit deduction (partner). */
  WXP_TRANSIT_PARTNERPAY_QUERYORDER = 115, /**< Transit order query (partner). */
  WXP_TRANSIT_PARTNERPAY_QUERYSTATE = 116, /**< Transit user state (partner). */
  WXP_TRANSIT_PAY_PAYAPPLY = 117, /**< Transit deduction. */
  WXP_TRANSIT_PAY_QUERYSTATE = 118, /**< Transit user state. */
  WXP_TRANSIT_QUERYORDER = 119,  /**< Transit order query. */
  WXP_VEHICLE_PARTNERPAY_NOTIFICATION = 120, /**< Parking entry notice (partner). */
  WXP_VEHICLE_PARTNERPAY_PAYAPPLY = 121, /**< Parking deduction (partner). */
  WXP_VEHICLE_PARTNERPAY_QUERYSTATE = 122, /**< Parking user state (partner). */
  WXP_VEHICLE_PAY_NOTIFICATION = 123, /**< Parking entry notice. */
  WXP_VEHICLE_PAY_PAYAPPLY = 124, /**< Parking deduction. */
  WXP_VEHICLE_PAY_QUERYSTATE = 125, /**< Parking user state. */
  WXP_WXV_CANCELBILL = 126,      /**< Rental cancel. */
  WXP_WXV_CHANGERENTMONEY = 127, /**< Rental change. */
  WXP_WXV_CREATEHOTELBILL = 128, /**< Hotel order. */
  WXP_WXV_CREATERENTBILL = 129,  /**< Rental order. */
  WXP_WXV_FINISHHOTELBILL = 130, /**< Hotel finish. */
  WXP_WXV_FINISHRENTBILL = 131,  /**< Rental finish. */
  WXP_WXV_QUERYHOTELBILL = 132,  /**< Hotel query. */
  WXP_WXV_QUERYRENTBILL = 133,   /**< Rental query. */
  WXP_XDC_APIV2GETSIGNKEY_SIGN_GETSIGNKEY = 134, /**< Key of the newer sandbox. */
  WXP_XDC_APIV2SANDBOX_PAY_MICROPAY = 135, /**< Quick Pay, newer sandbox. */
  WXP_XDC_APIV2SANDBOX_PAY_ORDERQUERY = 136, /**< Order query, newer sandbox. */
  WXP_NOTICE_COMBINED_PAYMENT = 1002, /**< The notice "combined-payment". */
  WXP_NOTICE_DEDUCTION = 1003,   /**< The notice "deduction". */
  WXP_NOTICE_CONTRACT = 1004,    /**< The notice "contract". */
  WXP_NOTICE_VEHICLE = 1006,     /**< The notice "vehicle". */
  WXP_NOTICE_RENTAL = 1007,      /**< The notice "rental". */
  WXP_NOTICE_RISK = 1008,        /**< The notice "risk". */
  WXP_NOTICE_NATIVE_SCAN = 1009  /**< The notice "native-scan". */
};

/**
 * One operation of the API. Texts are static; members without a listed number are 1 for yes and 0
 * for no.
 */
typedef struct wxp_endpoint {
  wxp_text path;              /**< Such as "/pay/micropay". */
  wxp_text host;              /**< The host that serves it. */
  wxp_text backup_host;       /**< The same service at another site, for when no connection can
                                   be made; empty if there is none. */
  int32_t get;                /**< GET; otherwise POST. */
  int32_t certificate;        /**< The connection needs the merchant's client certificate. */
  uint32_t algorithms;        /**< WXP_MD5, WXP_HMAC_SHA256, or both added; 0 if requests are not
                                   signed. */
  uint32_t default_algorithm; /**< That of a request without sign_type; 0 if requests are not
                                   signed. */
  int32_t sign_type;          /**< A WXP_SIGN_TYPE_ number. */
  int32_t answer_signed;      /**< A WXP_SIGNED_ number. */
  int32_t format;             /**< A WXP_FORMAT_ number. */
  int32_t nonce;              /**< Requests have the field nonce_str. */
  int32_t repeatable;         /**< A request can be repeated at any time; otherwise only with the
                                   same number and parameters. */
  int32_t moves_money;        /**< Money can move. */
  int32_t deprecated;         /**< WeChat has withdrawn it for new programs. */
  int32_t number;             /**< For wxp_judge and wxp_endpoint_purpose. */
  int32_t reserved[4];        /**< Zeros. */
} wxp_endpoint;

/**
 * Finds the number of an operation by its path, also within an address, or of a notice by its name,
 * such as "payment". It links 5 KB of paths. Fails with WXP_E_NOT_FOUND.
 */
WXP_API WXP_MUST_USE wxp_status wxp_source_find(const char *name, size_t name_len, int32_t *source);

/** The path of the operation, or the name of the notice, that has this number: static, or NULL. */
WXP_API WXP_MUST_USE const char *wxp_source_name(int32_t source);

/**
 * What the operation with this number is for, in a few words of English or Chinese: static, or
 * NULL.
 */
WXP_API WXP_MUST_USE const char *wxp_endpoint_purpose(int32_t number, int32_t language);

/** The number of operations. */
WXP_API WXP_MUST_USE size_t wxp_endpoint_count(void);

/** The operation at an index from 0, in order of the paths. Fails with WXP_E_NOT_FOUND. */
WXP_API WXP_MUST_USE wxp_status wxp_endpoint_at(size_t index, wxp_endpoint *endpoint);

/**
 * The operation at a path. The path can have a scheme and host before it and a query behind it.
 * Fails with WXP_E_NOT_FOUND.
 */
WXP_API WXP_MUST_USE wxp_status wxp_endpoint_find(const char *address, size_t address_len,
    wxp_endpoint *endpoint);

/* ---------------- Error codes ----------------------------------------------------------------- */

/**
 * What to do about an error code of an operation or notice: *action_number is a WXP_ACTION_ number,
 * and *advice is the reason, for wxp_advice_text. An unknown code is WXP_ACTION_QUERY where money
 * can move. Fails with WXP_E_NOT_FOUND for the source.
 */
WXP_API WXP_MUST_USE wxp_status wxp_advice(int32_t source, const char *code, size_t code_len,
    int32_t *action_number, int32_t *advice);

/**
 * An advice as one clause, in English or in Chinese: static, or NULL. Its number can change with
 * the library.
 */
WXP_API WXP_MUST_USE const char *wxp_advice_text(int32_t advice, int32_t language);

/* ---------------- Bodies ---------------------------------------------------------------------- */

/** What is known of a list. */
enum {
  WXP_FIELDS_HELD_KEY = 1, /**< The API key was in the text, as the field key of a string that
                                was signed. It is left out. */
  WXP_FIELDS_GUESSED = 2   /**< The parting of the text is a guess: a value with &name= in it
                                would look the same. */
};

/** What the body of an answer is, or another text, by its look. */
enum {
  WXP_BODY_EMPTY = 0,       /**< Nothing, or only white space. */
  WXP_BODY_XML = 1,         /**< XML. */
  WXP_BODY_TEXT = 2,        /**< Plain text. */
  WXP_BODY_GZIP = 3,        /**< Data compressed with gzip. */
  WXP_BODY_JSON = 4,        /**< JSON. */
  WXP_BODY_HTML = 5,        /**< A web page. */
  WXP_BODY_JSON_STRING = 6, /**< A JSON string: unescape it. */
  WXP_BODY_ESCAPED_XML = 7, /**< XML escaped as in JSON (a log line): unescape it. */
  WXP_BODY_XML_WITHIN = 8,  /**< XML behind or before other text, such as a log's prefix, or
                                 white space. */
  WXP_BODY_CANONICAL = 9,   /**< A string that was signed (name=value&name=value). */
  WXP_BODY_FORM = 10,       /**< Form data (URL-encoded). */
  WXP_BODY_PHP_ARRAY = 11,  /**< A PHP array, as print_r or var_export shows it. */
  WXP_BODY_API_V3 = 12,     /**< A message of APIv3: another protocol, with other keys. */
  WXP_BODY_BILL = 13,       /**< A bill. */
  WXP_BODY_GBK = 14,        /**< Text in GBK instead of UTF-8. */
  WXP_BODY_LINES = 15,      /**< Lines of name=value. */
  WXP_BODY_ADDRESS = 16     /**< An address with fields in its query. */
};

/** What a web page says that came in place of an answer. */
enum {
  WXP_PAGE_NO_CERTIFICATE = 1, /**< The server says that no client certificate was shown, which
                                    this operation needs. */
  WXP_PAGE_CERTIFICATE_REFUSED = 2, /**< The server refused the client certificate that was
                                         shown. */
  WXP_PAGE_PLAIN_HTTP = 3,     /**< The request was sent as http to a port for https. */
  WXP_PAGE_TOO_LARGE = 4,      /**< The server says that the request is too large. */
  WXP_PAGE_NOT_FOUND = 5,      /**< The server knows no such address or method: look at host,
                                    path and POST. */
  WXP_PAGE_FORBIDDEN = 6,      /**< Access was forbidden, by a firewall or proxy on the way as a
                                    rule. */
  WXP_PAGE_NO_ANSWER = 7       /**< A proxy got no answer from the server behind it: the outcome
                                    is not known, so query it. */
};

/** What was taken off a text. */
enum {
  WXP_LAYER_JSON_STRING = 1,  /**< It was a JSON string, and was unescaped. */
  WXP_LAYER_ESCAPES = 2,      /**< It had the escapes of JSON, which were undone. */
  WXP_LAYER_WHITE_SPACE = 3,  /**< White space before or behind the document was left out. */
  WXP_LAYER_SURROUNDINGS = 4, /**< Text before or behind the document was left out. */
  WXP_LAYER_GBK = 5           /**< It was in GBK, and was turned into UTF-8. */
};

/** The WXP_BODY_ number of an answer's body, or of any other text, by its look. NULL is empty. */
WXP_API WXP_MUST_USE int32_t wxp_body(const char *body, size_t body_len);

/**
 * The WXP_PAGE_ number of what a web page says that came in place of an answer; 0 if it is not
 * known.
 */
WXP_API WXP_MUST_USE int32_t wxp_page(const char *page, size_t page_len);

/**
 * Takes one layer off a text: the escapes of JSON, text around a document. *layer is its WXP_LAYER_
 * number, or 0 if there is none that can be undone without guessing; nothing is written then, and
 * *len is 0. What is inside may have another layer, and need not be UTF-8. A buffer twice as long
 * as the text always has room.
 *
 * If the text is refused, *fault is the offset of the fault, in bytes. Fails with WXP_E_ESCAPE.
 */
WXP_API WXP_MUST_USE wxp_status wxp_body_undo(const char *body, size_t body_len, int32_t *layer,
    char *out, size_t capacity, size_t *len, size_t *fault);

/**
 * Reads a text that is a list of fields: a string that was signed, form data, lines of name=value,
 * an address, a flat object in JSON, an array as PHP shows it. The fields keep their order, and
 * values that had escapes lie in the scratch, which has to be as long as the text. *traits is
 * WXP_FIELDS_HELD_KEY and WXP_FIELDS_GUESSED, added, or 0.
 *
 * On WXP_OK *count is the number of fields. On WXP_E_SPACE it is the number needed; 0 if the
 * scratch is too short, and *fault is what is needed of it, in bytes. If the text is refused,
 * *fault is the offset of the fault, in bytes. On any failure the table is emptied, and the content
 * of the scratch is undefined.
 *
 * Fails with WXP_E_LIST, WXP_E_ESCAPE, WXP_E_FIELD_NAME, or with WXP_E_TOO_MANY_FIELDS beyond 128.
 */
WXP_API WXP_MUST_USE wxp_status wxp_body_fields(const char *body, size_t body_len,
    wxp_field *fields, size_t capacity, size_t *count, char *scratch, size_t scratch_capacity,
    int32_t *traits, size_t *fault);

/** A kind of body as one clause, in English or in Chinese: static, never NULL. */
WXP_API WXP_MUST_USE const char *wxp_body_text(int32_t body, int32_t language);

/** What a web page says as one clause, in English or in Chinese: static, never NULL. */
WXP_API WXP_MUST_USE const char *wxp_page_text(int32_t page, int32_t language);

/** What was undone as one clause, in English or in Chinese: static, never NULL. */
WXP_API WXP_MUST_USE const char *wxp_layer_text(int32_t layer, int32_t language);

/* ---------------- Nested documents ------------------------------------------------------------ */

/** A group of fields in a nested document, such as hbinfo or setteinfo_0. */
typedef struct wxp_record {
  const char *name;        /**< The name of the group, in the document. */
  size_t name_len;         /**< In bytes, at most 64. */
  const wxp_field *fields; /**< Sorted by name, for wxp_find. They are in the table that was read
                                into. */
  size_t count;            /**< The number of fields, 1 to 128. */
} wxp_record;

/**
 * Reads the fields of a nested document that are in no group: answers of gethbinfo, settlementquery
 * and submchmanage. Otherwise as wxp_xml_read. If the document has groups, its field sign is left
 * out, because no signature covers groups: the answer is judged as an unsigned one.
 *
 * Fails as wxp_xml_read, or with WXP_E_TOO_MANY_FIELDS above 128 fields. Takes 4 KB of stack on
 * 32-bit machines.
 */
WXP_API WXP_MUST_USE wxp_status wxp_xml_read_nested(const char *document, size_t document_len,
    wxp_field *fields, size_t capacity, size_t *count, char *scratch, size_t scratch_capacity,
    size_t *fault);

/**
 * Reads all groups of a nested document, in its order, as records. The fields of all records are in
 * one table, one record after the other.
 *
 * On WXP_OK *record_count is the number of records, 0 for a flat document, and *count is the number
 * of all their fields. On WXP_E_SPACE both are the numbers needed, and *fault is the scratch
 * needed, in bytes. Only wxp_xml_read_nested refuses a field outside of groups that comes twice.
 *
 * Otherwise as wxp_xml_read. Fails also with WXP_E_TOO_MANY_FIELDS above 128 fields in a record.
 * Takes 4 KB of stack on 32-bit machines.
 */
WXP_API WXP_MUST_USE wxp_status wxp_xml_records(const char *document, size_t document_len,
    wxp_record *records, size_t record_capacity, size_t *record_count, wxp_field *fields,
    size_t capacity, size_t *count, char *scratch, size_t scratch_capacity, size_t *fault);

/* ---------------- Numbered fields ------------------------------------------------------------- */

/**
 * The field name_n of a list that begins with name_0, such as coupon_id_0. NULL if there is none.
 */
WXP_API WXP_MUST_USE const wxp_field *wxp_find_numbered(const wxp_field *fields, size_t count,
    const char *name, size_t name_len, uint16_t n);

/**
 * The field name_n_m of a list in a list, such as the coupons of one refund. NULL if there is none.
 */
WXP_API WXP_MUST_USE const wxp_field *wxp_find_numbered_in(const wxp_field *fields, size_t count,
    const char *name, size_t name_len, uint16_t n, uint16_t m);

/* ---------------- Second signatures ----------------------------------------------------------- */

/** What the customer's side takes, and the fields it is made of. */
enum {
  WXP_PAYLOAD_JSAPI = 1,        /**< JSON for a page in WeChat (WeixinJSBridge, chooseWXPay) or a
                                     mini program (requestPayment): appid, nonce_str, prepay_id,
                                     timestamp. In partner mode sub_appid takes the place of
                                     appid. */
  WXP_PAYLOAD_APP = 2,          /**< JSON for an app: appid, mch_id, nonce_str, prepay_id,
                                     timestamp. In partner mode sub_appid and sub_mch_id take the
                                     places of appid and mch_id. */
  WXP_PAYLOAD_RED_PACKET = 3,   /**< JSON for a red packet in a mini program: appid, nonce_str,
                                     package (from the answer of
                                     /mmpaymkttransfers/sendminiprogramhb), timestamp. MD5 only.
                                     In partner mode sub_appid takes the place of appid. */
  WXP_PAYLOAD_NATIVE_CODE = 4,  /**< The text of a product's QR code (Native mode 1): appid,
                                     mch_id, nonce_str, product_id, timestamp. MD5 only. */
  WXP_PAYLOAD_NATIVE_ORDER = 5, /**< The reply to the notice "native-scan" with an order: appid,
                                     mch_id, nonce_str, prepay_id. MD5 only. */
  WXP_PAYLOAD_NATIVE_REFUSAL = 6, /**< The reply to the notice "native-scan" without an order:
                                       appid, err_code_des (what the customer is told), mch_id,
                                       nonce_str. MD5 only. */
  WXP_PAYLOAD_CONTRACT = 7,     /**< The address of the page where a customer signs a contract in
                                     WeChat: all fields are used. */
  WXP_PAYLOAD_CONTRACT_H5 = 8,  /**< As WXP_PAYLOAD_CONTRACT, in a browser outside of WeChat. */
  WXP_PAYLOAD_CONTRACT_PARTNER = 9, /**< As WXP_PAYLOAD_CONTRACT, for a service provider. */
  WXP_PAYLOAD_CONTRACT_PARTNER_H5 = 10, /**< As WXP_PAYLOAD_CONTRACT_H5, for a service provider. */
  WXP_PAYLOAD_WORKWX_RED_PACKET = 11, /**< The field workwx_sign of an Enterprise WeChat red
                                           packet: act_name, mch_billno, mch_id, nonce_str,
                                           re_openid, total_amount, wxappid. The key is the
                                           enterprise's payment secret
                                           (wxp_key_init_nonstandard). MD5 only. */
  WXP_PAYLOAD_WORKWX_STAFF = 12 /**< The field workwx_sign of an Enterprise WeChat payment to
                                     staff: amount, appid, desc, mch_id, nonce_str, openid,
                                     partner_trade_no, ww_msg_type. Key as before. MD5 only. */
};

/**
 * Writes what the customer's side takes, signed: JSON, an address or a document, by its kind, a
 * WXP_PAYLOAD_ number. Call it on your server, so that the key stays there, and use the algorithm
 * of the order.
 *
 * Pass the fields listed for the kind, under these names even where the result uses others. They
 * are not percent-encoded; timestamp is the present time in seconds since 1970. Other fields are
 * ignored, except in contracts. So all of an order's answer can be passed: a page of the partner's
 * own needs its appid, so leave sub_appid out there. A kind that has no place for sub_appid refuses
 * it, because it would be lost.
 *
 * Fails with WXP_E_MISSING, and *missing is the name of the first missing field, static; with
 * WXP_E_ARGUMENT for the kind, the timestamp, or a sub_appid that has no place; with
 * WXP_E_ALGORITHM_MISMATCH, WXP_E_LEAKED_SECRET, WXP_E_CHARACTER or WXP_E_IMITATION; for contracts
 * also with WXP_E_NOTIFY_URL, WXP_E_NOTIFY_URL_QUERY or WXP_E_ADDRESS_LENGTH.
 */
WXP_API WXP_MUST_USE wxp_status wxp_payload(const wxp_key *key, int32_t kind,
    const wxp_field *fields, size_t count, char *out, size_t capacity, size_t *len,
    wxp_text *missing);

/* ---------------- Refund notices -------------------------------------------------------------- */

/**
 * Decrypts the field req_info of the notice "refund", and writes the document in it, for
 * wxp_refund_read. The key can be for either algorithm; 1024 bytes are enough for a usual notice.
 *
 * The content is not authentic: nothing in the notice is signed, and somebody who has seen other
 * notices can recombine their blocks. Confirm the refund with /pay/refundquery before money or
 * goods move.
 *
 * On WXP_E_SPACE *len is up to 16 bytes more than the document. Fails with WXP_E_SEALED for any
 * other fault, without saying which; what was written is wiped.
 */
WXP_API WXP_MUST_USE wxp_status wxp_unconfirmed_refund(const wxp_key *key, const char *req_info,
    size_t req_info_len, char *out, size_t capacity, size_t *len);

/** As wxp_xml_read, for the document that wxp_unconfirmed_refund writes: its root is <root>. */
WXP_API WXP_MUST_USE wxp_status wxp_refund_read(const char *document, size_t document_len,
    wxp_field *fields, size_t capacity, size_t *count, char *scratch, size_t scratch_capacity,
    size_t *fault);

/* ---------------- Times, amounts and categories ----------------------------------------------- */

/** How a time is written. */
enum {
  WXP_TIME_PLAIN = 0, /**< yyyyMMddHHmmss, as in time_start, time_expire and time_end. */
  WXP_TIME_SPACED = 1 /**< yyyy-MM-dd HH:mm:ss, as in success_time. */
};

/**
 * Writes a time in Beijing time, from seconds since 1970 in UTC, in a WXP_TIME_ form. Fails with
 * WXP_E_ARGUMENT after the year 9999, or for another form.
 */
WXP_API WXP_MUST_USE wxp_status wxp_time_format(uint64_t seconds, int32_t form, char *out,
    size_t capacity, size_t *len);

/**
 * Reads a time in Beijing time, in either form, as seconds since 1970 in UTC. Fails with
 * WXP_E_ARGUMENT.
 */
WXP_API WXP_MUST_USE wxp_status wxp_time_parse(const char *time, size_t time_len,
    uint64_t *seconds);

/**
 * Writes an amount as bills do, in decimals: 88800 fen of "CNY" are "888.00". Fails with
 * WXP_E_NOT_FOUND for a currency that fee_type does not take.
 */
WXP_API WXP_MUST_USE wxp_status wxp_amount_format(int64_t units, const char *currency,
    size_t currency_len, char *out, size_t capacity, size_t *len);

/**
 * Reads such an amount, as a number of the currency's smallest unit. Fails with WXP_E_NOT_FOUND for
 * the currency, or with WXP_E_ARGUMENT if the text is no amount or not exact: nothing is rounded.
 */
WXP_API WXP_MUST_USE wxp_status wxp_amount_parse(const char *amount, size_t amount_len,
    const char *currency, size_t currency_len, int64_t *units);

/**
 * The name of a business category in English or in Chinese, for a code from the field
 * business_category: static, or NULL. The list of the gateway is longer than the published one, so
 * an unknown code can be right.
 */
WXP_API WXP_MUST_USE const char *wxp_category_name(int32_t code, int32_t language);

/* ---------------- Bills ----------------------------------------------------------------------- */

/**
 * Reads a bill, the answer of downloadbill or downloadfundflow, into cells: the names of the
 * columns, then the rows. Cells point into the bill. A bill is not signed. Its amounts are
 * decimals, for wxp_amount_parse.
 *
 * On WXP_OK and WXP_E_SPACE *rows is the number of rows without the names, *columns is the number
 * of columns, and (*rows + 1) * *columns cells are needed. If the bill is refused, *fault is the
 * offset of the fault, in bytes; on WXP_E_CELLS *columns is also how many cells are due in the line
 * there, and *rows how many it has. Fails with WXP_E_SPACE, WXP_E_NOT_UTF8, WXP_E_TRUNCATED,
 * WXP_E_BILL or WXP_E_CELLS.
 */
WXP_API WXP_MUST_USE wxp_status wxp_bill_read(const char *bill, size_t bill_len, wxp_text *cells,
    size_t capacity, size_t *rows, size_t *columns, size_t *fault);

/** Reads the totals of a bill in the same way: their names, then the totals. *rows is 1. */
WXP_API WXP_MUST_USE wxp_status wxp_bill_totals(const char *bill, size_t bill_len, wxp_text *cells,
    size_t capacity, size_t *rows, size_t *columns, size_t *fault);

/* ---------------- Why a signature is wrong ---------------------------------------------------- */

/** The mistake that leads to a wrong signature. */
enum {
  WXP_CAUSE_NONE = 0,            /**< The signature is right. */
  WXP_CAUSE_UNKNOWN = 1,         /**< No known mistake explains the signature. */
  WXP_CAUSE_MISSING = 10,        /**< There is no signature. */
  WXP_CAUSE_FORM = 11,           /**< This is no signature: one has 32 or 64 hexadecimal digits. */
  WXP_CAUSE_LOWER_CASE = 12,     /**< The signature is right but for its lower-case digits: send
                                      upper case. */
  WXP_CAUSE_SURROUNDED = 13,     /**< The signature is right, but blanks or line ends stand
                                      around it. */
  WXP_CAUSE_TRUNCATED = 14,      /**< The signature is right as far as it goes: its end was cut
                                      off. */
  WXP_CAUSE_ZEROS_DROPPED = 15,  /**< The signature is right, but leading zeros were dropped from
                                      its digits. */
  WXP_CAUSE_OTHER_ALGORITHM = 20, /**< It was signed with the other algorithm. */
  WXP_CAUSE_PLAIN_SHA256 = 21,   /**< It was signed with plain SHA-256 instead of HMAC-SHA256. */
  WXP_CAUSE_CONTRADICTION = 22,  /**< The signature is right, but sign_type does not name its
                                      algorithm. */
  WXP_CAUSE_KEY_LEFT_OUT = 30,   /**< `&key=` and the key were not appended to the fields. */
  WXP_CAUSE_KEY_UNNAMED = 31,    /**< The key was appended without `&key=`. */
  WXP_CAUSE_KEY_TRIMMED = 32,    /**< The key was used without the blanks or line ends around it. */
  WXP_CAUSE_KEY_LOWER_CASE = 33, /**< The key was turned into lower case. */
  WXP_CAUSE_KEY_UPPER_CASE = 34, /**< The key was turned into upper case. */
  WXP_CAUSE_KEY_LINE_END = 35,   /**< The key was used with the line end after it. */
  WXP_CAUSE_KEY_BLANK = 36,      /**< The key was used with a blank after it. */
  WXP_CAUSE_KEY_SORTED = 37,     /**< The key was sorted in among the fields: it belongs behind
                                      them, after `&key=`. */
  WXP_CAUSE_AMPERSANDS = 38,     /**< There is an `&` too many or too few around `key=`, as in
                                      `&&key=`. */
  WXP_CAUSE_KEY_EMPTY = 39,      /**< The key was empty: the string that was signed ends with
                                      `&key=`. */
  WXP_CAUSE_FIELD_LEFT_OUT = 40, /**< A field of the message was not signed. */
  WXP_CAUSE_EMPTY_SIGNED = 41,   /**< Fields with empty values were signed, too. */
  WXP_CAUSE_SIGN_SIGNED = 42,    /**< The field sign was signed, too. */
  WXP_CAUSE_SIGN_TYPE_LEFT_OUT = 43, /**< The field sign_type was not signed. */
  WXP_CAUSE_SIGN_TYPE_ADDED = 44, /**< A sign_type was signed that the message does not have. */
  WXP_CAUSE_FIELDS_LEFT_OUT = 45, /**< Several fields of the message were not signed. */
  WXP_CAUSE_NULL_SIGNED = 46,    /**< Fields with empty values were signed as a word such as
                                      null. */
  WXP_CAUSE_NAMES_REWRITTEN = 47, /**< Names were signed in another form, such as appId for
                                       appid. */
  WXP_CAUSE_SIGN_TYPE_CHANGED = 48, /**< The field sign_type was signed with another value than
                                         it was sent with. */
  WXP_CAUSE_ORDER_IGNORING_CASE = 50, /**< The names were sorted without regard to letter case. */
  WXP_CAUSE_ORDER_OF_PAIRS = 51, /**< Finished name=value pairs were sorted instead of the names. */
  WXP_CAUSE_UNSORTED = 52,       /**< The fields were not sorted. */
  WXP_CAUSE_UNSORTED_WITH_EMPTY = 53, /**< The fields were not sorted, and those with empty
                                           values were signed, too. */
  WXP_CAUSE_LEADING = 54,        /**< A `?` or `&` was put before the first field. */
  WXP_CAUSE_VALUE_TRIMMED = 60,  /**< Values were signed without the blanks or line ends around
                                      them. */
  WXP_CAUSE_VALUE_ESCAPED = 61,  /**< Values were signed as they are escaped in XML. */
  WXP_CAUSE_VALUE_IN_CDATA = 62, /**< Values were signed with their CDATA brackets. */
  WXP_CAUSE_VALUE_URL_ENCODED = 63, /**< Values were signed URL-encoded, or decoded after that. */
  WXP_CAUSE_RETURNS_DROPPED = 64, /**< Values were signed without their carriage returns. */
  WXP_CAUSE_RETURNS_ADDED = 65,  /**< Values were signed with CR LF in place of LF. */
  WXP_CAUSE_CHARACTERS_LOST = 66, /**< Values were signed with `?` in place of characters that
                                       are not ASCII. */
  WXP_CAUSE_ENCODED_TWICE = 67,  /**< Values were encoded in UTF-8 twice. */
  WXP_CAUSE_GBK = 68,            /**< Values were signed in GBK instead of UTF-8. */
  WXP_CAUSE_NUMBER_REWRITTEN = 69, /**< A number was signed in another form, such as 100.0 for
                                        100. */
  WXP_CAUSE_HEX_ADDED = 70,      /**< A value was changed after it was signed: `\xNN` stands for
                                      a character, as in the logs of web servers. */
  WXP_CAUSE_ENTITIES_ADDED = 71, /**< A value was changed after it was signed: characters became
                                      entities such as `&quot;`, as in HTML filters. */
  WXP_CAUSE_BACKSLASHES_ADDED = 72, /**< A value was changed after it was signed: backslashes
                                         were put before quotation marks. */
  WXP_CAUSE_PLUS_FOR_BLANK = 73, /**< A value was changed after it was signed: blanks and `+`
                                      were taken for one another. */
  WXP_CAUSE_PERCENTS_ADDED = 74, /**< A value was changed after it was signed: it was
                                      URL-encoded. */
  WXP_CAUSE_READ_AS_LATIN1 = 75, /**< A value was changed after it was signed: its UTF-8 was read
                                      as Latin-1. */
  WXP_CAUSE_READ_AS_GBK = 76,    /**< A value was changed after it was signed: its UTF-8 was read
                                      as GBK. */
  WXP_CAUSE_ENDS_CUT_OFF = 77,   /**< A value was changed after it was signed: white space at its
                                      end was cut off. */
  WXP_CAUSE_JSON_ESCAPED = 78,   /**< A value was changed after it was signed: it was escaped as
                                      in JSON. */
  WXP_CAUSE_BACKSLASHES_DROPPED = 79, /**< A value was changed after it was signed: backslashes
                                           before quotation marks were taken away. */
  WXP_CAUSE_SECOND_LACKS = 80,   /**< A field that the second signature covers is not here: add
                                      it, even if the page need not send it. */
  WXP_CAUSE_SECOND_NONCE = 81,   /**< Nonce_str (or nonceStr) was signed, where the second
                                      signature of an app has noncestr. */
  WXP_CAUSE_SECOND_TIME = 82,    /**< The time was signed under another name: a page has
                                      timeStamp, an app timestamp, a code time_stamp. */
  WXP_CAUSE_SECOND_NAMES = 83,   /**< Names were signed in another spelling: a page has appId,
                                      nonceStr, signType; an app only lower case. */
  WXP_CAUSE_SECOND_PACKAGE_BARE = 84, /**< Package was signed or is sent as the bare number: it
                                           has to be `prepay_id=` with the number behind it. */
  WXP_CAUSE_SECOND_PACKAGE = 85, /**< Package is that of another kind: a page has `prepay_id=`
                                      and the number, an app `Sign=WXPay`. */
  WXP_CAUSE_SECOND_SIGN_TYPE = 86, /**< SignType was not signed, which is a part of a page's
                                        second signature. */
  WXP_CAUSE_SECOND_CONTRADICTION = 87, /**< SignType names another algorithm than the one that it
                                            was signed with. */
  WXP_CAUSE_SECOND_MILLISECONDS = 88, /**< The time was signed or is sent in milliseconds: it has
                                           to be in seconds, with 10 digits. */
  WXP_CAUSE_SECOND_OF_PARTNER = 89, /**< It was signed for the partner: the order has sub_appid
                                         or sub_mch_id, which take the place of its own. */
  WXP_CAUSE_SECOND_OF_MERCHANT = 90, /**< It was signed with sub_appid or sub_mch_id, but is sent
                                          with the partner's own: send what was signed. */
  WXP_CAUSE_SECOND_NAME_SENT = 91, /**< The second signature is right, but this field is sent
                                        under another name than the one that is read. */
  WXP_CAUSE_SECOND_TOO_MUCH = 92 /**< Fields were signed that the second signature does not have. */
};

/** What is left to check about a signature. */
enum {
  WXP_HINT_OTHER_KEY = 1,      /**< The key: it is the API key (APIv2 key) of the merchant
                                    platform, with 32 characters; not the APIv3 key, not the app
                                    secret of the appid, not the password of the certificate. */
  WXP_HINT_SANDBOX_KEY = 2,    /**< The sandbox: it has a key of its own, which getsignkey gives
                                    and which is valid for three days; the API key is for
                                    everything else. */
  WXP_HINT_OTHER_MERCHANT = 3, /**< Whose key it is: that of the merchant number in mch_id; a
                                    service provider signs with its own key, never with that of
                                    the merchant it acts for. */
  WXP_HINT_KEY_CHANGED = 4,    /**< Whether the key was changed on the merchant platform a short
                                    time ago: every program needs the new one, and messages from
                                    before have the old one. */
  WXP_HINT_MADE_TWICE = 5,     /**< Values that are made twice: the nonce_str or the time that
                                    was signed is not the one that was sent. */
  WXP_HINT_FIELDS_OF_OPERATION = 6, /**< The fields: one that the operation does not have, or one
                                         that it needs and does not get, is answered with a
                                         signature error, too. */
  WXP_HINT_SIGN_TYPE = 7,      /**< The algorithm: without sign_type the gateway takes MD5; with
                                    HMAC-SHA256 the request has to say sign_type=HMAC-SHA256, and
                                    some operations take only one of them. */
  WXP_HINT_ENCODING = 8,       /**< The encoding on the way: the message has to be sent as UTF-8,
                                    byte by byte what was signed, with Chinese text and
                                    characters such as & and < unchanged. */
  WXP_HINT_RAW_MESSAGE = 9,    /**< The message as it was received: verify the bytes of the body,
                                    before a framework, a filter or a log changes them, and with
                                    all of its fields. */
  WXP_HINT_SEVERAL_MISTAKES = 10, /**< Two mistakes at once: only single ones are tried here;
                                       compare the string that was signed, character by
                                       character. */
  WXP_HINT_SUB_APPID = 11      /**< Whose appid it is: where a partner's order has sub_appid, the
                                    page or app is signed with sub_appid, and an app with
                                    sub_mch_id as its partnerid. */
};

/** Who made a message, and so its signature. */
enum {
  WXP_SENDER_MERCHANT = 0, /**< The merchant signed it: it is a request. */
  WXP_SENDER_GATEWAY = 1,  /**< The gateway signed it: it is an answer or a notice. */
  WXP_SENDER_CUSTOMER = 2  /**< The merchant signed it for the customer's page or app: it is a
                                second signature. */
};

/** Writes the string that is signed, without the key: for a log, or to compare by hand. */
WXP_API WXP_MUST_USE wxp_status wxp_canonical(const wxp_field *fields, size_t count, char *out,
    size_t capacity, size_t *len);

/**
 * Tries the known mistakes in signing, and changes to a message after it was signed, and says which
 * one leads from this table to the offered signature: *cause is a WXP_CAUSE_ number. The indexes of
 * the fields that it was made with are written to marked, as many as there is capacity for;
 * *marked_count is the number of all of them, at most 256. Without capacity marked can be NULL.
 * With an empty offer, the field sign of the table is explained.
 *
 * Use it to find a mistake, not to decide what to trust: that is wxp_verify. Pass the table in the
 * order that was signed, because the order can be the mistake (wxp_xml_read sorts). It costs about
 * as much as 1,000 signatures for 12 fields, and at most 4,500 digests: two fields left out, and
 * single values changed, are tried with up to 48 fields; three left out with up to 24. The result
 * reveals neither the key nor the right signature. wxp_hint says what is left to check.
 */
WXP_API WXP_MUST_USE wxp_status wxp_explain(const wxp_key *key, const wxp_field *fields,
    size_t count, const char *offered, size_t offered_len, int32_t *cause, size_t *marked,
    size_t capacity, size_t *marked_count);

/** A cause as one clause, in English or in Chinese: static, never NULL. */
WXP_API WXP_MUST_USE const char *wxp_cause_text(int32_t cause, int32_t language);

/**
 * What is left to check about a signature with this cause, by rank: 0 is the likeliest. A WXP_HINT_
 * number, and 0 from the rank on that has none. The sender is the one who made the signature: the
 * merchant of a request or of a second signature, the gateway of an answer or a notice.
 */
WXP_API WXP_MUST_USE int32_t wxp_hint(int32_t cause, int32_t sender, size_t rank);

/**
 * What to check where the gateway refused a request with this return_msg, by rank, as wxp_hint
 * gives it. 0 for every rank if the text does not speak of the signature, or is not UTF-8.
 */
WXP_API WXP_MUST_USE int32_t wxp_refusal_hint(const char *return_msg, size_t return_msg_len,
    size_t rank);

/** A hint as one clause, in English or in Chinese: static, never NULL. */
WXP_API WXP_MUST_USE const char *wxp_hint_text(int32_t hint, int32_t language);

/* ---------------- Why a second signature is not taken ----------------------------------------- */

/** What the customer's side takes, as recognized. */
enum {
  WXP_SECOND_JSAPI = 1,      /**< The second signature of a page or a mini program (JSAPI,
                                  paySign). */
  WXP_SECOND_APP = 2,        /**< The second signature of an app. */
  WXP_SECOND_NATIVE_CODE = 3 /**< The signature of a product's QR code (Native mode 1). */
};

/**
 * As wxp_explain, for what a page, an app or a QR code takes: *second is its WXP_SECOND_ number,
 * recognized by the fields. Their names may have any letter case, and underscores or none. With an
 * empty offer, the field paySign of the table is explained, or else sign. The sender for wxp_hint
 * is WXP_SENDER_CUSTOMER. wxp_body_fields reads such a table from JSON or from an address.
 *
 * Fails with WXP_E_NOT_FOUND if the fields are no second signature.
 */
WXP_API WXP_MUST_USE wxp_status wxp_explain_second(const wxp_key *key, const wxp_field *fields,
    size_t count, const char *offered, size_t offered_len, int32_t *second, int32_t *cause,
    size_t *marked, size_t capacity, size_t *marked_count);

/** A second signature as one clause, in English or in Chinese: static, never NULL. */
WXP_API WXP_MUST_USE const char *wxp_second_text(int32_t second, int32_t language);

#ifdef __cplusplus
}
#endif

#endif /* WXP_PROTOCOL_H */
