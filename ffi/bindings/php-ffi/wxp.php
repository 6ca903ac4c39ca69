<?php

/**
 * The PHP binding of libwxp for hosts where no extension can be installed: one file, over FFI.
 *
 * It has the names and the behaviour of the extension, and leaves everything to that where it is
 * loaded. The library is the one at the path in the constant WXP_LIBRARY, or else in the
 * environment variable of that name, or else libwxp.so.1 beside this file, or the one of this
 * machine below lib, or where the system looks.
 */

declare(strict_types=1);

namespace Wxp;

// Not a return: PHP would declare what it can before it gets there.
if (!\extension_loaded('wxp') && !\class_exists(Key::class, false)) :

// generated: begin enums
/** The language of a text. */
enum Language: int
{
    case English = 0;
    case Chinese = 1;
}

/** How messages are signed. */
enum Algorithm: int
{
    case Md5 = 1;
    case HmacSha256 = 2;
}

/** What the body of an answer is, or another text, by its look. */
enum Body: int
{
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
enum WebPage: int
{
    case NoCertificate = 1;
    case CertificateRefused = 2;
    case PlainHttp = 3;
    case TooLarge = 4;
    case NotFound = 5;
    case Forbidden = 6;
    case NoAnswer = 7;
}

/** What was taken off a text. */
enum Layer: int
{
    case JsonString = 1;
    case Escapes = 2;
    case WhiteSpace = 3;
    case Surroundings = 4;
    case Gbk = 5;
}

/** What a message means: is it authentic, was the operation done. */
enum Verdict: int
{
    case Untrusted = 0;
    case Succeeded = 1;
    case Accepted = 2;
    case Failed = 3;
    case Unsettled = 4;
    case Refused = 5;
    case Unvouched = 6;
}

/** What to do next. */
enum Action: int
{
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
enum OrderState: int
{
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
enum Event: int
{
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
enum Step: int
{
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
enum Signed: int
{
    case Never = 0;
    case Sometimes = 1;
    case Always = 2;
}

/** Whether requests of an operation name their algorithm. */
enum SignType: int
{
    case Absent = 0;
    case Optional = 1;
    case Required = 2;
}

/** The form of a successful answer. */
enum Format: int
{
    case Flat = 0;
    case Nested = 1;
    case Text = 2;
    case Json = 3;
    case Page = 4;
}

/** What the customer's side takes, and the fields it is made of. */
enum Payload: int
{
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
enum Cause: int
{
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
enum SecondSignature: int
{
    case Jsapi = 1;
    case App = 2;
    case NativeCode = 3;
}

/** What is left to check about a signature. */
enum Hint: int
{
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
enum FindingKind: int
{
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
enum Sender: int
{
    case Merchant = 0;
    case Gateway = 1;
    case Customer = 2;
}
// generated: end

/** What the library refuses. Its code is one of the constants. */
final class Error extends \RuntimeException
{
    // generated: begin statuses
    public const NULL = 1;
    public const LENGTH = 2;
    public const ALIGNMENT = 3;
    public const OVERLAP = 4;
    public const KEY = 5;
    public const ARGUMENT = 6;
    public const NOT_FOUND = 7;
    public const PACKED = 8;
    public const SELF_TEST = 9;
    public const SECRET_LENGTH = 10;
    public const SECRET_CHARACTER = 11;
    public const FIELD_NAME = 20;
    public const DUPLICATE_FIELD = 21;
    public const TOO_MANY_FIELDS = 22;
    public const CHARACTER = 23;
    public const NOTIFY_URL = 24;
    public const NOTIFY_URL_QUERY = 25;
    public const MISSING = 26;
    public const ADDRESS_LENGTH = 27;
    public const LEAKED_SECRET = 28;
    public const IMITATION = 29;
    public const SPACE = 30;
    public const NOT_XML = 40;
    public const NOT_UTF8 = 41;
    public const TRUNCATED = 42;
    public const MALFORMED = 43;
    public const END_TAG = 44;
    public const REFERENCE = 45;
    public const CONTROL = 46;
    public const DECLARATION = 47;
    public const SECOND_ROOT = 48;
    public const TRAILING = 49;
    public const DOCTYPE = 50;
    public const COMMENT = 51;
    public const PROCESSING_INSTRUCTION = 52;
    public const ATTRIBUTE = 53;
    public const PREFIX = 54;
    public const NAME = 55;
    public const NESTED = 56;
    public const DUPLICATE = 57;
    public const STRAY = 58;
    public const ENCODING = 59;
    public const UNSIGNED = 60;
    public const ALGORITHM_MISMATCH = 61;
    public const SIGNATURE_MISMATCH = 62;
    public const NO_RETURN_CODE = 63;
    public const SEALED = 64;
    public const LACKS = 65;
    public const FOREIGN = 66;
    public const AMBIGUOUS = 67;
    public const ROOT = 68;
    public const DIFFERS = 69;
    public const BILL = 70;
    public const CELLS = 71;
    public const LIST = 72;
    public const ESCAPE = 73;
    // generated: end

    /** @param ?int $offset in bytes: in the document, or in the field's value or name */
    public function __construct(
        string $message = '',
        int $code = 0,
        ?\Throwable $previous = null,
        public readonly ?string $field = null,
        public readonly ?int $offset = null,
        private readonly ?string $found = null,
        private readonly ?string $expected = null,
        private readonly ?int $body = null,
        private readonly ?int $page = null,
    ) {
        parent::__construct($message, $code, $previous);
    }

    /** The message in another language than the one that was chosen when this was thrown. */
    public function messageIn(Language $language): string
    {
        return $this->expected === null
            ? self::refusal($language, $this->code, $this->field, $this->offset, $this->body,
                $this->page)
            : self::difference($language, $this->field, $this->found, $this->expected);
    }

    /** @internal */
    public static function of(int $status, ?string $field = null, ?int $offset = null): self
    {
        $message = self::refusal(language(), $status, $field, $offset);
        return new self($message, $status, null, $field, $offset);
    }

    /**
     * The error of a document, which says what it is if that is no XML.
     *
     * @internal
     */
    public static function ofDocument(int $status, string $document, int $offset): self
    {
        $ffi = Library::ffi();
        $body = $ffi->wxp_body($document, \strlen($document));
        if ($body === Body::Empty->value || $body === Body::Xml->value) {
            return self::of($status, null, $offset);
        }
        $page = $body === Body::Html->value ? $ffi->wxp_page($document, \strlen($document)) : 0;
        $message = self::refusal(language(), $status, null, $offset, $body, $page);
        return new self($message, $status, null, null, $offset, null, null, $body, $page);
    }

    /** @internal */
    public static function differs(string $field, string $found, string $expected): self
    {
        $message = self::difference(language(), $field, $found, $expected);
        return new self($message, self::DIFFERS, null, $field, null, $found, $expected);
    }

    /**
     * A status in a language, with the name of the field that it is about.
     *
     * @internal
     */
    public static function describe(Language $language, int $status, ?string $field): string
    {
        $text = Library::ffi()->wxp_status_text($status, $language->value);
        $link = $language === Language::Chinese ? '，字段' : ', field ';
        return $field !== null ? $text . $link . $field : $text;
    }

    private static function refusal(
        Language $language,
        int $status,
        ?string $field,
        ?int $offset,
        ?int $body = null,
        ?int $page = null,
    ): string {
        // What is no name of a field says little about where it stands.
        $field = $status !== self::FIELD_NAME ? $field : null;
        $link = $language === Language::Chinese ? '，字节偏移' : ', byte ';
        $place = $offset !== null ? $link . $offset : '';
        $text = $body === null
            ? self::describe($language, $status, $field)
            : self::other($language, $body, $page);
        return $text . $place;
    }

    /** What a document is instead, and what it says if that is a web page. */
    private static function other(Language $language, int $body, int $page): string
    {
        $ffi = Library::ffi();
        [$but, $colon] = $language === Language::Chinese
            ? ['不是本协议的报文，而是', '：'] : ['not a message of the protocol, but ', ': '];
        $says = $page !== 0 ? $colon . $ffi->wxp_page_text($page, $language->value) : '';
        return $but . $ffi->wxp_body_text($body, $language->value) . $says;
    }

    private static function difference(
        Language $language,
        string $field,
        string $found,
        string $expected,
    ): string {
        if ($language === Language::Chinese) {
            $message = $found !== '' ? "{$field}的值是{$found}" : "缺少{$field}";
            return $message . ($expected !== '' ? "，应为{$expected}" : '，但不应有此字段');
        }
        $message = "$field is " . ($found !== '' ? $found : 'missing');
        return $message . ($expected !== '' ? ", not $expected" : ', and should be missing');
    }
}

/** Fields of a message that is not verified were asked for. */
final class NotAuthentic extends \LogicException
{
}

/**
 * What the objects of the extension cannot do either.
 *
 * @internal
 */
trait Sealed
{
    public function __clone(): void
    {
        throw new \Error('Trying to clone an uncloneable object of class ' . self::class);
    }

    public function __serialize(): array
    {
        throw new \Exception("Serialization of '" . self::class . "' is not allowed");
    }

    public function __unserialize(array $data): void
    {
        throw new \Exception("Unserialization of '" . self::class . "' is not allowed");
    }

    public function __set(string $name, mixed $value): void
    {
        throw new \Error('Cannot create dynamic property ' . self::class . "::\$$name");
    }
}

/** An API key, prepared for one algorithm; it is wiped when PHP frees it. */
final class Key
{
    use Sealed;

    /**
     * Algorithm and memory of each key: in a property, casts and var_export would show them.
     *
     * @var \WeakMap<self, array{Algorithm, \FFI\CData}>
     */
    private static \WeakMap $keys;

    /**
     * The secret has exactly 32 ASCII letters and digits.
     *
     * @throws Error
     */
    public function __construct(
        #[\SensitiveParameter] Algorithm $algorithm,
        #[\SensitiveParameter] string $secret,
    ) {
        $memory = $this->memory($algorithm);
        $ffi = Library::ffi();
        $status = $ffi->wxp_key_init($memory, $algorithm->value, $secret, \strlen($secret));
        if ($status !== 0) {
            throw Error::of($status);
        }
    }

    /**
     * Of another secret, of 1 to 64 bytes, such as a simulator's.
     *
     * @throws Error
     */
    public static function nonstandard(
        #[\SensitiveParameter] Algorithm $algorithm,
        #[\SensitiveParameter] string $secret,
    ): Key {
        $key = (new \ReflectionClass(self::class))->newInstanceWithoutConstructor();
        $memory = $key->memory($algorithm);
        $len = \strlen($secret);
        $ffi = Library::ffi();
        $status = $ffi->wxp_key_init_nonstandard($memory, $algorithm->value, $secret, $len);
        if ($status !== 0) {
            throw Error::of($status);
        }
        return $key;
    }

    public function __destruct()
    {
        if (isset(self::$keys[$this])) {
            Library::ffi()->wxp_key_wipe(self::$keys[$this][1]);
        }
    }

    public function algorithm(): Algorithm
    {
        return self::$keys[$this][0];
    }

    /**
     * @param array<string, string|int|null> $fields
     * @throws Error
     */
    public function sign(array $fields): string
    {
        $packed = Table::pack($fields);
        $ffi = Library::ffi();
        $status = $ffi->wxp_sign_packed(self::$keys[$this][1], $packed, \strlen($packed),
            Library::$room, Library::ROOM, Library::$len);
        if ($status !== 0) {
            throw Table::refused($fields, $status);
        }
        return \FFI::string(Library::$room, Library::$len[0]);
    }

    /**
     * Throws an Error if the field sign does not sign all the others.
     *
     * @param array<string, string|int|null> $fields
     * @throws Error
     */
    public function verify(array $fields): void
    {
        $packed = Table::pack($fields);
        $ffi = Library::ffi();
        $status = $ffi->wxp_verify_packed(self::$keys[$this][1], $packed, \strlen($packed));
        if ($status !== 0) {
            throw Table::refused($fields, $status);
        }
    }

    /**
     * What is wrong or doubtful with a request of the operation at this path, signed with this key:
     * the findings about fields in their order, and then what is missing. The field sign is not
     * needed.
     *
     * @param array<string, string|int|null> $fields
     * @return list<Finding>
     * @throws Error
     */
    public function check(array $fields, string $operation): array
    {
        return findings($fields, $operation, $this->algorithm());
    }

    /**
     * Signs, and writes the document to send. If an operation is named, throws a WrongRequest if it
     * would certainly refuse the request.
     *
     * @param array<string, string|int|null> $fields
     * @throws Error
     * @throws WrongRequest
     */
    public function write(array $fields, ?string $operation = null): string
    {
        if ($operation !== null) {
            $findings = $this->check($fields, $operation);
            foreach ($findings as $finding) {
                if ($finding->certain) {
                    throw WrongRequest::of($findings);
                }
            }
        }
        $packed = Table::pack($fields);
        $arguments = [self::$keys[$this][1], $packed, \strlen($packed)];
        $document = Library::written('wxp_xml_write_packed', $arguments);
        return \is_string($document) ? $document : throw Table::refused($fields, $document);
    }

    /**
     * Makes what the customer's side takes, finished and signed.
     *
     * @param array<string, string|int|null> $fields
     * @throws Error
     */
    public function payload(Payload $kind, array $fields): string
    {
        $packed = Table::pack($fields);
        $missing = Library::ffi()->new('wxp_text[1]');
        $arguments = [self::$keys[$this][1], $kind->value, $packed, \strlen($packed)];
        $payload = Library::written('wxp_payload_packed', $arguments, [$missing]);
        if ($payload === Error::MISSING) {
            throw Error::of($payload, Library::text($missing, 0));
        }
        return \is_string($payload) ? $payload : throw Table::refused($fields, $payload);
    }

    /**
     * Says which known mistake led to the offered signature, or else to the field sign. If the
     * operation is named that the message is a request of, also says what is found in it.
     *
     * @param array<string, string|int|null> $fields
     * @throws Error
     */
    public function explain(
        array $fields,
        string $offered = '',
        ?string $operation = null,
    ): Explanation {
        $findings = $operation === null ? [] : $this->check($fields, $operation);
        return $this->explained('wxp_explain_packed', [], $fields, $offered, $findings);
    }

    /**
     * As explain(), of what a page, an app or a QR code takes, and of their field paySign, or else
     * sign. Names may have any letter case, and underscores or none. Throws an Error (NOT_FOUND) if
     * the fields are no second signature.
     *
     * @param array<string, string|int|null> $fields
     * @throws Error
     */
    public function explainSecond(array $fields, string $offered = ''): Explanation
    {
        $second = Library::ffi()->new('int32_t[1]');
        return $this->explained('wxp_explain_second_packed', [$second], $fields, $offered, []);
    }

    /**
     * The fields of a refund notice's req_info, which are not signed.
     *
     * @return array<string, string>
     * @throws Error
     */
    public function unconfirmedRefund(string $reqInfo): array
    {
        $arguments = [self::$keys[$this][1], $reqInfo, \strlen($reqInfo)];
        $document = Library::written('wxp_unconfirmed_refund', $arguments);
        return Reply::opened(Library::must($document))->unverified();
    }

    /**
     * @param list<\FFI\CData> $second where what it was recognized as is written, if that is asked
     * @param array<string, string|int|null> $fields
     * @param list<Finding> $findings
     */
    private function explained(
        string $function,
        array $second,
        array $fields,
        string $offered,
        array $findings,
    ): Explanation {
        $table = Table::pairs($fields);
        $packed = Table::packed($table);
        $ffi = Library::ffi();
        $cause = $ffi->new('int32_t[1]');
        // As many as the library marks.
        $marked = $ffi->new('size_t[256]');
        $count = Library::$place;
        $status = $ffi->$function(self::$keys[$this][1], $packed, \strlen($packed), $offered,
            \strlen($offered), ...$second, ...[$cause, $marked, 256, $count]);
        if ($status !== 0) {
            throw Table::refused($fields, $status);
        }
        $names = [];
        for ($i = 0; $i < $count[0]; $i++) {
            $names[] = $table[$marked[$i]][0];
        }
        $recognized = $second === [] ? null : SecondSignature::from($second[0][0]);
        return Explanation::of(Cause::from($cause[0]), $names, $recognized, $findings);
    }

    /** All that var_dump and the like get to see. */
    public function __debugInfo(): array
    {
        return isset(self::$keys[$this]) ? ['algorithm' => self::$keys[$this][0]] : [];
    }

    /** @internal */
    public function judgment(string $endpoint, string $packed): int|\FFI\CData
    {
        $ffi = Library::ffi();
        $verdict = $ffi->new('wxp_verdict');
        $source = Library::source($endpoint);
        $status = $ffi->wxp_judge_packed(self::$keys[$this][1], $source, $packed,
            \strlen($packed), \FFI::addr($verdict));
        return $status === 0 ? $verdict : $status;
    }

    /** New memory for this key. */
    private function memory(Algorithm $algorithm): \FFI\CData
    {
        self::$keys ??= new \WeakMap();
        if (isset(self::$keys[$this])) {
            throw new \Error('A Wxp\Key cannot be changed');
        }
        $memory = Library::ffi()->new('wxp_key[1]');
        self::$keys[$this] = [$algorithm, $memory];
        return $memory;
    }
}

/** One thing that is wrong, or doubtful, with a request. */
final class Finding
{
    use Sealed;

    /** The words of a wxp_finding that its texts begin at. */
    private const FIELD = 4;
    private const MEANT = 6;
    private const OTHERS = [8, 10, 12];
    private const BECAUSE = 14;
    private const BECAUSE_VALUE = 16;

    /**
     * @param ?int $index which field of the array it is, from 0; null if it is missing
     * @param int $offset the first byte of the value that cannot stand there; 0 where it is the
     *     whole value
     * @param ?int $limit the most characters that the value may have, if it has more
     * @param ?string $meant the name that was probably meant by one that the operation does not have
     * @param list<string> $alternatives any of which would do in place of a missing field
     * @param ?string $because the field that makes a missing one necessary, with $becauseValue
     */
    private function __construct(
        public readonly FindingKind $kind,
        public readonly bool $certain,
        public readonly string $field,
        public readonly ?int $index,
        public readonly int $offset,
        public readonly ?int $limit,
        public readonly ?string $meant,
        public readonly array $alternatives,
        public readonly ?string $because,
        public readonly ?string $becauseValue,
        public readonly string $text,
        private readonly array $details,
    ) {
    }

    /** @internal */
    public static function of(\FFI\CData $native): self
    {
        $text = fn(int $word): ?string => Library::text($native, $word) ?: null;
        $field = Library::text($native, self::FIELD);
        $kind = FindingKind::from($native->kind);
        $details = [];
        for ($i = 0; $i < 5; $i++) {
            $details[] = $native->details[$i];
        }
        return new self(
            $kind,
            $native->certain !== 0,
            $field,
            // SIZE_MAX, which PHP has as -1.
            $native->index !== -1 ? $native->index : null,
            $native->offset,
            $native->limit ?: null,
            $text(self::MEANT),
            \array_values(\array_filter(\array_map($text, self::OTHERS))),
            $text(self::BECAUSE),
            $text(self::BECAUSE_VALUE),
            self::text(language(), $kind, $field, $native->offset, $details),
            $details,
        );
    }

    public function textIn(Language $language): string
    {
        return self::text($language, $this->kind, $this->field, $this->offset, $this->details);
    }

    private static function text(
        Language $language,
        FindingKind $kind,
        string $field,
        int $offset,
        array $details,
    ): string {
        $ffi = Library::ffi();
        $len = \strlen($field);
        $name = $ffi->new('char[' . ($len + 1) . ']');
        \FFI::memcpy($name, $field, $len);
        $finding = $ffi->new('wxp_finding[1]');
        $finding[0]->kind = $kind->value;
        $finding[0]->offset = $offset;
        $finding[0]->field->text = $ffi->cast('char *', \FFI::addr($name));
        $finding[0]->field->len = $len;
        foreach ($details as $i => $detail) {
            $finding[0]->details[$i] = $detail;
        }
        $arguments = [$finding, $language->value];
        return Library::must(Library::written('wxp_finding_text', $arguments));
    }
}

/**
 * A request that the gateway would refuse, and that was not written. Its message has a line for each
 * finding that is certain.
 */
final class WrongRequest extends \RuntimeException
{
    /** @param list<Finding> $findings all of them, the doubtful ones, too */
    public function __construct(
        string $message = '',
        int $code = 0,
        ?\Throwable $previous = null,
        public readonly array $findings = [],
    ) {
        parent::__construct($message, $code, $previous);
    }

    /** @internal */
    public static function of(array $findings): self
    {
        return new self(self::message($findings, language()), 0, null, $findings);
    }

    /** The message in another language than the one that was chosen when this was thrown. */
    public function messageIn(Language $language): string
    {
        return self::message($this->findings, $language);
    }

    private static function message(array $findings, Language $language): string
    {
        $certain = \array_filter($findings, fn(Finding $finding): bool => $finding->certain);
        return \implode("\n", \array_map(
            fn(Finding $finding): string => $finding->textIn($language),
            $certain,
        ));
    }
}

/** Why a signature does not match. */
final class Explanation
{
    use Sealed;

    /**
     * @param ?string $field the first of the fields
     * @param list<string> $fields the names of the fields that the mistake was made with
     * @param ?SecondSignature $second what a second signature was recognized as
     * @param list<Finding> $findings what is found in the request, if its operation was named
     */
    private function __construct(
        public readonly Cause $cause,
        public readonly string $text,
        public readonly ?string $field,
        public readonly array $fields,
        public readonly ?SecondSignature $second,
        public readonly array $findings,
    ) {
    }

    /**
     * @internal
     * @param list<string> $fields
     * @param list<Finding> $findings
     */
    public static function of(
        Cause $cause,
        array $fields,
        ?SecondSignature $second,
        array $findings,
    ): self {
        $text = self::text($cause, language());
        return new self($cause, $text, $fields[0] ?? null, $fields, $second, $findings);
    }

    public function textIn(Language $language): string
    {
        return self::text($this->cause, $language);
    }

    /** The second signature as one clause. */
    public function secondIn(Language $language): ?string
    {
        $second = $this->second;
        return $second === null
            ? null
            : Library::ffi()->wxp_second_text($second->value, $language->value);
    }

    /**
     * What is left to check, the likeliest first: texts, by the numbers of Hint.
     *
     * @return array<int, string>
     */
    public function hints(Sender $sender, ?Language $language = null): array
    {
        $ranked = fn(int $rank) =>
            Library::ffi()->wxp_hint($this->cause->value, $sender->value, $rank);
        return self::ranked($ranked, $language);
    }

    /**
     * What to check where the gateway refused a request with this return_msg; nothing if it does
     * not speak of the signature.
     *
     * @return array<int, string>
     */
    public static function refusalHints(string $returnMsg, ?Language $language = null): array
    {
        $ranked = fn(int $rank) =>
            Library::ffi()->wxp_refusal_hint($returnMsg, \strlen($returnMsg), $rank);
        return self::ranked($ranked, $language);
    }

    /**
     * @param \Closure(int): int $ranked
     * @return array<int, string>
     */
    private static function ranked(\Closure $ranked, ?Language $language): array
    {
        $number = ($language ?? language())->value;
        $hints = [];
        while (($hint = $ranked(\count($hints))) !== 0) {
            $hints[$hint] = Library::ffi()->wxp_hint_text($hint, $number);
        }
        return $hints;
    }

    private static function text(Cause $cause, Language $language): string
    {
        return Library::ffi()->wxp_cause_text($cause->value, $language->value);
    }
}

/** A document that has been read and not verified yet. */
final class Reply
{
    use Sealed;

    /** @param string $document if it can nest, else empty */
    private function __construct(
        private readonly string $packed,
        private readonly string $document = '',
    ) {
    }

    /**
     * The document is a string, or the body of a PSR-7 message.
     *
     * @throws Error
     */
    public static function read(\Stringable|string $document): Reply
    {
        return new self(self::packed('wxp_xml_read_packed', (string) $document));
    }

    /**
     * The sealed part of a refund notice, once opened.
     *
     * @internal
     */
    public static function opened(string $document): Reply
    {
        return new self(self::packed('wxp_refund_read_packed', $document));
    }

    private static function packed(string $function, string $document): string
    {
        $ffi = Library::ffi();
        $len = \strlen($document);
        // What is read is never longer than the document.
        $room = $len <= Library::ROOM ? Library::$room : $ffi->new("char[$len]");
        $status = $ffi->$function($document, $len, $room, $len, Library::$len, Library::$place);
        if ($status !== 0) {
            throw self::refused($status, $document);
        }
        return \FFI::string($room, Library::$len[0]);
    }

    /**
     * For gethbinfo, settlementquery and submchmanage, whose answers nest.
     *
     * @throws Error
     */
    public static function readNested(\Stringable|string $document): Reply
    {
        $document = (string) $document;
        return new self(self::packed('wxp_xml_read_nested_packed', $document), $document);
    }

    /**
     * The endpoint is a path or address of an operation, or the name of a notice.
     *
     * @throws Error
     */
    public function judge(Key $key, string $endpoint): Judgment
    {
        $verdict = $key->judgment($endpoint, $this->packed);
        return \is_int($verdict) ? throw Error::of($verdict) : Judgment::of($verdict, $this);
    }

    /**
     * The name of the field that is not what was expected, or the status.
     *
     * @internal
     */
    public function difference(\FFI\CData $verdict, string $expected): int|string
    {
        $ffi = Library::ffi();
        $differs = $ffi->new('wxp_text[1]');
        $status = $ffi->wxp_expect_packed(\FFI::addr($verdict), $this->packed,
            \strlen($this->packed), $expected, \strlen($expected), $differs);
        return $status === Error::DIFFERS ? Library::text($differs, 0) : $status;
    }

    /** @return array<string, string> */
    public function unverified(): array
    {
        return Table::unpack($this->packed);
    }

    /**
     * The groups of a nested document, with their names.
     *
     * @return list<array{string, array<string, string>}>
     * @throws Error
     */
    public function unverifiedRecords(): array
    {
        if ($this->document === '') {
            return [];
        }
        // Each record is its name, its fields, and an empty name.
        $pieces = \explode("\0", self::packed('wxp_xml_records_packed', $this->document));
        $list = [];
        for ($i = 0, $end = \count($pieces) - 1; $i < $end; $i++) {
            $record = $pieces[$i++];
            for ($fields = []; $pieces[$i] !== ''; $i += 2) {
                $fields[$pieces[$i]] = $pieces[$i + 1];
            }
            $list[] = [$record, $fields];
        }
        return $list;
    }

    public function __debugInfo(): array
    {
        return [];
    }

    /** The error of a document, with its place if that is what is wrong. */
    private static function refused(int $status, string $document): Error
    {
        $ofDocument = $status >= Error::NOT_XML && $status <= Error::ENCODING
            || $status === Error::ROOT;
        return $ofDocument
            ? Error::ofDocument($status, $document, Library::$place[0])
            : Error::of($status);
    }
}

/** What a message means. */
final class Judgment
{
    use Sealed;

    private function __construct(
        public readonly Verdict $verdict,
        public readonly ?Verdict $outcome,
        public readonly Action $action,
        public readonly ?string $advice,
        public readonly int $fault,
        public readonly ?string $faultField,
        public readonly ?string $reason,
        public readonly bool $ambiguous,
        public readonly string $source,
        public readonly OrderState $order,
        private readonly Reply $reply,
        private readonly \Closure $native,
    ) {
    }

    /** @internal */
    public static function of(\FFI\CData $native, Reply $reply): self
    {
        $field = Library::text($native, 0);
        $field = $field !== '' ? $field : null;
        return new self(
            Verdict::from($native->verdict),
            $native->outcome !== 0 ? Verdict::from($native->outcome) : null,
            Action::from($native->action),
            Library::ffi()->wxp_advice_text($native->advice, language()->value),
            $native->fault,
            $field,
            $native->fault !== 0 ? Error::describe(language(), $native->fault, $field) : null,
            $native->ambiguous !== 0,
            Library::ffi()->wxp_source_name($native->source),
            OrderState::from($native->order),
            $reply,
            // Not by itself: structs of C cannot be compared, and closures are never equal.
            static fn(): \FFI\CData => $native,
        );
    }

    public function adviceIn(Language $language): ?string
    {
        return Library::ffi()->wxp_advice_text($this->native()->advice, $language->value);
    }

    public function reasonIn(Language $language): ?string
    {
        return $this->fault !== 0
            ? Error::describe($language, $this->fault, $this->faultField)
            : null;
    }

    public function isAuthentic(): bool
    {
        return match ($this->verdict) {
            Verdict::Succeeded, Verdict::Accepted, Verdict::Failed, Verdict::Unsettled => true,
            default => false,
        };
    }

    /**
     * Compares the message with your own records, before money or goods move because of it. Throws
     * an Error with the first field that differs (DIFFERS), and for a message that is not
     * verified, or if nothing is expected (ARGUMENT).
     *
     * @param array<string, string|int|null> $fields
     * @throws Error
     */
    public function expect(array $fields): void
    {
        $difference = $this->reply->difference($this->native(), Table::pack($fields));
        if (\is_string($difference)) {
            // Nothing else than the currency is compared without having been named.
            $expected = \array_key_exists($difference, $fields) ? $fields[$difference] : 'CNY';
            $found = $this->unverified()[$difference] ?? '';
            throw Error::differs($difference, $found, (string)$expected);
        }
        if ($difference !== 0) {
            throw Table::refused($fields, $difference);
        }
    }

    /** @throws NotAuthentic */
    public function get(string $name): ?string
    {
        return $this->fields()[$name] ?? null;
    }

    /**
     * @return array<string, string>
     * @throws NotAuthentic
     */
    public function fields(): array
    {
        if (!$this->isAuthentic()) {
            throw new NotAuthentic('this message is not verified: look at the verdict first;'
                . ' unverified() has the fields all the same');
        }
        return $this->unverified();
    }

    /** @return array<string, string> */
    public function unverified(): array
    {
        return $this->reply->unverified();
    }

    /** @internal */
    public function native(): \FFI\CData
    {
        return ($this->native)();
    }

    public function __debugInfo(): array
    {
        return \array_diff_key(\get_object_vars($this), ['reply' => 0, 'native' => 0]);
    }
}

/** What to do about an error code, and why. */
final class Advice
{
    use Sealed;

    private function __construct(
        public readonly Action $action,
        public readonly string $text,
        private readonly int $number,
    ) {
    }

    /** @internal */
    public static function of(Action $action, int $number): self
    {
        $text = Library::ffi()->wxp_advice_text($number, language()->value);
        return new self($action, $text, $number);
    }

    public function textIn(Language $language): string
    {
        return Library::ffi()->wxp_advice_text($this->number, $language->value);
    }
}

/** What is known about one operation of the API. */
final class Endpoint
{
    use Sealed;

    /** @param list<Algorithm> $algorithms */
    private function __construct(
        public readonly string $path,
        public readonly string $host,
        public readonly ?string $backupHost,
        public readonly string $purpose,
        public readonly bool $get,
        public readonly bool $certificate,
        public readonly array $algorithms,
        public readonly ?Algorithm $defaultAlgorithm,
        public readonly SignType $signType,
        public readonly Signed $answerSigned,
        public readonly Format $format,
        public readonly bool $nonce,
        public readonly bool $repeatable,
        public readonly bool $movesMoney,
        public readonly bool $deprecated,
    ) {
    }

    public function purposeIn(Language $language): string
    {
        $number = Library::source($this->path);
        return Library::ffi()->wxp_endpoint_purpose($number, $language->value);
    }

    /** @throws Error */
    public static function find(string $address): ?Endpoint
    {
        $ffi = Library::ffi();
        $found = $ffi->new('wxp_endpoint[1]');
        $status = $ffi->wxp_endpoint_find($address, \strlen($address), $found);
        return match ($status) {
            0 => self::of($found),
            Error::NOT_FOUND => null,
            default => throw Error::of($status),
        };
    }

    /** @return list<Endpoint> */
    public static function all(): array
    {
        $ffi = Library::ffi();
        $found = $ffi->new('wxp_endpoint[1]');
        $endpoints = [];
        for ($i = 0; $i < $ffi->wxp_endpoint_count(); $i++) {
            Library::must($ffi->wxp_endpoint_at($i, $found));
            $endpoints[] = self::of($found);
        }
        return $endpoints;
    }

    private static function of(\FFI\CData $found): self
    {
        $native = $found[0];
        $ffi = Library::ffi();
        return new self(
            Library::text($found, 0),
            Library::text($found, 2),
            Library::text($found, 4) ?: null,
            $ffi->wxp_endpoint_purpose($native->number, language()->value),
            $native->get !== 0,
            $native->certificate !== 0,
            \array_values(\array_filter(
                Algorithm::cases(),
                fn(Algorithm $one): bool => ($native->algorithms & $one->value) !== 0,
            )),
            Algorithm::tryFrom($native->default_algorithm),
            SignType::from($native->sign_type),
            Signed::from($native->answer_signed),
            Format::from($native->format),
            $native->nonce !== 0,
            $native->repeatable !== 0,
            $native->moves_money !== 0,
            $native->deprecated !== 0,
        );
    }
}

/** How long Quick Pay waits, in seconds, and how often it tries; as in China by default. */
final class Timing
{
    use Sealed;

    /** @throws Error */
    public function __construct(
        public readonly int $firstQuery = 5,
        public readonly int $spacing = 10,
        public readonly int $total = 45,
        public readonly int $reverseFrom = 15,
        public readonly int $reverseSpacing = 5,
        public readonly int $reverses = 10,
        public readonly int $queries = 5,
    ) {
        $seconds = [$firstQuery, $spacing, $total, $reverseFrom, $reverseSpacing];
        if (\min(...$seconds, ...[$reverses, $queries]) < 0 || \max($seconds) > 0xFFFF
            || \max($reverses, $queries) > 0xFF) {
            throw Error::of(Error::ARGUMENT);
        }
    }
}

/** What to do now, and for how many seconds to wait. */
final class Next
{
    use Sealed;

    private function __construct(
        public readonly Step $step,
        public readonly int $wait,
    ) {
    }

    /** @internal */
    public static function of(Step $step, int $wait): self
    {
        return new self($step, $wait);
    }
}

/** One payment by Quick Pay, which ends in knowing what became of it. */
final class QuickPay
{
    use Sealed;

    private readonly \FFI\CData $payment;
    private readonly \FFI\CData $timing;

    /** @throws Error */
    public function __construct(?string $saved = null, ?Timing $timing = null)
    {
        $ffi = Library::ffi();
        $this->payment = $ffi->new('wxp_quickpay[1]');
        $this->timing = $ffi->new('wxp_timing[1]');
        $timing ??= new Timing();
        $this->timing[0]->first_query = $timing->firstQuery;
        $this->timing[0]->spacing = $timing->spacing;
        $this->timing[0]->total = $timing->total;
        $this->timing[0]->reverse_from = $timing->reverseFrom;
        $this->timing[0]->reverse_spacing = $timing->reverseSpacing;
        $this->timing[0]->reverses = $timing->reverses;
        $this->timing[0]->queries = $timing->queries;
        if ($saved === null) {
            Library::must($ffi->wxp_quickpay_new($this->payment));
        } elseif (\strlen($saved) !== \FFI::sizeof($this->payment)) {
            throw Error::of(Error::ARGUMENT);
        } else {
            \FFI::memcpy($this->payment, $saved, \strlen($saved));
            // Damage shows now, and whatever is told first, the order is not asked for again.
            $this->next(Event::Resumed);
        }
    }

    /**
     * Takes in what happened so many seconds after the last call, and says what to do now. Throws an
     * Error if the judgment is of another operation than the event's.
     *
     * @throws Error
     */
    public function next(
        Event $event = Event::None,
        int $seconds = 0,
        ?Judgment $judgment = null,
    ): Next {
        if ($seconds < 0) {
            throw Error::of(Error::ARGUMENT);
        }
        $ffi = Library::ffi();
        $step = $ffi->new('int32_t[1]');
        $wait = $ffi->new('uint16_t[1]');
        $verdict = $judgment?->native();
        // A terminal can be off for longer than the library counts; more makes no difference.
        $status = $ffi->wxp_quickpay_next($this->payment, $this->timing, $event->value,
            $verdict === null ? null : \FFI::addr($verdict), \min($seconds, 0xFFFF), $step, $wait);
        Library::must($status);
        return Next::of(Step::from($step[0]), $wait[0]);
    }

    /** 12 bytes; save them after each next(), before the step is carried out. */
    public function save(): string
    {
        $size = \FFI::sizeof($this->payment);
        return \FFI::string(Library::ffi()->cast("char[$size]", $this->payment), $size);
    }

    public function __debugInfo(): array
    {
        return [];
    }
}

/** A text without one of its layers. */
final class Undone
{
    use Sealed;

    /**
     * @param Layer $layer what was taken off
     * @param string $body what was inside, which need not be UTF-8
     */
    private function __construct(
        public readonly Layer $layer,
        public readonly string $body,
    ) {
    }

    /** @internal */
    public static function of(Layer $layer, string $body): self
    {
        return new self($layer, $body);
    }

    /** What was taken off, as one clause. */
    public function textIn(Language $language): string
    {
        return Library::ffi()->wxp_layer_text($this->layer->value, $language->value);
    }
}

/** Fields that were read from a list. */
final class FieldList
{
    use Sealed;

    /**
     * @param array<string, string> $fields in the order of the text
     * @param bool $heldKey whether the API key was in the text, as the field key of a signed string.
     *     It is left out.
     * @param bool $isGuess whether the parting is a guess: a value with `&name=` in it would look
     *     the same
     */
    private function __construct(
        public readonly array $fields,
        public readonly bool $heldKey,
        public readonly bool $isGuess,
    ) {
    }

    /**
     * @internal
     * @param array<string, string> $fields
     */
    public static function of(array $fields, int $traits): self
    {
        $held = ($traits & Library::FIELDS_HELD_KEY) !== 0;
        return new self($fields, $held, ($traits & Library::FIELDS_GUESSED) !== 0);
    }
}

/**
 * The string that is signed, without the key.
 *
 * @param array<string, string|int|null> $fields
 * @throws Error
 */
function canonical(array $fields): string
{
    $packed = Table::pack($fields);
    $string = Library::written('wxp_canonical_packed', [$packed, \strlen($packed)]);
    return \is_string($string) ? $string : throw Table::refused($fields, $string);
}

/**
 * Throws an Error if the fields cannot be signed and sent.
 *
 * @param array<string, string|int|null> $fields
 * @throws Error
 */
function check(array $fields): void
{
    $fault = Table::fault($fields);
    if ($fault !== null) {
        throw $fault;
    }
}

/**
 * What is wrong or doubtful with a request of the operation at this path, signed with this algorithm:
 * as Key::check(), without a key.
 *
 * @param array<string, string|int|null> $fields
 * @return list<Finding>
 * @throws Error
 */
function findings(array $fields, string $operation, Algorithm $algorithm): array
{
    $source = Library::source($operation);
    $packed = Table::pack($fields);
    $ffi = Library::ffi();
    $count = Library::$place;
    // More than most requests have.
    $capacity = 16;
    do {
        $findings = $ffi->new("wxp_finding[$capacity]");
        $status = $ffi->wxp_check_request_packed($source, $algorithm->value, $packed,
            \strlen($packed), $findings, $capacity, $count);
        $capacity = $count[0];
    } while ($status === Error::SPACE);
    if ($status !== 0) {
        throw Table::refused($fields, $status);
    }
    $list = [];
    for ($i = 0; $i < $capacity; $i++) {
        // Names point into the packed table.
        $list[] = Finding::of($findings[$i]);
    }
    return $list;
}

/** A new nonce_str, of the operating system's randomness. */
function nonce(): string
{
    $entropy = \random_bytes(16);
    return Library::must(Library::written('wxp_nonce', [$entropy, \strlen($entropy)]));
}

/**
 * The reply to a notice.
 *
 * @throws Error
 */
function acknowledge(string $notice, bool $taken = true): string
{
    $arguments = [Library::source($notice), (int)$taken];
    return Library::must(Library::written('wxp_acknowledge', $arguments));
}

/**
 * What to do about an error code.
 *
 * @throws Error
 */
function advice(string $endpoint, string $code): Advice
{
    $ffi = Library::ffi();
    $action = $ffi->new('int32_t[1]');
    $advice = $ffi->new('int32_t[1]');
    $source = Library::source($endpoint);
    Library::must($ffi->wxp_advice($source, $code, \strlen($code), $action, $advice));
    return Advice::of(Action::from($action[0]), $advice[0]);
}

/** What the body of an answer is, or another text, by its look. */
function body(\Stringable|string $body): Body
{
    $body = (string) $body;
    return Body::from(Library::ffi()->wxp_body($body, \strlen($body)));
}

/**
 * Takes one layer off a text: the escapes of JSON, text around a document. Null if there is none that
 * can be undone without guessing. What is inside may have another layer.
 *
 * @throws Error
 */
function undo(\Stringable|string $body): ?Undone
{
    $body = (string) $body;
    $ffi = Library::ffi();
    $layer = $ffi->new('int32_t[1]');
    // This is always enough.
    $capacity = 2 * \strlen($body);
    $room = $ffi->new('char[' . \max($capacity, 1) . ']');
    $status = $ffi->wxp_body_undo($body, \strlen($body), $layer, $room, $capacity, Library::$len,
        Library::$place);
    if ($status !== 0) {
        throw Error::of($status, null, Library::$place[0]);
    }
    $inside = \FFI::string($room, Library::$len[0]);
    return $layer[0] === 0 ? null : Undone::of(Layer::from($layer[0]), $inside);
}

/**
 * Reads a text that is a list of up to 128 fields: a string that was signed, form data, lines of
 * name=value, an address, a flat object in JSON, an array as PHP shows it.
 *
 * @throws Error
 */
function fields(\Stringable|string $body): FieldList
{
    $body = (string) $body;
    $len = \strlen($body);
    $ffi = Library::ffi();
    $traits = $ffi->new('int32_t[1]');
    $scratch = $ffi->new('char[' . \max($len, 1) . ']');
    // What is read is at most two bytes longer than the text.
    $capacity = $len + 2;
    $room = $ffi->new("char[$capacity]");
    $status = $ffi->wxp_body_fields_packed($body, $len, $scratch, $len, $room, $capacity,
        Library::$len, $traits, Library::$place);
    if ($status !== 0) {
        throw Error::of($status, null,
            $status === Error::TOO_MANY_FIELDS ? null : Library::$place[0]);
    }
    $packed = \FFI::string($room, Library::$len[0]);
    return FieldList::of(Table::unpackOnce($packed), $traits[0]);
}

/**
 * The language of texts and messages in this request, after setting it if one is given. Each request
 * begins with English.
 */
function language(?Language $language = null): Language
{
    return Library::$language = $language ?? Library::$language;
}

function version(): string
{
    return Library::ffi()->wxp_version();
}

/**
 * Fields on their way to the library.
 *
 * @internal
 */
final class Table
{
    /** The most fields of a packed table. */
    // generated: begin most
    private const MOST = 512;
    // generated: end

    /** Beyond this many fields a table has to be sorted, to be explained. */
    private const UNSORTED = 255;

    /** What wxp_check finds out more about. */
    private const FAULTS = [
        Error::FIELD_NAME, Error::DUPLICATE_FIELD, Error::CHARACTER, Error::NOT_UTF8,
    ];

    /**
     * The packed form of a table.
     *
     * @param array<string, string|int|null> $fields
     */
    public static function pack(array $fields): string
    {
        $count = \count($fields);
        if ($count > self::MOST) {
            throw Error::of(Error::TOO_MANY_FIELDS);
        }
        $packed = '';
        foreach ($fields as $name => $value) {
            if (!\is_string($value) && !\is_int($value) && $value !== null) {
                throw self::typeError($name, $value);
            }
            $packed .= "$name\0$value\0";
        }
        // The packed form cannot hold NUL.
        if (\substr_count($packed, "\0") !== 2 * $count) {
            throw self::fault($fields);
        }
        return $packed;
    }

    /** @return array<string, string> */
    public static function unpack(string $packed): array
    {
        $fields = [];
        $pieces = \explode("\0", $packed);
        for ($i = 1, $end = \count($pieces); $i < $end; $i += 2) {
            $fields[$pieces[$i - 1]] = $pieces[$i];
        }
        return $fields;
    }

    /**
     * As unpack(), where a field can come twice, which an array cannot have.
     *
     * @return array<string, string>
     */
    public static function unpackOnce(string $packed): array
    {
        $fields = [];
        $pieces = \explode("\0", $packed);
        for ($i = 1, $end = \count($pieces); $i < $end; $i += 2) {
            $name = $pieces[$i - 1];
            if (isset($fields[$name])) {
                throw Error::of(Error::DUPLICATE_FIELD, $name);
            }
            $fields[$name] = $pieces[$i];
        }
        return $fields;
    }

    /**
     * A table for packed(), which can hold what is to be refused.
     *
     * @param array<string, string|int|null> $fields
     * @return list<array{string, string}>
     */
    public static function pairs(array $fields): array
    {
        if (\count($fields) > self::MOST) {
            throw Error::of(Error::TOO_MANY_FIELDS);
        }
        $table = [];
        foreach ($fields as $name => $value) {
            if (!\is_string($value) && !\is_int($value) && $value !== null) {
                throw self::typeError($name, $value);
            }
            $table[] = [(string)$name, (string)$value];
        }
        foreach ($table as [$name, $value]) {
            $nul = \strpos($value, "\0");
            if ($nul !== false) {
                throw Error::of(Error::CHARACTER, $name, $nul);
            }
        }
        if (\count($table) > self::UNSORTED) {
            \usort($table, fn(array $a, array $b): int => \strcmp($a[0], $b[0]));
        }
        return $table;
    }

    /**
     * The table as it is. A name with NUL is refused at the same place as one with another control
     * character, which can be packed.
     *
     * @param list<array{string, string}> $table
     */
    public static function packed(array $table): string
    {
        $packed = '';
        foreach ($table as [$name, $value]) {
            $packed .= \strtr($name, "\0", "\1") . "\0$value\0";
        }
        return $packed;
    }

    /**
     * What is wrong with a table, and where.
     *
     * @param array<string, string|int|null> $fields
     */
    public static function fault(array $fields): ?Error
    {
        try {
            $table = self::pairs($fields);
        } catch (Error $fault) {
            return $fault;
        }
        $packed = self::packed($table);
        $index = Library::ffi()->new('size_t[1]');
        $offset = Library::$place;
        $status = Library::ffi()->wxp_check_packed($packed, \strlen($packed), $index, $offset);
        if ($status === 0) {
            return null;
        }
        // For others the library names no place.
        $known = \in_array($status, [Error::FIELD_NAME, Error::CHARACTER], true);
        return Error::of($status, $table[$index[0]][0], $known ? $offset[0] : null);
    }

    /**
     * The error of a call that refused a table: a packed table does not say where.
     *
     * @param array<string, string|int|null> $fields
     */
    public static function refused(array $fields, int $status): Error
    {
        $fault = \in_array($status, self::FAULTS, true) ? self::fault($fields) : null;
        return $fault ?? Error::of($status);
    }

    private static function typeError(int|string $name, mixed $value): \TypeError
    {
        $type = \is_resource($value) ? 'resource' : \get_debug_type($value);
        $why = \is_float($value) ? ': amounts are whole fen' : '';
        return new \TypeError("Field $name must be string, int or null, $type given$why");
    }
}

/**
 * libwxp itself.
 *
 * @internal
 */
final class Library
{
    // generated: begin declarations
    public const ABI_VERSION = 1;

    /** What is known of a list of fields. */
    public const FIELDS_HELD_KEY = 1;
    public const FIELDS_GUESSED = 2;

    /** What is used of the headers of libwxp. */
    public const DECLARATIONS = <<<'C'
        typedef int32_t wxp_status;
        typedef struct { const char *name; size_t name_len; const char *value; size_t value_len;
            } wxp_field;
        typedef struct { const char *text; size_t len; } wxp_text;
        typedef struct { uint64_t opaque[32]; } wxp_key;
        typedef struct { wxp_text fault_field; int32_t verdict; int32_t outcome; int32_t action;
            int32_t advice; wxp_status fault; int32_t ambiguous; int32_t source; int32_t order;
            int32_t reserved[4]; } wxp_verdict;
        typedef struct { uint8_t opaque[12]; } wxp_quickpay;
        typedef struct { uint16_t first_query; uint16_t spacing; uint16_t total; uint16_t
            reverse_from; uint16_t reverse_spacing; uint16_t reverses; uint16_t queries; uint16_t
            reserved; } wxp_timing;
        typedef struct { int32_t kind; int32_t certain; size_t index; size_t offset; size_t
            limit; wxp_text field; wxp_text meant; wxp_text others[3]; wxp_text because; wxp_text
            because_value; uint16_t details[5]; } wxp_finding;
        typedef struct { wxp_text path; wxp_text host; wxp_text backup_host; int32_t get;
            int32_t certificate; uint32_t algorithms; uint32_t default_algorithm; int32_t sign_type;
            int32_t answer_signed; int32_t format; int32_t nonce; int32_t repeatable; int32_t
            moves_money; int32_t deprecated; int32_t number; int32_t reserved[4]; } wxp_endpoint;
        typedef struct { const char *name; size_t name_len; const wxp_field *fields; size_t
            count; } wxp_record;
        uint32_t wxp_abi_version(void);
        const char *wxp_version(void);
        const char *wxp_status_text(wxp_status status, int32_t language);
        wxp_status wxp_key_init(wxp_key *key, uint32_t algorithm, const char *secret, size_t secret_len);
        wxp_status wxp_key_init_nonstandard(wxp_key *key, uint32_t algorithm, const char *secret,
            size_t secret_len);
        void wxp_key_wipe(wxp_key *key);
        wxp_status wxp_nonce(const void *entropy, size_t entropy_len, char *out, size_t capacity,
            size_t *len);
        wxp_status wxp_acknowledge(int32_t notice, int32_t taken, char *out, size_t capacity, size_t *len);
        wxp_status wxp_quickpay_new(wxp_quickpay *payment);
        wxp_status wxp_quickpay_next(wxp_quickpay *payment, const wxp_timing *timing, int32_t event,
            const wxp_verdict *verdict, uint16_t seconds, int32_t *step, uint16_t *wait);
        wxp_status wxp_finding_text(const wxp_finding *finding, int32_t language, char *out,
            size_t capacity, size_t *len);
        wxp_status wxp_source_find(const char *name, size_t name_len, int32_t *source);
        const char *wxp_source_name(int32_t source);
        const char *wxp_endpoint_purpose(int32_t number, int32_t language);
        size_t wxp_endpoint_count(void);
        wxp_status wxp_endpoint_at(size_t index, wxp_endpoint *endpoint);
        wxp_status wxp_endpoint_find(const char *address, size_t address_len, wxp_endpoint *endpoint);
        wxp_status wxp_advice(int32_t source, const char *code, size_t code_len, int32_t *action_number,
            int32_t *advice);
        const char *wxp_advice_text(int32_t advice, int32_t language);
        int32_t wxp_body(const char *body, size_t body_len);
        int32_t wxp_page(const char *page, size_t page_len);
        wxp_status wxp_body_undo(const char *body, size_t body_len, int32_t *layer, char *out,
            size_t capacity, size_t *len, size_t *fault);
        const char *wxp_body_text(int32_t body, int32_t language);
        const char *wxp_page_text(int32_t page, int32_t language);
        const char *wxp_layer_text(int32_t layer, int32_t language);
        wxp_status wxp_unconfirmed_refund(const wxp_key *key, const char *req_info, size_t req_info_len,
            char *out, size_t capacity, size_t *len);
        const char *wxp_cause_text(int32_t cause, int32_t language);
        int32_t wxp_hint(int32_t cause, int32_t sender, size_t rank);
        int32_t wxp_refusal_hint(const char *return_msg, size_t return_msg_len, size_t rank);
        const char *wxp_hint_text(int32_t hint, int32_t language);
        const char *wxp_second_text(int32_t second, int32_t language);
        wxp_status wxp_sign_packed(const wxp_key *key, const char *packed, size_t packed_len, char *out,
            size_t capacity, size_t *len);
        wxp_status wxp_verify_packed(const wxp_key *key, const char *packed, size_t packed_len);
        wxp_status wxp_canonical_packed(const char *packed, size_t packed_len, char *out, size_t capacity,
            size_t *len);
        wxp_status wxp_xml_write_packed(const wxp_key *key, const char *packed, size_t packed_len,
            char *out, size_t capacity, size_t *len);
        wxp_status wxp_judge_packed(const wxp_key *key, int32_t source, const char *packed,
            size_t packed_len, wxp_verdict *verdict);
        wxp_status wxp_expect_packed(const wxp_verdict *verdict, const char *packed, size_t packed_len,
            const char *expected, size_t expected_len, wxp_text *differs);
        wxp_status wxp_payload_packed(const wxp_key *key, int32_t kind, const char *packed,
            size_t packed_len, char *out, size_t capacity, size_t *len, wxp_text *missing);
        wxp_status wxp_check_packed(const char *packed, size_t packed_len, size_t *index, size_t *offset);
        wxp_status wxp_check_request_packed(int32_t source, uint32_t algorithm, const char *packed,
            size_t packed_len, wxp_finding *findings, size_t capacity, size_t *found);
        wxp_status wxp_explain_packed(const wxp_key *key, const char *packed, size_t packed_len,
            const char *offered, size_t offered_len, int32_t *cause, size_t *marked, size_t capacity,
            size_t *marked_count);
        wxp_status wxp_explain_second_packed(const wxp_key *key, const char *packed, size_t packed_len,
            const char *offered, size_t offered_len, int32_t *second, int32_t *cause, size_t *marked,
            size_t capacity, size_t *marked_count);
        wxp_status wxp_xml_read_packed(const char *document, size_t document_len, char *out,
            size_t capacity, size_t *len, size_t *fault);
        wxp_status wxp_refund_read_packed(const char *document, size_t document_len, char *out,
            size_t capacity, size_t *len, size_t *fault);
        wxp_status wxp_xml_read_nested_packed(const char *document, size_t document_len, char *out,
            size_t capacity, size_t *len, size_t *fault);
        wxp_status wxp_xml_records_packed(const char *document, size_t document_len, char *out,
            size_t capacity, size_t *len, size_t *fault);
        wxp_status wxp_body_fields_packed(const char *body, size_t body_len, char *scratch,
            size_t scratch_capacity, char *out, size_t capacity, size_t *len, int32_t *traits,
            size_t *fault);
        C;
    // generated: end

    /** Bytes for what is written, which most of it fits in. */
    public const ROOM = 4096;

    public static \FFI\CData $room;
    public static \FFI\CData $len;
    public static \FFI\CData $place;

    /** That of texts and messages in this request. */
    public static Language $language = Language::English;

    private static ?\FFI $ffi = null;

    public static function ffi(): \FFI
    {
        return self::$ffi ??= self::load();
    }

    /**
     * What a function writes about its arguments, or its status.
     *
     * @param list<mixed> $arguments before what it writes to
     * @param list<mixed> $more behind that
     */
    public static function written(string $function, array $arguments, array $more = []): string|int
    {
        $ffi = self::ffi();
        $room = self::$room;
        $capacity = self::ROOM;
        do {
            $status = $ffi->$function(...$arguments, ...[$room, $capacity, self::$len], ...$more);
            if ($status === 0) {
                return \FFI::string($room, self::$len[0]);
            }
            $capacity = self::$len[0];
        } while ($status === Error::SPACE && $room = $ffi->new("char[$capacity]"));
        return $status;
    }

    /** The number of an operation or notice. */
    public static function source(string $name): int
    {
        $source = self::ffi()->new('int32_t[1]');
        self::must(self::ffi()->wxp_source_find($name, \strlen($name), $source));
        return $source[0];
    }

    /** What is no status of a failure. */
    public static function must(string|int $result): string|int
    {
        return \is_int($result) && $result !== 0 ? throw Error::of($result) : $result;
    }

    /** The text whose pointer is this word of a struct, and whose length the next. */
    public static function text(\FFI\CData $structs, int $word): string
    {
        // Read as const char *, it would end where the next NUL is; and reading a pointer leaks.
        $words = self::$ffi->cast('size_t[' . ($word + 2) . ']', $structs);
        $start = self::$ffi->new('size_t');
        $start->cdata = $words[$word];
        $len = $words[$word + 1];
        return $len > 0 ? \FFI::string(self::$ffi->cast('char *', $start), $len) : '';
    }

    private static function path(): string
    {
        if (\defined('WXP_LIBRARY')) {
            return \WXP_LIBRARY;
        }
        $named = \getenv('WXP_LIBRARY');
        if (\is_string($named) && $named !== '') {
            return $named;
        }
        [$file, $system] = match (\PHP_OS_FAMILY) {
            'Windows' => ['wxp.dll', 'wxp.dll'],
            'Darwin' => ['libwxp.dylib', 'libwxp.1.dylib'],
            default => ['libwxp.so', 'libwxp.so.1'],
        };
        foreach ([__DIR__ . "/$system", __DIR__ . '/lib/' . self::machine() . "/$file"] as $path) {
            if (\is_file($path)) {
                return $path;
            }
        }
        return $system;
    }

    /** The name of this machine, as the folders of lib have it. */
    private static function machine(): string
    {
        $family = ['Windows' => 'windows', 'Darwin' => 'macos'][\PHP_OS_FAMILY] ?? 'linux';
        $processor = \strtolower(\php_uname('m'));
        // PHP of 32 bits runs on processors of 64 bits, too.
        return $family . '-' . match (true) {
            \in_array($processor, ['x86_64', 'amd64'], true) => \PHP_INT_SIZE === 8 ? 'x86_64' : 'i686',
            \in_array($processor, ['aarch64', 'arm64'], true) => match (true) {
                $family === 'macos' => 'arm64',
                default => \PHP_INT_SIZE === 8 ? 'aarch64' : 'armv7',
            },
            \str_starts_with($processor, 'armv7'), \str_starts_with($processor, 'armv8') => 'armv7',
            \preg_match('/^i[3-6]86$/', $processor) === 1 => 'i686',
            default => $processor,
        };
    }

    private static function load(): \FFI
    {
        $path = self::path();
        $ffi = \FFI::cdef(self::DECLARATIONS, $path);
        $version = $ffi->wxp_abi_version();
        if ($version !== self::ABI_VERSION) {
            throw new \RuntimeException("$path has version $version of the ABI of libwxp;"
                . ' wxp.php is for version ' . self::ABI_VERSION);
        }
        self::$room = $ffi->new('char[' . self::ROOM . ']');
        self::$len = $ffi->new('size_t[1]');
        self::$place = $ffi->new('size_t[1]');
        return $ffi;
    }
}

endif;
