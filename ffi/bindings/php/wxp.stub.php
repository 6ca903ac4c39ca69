<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Wxp;

// generated: begin enums
/** The language of a text. */
enum Language: int {
    case English = 0;
    case Chinese = 1;
}

/** How messages are signed. */
enum Algorithm: int {
    case Md5 = 1;
    case HmacSha256 = 2;
}

/** What the body of an answer is, or another text, by its look. */
enum Body: int {
    case Empty = 0;
    case Xml = 1;
    case Text = 2;
    case Gzip = 3;
    case Json = 4;
    case Html = 5;
    case JsonString = 6;
    case EscapedXml = 7;
    case XmlWithin = 8;
    case Canonical = 9;
    case Form = 10;
    case PhpArray = 11;
    case ApiV3 = 12;
    case Bill = 13;
    case Gbk = 14;
    case Lines = 15;
    case Address = 16;
}

/** What a web page says that came in place of an answer. */
enum WebPage: int {
    case NoCertificate = 1;
    case CertificateRefused = 2;
    case PlainHttp = 3;
    case TooLarge = 4;
    case NotFound = 5;
    case Forbidden = 6;
    case NoAnswer = 7;
}

/** What was taken off a text. */
enum Layer: int {
    case JsonString = 1;
    case Escapes = 2;
    case WhiteSpace = 3;
    case Surroundings = 4;
    case Gbk = 5;
}

/** What a message means: is it authentic, was the operation done. */
enum Verdict: int {
    case Untrusted = 0;
    case Succeeded = 1;
    case Accepted = 2;
    case Failed = 3;
    case Unsettled = 4;
    case Refused = 5;
    case Unvouched = 6;
}

/** What to do next. */
enum Action: int {
    case None = 0;
    case Query = 1;
    case Repeat = 2;
    case NewNumber = 3;
    case Customer = 4;
    case Setup = 5;
    case Program = 6;
    case Done = 7;
}

/** What a message says about an order. */
enum OrderState: int {
    case Unknown = 0;
    case Paid = 1;
    case Refunded = 2;
    case Unpaid = 3;
    case Paying = 4;
    case PayError = 5;
    case Closed = 6;
    case Absent = 7;
}

/** What happened to a Quick Pay payment. */
enum Event: int {
    case None = 0;
    case Order = 1;
    case Query = 2;
    case Reverse = 3;
    case NoAnswer = 4;
    case Waited = 5;
    case Cancelled = 6;
    case Resumed = 7;
    case NotSent = 8;
}

/** What to do next about a Quick Pay payment. */
enum Step: int {
    case Order = 1;
    case Query = 2;
    case Reverse = 3;
    case Wait = 4;
    case Paid = 5;
    case NotPaid = 6;
    case Reversed = 7;
    case NotAnswered = 8;
    case NotReversible = 9;
    case NotSent = 10;
}

/** Which answers of an operation are signed. */
enum Signed: int {
    case Never = 0;
    case Sometimes = 1;
    case Always = 2;
}

/** Whether requests of an operation name their algorithm. */
enum SignType: int {
    case Absent = 0;
    case Optional = 1;
    case Required = 2;
}

/** The form of a successful answer. */
enum Format: int {
    case Flat = 0;
    case Nested = 1;
    case Text = 2;
    case Json = 3;
    case Page = 4;
}

/** What the customer's side takes, and the fields it is made of. */
enum Payload: int {
    case Jsapi = 1;
    case App = 2;
    case RedPacket = 3;
    case NativeCode = 4;
    case NativeOrder = 5;
    case NativeRefusal = 6;
    case Contract = 7;
    case ContractH5 = 8;
    case ContractPartner = 9;
    case ContractPartnerH5 = 10;
    case WorkwxRedPacket = 11;
    case WorkwxStaff = 12;
}

/** The mistake that leads to a wrong signature. */
enum Cause: int {
    case None = 0;
    case Unknown = 1;
    case Missing = 10;
    case Form = 11;
    case LowerCase = 12;
    case Surrounded = 13;
    case Truncated = 14;
    case ZerosDropped = 15;
    case OtherAlgorithm = 20;
    case PlainSha256 = 21;
    case Contradiction = 22;
    case KeyLeftOut = 30;
    case KeyUnnamed = 31;
    case KeyTrimmed = 32;
    case KeyLowerCase = 33;
    case KeyUpperCase = 34;
    case KeyLineEnd = 35;
    case KeyBlank = 36;
    case KeySorted = 37;
    case Ampersands = 38;
    case KeyEmpty = 39;
    case FieldLeftOut = 40;
    case EmptySigned = 41;
    case SignSigned = 42;
    case SignTypeLeftOut = 43;
    case SignTypeAdded = 44;
    case FieldsLeftOut = 45;
    case NullSigned = 46;
    case NamesRewritten = 47;
    case SignTypeChanged = 48;
    case OrderIgnoringCase = 50;
    case OrderOfPairs = 51;
    case Unsorted = 52;
    case UnsortedWithEmpty = 53;
    case Leading = 54;
    case ValueTrimmed = 60;
    case ValueEscaped = 61;
    case ValueInCdata = 62;
    case ValueUrlEncoded = 63;
    case ReturnsDropped = 64;
    case ReturnsAdded = 65;
    case CharactersLost = 66;
    case EncodedTwice = 67;
    case Gbk = 68;
    case NumberRewritten = 69;
    case HexAdded = 70;
    case EntitiesAdded = 71;
    case BackslashesAdded = 72;
    case PlusForBlank = 73;
    case PercentsAdded = 74;
    case ReadAsLatin1 = 75;
    case ReadAsGbk = 76;
    case EndsCutOff = 77;
    case JsonEscaped = 78;
    case BackslashesDropped = 79;
    case SecondLacks = 80;
    case SecondNonce = 81;
    case SecondTime = 82;
    case SecondNames = 83;
    case SecondPackageBare = 84;
    case SecondPackage = 85;
    case SecondSignType = 86;
    case SecondContradiction = 87;
    case SecondMilliseconds = 88;
    case SecondOfPartner = 89;
    case SecondOfMerchant = 90;
    case SecondNameSent = 91;
    case SecondTooMuch = 92;
}

/** What the customer's side takes, as recognized. */
enum SecondSignature: int {
    case Jsapi = 1;
    case App = 2;
    case NativeCode = 3;
}

/** What is left to check about a signature. */
enum Hint: int {
    case OtherKey = 1;
    case SandboxKey = 2;
    case OtherMerchant = 3;
    case KeyChanged = 4;
    case MadeTwice = 5;
    case FieldsOfOperation = 6;
    case SignType = 7;
    case Encoding = 8;
    case RawMessage = 9;
    case SeveralMistakes = 10;
    case SubAppid = 11;
}

/** What is wrong with a field of a request. */
enum FindingKind: int {
    case Missing = 101;
    case MissingFor = 102;
    case NotAField = 103;
    case Twice = 104;
    case Amount = 110;
    case Number = 111;
    case Time = 112;
    case Date = 113;
    case NotifyUrl = 114;
    case NotifyUrlQuery = 115;
    case Ip = 116;
    case Value = 117;
    case Currency = 118;
    case Characters = 119;
    case Json = 120;
    case TooLong = 121;
    case SignTypeMissing = 130;
    case SignTypeDiffers = 131;
    case AlgorithmNotTaken = 132;
    case NotSigned = 133;
}

/** Who made a message, and so its signature. */
enum Sender: int {
    case Merchant = 0;
    case Gateway = 1;
    case Customer = 2;
}
// generated: end

/**
 * What the library refuses. Its code is a status, one of the constants.
 *
 * @strict-properties
 */
final class Error extends \RuntimeException {
    // generated: begin statuses
    /** @var int */
    const NULL = 1;
    /** @var int */
    const LENGTH = 2;
    /** @var int */
    const ALIGNMENT = 3;
    /** @var int */
    const OVERLAP = 4;
    /** @var int */
    const KEY = 5;
    /** @var int */
    const ARGUMENT = 6;
    /** @var int */
    const NOT_FOUND = 7;
    /** @var int */
    const PACKED = 8;
    /** @var int */
    const SELF_TEST = 9;
    /** @var int */
    const SECRET_LENGTH = 10;
    /** @var int */
    const SECRET_CHARACTER = 11;
    /** @var int */
    const FIELD_NAME = 20;
    /** @var int */
    const DUPLICATE_FIELD = 21;
    /** @var int */
    const TOO_MANY_FIELDS = 22;
    /** @var int */
    const CHARACTER = 23;
    /** @var int */
    const NOTIFY_URL = 24;
    /** @var int */
    const NOTIFY_URL_QUERY = 25;
    /** @var int */
    const MISSING = 26;
    /** @var int */
    const ADDRESS_LENGTH = 27;
    /** @var int */
    const LEAKED_SECRET = 28;
    /** @var int */
    const IMITATION = 29;
    /** @var int */
    const SPACE = 30;
    /** @var int */
    const NOT_XML = 40;
    /** @var int */
    const NOT_UTF8 = 41;
    /** @var int */
    const TRUNCATED = 42;
    /** @var int */
    const MALFORMED = 43;
    /** @var int */
    const END_TAG = 44;
    /** @var int */
    const REFERENCE = 45;
    /** @var int */
    const CONTROL = 46;
    /** @var int */
    const DECLARATION = 47;
    /** @var int */
    const SECOND_ROOT = 48;
    /** @var int */
    const TRAILING = 49;
    /** @var int */
    const DOCTYPE = 50;
    /** @var int */
    const COMMENT = 51;
    /** @var int */
    const PROCESSING_INSTRUCTION = 52;
    /** @var int */
    const ATTRIBUTE = 53;
    /** @var int */
    const PREFIX = 54;
    /** @var int */
    const NAME = 55;
    /** @var int */
    const NESTED = 56;
    /** @var int */
    const DUPLICATE = 57;
    /** @var int */
    const STRAY = 58;
    /** @var int */
    const ENCODING = 59;
    /** @var int */
    const UNSIGNED = 60;
    /** @var int */
    const ALGORITHM_MISMATCH = 61;
    /** @var int */
    const SIGNATURE_MISMATCH = 62;
    /** @var int */
    const NO_RETURN_CODE = 63;
    /** @var int */
    const SEALED = 64;
    /** @var int */
    const LACKS = 65;
    /** @var int */
    const FOREIGN = 66;
    /** @var int */
    const AMBIGUOUS = 67;
    /** @var int */
    const ROOT = 68;
    /** @var int */
    const DIFFERS = 69;
    /** @var int */
    const BILL = 70;
    /** @var int */
    const CELLS = 71;
    /** @var int */
    const LIST = 72;
    /** @var int */
    const ESCAPE = 73;
    // generated: end

    /** Name of the field that was refused, or that differs, if it was a field. */
    public readonly ?string $field;
    /** Where the fault is, in bytes, in the document, the field's value or its name. */
    public readonly ?int $offset;
    /** What a field that differs has, and should have. */
    private readonly ?string $found;
    private readonly ?string $expected;
    /** What a document that is no XML is instead, and what it says if it is a web page. */
    private readonly ?int $body;
    private readonly ?int $page;

    /** The message in another language than the one that was chosen when this was thrown. */
    public function messageIn(Language $language): string {}
}

/**
 * Fields of a message that is not verified were asked for.
 *
 * @strict-properties
 */
final class NotAuthentic extends \LogicException {
}

/**
 * An API key, prepared for one algorithm; it is wiped when PHP frees it.
 *
 * @strict-properties
 * @not-serializable
 */
final class Key {
    /**
     * The secret has exactly 32 ASCII letters and digits.
     *
     * @throws Error
     */
    public function __construct(
        #[\SensitiveParameter] Algorithm $algorithm,
        #[\SensitiveParameter] string $secret,
    ) {}
    /**
     * Of another secret, of 1 to 64 bytes, such as a simulator's.
     *
     * @throws Error
     */
    public static function nonstandard(
        #[\SensitiveParameter] Algorithm $algorithm,
        #[\SensitiveParameter] string $secret,
    ): Key {}
    public function algorithm(): Algorithm {}
    /**
     * @phpstan-param array<string, string|int|null> $fields
     * @throws Error
     */
    public function sign(array $fields): string {}
    /**
     * Throws an Error if the field sign does not sign all the others.
     *
     * @phpstan-param array<string, string|int|null> $fields
     * @throws Error
     */
    public function verify(array $fields): void {}
    /**
     * What is wrong or doubtful with a request of the operation at this path, signed with this key:
     * the findings about fields in their order, and then what is missing. The field sign is not
     * needed.
     *
     * @phpstan-param array<string, string|int|null> $fields
     * @return list<Finding>
     * @throws Error
     */
    public function check(array $fields, string $operation): array {}
    /**
     * Signs, and writes the document to send. If an operation is named, throws a WrongRequest if it
     * would certainly refuse the request.
     *
     * @phpstan-param array<string, string|int|null> $fields
     * @throws Error
     * @throws WrongRequest
     */
    public function write(array $fields, ?string $operation = null): string {}
    /**
     * Makes what the customer's side takes, finished and signed.
     *
     * @phpstan-param array<string, string|int|null> $fields
     * @throws Error
     */
    public function payload(Payload $kind, array $fields): string {}
    /**
     * Says which known mistake led to the offered signature, or else to the field sign. If the
     * operation is named that the message is a request of, also says what is found in it.
     *
     * @phpstan-param array<string, string|int|null> $fields
     * @throws Error
     */
    public function explain(
        array $fields,
        string $offered = '',
        ?string $operation = null,
    ): Explanation {}
    /**
     * As explain(), of what a page, an app or a QR code takes, and of their field paySign, or else
     * sign. Names may have any letter case, and underscores or none. Throws an Error (NOT_FOUND) if
     * the fields are no second signature.
     *
     * @phpstan-param array<string, string|int|null> $fields
     * @throws Error
     */
    public function explainSecond(array $fields, string $offered = ''): Explanation {}
    /**
     * The fields of a refund notice's req_info, which are not signed.
     *
     * @return array<string, string>
     * @throws Error
     */
    public function unconfirmedRefund(string $reqInfo): array {}
}

/**
 * @strict-properties
 * @not-serializable
 */
final class Explanation {
    public readonly Cause $cause;
    public readonly string $text;
    /** The first of the fields. */
    public readonly ?string $field;
    /**
     * The names of the fields that the mistake was made with.
     *
     * @var list<string>
     */
    public readonly array $fields;
    /** What a second signature was recognized as. */
    public readonly ?SecondSignature $second;
    /**
     * What is found in the request, if its operation was named.
     *
     * @var list<Finding>
     */
    public readonly array $findings;

    private function __construct() {}
    public function textIn(Language $language): string {}
    /** The second signature as one clause. */
    public function secondIn(Language $language): ?string {}
    /**
     * What is left to check, the likeliest first: texts, by the numbers of Hint.
     *
     * @return array<int, string>
     */
    public function hints(Sender $sender, ?Language $language = null): array {}
    /**
     * What to check where the gateway refused a request with this return_msg; nothing if it does
     * not speak of the signature.
     *
     * @return array<int, string>
     */
    public static function refusalHints(string $returnMsg, ?Language $language = null): array {}
}

/**
 * One thing that is wrong, or doubtful, with a request.
 *
 * @strict-properties
 * @not-serializable
 */
final class Finding {
    public readonly FindingKind $kind;
    /**
     * Whether the gateway is known to refuse such a request; otherwise it is only not documented
     * that it takes it.
     */
    public readonly bool $certain;
    public readonly string $field;
    /** Which field of the array it is, from 0; null if it is missing. */
    public readonly ?int $index;
    /** The first byte of the value that cannot stand there; 0 where it is the whole value. */
    public readonly int $offset;
    /** The most characters that the value may have, if it has more. */
    public readonly ?int $limit;
    /** The name that was probably meant by one that the operation does not have. */
    public readonly ?string $meant;
    /**
     * The fields any of which would do in place of a missing one.
     *
     * @var list<string>
     */
    public readonly array $alternatives;
    /** The field that makes a missing one necessary, and the value that does; null for any value. */
    public readonly ?string $because;
    public readonly ?string $becauseValue;
    public readonly string $text;
    /**
     * What the library needs to say it again.
     *
     * @var list<int>
     */
    private readonly array $details;

    private function __construct() {}
    public function textIn(Language $language): string {}
}

/**
 * A request that the gateway would refuse, and that was not written. Its message has a line for each
 * finding that is certain.
 *
 * @strict-properties
 */
final class WrongRequest extends \RuntimeException {
    /**
     * All of them, the doubtful ones, too.
     *
     * @var list<Finding>
     */
    public readonly array $findings;

    /** The message in another language than the one that was chosen when this was thrown. */
    public function messageIn(Language $language): string {}
}

/**
 * A document that has been read and not verified yet.
 *
 * @strict-properties
 * @not-serializable
 */
final class Reply {
    private function __construct() {}
    /**
     * The document is a string, or the body of a PSR-7 message.
     *
     * @throws Error
     */
    public static function read(\Stringable|string $document): Reply {}
    /**
     * For gethbinfo, settlementquery and submchmanage, whose answers nest.
     *
     * @throws Error
     */
    public static function readNested(\Stringable|string $document): Reply {}
    /**
     * The endpoint is a path or address of an operation, or the name of a notice.
     *
     * @throws Error
     */
    public function judge(Key $key, string $endpoint): Judgment {}
    /** @return array<string, string> */
    public function unverified(): array {}
    /**
     * The groups of a nested document, with their names.
     *
     * @phpstan-return list<array{string, array<string, string>}>
     * @throws Error
     */
    public function unverifiedRecords(): array {}
}

/**
 * What a message means.
 *
 * @strict-properties
 * @not-serializable
 */
final class Judgment {
    public readonly Verdict $verdict;
    public readonly ?Verdict $outcome;
    public readonly Action $action;
    public readonly ?string $advice;
    public readonly int $fault;
    /** Name of the field that makes it untrusted, if one does. */
    public readonly ?string $faultField;
    public readonly ?string $reason;
    public readonly bool $ambiguous;
    /** What it was judged as: the path of an operation, or the name of a notice. */
    public readonly string $source;
    public readonly OrderState $order;

    private function __construct() {}
    public function adviceIn(Language $language): ?string {}
    public function reasonIn(Language $language): ?string {}
    public function isAuthentic(): bool {}
    /**
     * Compares the message with your own records, before money or goods move because of it. Throws
     * an Error with the first field that differs (DIFFERS), and for a message that is not
     * verified, or if nothing is expected (ARGUMENT).
     *
     * @phpstan-param array<string, string|int|null> $fields
     * @throws Error
     */
    public function expect(array $fields): void {}
    /** @throws NotAuthentic */
    public function get(string $name): ?string {}
    /**
     * @return array<string, string>
     * @throws NotAuthentic
     */
    public function fields(): array {}
    /** @return array<string, string> */
    public function unverified(): array {}
}

/**
 * @strict-properties
 * @not-serializable
 */
final class Advice {
    public readonly Action $action;
    public readonly string $text;
    private readonly int $number;

    private function __construct() {}
    public function textIn(Language $language): string {}
}

/**
 * What is known about one operation of the API.
 *
 * @strict-properties
 * @not-serializable
 */
final class Endpoint {
    public readonly string $path;
    public readonly string $host;
    public readonly ?string $backupHost;
    public readonly string $purpose;
    public readonly bool $get;
    public readonly bool $certificate;
    /** @var list<Algorithm> */
    public readonly array $algorithms;
    public readonly ?Algorithm $defaultAlgorithm;
    public readonly SignType $signType;
    public readonly Signed $answerSigned;
    public readonly Format $format;
    public readonly bool $nonce;
    public readonly bool $repeatable;
    public readonly bool $movesMoney;
    public readonly bool $deprecated;

    private function __construct() {}
    public function purposeIn(Language $language): string {}
    /** @throws Error */
    public static function find(string $address): ?Endpoint {}
    /** @return list<Endpoint> */
    public static function all(): array {}
}

/**
 * How long Quick Pay waits, in seconds, and how often it tries; as in China by default.
 *
 * @strict-properties
 * @not-serializable
 */
final class Timing {
    public readonly int $firstQuery;
    public readonly int $spacing;
    public readonly int $total;
    public readonly int $reverseFrom;
    public readonly int $reverseSpacing;
    public readonly int $reverses;
    public readonly int $queries;

    /** @throws Error */
    public function __construct(
        int $firstQuery = 5,
        int $spacing = 10,
        int $total = 45,
        int $reverseFrom = 15,
        int $reverseSpacing = 5,
        int $reverses = 10,
        int $queries = 5,
    ) {}
}

/**
 * @strict-properties
 * @not-serializable
 */
final class Next {
    public readonly Step $step;
    public readonly int $wait;

    private function __construct() {}
}

/**
 * One payment by Quick Pay, which ends in knowing what became of it.
 *
 * @strict-properties
 * @not-serializable
 */
final class QuickPay {
    /** @throws Error */
    public function __construct(?string $saved = null, ?Timing $timing = null) {}
    /**
     * Takes in what happened so many seconds after the last call, and says what to do now. Throws an
     * Error if the judgment is of another operation than the event's.
     *
     * @throws Error
     */
    public function next(
        Event $event = \Wxp\Event::None,
        int $seconds = 0,
        ?Judgment $judgment = null,
    ): Next {}
    /** 12 bytes; save them after each next(), before the step is carried out. */
    public function save(): string {}
}

/**
 * A text without one of its layers.
 *
 * @strict-properties
 * @not-serializable
 */
final class Undone {
    /** What was taken off. */
    public readonly Layer $layer;
    /** What was inside, which need not be UTF-8. */
    public readonly string $body;

    private function __construct() {}
    /** What was taken off, as one clause. */
    public function textIn(Language $language): string {}
}

/**
 * Fields that were read from a list.
 *
 * @strict-properties
 * @not-serializable
 */
final class FieldList {
    /**
     * In the order of the text.
     *
     * @var array<string, string>
     */
    public readonly array $fields;
    /** Whether the API key was in the text, as the field key of a signed string. It is left out. */
    public readonly bool $heldKey;
    /** Whether the parting is a guess: a value with `&name=` in it would look the same. */
    public readonly bool $isGuess;

    private function __construct() {}
}

/**
 * The string that is signed, without the key.
 *
 * @phpstan-param array<string, string|int|null> $fields
 * @throws Error
 */
function canonical(array $fields): string {}

/**
 * Throws an Error if the fields cannot be signed and sent.
 *
 * @phpstan-param array<string, string|int|null> $fields
 * @throws Error
 */
function check(array $fields): void {}

/**
 * What is wrong or doubtful with a request of the operation at this path, signed with this algorithm:
 * as Key::check(), without a key.
 *
 * @phpstan-param array<string, string|int|null> $fields
 * @return list<Finding>
 * @throws Error
 */
function findings(array $fields, string $operation, Algorithm $algorithm): array {}

/** A new nonce_str, of the operating system's randomness. */
function nonce(): string {}

/**
 * The reply to a notice.
 *
 * @throws Error
 */
function acknowledge(string $notice, bool $taken = true): string {}

/**
 * What to do about an error code.
 *
 * @throws Error
 */
function advice(string $endpoint, string $code): Advice {}

/** What the body of an answer is, or another text, by its look. */
function body(\Stringable|string $body): Body {}

/**
 * Takes one layer off a text: the escapes of JSON, text around a document. Null if there is none that
 * can be undone without guessing. What is inside may have another layer.
 *
 * @throws Error
 */
function undo(\Stringable|string $body): ?Undone {}

/**
 * Reads a text that is a list of up to 128 fields: a string that was signed, form data, lines of
 * name=value, an address, a flat object in JSON, an array as PHP shows it.
 *
 * @throws Error
 */
function fields(\Stringable|string $body): FieldList {}

/**
 * The language of texts and messages in this request, after setting it if one is given. Each request
 * begins with English.
 */
function language(?Language $language = null): Language {}

function version(): string {}
