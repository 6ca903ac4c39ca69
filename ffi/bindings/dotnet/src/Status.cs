namespace Wxp
{
    /// <summary>
    /// What a call came to. The numbers are permanent; the decade says whose fault it is: below 10
    /// the call itself, 10s the configuration, 20s the fields, 40s a document that is not well-
    /// formed, 50s one that is refused on purpose, 60s authenticity.
    /// </summary>
    public enum Status
    {
        /// <summary>Done.</summary>
        Ok = 0,

        /// <summary>NULL where something has to be.</summary>
        Null = 1,

        /// <summary>A length that no object in memory can have.</summary>
        Length = 2,

        /// <summary>A pointer that is not aligned for what it points to.</summary>
        Alignment = 3,

        /// <summary>An output lies over an input, such as the key, or over another one.</summary>
        Overlap = 4,

        /// <summary>Not a key that was made: zeroed, wiped, or something else.</summary>
        Key = 5,

        /// <summary>A number that is none of those listed, or a value out of range.</summary>
        Argument = 6,

        /// <summary>No operation, notice, entry or field of that name or number.</summary>
        NotFound = 7,

        /// <summary>
        /// A packed table that does not consist of names and values, each with a NUL behind it.
        /// </summary>
        Packed = 8,

        /// <summary>The library computes wrongly on this machine.</summary>
        SelfTest = 9,

        /// <summary>A secret of a wrong length; an API key has exactly 32 characters.</summary>
        SecretLength = 10,

        /// <summary>An API key with a character that is no ASCII letter or digit.</summary>
        SecretCharacter = 11,

        /// <summary>Not a field name: [A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes.</summary>
        FieldName = 20,

        /// <summary>A table with two fields of one name.</summary>
        DuplicateField = 21,

        /// <summary>
        /// A table of more than 255 fields that is not sorted by name, or of more than the call can
        /// take.
        /// </summary>
        TooManyFields = 22,

        /// <summary>
        /// A value with a character that cannot be sent: a control character, or one of four UTF-8
        /// bytes.
        /// </summary>
        Character = 23,

        /// <summary>
        /// Not an absolute http or https address with host and path, in ASCII, of at most 256
        /// bytes.
        /// </summary>
        NotifyUrl = 24,

        /// <summary>An address with a query, which a notify_url does not take.</summary>
        NotifyUrlQuery = 25,

        /// <summary>A field that has to be signed is missing or empty.</summary>
        Missing = 26,

        /// <summary>A contract page's address is longer than 1024 bytes.</summary>
        AddressLength = 27,

        /// <summary>A value that holds the API key, and would give it away.</summary>
        LeakedSecret = 28,

        /// <summary>
        /// A value that a customer gets to see signed imitates a field (&amp;name=).
        /// </summary>
        Imitation = 29,

        /// <summary>Too little room; the length needed has been written.</summary>
        Space = 30,

        /// <summary>Not an XML document.</summary>
        NotXml = 40,

        /// <summary>Bytes that are not UTF-8, in a document or in an argument.</summary>
        NotUtf8 = 41,

        /// <summary>A document that is cut short.</summary>
        Truncated = 42,

        /// <summary>Malformed markup.</summary>
        Malformed = 43,

        /// <summary>An end tag that does not match its start tag.</summary>
        EndTag = 44,

        /// <summary>A reference that is malformed, undefined or to a forbidden character.</summary>
        Reference = 45,

        /// <summary>A character that XML forbids.</summary>
        Control = 46,

        /// <summary>A malformed XML declaration.</summary>
        Declaration = 47,

        /// <summary>A second root element.</summary>
        SecondRoot = 48,

        /// <summary>Something after the end of the document.</summary>
        Trailing = 49,

        /// <summary>A DOCTYPE or other declaration: the door of entity attacks.</summary>
        Doctype = 50,

        /// <summary>A comment.</summary>
        Comment = 51,

        /// <summary>A processing instruction.</summary>
        ProcessingInstruction = 52,

        /// <summary>An attribute.</summary>
        Attribute = 53,

        /// <summary>A name with a namespace prefix.</summary>
        Prefix = 54,

        /// <summary>An element whose name is no field name.</summary>
        Name = 55,

        /// <summary>An element inside a field.</summary>
        Nested = 56,

        /// <summary>A field that the document has already.</summary>
        Duplicate = 57,

        /// <summary>Text between fields.</summary>
        Stray = 58,

        /// <summary>An XML version other than 1.0 or an encoding other than UTF-8.</summary>
        Encoding = 59,

        /// <summary>No signature.</summary>
        Unsigned = 60,

        /// <summary>Signed with another algorithm than the key's.</summary>
        AlgorithmMismatch = 61,

        /// <summary>The signature does not match.</summary>
        SignatureMismatch = 62,

        /// <summary>No return_code.</summary>
        NoReturnCode = 63,

        /// <summary>A sealed part that cannot be opened.</summary>
        Sealed = 64,

        /// <summary>
        /// Authentic, but of another kind than it is judged as: it lacks a field.
        /// </summary>
        Lacks = 65,

        /// <summary>
        /// Authentic, but of another kind than it is judged as: it has a foreign field.
        /// </summary>
        Foreign = 66,

        /// <summary>
        /// Authentic, but ambiguous: the value of a field that does not hold free text imitates a
        /// field.
        /// </summary>
        Ambiguous = 67,

        /// <summary>A root element with another name than xml.</summary>
        Root = 68,

        /// <summary>A field of the message is not what the caller's records say.</summary>
        Differs = 69,

        /// <summary>A line that does not fit the bill.</summary>
        Bill = 70,
    }
}
