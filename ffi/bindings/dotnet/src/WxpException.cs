using System;

namespace Wxp
{
    /// <summary>
    /// What the library refuses. The secret is never part of it, nor is the value of a field,
    /// except those that <see cref="Judgment.Expect(Fields)"/> compares.
    /// </summary>
    public sealed class WxpException : Exception
    {
        // What was there in place of what; null unless a field differs.
        private readonly string? found;
        private readonly string? expected;

        // What a document is that is no XML, and what it says if it is a web page; else 0.
        private readonly int body;
        private readonly int page;

        internal WxpException(Status status, string? field = null, int? offset = null)
            : base(Say(Texts.Current, status, field, offset))
        {
            Status = status;
            Field = field;
            Offset = offset;
        }

        private WxpException(Status status, int offset, int body, int page)
            : base(Texts.Other(Texts.Current, body, page, offset))
        {
            Status = status;
            Offset = offset;
            this.body = body;
            this.page = page;
        }

        /// <summary>That a field is not what was expected; values can be empty.</summary>
        internal WxpException(string field, string found, string expected)
            : base(Texts.Difference(Texts.Current, field, found, expected))
        {
            Status = Status.Differs;
            Field = field;
            this.found = found;
            this.expected = expected;
        }

        /// <summary>The error of a document, which says what it is if that is no XML.</summary>
        internal static unsafe WxpException OfDocument(
            Status status, byte* document, int length, int offset)
        {
            int body = Native.wxp_body(document, Native.Size(length));
            if (body == (int)BodyKind.Empty || body == (int)BodyKind.Xml)
            {
                return new WxpException(status, null, offset);
            }
            int page = body == (int)BodyKind.Html ? Native.wxp_page(document, Native.Size(length)) : 0;
            return new WxpException(status, offset, body, page);
        }

        /// <summary>What was refused.</summary>
        public Status Status { get; }

        /// <summary>The name of the field that was refused, or that differs, or null.</summary>
        public string? Field { get; }

        /// <summary>
        /// Where the fault is, in bytes of UTF-8: in the name for <see cref="Status.FieldName"/>,
        /// in the value of another field, or in the document; or null where no place is known.
        /// </summary>
        public int? Offset { get; }

        /// <summary>
        /// The message in this language; <see cref="Exception.Message"/> is in the one that
        /// <see cref="Texts.Language"/> was when the exception was made.
        /// </summary>
        public string MessageIn(Language language) =>
            expected != null ? Texts.Difference(language, Field!, found!, expected)
            : body != 0 ? Texts.Other(language, body, page, Offset)
            : Say(language, Status, Field, Offset);

        // What is no name of a field says little about where it stands.
        private static string Say(Language language, Status status, string? field, int? offset) =>
            Texts.Describe(language, status, status == Status.FieldName ? null : field, offset);
    }

    /// <summary>
    /// Fields were asked of a message that is not authentic. That is a mistake of the program,
    /// which has to look at the verdict first.
    /// </summary>
    public sealed class NotAuthenticException : InvalidOperationException
    {
        internal NotAuthenticException(Verdict verdict)
            : base($"the message is not authentic, its verdict is {verdict}: look at the verdict " +
                "before the fields; Unverified() reads the fields all the same")
        {
        }
    }
}
