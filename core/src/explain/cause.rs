//! The known mistakes: permanent number, name, and one clause of English for each.

use crate::base::kinds::kinds;

kinds! {
    /// A known mistake in making a signature.
    ///
    /// ```
    /// use wxp_core::Cause;
    ///
    /// assert_eq!(Cause::KeyLineEnd.code(), 35);
    /// assert_eq!(Cause::KeyLineEnd.name(), "KeyLineEnd");
    /// assert_eq!(Cause::KeyLineEnd.text(), "the key was used with the line end after it");
    /// ```
    pub enum Cause;

    /// The permanent number of this cause: 10s the text of the signature, 20s the algorithm, 30s
    /// the key, 40s which fields, 50s their order, 60s their values. Numbers are never reused.
    code;

    /// No signature was offered, or an empty one.
    Missing = 10, "there is no signature";
    /// What was offered is no signature, nor a known distortion of the right one.
    Form = 11, "this is no signature: one has 32 or 64 hexadecimal digits";
    /// The right signature, in lower case. [`Key::verify`](crate::Key::verify) accepts it.
    LowerCase = 12, "the signature is right but for its lower-case digits: send upper case";
    /// The right signature, with white space before or after it.
    Surrounded = 13, "the signature is right, but blanks or line ends stand around it";
    /// The right signature, cut off. Less than 16 digits are not held against it.
    Truncated = 14, "the signature is right as far as it goes: its end was cut off";
    /// The right signature without the zeros that lead it, or that lead its bytes.
    ZerosDropped = 15, "the signature is right, but leading zeros were dropped from its digits";

    /// MD5 instead of HMAC-SHA256, or the other way round.
    OtherAlgorithm = 20, "it was signed with the other algorithm";
    /// SHA-256 of the string with the key appended.
    PlainSha256 = 21, "it was signed with plain SHA-256 instead of HMAC-SHA256";
    /// The right signature, in a message whose `sign_type` names another algorithm.
    Contradiction = 22, "the signature is right, but sign_type does not name its algorithm";

    /// The string that was signed ends with the last field; HMAC used the key all the same.
    KeyLeftOut = 30, "`&key=` and the key were not appended to the fields";
    /// The key follows the last field without `&key=`.
    KeyUnnamed = 31, "the key was appended without `&key=`";
    /// The key was used without the white space around it.
    KeyTrimmed = 32, "the key was used without the blanks or line ends around it";
    /// The key was used in lower case.
    KeyLowerCase = 33, "the key was turned into lower case";
    /// The key was used in upper case.
    KeyUpperCase = 34, "the key was turned into upper case";
    /// The key was used with LF or CR LF after it.
    KeyLineEnd = 35, "the key was used with the line end after it";
    /// The key was used with a blank after it.
    KeyBlank = 36, "the key was used with a blank after it";

    /// One field was not signed.
    FieldLeftOut = 40, "a field of the message was not signed";
    /// Empty values were signed, as `name=`.
    EmptySigned = 41, "fields with empty values were signed, too";
    /// The field `sign` was signed as well, with its value or as `sign=`.
    SignSigned = 42, "the field sign was signed, too";
    /// `sign_type` was not signed.
    SignTypeLeftOut = 43, "the field sign_type was not signed";
    /// The algorithm's name was signed as `sign_type`, and the message does not say so.
    SignTypeAdded = 44, "a sign_type was signed that the message does not have";

    /// Names were sorted without regard to their letter case.
    OrderIgnoringCase = 50, "the names were sorted without regard to letter case";
    /// Finished `name=value` texts were sorted: `=` sorts after digits.
    OrderOfPairs = 51, "finished name=value pairs were sorted instead of the names";
    /// The fields were signed in the order of the caller's table.
    Unsorted = 52, "the fields were not sorted";

    /// Values were signed without the white space around them, and none that were blank.
    ValueTrimmed = 60, "values were signed without the blanks or line ends around them";
    /// Values were signed with `&`, `<` and `>`, and perhaps quotes, as entities of XML.
    ValueEscaped = 61, "values were signed as they are escaped in XML";
    /// Values were signed with the CDATA section they are sent in.
    ValueInCdata = 62, "values were signed with their CDATA brackets";
    /// Values were signed in URL-encoding, in one of the usual forms.
    ValueUrlEncoded = 63, "values were signed URL-encoded";
    /// Values were signed with LF in place of CR LF or CR, or without any CR.
    ReturnsDropped = 64, "values were signed without their carriage returns";
    /// Values were signed with CR LF in place of LF.
    ReturnsAdded = 65, "values were signed with CR LF in place of LF";
    /// Values were signed with `?` in place of each character that is not ASCII.
    CharactersLost = 66, "values were signed with `?` in place of characters that are not ASCII";
    /// The UTF-8 of values was taken for ISO 8859-1 and encoded in UTF-8 again.
    EncodedTwice = 67, "values were encoded in UTF-8 twice";
    /// Values were signed in GBK. Found only with the crate's feature `gbk`.
    Gbk = 68, "values were signed in GBK instead of UTF-8";
}
