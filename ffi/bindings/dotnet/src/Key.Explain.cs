using System;
using System.Collections.Generic;

namespace Wxp
{
    /// <content>Why a signature does not match.</content>
    public sealed unsafe partial class Key
    {
        // The most fields that the library marks.
        private const int MarkedMax = 256;

        /// <summary>
        /// Tries the known mistakes in making a signature, and says which one leads from these
        /// fields to the one that was offered; by default, to their field sign. For finding out
        /// why a message was refused; whether to believe one, Verify tells.
        /// </summary>
        /// <param name="fields">The message, in the order in which it was signed.</param>
        /// <param name="offered">The signature; empty for the field sign.</param>
        /// <param name="operation">
        /// The path of the operation that the message is a request of: the explanation then has
        /// its findings too, because the gateway answers many of them with a signature error.
        /// </param>
        /// <exception cref="WxpException">
        /// A field is refused, or there is no such operation (<see cref="Status.NotFound"/>).
        /// </exception>
        public Explanation Explain(Fields fields, string offered = "", string? operation = null)
        {
            IReadOnlyList<Finding>? findings =
                operation == null ? null : Check(fields, operation);
            return Explained(false, fields, offered, findings ?? Array.Empty<Finding>());
        }

        /// <summary>As of <see cref="Fields"/>.</summary>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public Explanation Explain(
            IEnumerable<KeyValuePair<string, string>> fields,
            string offered = "",
            string? operation = null) =>
            Explain(new Fields(fields), offered, operation);

        /// <summary>As of <see cref="Fields"/>; values are strings, integers or null.</summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public Explanation Explain(
            IEnumerable<KeyValuePair<string, object>> fields,
            string offered = "",
            string? operation = null) =>
            Explain(new Fields(fields), offered, operation);

        /// <summary>
        /// As Explain, of what a page, an app or a QR code takes: by default, of their field
        /// paySign, or else sign. Names may have any letter case, and underscores or none.
        /// </summary>
        /// <exception cref="WxpException">
        /// A field is refused, or the fields are no second signature
        /// (<see cref="Status.NotFound"/>).
        /// </exception>
        public Explanation ExplainSecond(Fields fields, string offered = "") =>
            Explained(true, fields, offered, Array.Empty<Finding>());

        /// <summary>As of <see cref="Fields"/>.</summary>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public Explanation ExplainSecond(
            IEnumerable<KeyValuePair<string, string>> fields, string offered = "") =>
            ExplainSecond(new Fields(fields), offered);

        /// <summary>As of <see cref="Fields"/>; values are strings, integers or null.</summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public Explanation ExplainSecond(
            IEnumerable<KeyValuePair<string, object>> fields, string offered = "") =>
            ExplainSecond(new Fields(fields), offered);

        private Explanation Explained(
            bool isSecond, Fields fields, string offered, IReadOnlyList<Finding> findings)
        {
            Table table = Fields.Required(fields).Table;
            byte[] offer = Utf8.Encode(offered, nameof(offered));
            using KeyHandle.Held held = Hold();
            NativeField* places = stackalloc NativeField[table.Count];
            UIntPtr* marked = stackalloc UIntPtr[MarkedMax];
            int second = 0;
            int cause;
            UIntPtr most = Native.Size(MarkedMax);
            UIntPtr count;
            fixed (byte* text = table.Text)
            fixed (byte* signature = offer)
            {
                table.Place(text, places);
                UIntPtr all = Native.Size(table.Count);
                UIntPtr length = Native.Size(offer.Length);
                Status status = isSecond
                    ? Native.wxp_explain_second(
                        held.Memory, places, all, signature, length,
                        &second, &cause, marked, most, &count)
                    : Native.wxp_explain(
                        held.Memory, places, all, signature, length, &cause, marked, most, &count);
                if (status != Status.Ok)
                {
                    throw table.Refused(status);
                }
                var names = new string[(int)count];
                for (int i = 0; i < names.Length; i++)
                {
                    names[i] = Table.Name(places[(int)marked[i]]);
                }
                return new Explanation((Cause)cause, names, (SecondSignature)second, findings);
            }
        }
    }
}
