using System;

namespace Wxp
{
    /// <summary>
    /// What the library refuses. The secret is never part of it, nor is the value of a field,
    /// except those that <see cref="Judgment.Expect(Fields)"/> compares.
    /// </summary>
    public sealed class WxpException : Exception
    {
        internal WxpException(Status status, string field = null, int? offset = null)
            : base(Describe(status, field, offset))
        {
            Status = status;
            Field = field;
            Offset = offset;
        }

        /// <summary>That a field is not what was expected; values can be empty.</summary>
        internal WxpException(string field, string found, string expected)
            : base(Describe(field, found, expected))
        {
            Status = Status.Differs;
            Field = field;
        }

        /// <summary>What was refused.</summary>
        public Status Status { get; }

        /// <summary>The name of the field that was refused, or that differs, or null.</summary>
        public string Field { get; }

        /// <summary>
        /// Where the fault is, in bytes of UTF-8: in the name for <see cref="Status.FieldName"/>,
        /// in the value of another field, or in the document; or null where no place is known.
        /// </summary>
        public int? Offset { get; }

        /// <summary>A status, with the name of the field that it is about, or null.</summary>
        internal static unsafe string Describe(Status status, string field)
        {
            string text = Native.Text(Native.wxp_status_text(status));
            return field != null ? $"{text}, field {field}" : text;
        }

        private static string Describe(Status status, string field, int? offset)
        {
            // What is no name of a field says little about where it stands.
            string text = Describe(status, status == Status.FieldName ? null : field);
            return offset.HasValue ? $"{text}, byte {offset}" : text;
        }

        private static string Describe(string field, string found, string expected)
        {
            string actual = found.Length > 0 ? found : "missing";
            string not = expected.Length > 0 ? $"not {expected}" : "and should be missing";
            return $"{field} is {actual}, {not}";
        }
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
