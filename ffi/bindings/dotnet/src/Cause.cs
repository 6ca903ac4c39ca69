namespace Wxp
{
    /// <summary>The known mistakes in making a signature.</summary>
    public enum Cause
    {
        /// <summary>The signature is right.</summary>
        None = 0,

        /// <summary>No known mistake leads to the signature.</summary>
        Unknown = 1,

        /// <summary>No signature was offered, or an empty one.</summary>
        Missing = 10,

        /// <summary>
        /// What was offered is no signature, nor a known distortion of the right one.
        /// </summary>
        Form = 11,

        /// <summary>The right signature, in lower case. Key.Verify accepts it.</summary>
        LowerCase = 12,

        /// <summary>The right signature, with white space before or after it.</summary>
        Surrounded = 13,

        /// <summary>
        /// The right signature, cut off. Less than 16 digits are not held against it.
        /// </summary>
        Truncated = 14,

        /// <summary>
        /// The right signature without the zeros that lead it, or that lead its bytes.
        /// </summary>
        ZerosDropped = 15,

        /// <summary>MD5 instead of HMAC-SHA256, or the other way round.</summary>
        OtherAlgorithm = 20,

        /// <summary>SHA-256 of the string with the key appended.</summary>
        PlainSha256 = 21,

        /// <summary>
        /// The right signature, in a message whose sign_type names another algorithm.
        /// </summary>
        Contradiction = 22,

        /// <summary>
        /// The string that was signed ends with the last field; HMAC used the key all the same.
        /// </summary>
        KeyLeftOut = 30,

        /// <summary>The key follows the last field without &amp;key=.</summary>
        KeyUnnamed = 31,

        /// <summary>The key was used without the white space around it.</summary>
        KeyTrimmed = 32,

        /// <summary>The key was used in lower case.</summary>
        KeyLowerCase = 33,

        /// <summary>The key was used in upper case.</summary>
        KeyUpperCase = 34,

        /// <summary>The key was used with LF or CR LF after it.</summary>
        KeyLineEnd = 35,

        /// <summary>The key was used with a blank after it.</summary>
        KeyBlank = 36,

        /// <summary>One field was not signed.</summary>
        FieldLeftOut = 40,

        /// <summary>Empty values were signed, as name=.</summary>
        EmptySigned = 41,

        /// <summary>The field sign was signed as well, with its value or as sign=.</summary>
        SignSigned = 42,

        /// <summary>sign_type was not signed.</summary>
        SignTypeLeftOut = 43,

        /// <summary>
        /// The algorithm's name was signed as sign_type, and the message does not say so.
        /// </summary>
        SignTypeAdded = 44,

        /// <summary>Names were sorted without regard to their letter case.</summary>
        OrderIgnoringCase = 50,

        /// <summary>Finished name=value texts were sorted: = sorts after digits.</summary>
        OrderOfPairs = 51,

        /// <summary>The fields were signed in the order of the caller's table.</summary>
        Unsorted = 52,

        /// <summary>
        /// Values were signed without the white space around them, and none that were blank.
        /// </summary>
        ValueTrimmed = 60,

        /// <summary>
        /// Values were signed with &amp;, &lt; and &gt;, and perhaps quotes, as entities of XML.
        /// </summary>
        ValueEscaped = 61,

        /// <summary>Values were signed with the CDATA section they are sent in.</summary>
        ValueInCdata = 62,

        /// <summary>Values were signed in URL-encoding, in one of the usual forms.</summary>
        ValueUrlEncoded = 63,

        /// <summary>
        /// Values were signed with LF in place of CR LF or CR, or without any CR.
        /// </summary>
        ReturnsDropped = 64,

        /// <summary>Values were signed with CR LF in place of LF.</summary>
        ReturnsAdded = 65,

        /// <summary>
        /// Values were signed with ? in place of each character that is not ASCII.
        /// </summary>
        CharactersLost = 66,

        /// <summary>
        /// The UTF-8 of values was taken for ISO 8859-1 and encoded in UTF-8 again.
        /// </summary>
        EncodedTwice = 67,

        /// <summary>
        /// Values were signed in GBK. Only a library built with the feature gbk finds it.
        /// </summary>
        Gbk = 68,
    }
}
