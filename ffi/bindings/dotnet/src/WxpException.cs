using System;

namespace Wxp
{
    /// <summary>
    /// What the library refuses. Neither the secret nor the value of a field is ever part of it.
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

        /// <summary>What was refused.</summary>
        public Status Status { get; }

        /// <summary>The name of the field that was refused, or null.</summary>
        public string Field { get; }

        /// <summary>
        /// Where the fault is, in bytes of UTF-8: in the name for <see cref="Status.FieldName"/>,
        /// in the value of another field, or in the document; or null where no place is known.
        /// </summary>
        public int? Offset { get; }

        private static unsafe string Describe(Status status, string field, int? offset)
        {
            string text = Native.Text(Native.wxp_status_text(status));
            if (field != null && status != Status.FieldName)
            {
                text += $", field {field}";
            }
            return offset.HasValue ? $"{text}, byte {offset}" : text;
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
                "before the fields; Unverified() reads what nobody vouches for")
        {
        }
    }
}
