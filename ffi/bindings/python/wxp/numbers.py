"""The numbers of wxp.h, under their names there without the prefix."""

from enum import IntEnum


class Algorithm(IntEnum):
    """How messages are signed."""

    MD5 = 1
    HMAC_SHA256 = 2


class Verdict(IntEnum):
    """What a message means: whether it is authentic, and what became of the operation."""

    UNTRUSTED = 0
    SUCCEEDED = 1
    ACCEPTED = 2
    FAILED = 3
    UNSETTLED = 4
    REFUSED = 5
    UNVOUCHED = 6


class Action(IntEnum):
    """What to do next."""

    NONE = 0
    QUERY = 1
    REPEAT = 2
    NEW_NUMBER = 3
    CUSTOMER = 4
    SETUP = 5
    PROGRAM = 6
    DONE = 7


class OrderState(IntEnum):
    """What a message says about an order."""

    UNKNOWN = 0
    PAID = 1
    REFUNDED = 2
    UNPAID = 3
    PAYING = 4
    PAY_ERROR = 5
    CLOSED = 6
    ABSENT = 7


class Body(IntEnum):
    """What the body of an answer is, by its first bytes."""

    EMPTY = 0
    XML = 1
    TEXT = 2
    GZIP = 3
    JSON = 4
    HTML = 5


class Signed(IntEnum):
    """Which answers of an operation are signed."""

    NEVER = 0
    SOMETIMES = 1
    ALWAYS = 2


class SignType(IntEnum):
    """Whether requests of an operation name their algorithm."""

    ABSENT = 0
    OPTIONAL = 1
    REQUIRED = 2


class Format(IntEnum):
    """The form of a successful answer."""

    FLAT = 0
    NESTED = 1
    TEXT = 2
    JSON = 3
    PAGE = 4


class Payload(IntEnum):
    """What the customer's side takes; see wxp.h for the fields of each."""

    JSAPI = 1
    APP = 2
    RED_PACKET = 3
    NATIVE_CODE = 4
    NATIVE_ORDER = 5
    NATIVE_REFUSAL = 6
    CONTRACT = 7
    CONTRACT_H5 = 8
    CONTRACT_PARTNER = 9
    CONTRACT_PARTNER_H5 = 10
    WORKWX_RED_PACKET = 11
    WORKWX_STAFF = 12


class Event(IntEnum):
    """What happened to a Quick Pay payment."""

    NONE = 0
    ORDER = 1
    QUERY = 2
    REVERSE = 3
    NO_ANSWER = 4
    WAITED = 5
    CANCELLED = 6
    RESUMED = 7
    NOT_SENT = 8


class Step(IntEnum):
    """What to do now about a Quick Pay payment."""

    ORDER = 1
    QUERY = 2
    REVERSE = 3
    WAIT = 4
    PAID = 5
    NOT_PAID = 6
    REVERSED = 7
    NOT_ANSWERED = 8
    NOT_REVERSIBLE = 9
    NOT_SENT = 10


class Cause(IntEnum):
    """The mistake that leads to a signature; wxp.h says what each is."""

    NONE = 0
    UNKNOWN = 1
    MISSING = 10
    FORM = 11
    LOWER_CASE = 12
    SURROUNDED = 13
    TRUNCATED = 14
    ZEROS_DROPPED = 15
    OTHER_ALGORITHM = 20
    PLAIN_SHA256 = 21
    CONTRADICTION = 22
    KEY_LEFT_OUT = 30
    KEY_UNNAMED = 31
    KEY_TRIMMED = 32
    KEY_LOWER_CASE = 33
    KEY_UPPER_CASE = 34
    KEY_LINE_END = 35
    KEY_BLANK = 36
    FIELD_LEFT_OUT = 40
    EMPTY_SIGNED = 41
    SIGN_SIGNED = 42
    SIGN_TYPE_LEFT_OUT = 43
    SIGN_TYPE_ADDED = 44
    ORDER_IGNORING_CASE = 50
    ORDER_OF_PAIRS = 51
    UNSORTED = 52
    VALUE_TRIMMED = 60
    VALUE_ESCAPED = 61
    VALUE_IN_CDATA = 62
    VALUE_URL_ENCODED = 63
    RETURNS_DROPPED = 64
    RETURNS_ADDED = 65
    CHARACTERS_LOST = 66
    ENCODED_TWICE = 67
    GBK = 68


class Status(IntEnum):
    """Why the library refused; wxp.h says what each is. Numbers are never reused."""

    NULL = 1
    LENGTH = 2
    ALIGNMENT = 3
    OVERLAP = 4
    KEY = 5
    ARGUMENT = 6
    NOT_FOUND = 7
    PACKED = 8
    SELF_TEST = 9
    SECRET_LENGTH = 10
    SECRET_CHARACTER = 11
    FIELD_NAME = 20
    DUPLICATE_FIELD = 21
    TOO_MANY_FIELDS = 22
    CHARACTER = 23
    NOTIFY_URL = 24
    NOTIFY_URL_QUERY = 25
    MISSING = 26
    ADDRESS_LENGTH = 27
    LEAKED_SECRET = 28
    IMITATION = 29
    SPACE = 30
    NOT_XML = 40
    NOT_UTF8 = 41
    TRUNCATED = 42
    MALFORMED = 43
    END_TAG = 44
    REFERENCE = 45
    CONTROL = 46
    DECLARATION = 47
    SECOND_ROOT = 48
    TRAILING = 49
    DOCTYPE = 50
    COMMENT = 51
    PROCESSING_INSTRUCTION = 52
    ATTRIBUTE = 53
    PREFIX = 54
    NAME = 55
    NESTED = 56
    DUPLICATE = 57
    STRAY = 58
    ENCODING = 59
    UNSIGNED = 60
    ALGORITHM_MISMATCH = 61
    SIGNATURE_MISMATCH = 62
    NO_RETURN_CODE = 63
    SEALED = 64
    LACKS = 65
    FOREIGN = 66
    AMBIGUOUS = 67
    ROOT = 68
    DIFFERS = 69
    BILL = 70
