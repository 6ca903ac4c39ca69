enum { WXP_ABI_VERSION = 1, WXP_VERSION_MAJOR = 0, WXP_VERSION_MINOR = 1, WXP_VERSION_PATCH = 0 };
 uint32_t wxp_abi_version(void);
 const char *wxp_version(void);
enum {
  WXP_OK = 0,
  WXP_E_NULL = 1,
  WXP_E_LENGTH = 2,
  WXP_E_ALIGNMENT = 3,
  WXP_E_OVERLAP = 4,
  WXP_E_KEY = 5,
  WXP_E_ARGUMENT = 6,
  WXP_E_NOT_FOUND = 7,
  WXP_E_PACKED = 8,
  WXP_E_SELF_TEST = 9,
  WXP_E_SECRET_LENGTH = 10,
  WXP_E_SECRET_CHARACTER = 11,
  WXP_E_FIELD_NAME = 20,
  WXP_E_DUPLICATE_FIELD = 21,
  WXP_E_TOO_MANY_FIELDS = 22,
  WXP_E_CHARACTER = 23,
  WXP_E_NOTIFY_URL = 24,
  WXP_E_NOTIFY_URL_QUERY = 25,
  WXP_E_MISSING = 26,
  WXP_E_ADDRESS_LENGTH = 27,
  WXP_E_LEAKED_SECRET = 28,
  WXP_E_IMITATION = 29,
  WXP_E_SPACE = 30,
  WXP_E_NOT_XML = 40,
  WXP_E_NOT_UTF8 = 41,
  WXP_E_TRUNCATED = 42,
  WXP_E_MALFORMED = 43,
  WXP_E_END_TAG = 44,
  WXP_E_REFERENCE = 45,
  WXP_E_CONTROL = 46,
  WXP_E_DECLARATION = 47,
  WXP_E_SECOND_ROOT = 48,
  WXP_E_TRAILING = 49,
  WXP_E_DOCTYPE = 50,
  WXP_E_COMMENT = 51,
  WXP_E_PROCESSING_INSTRUCTION = 52,
  WXP_E_ATTRIBUTE = 53,
  WXP_E_PREFIX = 54,
  WXP_E_NAME = 55,
  WXP_E_NESTED = 56,
  WXP_E_DUPLICATE = 57,
  WXP_E_STRAY = 58,
  WXP_E_ENCODING = 59,
  WXP_E_UNSIGNED = 60,
  WXP_E_ALGORITHM_MISMATCH = 61,
  WXP_E_SIGNATURE_MISMATCH = 62,
  WXP_E_NO_RETURN_CODE = 63,
  WXP_E_SEALED = 64,
  WXP_E_LACKS = 65,
  WXP_E_FOREIGN = 66,
  WXP_E_AMBIGUOUS = 67,
  WXP_E_ROOT = 68,
  WXP_E_DIFFERS = 69,
  WXP_E_BILL = 70,
  WXP_E_CELLS = 71,
  WXP_E_LIST = 72,
  WXP_E_ESCAPE = 73
};
enum {
  WXP_ENGLISH = 0,
  WXP_CHINESE = 1
};
typedef int32_t wxp_status;
 const char *wxp_status_text(wxp_status status, int32_t language);
typedef struct wxp_field {
  const char *name;
  size_t name_len;
  const char *value;
  size_t value_len;
} wxp_field;
typedef struct wxp_text {
  const char *text;
  size_t len;
} wxp_text;
 const wxp_field *wxp_find(const wxp_field *fields, size_t count,
    const char *name, size_t name_len);
 int32_t wxp_field_is(const wxp_field *fields, size_t count, const char *name,
    size_t name_len, const char *value, size_t value_len);
 wxp_status wxp_fen_parse(const char *amount, size_t amount_len, uint64_t *fen);
enum {
  WXP_MD5 = 1,
  WXP_HMAC_SHA256 = 2
};
enum { WXP_KEY_SIZE = 256 };
typedef struct wxp_key {
  uint64_t opaque[32];
} wxp_key;
 wxp_status wxp_key_init(wxp_key *key, uint32_t algorithm, const char *secret,
    size_t secret_len);
 wxp_status wxp_key_init_nonstandard(wxp_key *key, uint32_t algorithm,
    const char *secret, size_t secret_len);
 void wxp_key_wipe(wxp_key *key);
enum { WXP_ENTROPY_SIZE = 16 };
 wxp_status wxp_nonce(const void *entropy, size_t entropy_len, char *out,
    size_t capacity, size_t *len);
enum { WXP_SIGNATURE_MAX = 64 };
 wxp_status wxp_sign(const wxp_key *key, const wxp_field *fields, size_t count,
    char *out, size_t capacity, size_t *len);
 wxp_status wxp_verify(const wxp_key *key, const wxp_field *fields,
    size_t count);
 wxp_status wxp_xml_write(const wxp_key *key, const wxp_field *fields,
    size_t count, char *out, size_t capacity, size_t *len);
 wxp_status wxp_xml_read(const char *document, size_t document_len,
    wxp_field *fields, size_t capacity, size_t *count, char *scratch, size_t scratch_capacity,
    size_t *fault);
enum {
  WXP_PAY_CLOSEORDER = 56,
  WXP_PAY_MICROPAY = 63,
  WXP_PAY_ORDERQUERY = 64,
  WXP_PAY_REFUNDQUERY = 77,
  WXP_PAY_UNIFIEDORDER = 80,
  WXP_SECAPI_PAY_REFUND = 107,
  WXP_SECAPI_PAY_REVERSE = 109,
  WXP_NOTICE_PAYMENT = 1001,
  WXP_NOTICE_REFUND = 1005
};
enum {
  WXP_UNTRUSTED = 0,
  WXP_SUCCEEDED = 1,
  WXP_ACCEPTED = 2,
  WXP_FAILED = 3,
  WXP_UNSETTLED = 4,
  WXP_REFUSED = 5,
  WXP_UNVOUCHED = 6
};
enum {
  WXP_ACTION_NONE = 0,
  WXP_ACTION_QUERY = 1,
  WXP_ACTION_REPEAT = 2,
  WXP_ACTION_NEW_NUMBER = 3,
  WXP_ACTION_CUSTOMER = 4,
  WXP_ACTION_SETUP = 5,
  WXP_ACTION_PROGRAM = 6,
  WXP_ACTION_DONE = 7
};
enum {
  WXP_ORDER_UNKNOWN = 0,
  WXP_ORDER_PAID = 1,
  WXP_ORDER_REFUNDED = 2,
  WXP_ORDER_UNPAID = 3,
  WXP_ORDER_PAYING = 4,
  WXP_ORDER_PAY_ERROR = 5,
  WXP_ORDER_CLOSED = 6,
  WXP_ORDER_ABSENT = 7
};
typedef struct wxp_verdict {
  wxp_text fault_field;
  int32_t verdict;
  int32_t outcome;
  int32_t action;
  int32_t advice;
  wxp_status fault;
  int32_t ambiguous;
  int32_t source;
  int32_t order;
  int32_t reserved[4];
} wxp_verdict;
 wxp_status wxp_judge(const wxp_key *key, int32_t source,
    const wxp_field *fields, size_t count, wxp_verdict *verdict);
 wxp_status wxp_acknowledge(int32_t notice, int32_t taken, char *out,
    size_t capacity, size_t *len);
 wxp_status wxp_expect(const wxp_verdict *verdict, const wxp_field *fields,
    size_t count, const wxp_field *expected, size_t expected_count, wxp_text *differs);
enum {
  WXP_EVENT_NONE = 0,
  WXP_EVENT_ORDER = 1,
  WXP_EVENT_QUERY = 2,
  WXP_EVENT_REVERSE = 3,
  WXP_EVENT_NO_ANSWER = 4,
  WXP_EVENT_WAITED = 5,
  WXP_EVENT_CANCELLED = 6,
  WXP_EVENT_RESUMED = 7,
  WXP_EVENT_NOT_SENT = 8
};
enum {
  WXP_STEP_ORDER = 1,
  WXP_STEP_QUERY = 2,
  WXP_STEP_REVERSE = 3,
  WXP_STEP_WAIT = 4,
  WXP_STEP_PAID = 5,
  WXP_STEP_NOT_PAID = 6,
  WXP_STEP_REVERSED = 7,
  WXP_STEP_NOT_ANSWERED = 8,
  WXP_STEP_NOT_REVERSIBLE = 9,
  WXP_STEP_NOT_SENT = 10
};
typedef struct wxp_quickpay {
  uint8_t opaque[12];
} wxp_quickpay;
typedef struct wxp_timing {
  uint16_t first_query;
  uint16_t spacing;
  uint16_t total;
  uint16_t reverse_from;
  uint16_t reverse_spacing;
  uint16_t reverses;
  uint16_t queries;
  uint16_t reserved;
} wxp_timing;
 wxp_status wxp_quickpay_new(wxp_quickpay *payment);
 wxp_status wxp_quickpay_next(wxp_quickpay *payment, const wxp_timing *timing,
    int32_t event, const wxp_verdict *verdict, uint16_t seconds, int32_t *step, uint16_t *wait);
 wxp_status wxp_self_test(void);
 wxp_status wxp_check(const wxp_field *fields, size_t count, size_t *index,
    size_t *offset);
 wxp_status wxp_check_notify_url(const char *address, size_t address_len,
    int32_t *plain_http, size_t *fault);
 size_t wxp_field_limit(int32_t source, const char *name, size_t name_len);
enum {
  WXP_FINDING_MISSING = 101,
  WXP_FINDING_MISSING_FOR = 102,
  WXP_FINDING_NOT_A_FIELD = 103,
  WXP_FINDING_TWICE = 104,
  WXP_FINDING_AMOUNT = 110,
  WXP_FINDING_NUMBER = 111,
  WXP_FINDING_TIME = 112,
  WXP_FINDING_DATE = 113,
  WXP_FINDING_NOTIFY_URL = 114,
  WXP_FINDING_NOTIFY_URL_QUERY = 115,
  WXP_FINDING_IP = 116,
  WXP_FINDING_VALUE = 117,
  WXP_FINDING_CURRENCY = 118,
  WXP_FINDING_CHARACTERS = 119,
  WXP_FINDING_JSON = 120,
  WXP_FINDING_TOO_LONG = 121,
  WXP_FINDING_SIGN_TYPE_MISSING = 130,
  WXP_FINDING_SIGN_TYPE_DIFFERS = 131,
  WXP_FINDING_ALGORITHM_NOT_TAKEN = 132,
  WXP_FINDING_NOT_SIGNED = 133
};
typedef struct wxp_finding {
  int32_t kind;
  int32_t certain;
  size_t index;
  size_t offset;
  size_t limit;
  wxp_text field;
  wxp_text meant;
  wxp_text others[3];
  wxp_text because;
  wxp_text because_value;
  uint16_t details[5];
} wxp_finding;
 wxp_status wxp_check_request(int32_t source, uint32_t algorithm,
    const wxp_field *fields, size_t count, wxp_finding *findings, size_t capacity, size_t *found);
 wxp_status wxp_finding_text(const wxp_finding *finding, int32_t language,
    char *out, size_t capacity, size_t *len);
enum {
  WXP_SIGNED_NEVER = 0,
  WXP_SIGNED_SOMETIMES = 1,
  WXP_SIGNED_ALWAYS = 2
};
enum {
  WXP_SIGN_TYPE_ABSENT = 0,
  WXP_SIGN_TYPE_OPTIONAL = 1,
  WXP_SIGN_TYPE_REQUIRED = 2
};
enum {
  WXP_FORMAT_FLAT = 0,
  WXP_FORMAT_NESTED = 1,
  WXP_FORMAT_TEXT = 2,
  WXP_FORMAT_JSON = 3,
  WXP_FORMAT_PAGE = 4
};
enum {
  WXP_APPAUTH_AUTHINDEX = 1,
  WXP_APPAUTH_GETACCESSTOKEN = 2,
  WXP_APPLYMENT_MICRO_GETSTATE = 3,
  WXP_APPLYMENT_MICRO_GETUPGRADESTATE = 4,
  WXP_APPLYMENT_MICRO_MODIFYARCHIVES = 5,
  WXP_APPLYMENT_MICRO_MODIFYCONTACTINFO = 6,
  WXP_APPLYMENT_MICRO_SIGNCONTRACT = 7,
  WXP_APPLYMENT_MICRO_SUBMIT = 8,
  WXP_APPLYMENT_MICRO_SUBMITUPGRADE = 9,
  WXP_BILLCOMMENTSP_BATCHQUERYCOMMENT = 10,
  WXP_CGI_BIN_MCH_CUSTOMS_CUSTOMDECLAREORDER = 11,
  WXP_CGI_BIN_MCH_CUSTOMS_CUSTOMDECLAREQUERY = 12,
  WXP_CGI_BIN_MCH_NEWCUSTOMS_CUSTOMDECLAREREDECLARE = 13,
  WXP_DEPOSIT_CONSUME = 14,
  WXP_DEPOSIT_FACEPAY = 15,
  WXP_DEPOSIT_MICROPAY = 16,
  WXP_DEPOSIT_ORDERQUERY = 17,
  WXP_DEPOSIT_REFUND = 18,
  WXP_DEPOSIT_REFUNDQUERY = 19,
  WXP_DEPOSIT_REVERSE = 20,
  WXP_DEPOSIT_UNIFIEDORDER = 21,
  WXP_FACE_GET_WXPAYFACE_AUTHINFO = 22,
  WXP_FUND_QUERYAUTOWITHDRAWBYDATE = 23,
  WXP_FUND_REAUTOWITHDRAWBYDATE = 24,
  WXP_MCHRISK_BANKQUERYMCHAUDITINFO = 25,
  WXP_MCHRISK_CHANNELQUERYMCHAUDITINFO = 26,
  WXP_MCHRISK_QUERYMCHRISK = 27,
  WXP_MCHRISK_SETMCHRISKCALLBACK = 28,
  WXP_MCHRISK_SYNCMCHRISKRESULT = 29,
  WXP_MMPAYMKTTRANSFERS_GETHBINFO = 30,
  WXP_MMPAYMKTTRANSFERS_GETTRANSFERINFO = 31,
  WXP_MMPAYMKTTRANSFERS_HBPREORDER = 137,
  WXP_MMPAYMKTTRANSFERS_PROMOTION_PAYWWSPTRANS2POCKET = 32,
  WXP_MMPAYMKTTRANSFERS_PROMOTION_QUERYWWSPTRANS2POCKET = 33,
  WXP_MMPAYMKTTRANSFERS_PROMOTION_TRANSFERS = 34,
  WXP_MMPAYMKTTRANSFERS_QUERY_COUPON_STOCK = 35,
  WXP_MMPAYMKTTRANSFERS_QUERYCOUPONSINFO = 36,
  WXP_MMPAYMKTTRANSFERS_QUERYWORKWXREDPACK = 37,
  WXP_MMPAYMKTTRANSFERS_SEND_COUPON = 38,
  WXP_MMPAYMKTTRANSFERS_SENDGROUPREDPACK = 39,
  WXP_MMPAYMKTTRANSFERS_SENDMINIPROGRAMHB = 40,
  WXP_MMPAYMKTTRANSFERS_SENDREDPACK = 41,
  WXP_MMPAYMKTTRANSFERS_SENDWORKWXREDPACK = 42,
  WXP_MMPAYSPTRANS_PAY_BANK = 43,
  WXP_MMPAYSPTRANS_QUERY_BANK = 44,
  WXP_PAPAY_DELETECONTRACT = 45,
  WXP_PAPAY_ENTRUSTWEB = 46,
  WXP_PAPAY_H5ENTRUSTWEB = 47,
  WXP_PAPAY_PARTNER_DELETECONTRACT = 48,
  WXP_PAPAY_PARTNER_ENTRUSTWEB = 49,
  WXP_PAPAY_PARTNER_H5ENTRUSTWEB = 50,
  WXP_PAPAY_PARTNER_PREENTRUSTWEB = 51,
  WXP_PAPAY_PARTNER_QUERYCONTRACT = 52,
  WXP_PAPAY_PREENTRUSTWEB = 53,
  WXP_PAPAY_QUERYCONTRACT = 54,
  WXP_PAY_CLOSECOMBINEDORDER = 55,
  WXP_PAY_COMBINEDORDER = 57,
  WXP_PAY_CONTRACTORDER = 58,
  WXP_PAY_DOWNLOADBILL = 59,
  WXP_PAY_DOWNLOADFUNDFLOW = 60,
  WXP_PAY_FACEPAY = 61,
  WXP_PAY_FACEPAYQUERY = 62,
  WXP_PAY_PAPORDERQUERY = 65,
  WXP_PAY_PAPPAYAPPLY = 66,
  WXP_PAY_PARTNER_PAPORDERQUERY = 67,
  WXP_PAY_PARTNER_PAPPAYAPPLY = 68,
  WXP_PAY_PROFITSHARINGADDRECEIVER = 69,
  WXP_PAY_PROFITSHARINGMERCHANTRATIOQUERY = 70,
  WXP_PAY_PROFITSHARINGORDERAMOUNTQUERY = 71,
  WXP_PAY_PROFITSHARINGQUERY = 72,
  WXP_PAY_PROFITSHARINGREMOVERECEIVER = 73,
  WXP_PAY_PROFITSHARINGRETURNQUERY = 74,
  WXP_PAY_QUERYCOMBINEDORDER = 75,
  WXP_PAY_QUERYEXCHAGERATE = 76,
  WXP_PAY_REFUNDQUERYV2 = 78,
  WXP_PAY_SETTLEMENTQUERY = 79,
  WXP_PAYITIL_REPORT = 81,
  WXP_RISK_GETCERTFICATES = 82,
  WXP_RISK_GETPUBLICKEY = 83,
  WXP_RISK_GETVIOLATION = 84,
  WXP_SANDBOXNEW_PAY_DOWNLOADBILL = 85,
  WXP_SANDBOXNEW_PAY_GETSIGNKEY = 86,
  WXP_SANDBOXNEW_PAY_MICROPAY = 87,
  WXP_SANDBOXNEW_PAY_ORDERQUERY = 88,
  WXP_SANDBOXNEW_PAY_REFUND = 89,
  WXP_SANDBOXNEW_PAY_REFUNDQUERY = 90,
  WXP_SANDBOXNEW_PAY_UNIFIEDORDER = 91,
  WXP_SECAPI_MCH_ADDINSTITUTIONSUB = 92,
  WXP_SECAPI_MCH_ADDSUBDEVCONFIG = 93,
  WXP_SECAPI_MCH_CHANNELSETTING = 94,
  WXP_SECAPI_MCH_MODIFYINSTITUTIONSUB = 95,
  WXP_SECAPI_MCH_MODIFYMCHINFO = 96,
  WXP_SECAPI_MCH_QUERYINSTITUTIONSUB = 97,
  WXP_SECAPI_MCH_QUERYSUBDEVCONFIG = 98,
  WXP_SECAPI_MCH_SUBMCHMANAGE = 99,
  WXP_SECAPI_MCH_UPLOADMEDIA = 100,
  WXP_SECAPI_MKT_ADDRECOMMENDCONF = 101,
  WXP_SECAPI_PAY_FACEPAYREVERSE = 102,
  WXP_SECAPI_PAY_MULTIPROFITSHARING = 103,
  WXP_SECAPI_PAY_PROFITSHARING = 104,
  WXP_SECAPI_PAY_PROFITSHARINGFINISH = 105,
  WXP_SECAPI_PAY_PROFITSHARINGRETURN = 106,
  WXP_SECAPI_PAY_REFUNDV2 = 108,
  WXP_SECSVC_GETREALNAMEINFO = 110,
  WXP_SECSVC_REALNAMEAUTH = 111,
  WXP_TOOLS_AUTHCODETOOPENID = 112,
  WXP_TOOLS_SHORTURL = 113,
  WXP_TRANSIT_PARTNERPAY_PAYAPPLY = 114,
  WXP_TRANSIT_PARTNERPAY_QUERYORDER = 115,
  WXP_TRANSIT_PARTNERPAY_QUERYSTATE = 116,
  WXP_TRANSIT_PAY_PAYAPPLY = 117,
  WXP_TRANSIT_PAY_QUERYSTATE = 118,
  WXP_TRANSIT_QUERYORDER = 119,
  WXP_VEHICLE_PARTNERPAY_NOTIFICATION = 120,
  WXP_VEHICLE_PARTNERPAY_PAYAPPLY = 121,
  WXP_VEHICLE_PARTNERPAY_QUERYSTATE = 122,
  WXP_VEHICLE_PAY_NOTIFICATION = 123,
  WXP_VEHICLE_PAY_PAYAPPLY = 124,
  WXP_VEHICLE_PAY_QUERYSTATE = 125,
  WXP_WXV_CANCELBILL = 126,
  WXP_WXV_CHANGERENTMONEY = 127,
  WXP_WXV_CREATEHOTELBILL = 128,
  WXP_WXV_CREATERENTBILL = 129,
  WXP_WXV_FINISHHOTELBILL = 130,
  WXP_WXV_FINISHRENTBILL = 131,
  WXP_WXV_QUERYHOTELBILL = 132,
  WXP_WXV_QUERYRENTBILL = 133,
  WXP_XDC_APIV2GETSIGNKEY_SIGN_GETSIGNKEY = 134,
  WXP_XDC_APIV2SANDBOX_PAY_MICROPAY = 135,
  WXP_XDC_APIV2SANDBOX_PAY_ORDERQUERY = 136,
  WXP_NOTICE_COMBINED_PAYMENT = 1002,
  WXP_NOTICE_DEDUCTION = 1003,
  WXP_NOTICE_CONTRACT = 1004,
  WXP_NOTICE_VEHICLE = 1006,
  WXP_NOTICE_RENTAL = 1007,
  WXP_NOTICE_RISK = 1008,
  WXP_NOTICE_NATIVE_SCAN = 1009
};
typedef struct wxp_endpoint {
  wxp_text path;
  wxp_text host;
  wxp_text backup_host;
  int32_t get;
  int32_t certificate;
  uint32_t algorithms;
  uint32_t default_algorithm;
  int32_t sign_type;
  int32_t answer_signed;
  int32_t format;
  int32_t nonce;
  int32_t repeatable;
  int32_t moves_money;
  int32_t deprecated;
  int32_t number;
  int32_t reserved[4];
} wxp_endpoint;
 wxp_status wxp_source_find(const char *name, size_t name_len, int32_t *source);
 const char *wxp_source_name(int32_t source);
 const char *wxp_endpoint_purpose(int32_t number, int32_t language);
 size_t wxp_endpoint_count(void);
 wxp_status wxp_endpoint_at(size_t index, wxp_endpoint *endpoint);
 wxp_status wxp_endpoint_find(const char *address, size_t address_len,
    wxp_endpoint *endpoint);
 wxp_status wxp_advice(int32_t source, const char *code, size_t code_len,
    int32_t *action_number, int32_t *advice);
 const char *wxp_advice_text(int32_t advice, int32_t language);
enum {
  WXP_FIELDS_HELD_KEY = 1,
  WXP_FIELDS_GUESSED = 2
};
enum {
  WXP_BODY_EMPTY = 0,
  WXP_BODY_XML = 1,
  WXP_BODY_TEXT = 2,
  WXP_BODY_GZIP = 3,
  WXP_BODY_JSON = 4,
  WXP_BODY_HTML = 5,
  WXP_BODY_JSON_STRING = 6,
  WXP_BODY_ESCAPED_XML = 7,
  WXP_BODY_XML_WITHIN = 8,
  WXP_BODY_CANONICAL = 9,
  WXP_BODY_FORM = 10,
  WXP_BODY_PHP_ARRAY = 11,
  WXP_BODY_API_V3 = 12,
  WXP_BODY_BILL = 13,
  WXP_BODY_GBK = 14,
  WXP_BODY_LINES = 15,
  WXP_BODY_ADDRESS = 16
};
enum {
  WXP_PAGE_NO_CERTIFICATE = 1,
  WXP_PAGE_CERTIFICATE_REFUSED = 2,
  WXP_PAGE_PLAIN_HTTP = 3,
  WXP_PAGE_TOO_LARGE = 4,
  WXP_PAGE_NOT_FOUND = 5,
  WXP_PAGE_FORBIDDEN = 6,
  WXP_PAGE_NO_ANSWER = 7
};
enum {
  WXP_LAYER_JSON_STRING = 1,
  WXP_LAYER_ESCAPES = 2,
  WXP_LAYER_WHITE_SPACE = 3,
  WXP_LAYER_SURROUNDINGS = 4,
  WXP_LAYER_GBK = 5
};
 int32_t wxp_body(const char *body, size_t body_len);
 int32_t wxp_page(const char *page, size_t page_len);
 wxp_status wxp_body_undo(const char *body, size_t body_len, int32_t *layer,
    char *out, size_t capacity, size_t *len, size_t *fault);
 wxp_status wxp_body_fields(const char *body, size_t body_len,
    wxp_field *fields, size_t capacity, size_t *count, char *scratch, size_t scratch_capacity,
    int32_t *traits, size_t *fault);
 const char *wxp_body_text(int32_t body, int32_t language);
 const char *wxp_page_text(int32_t page, int32_t language);
 const char *wxp_layer_text(int32_t layer, int32_t language);
typedef struct wxp_record {
  const char *name;
  size_t name_len;
  const wxp_field *fields;
  size_t count;
} wxp_record;
 wxp_status wxp_xml_read_nested(const char *document, size_t document_len,
    wxp_field *fields, size_t capacity, size_t *count, char *scratch, size_t scratch_capacity,
    size_t *fault);
 wxp_status wxp_xml_records(const char *document, size_t document_len,
    wxp_record *records, size_t record_capacity, size_t *record_count, wxp_field *fields,
    size_t capacity, size_t *count, char *scratch, size_t scratch_capacity, size_t *fault);
 const wxp_field *wxp_find_numbered(const wxp_field *fields, size_t count,
    const char *name, size_t name_len, uint16_t n);
 const wxp_field *wxp_find_numbered_in(const wxp_field *fields, size_t count,
    const char *name, size_t name_len, uint16_t n, uint16_t m);
enum {
  WXP_PAYLOAD_JSAPI = 1,
  WXP_PAYLOAD_APP = 2,
  WXP_PAYLOAD_RED_PACKET = 3,
  WXP_PAYLOAD_NATIVE_CODE = 4,
  WXP_PAYLOAD_NATIVE_ORDER = 5,
  WXP_PAYLOAD_NATIVE_REFUSAL = 6,
  WXP_PAYLOAD_CONTRACT = 7,
  WXP_PAYLOAD_CONTRACT_H5 = 8,
  WXP_PAYLOAD_CONTRACT_PARTNER = 9,
  WXP_PAYLOAD_CONTRACT_PARTNER_H5 = 10,
  WXP_PAYLOAD_WORKWX_RED_PACKET = 11,
  WXP_PAYLOAD_WORKWX_STAFF = 12
};
 wxp_status wxp_payload(const wxp_key *key, int32_t kind,
    const wxp_field *fields, size_t count, char *out, size_t capacity, size_t *len,
    wxp_text *missing);
 wxp_status wxp_unconfirmed_refund(const wxp_key *key, const char *req_info,
    size_t req_info_len, char *out, size_t capacity, size_t *len);
 wxp_status wxp_refund_read(const char *document, size_t document_len,
    wxp_field *fields, size_t capacity, size_t *count, char *scratch, size_t scratch_capacity,
    size_t *fault);
enum {
  WXP_TIME_PLAIN = 0,
  WXP_TIME_SPACED = 1
};
 wxp_status wxp_time_format(uint64_t seconds, int32_t form, char *out,
    size_t capacity, size_t *len);
 wxp_status wxp_time_parse(const char *time, size_t time_len,
    uint64_t *seconds);
 wxp_status wxp_amount_format(int64_t units, const char *currency,
    size_t currency_len, char *out, size_t capacity, size_t *len);
 wxp_status wxp_amount_parse(const char *amount, size_t amount_len,
    const char *currency, size_t currency_len, int64_t *units);
 const char *wxp_category_name(int32_t code, int32_t language);
 wxp_status wxp_bill_read(const char *bill, size_t bill_len, wxp_text *cells,
    size_t capacity, size_t *rows, size_t *columns, size_t *fault);
 wxp_status wxp_bill_totals(const char *bill, size_t bill_len, wxp_text *cells,
    size_t capacity, size_t *rows, size_t *columns, size_t *fault);
enum {
  WXP_CAUSE_NONE = 0,
  WXP_CAUSE_UNKNOWN = 1,
  WXP_CAUSE_MISSING = 10,
  WXP_CAUSE_FORM = 11,
  WXP_CAUSE_LOWER_CASE = 12,
  WXP_CAUSE_SURROUNDED = 13,
  WXP_CAUSE_TRUNCATED = 14,
  WXP_CAUSE_ZEROS_DROPPED = 15,
  WXP_CAUSE_OTHER_ALGORITHM = 20,
  WXP_CAUSE_PLAIN_SHA256 = 21,
  WXP_CAUSE_CONTRADICTION = 22,
  WXP_CAUSE_KEY_LEFT_OUT = 30,
  WXP_CAUSE_KEY_UNNAMED = 31,
  WXP_CAUSE_KEY_TRIMMED = 32,
  WXP_CAUSE_KEY_LOWER_CASE = 33,
  WXP_CAUSE_KEY_UPPER_CASE = 34,
  WXP_CAUSE_KEY_LINE_END = 35,
  WXP_CAUSE_KEY_BLANK = 36,
  WXP_CAUSE_KEY_SORTED = 37,
  WXP_CAUSE_AMPERSANDS = 38,
  WXP_CAUSE_KEY_EMPTY = 39,
  WXP_CAUSE_FIELD_LEFT_OUT = 40,
  WXP_CAUSE_EMPTY_SIGNED = 41,
  WXP_CAUSE_SIGN_SIGNED = 42,
  WXP_CAUSE_SIGN_TYPE_LEFT_OUT = 43,
  WXP_CAUSE_SIGN_TYPE_ADDED = 44,
  WXP_CAUSE_FIELDS_LEFT_OUT = 45,
  WXP_CAUSE_NULL_SIGNED = 46,
  WXP_CAUSE_NAMES_REWRITTEN = 47,
  WXP_CAUSE_SIGN_TYPE_CHANGED = 48,
  WXP_CAUSE_ORDER_IGNORING_CASE = 50,
  WXP_CAUSE_ORDER_OF_PAIRS = 51,
  WXP_CAUSE_UNSORTED = 52,
  WXP_CAUSE_UNSORTED_WITH_EMPTY = 53,
  WXP_CAUSE_LEADING = 54,
  WXP_CAUSE_VALUE_TRIMMED = 60,
  WXP_CAUSE_VALUE_ESCAPED = 61,
  WXP_CAUSE_VALUE_IN_CDATA = 62,
  WXP_CAUSE_VALUE_URL_ENCODED = 63,
  WXP_CAUSE_RETURNS_DROPPED = 64,
  WXP_CAUSE_RETURNS_ADDED = 65,
  WXP_CAUSE_CHARACTERS_LOST = 66,
  WXP_CAUSE_ENCODED_TWICE = 67,
  WXP_CAUSE_GBK = 68,
  WXP_CAUSE_NUMBER_REWRITTEN = 69,
  WXP_CAUSE_HEX_ADDED = 70,
  WXP_CAUSE_ENTITIES_ADDED = 71,
  WXP_CAUSE_BACKSLASHES_ADDED = 72,
  WXP_CAUSE_PLUS_FOR_BLANK = 73,
  WXP_CAUSE_PERCENTS_ADDED = 74,
  WXP_CAUSE_READ_AS_LATIN1 = 75,
  WXP_CAUSE_READ_AS_GBK = 76,
  WXP_CAUSE_ENDS_CUT_OFF = 77,
  WXP_CAUSE_JSON_ESCAPED = 78,
  WXP_CAUSE_BACKSLASHES_DROPPED = 79,
  WXP_CAUSE_SECOND_LACKS = 80,
  WXP_CAUSE_SECOND_NONCE = 81,
  WXP_CAUSE_SECOND_TIME = 82,
  WXP_CAUSE_SECOND_NAMES = 83,
  WXP_CAUSE_SECOND_PACKAGE_BARE = 84,
  WXP_CAUSE_SECOND_PACKAGE = 85,
  WXP_CAUSE_SECOND_SIGN_TYPE = 86,
  WXP_CAUSE_SECOND_CONTRADICTION = 87,
  WXP_CAUSE_SECOND_MILLISECONDS = 88,
  WXP_CAUSE_SECOND_OF_PARTNER = 89,
  WXP_CAUSE_SECOND_OF_MERCHANT = 90,
  WXP_CAUSE_SECOND_NAME_SENT = 91,
  WXP_CAUSE_SECOND_TOO_MUCH = 92
};
enum {
  WXP_HINT_OTHER_KEY = 1,
  WXP_HINT_SANDBOX_KEY = 2,
  WXP_HINT_OTHER_MERCHANT = 3,
  WXP_HINT_KEY_CHANGED = 4,
  WXP_HINT_MADE_TWICE = 5,
  WXP_HINT_FIELDS_OF_OPERATION = 6,
  WXP_HINT_SIGN_TYPE = 7,
  WXP_HINT_ENCODING = 8,
  WXP_HINT_RAW_MESSAGE = 9,
  WXP_HINT_SEVERAL_MISTAKES = 10,
  WXP_HINT_SUB_APPID = 11
};
enum {
  WXP_SENDER_MERCHANT = 0,
  WXP_SENDER_GATEWAY = 1,
  WXP_SENDER_CUSTOMER = 2
};
 wxp_status wxp_canonical(const wxp_field *fields, size_t count, char *out,
    size_t capacity, size_t *len);
 wxp_status wxp_explain(const wxp_key *key, const wxp_field *fields,
    size_t count, const char *offered, size_t offered_len, int32_t *cause, size_t *marked,
    size_t capacity, size_t *marked_count);
 const char *wxp_cause_text(int32_t cause, int32_t language);
 int32_t wxp_hint(int32_t cause, int32_t sender, size_t rank);
 int32_t wxp_refusal_hint(const char *return_msg, size_t return_msg_len,
    size_t rank);
 const char *wxp_hint_text(int32_t hint, int32_t language);
enum {
  WXP_SECOND_JSAPI = 1,
  WXP_SECOND_APP = 2,
  WXP_SECOND_NATIVE_CODE = 3
};
 wxp_status wxp_explain_second(const wxp_key *key, const wxp_field *fields,
    size_t count, const char *offered, size_t offered_len, int32_t *second, int32_t *cause,
    size_t *marked, size_t capacity, size_t *marked_count);
 const char *wxp_second_text(int32_t second, int32_t language);
enum { WXP_PACKED_MAX = 512 };
 wxp_status wxp_sign_packed(const wxp_key *key, const char *packed,
    size_t packed_len, char *out, size_t capacity, size_t *len);
 wxp_status wxp_verify_packed(const wxp_key *key, const char *packed,
    size_t packed_len);
 wxp_status wxp_canonical_packed(const char *packed, size_t packed_len,
    char *out, size_t capacity, size_t *len);
 wxp_status wxp_xml_write_packed(const wxp_key *key, const char *packed,
    size_t packed_len, char *out, size_t capacity, size_t *len);
 wxp_status wxp_judge_packed(const wxp_key *key, int32_t source,
    const char *packed, size_t packed_len, wxp_verdict *verdict);
 wxp_status wxp_expect_packed(const wxp_verdict *verdict, const char *packed,
    size_t packed_len, const char *expected, size_t expected_len, wxp_text *differs);
 wxp_status wxp_payload_packed(const wxp_key *key, int32_t kind,
    const char *packed, size_t packed_len, char *out, size_t capacity, size_t *len,
    wxp_text *missing);
 wxp_status wxp_check_packed(const char *packed, size_t packed_len,
    size_t *index, size_t *offset);
 wxp_status wxp_check_request_packed(int32_t source, uint32_t algorithm,
    const char *packed, size_t packed_len, wxp_finding *findings, size_t capacity, size_t *found);
 wxp_status wxp_explain_packed(const wxp_key *key, const char *packed,
    size_t packed_len, const char *offered, size_t offered_len, int32_t *cause, size_t *marked,
    size_t capacity, size_t *marked_count);
 wxp_status wxp_explain_second_packed(const wxp_key *key, const char *packed,
    size_t packed_len, const char *offered, size_t offered_len, int32_t *second, int32_t *cause,
    size_t *marked, size_t capacity, size_t *marked_count);
 wxp_status wxp_xml_read_packed(const char *document, size_t document_len,
    char *out, size_t capacity, size_t *len, size_t *fault);
 wxp_status wxp_refund_read_packed(const char *document, size_t document_len,
    char *out, size_t capacity, size_t *len, size_t *fault);
 wxp_status wxp_xml_read_nested_packed(const char *document,
    size_t document_len, char *out, size_t capacity, size_t *len, size_t *fault);
 wxp_status wxp_xml_records_packed(const char *document, size_t document_len,
    char *out, size_t capacity, size_t *len, size_t *fault);
 wxp_status wxp_body_fields_packed(const char *body, size_t body_len,
    char *scratch, size_t scratch_capacity, char *out, size_t capacity, size_t *len,
    int32_t *traits, size_t *fault);
