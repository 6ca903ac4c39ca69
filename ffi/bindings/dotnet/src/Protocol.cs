using System;
using System.Collections.Generic;
using System.Security.Cryptography;

namespace Wxp
{
    /// <summary>What to do about an error code.</summary>
    public sealed class Advice
    {
        private readonly int number;

        internal Advice(AdvisedAction action, int number)
        {
            Action = action;
            this.number = number;
        }

        /// <summary>What to do.</summary>
        public AdvisedAction Action { get; }

        /// <summary>What to do and why, as one clause in <see cref="Texts.Language"/>.</summary>
        public string Text => TextIn(Texts.Current);

        /// <summary>The <see cref="Text"/> in this language.</summary>
        public unsafe string TextIn(Language language) =>
            Native.Said(Native.wxp_advice_text(number, Texts.Number(language)));
    }

    /// <summary>What the protocol says without a key.</summary>
    public static unsafe partial class Protocol
    {
        /// <summary>The version of libwxp that is loaded, such as "0.1.0".</summary>
        public static string Version => Native.Said(Native.wxp_version());

        /// <summary>
        /// The string that is signed, without the key: to compare by hand, or for a log.
        /// </summary>
        /// <exception cref="WxpException">A field is refused.</exception>
        public static string Canonical(Fields fields)
        {
            Table table = Fields.Required(fields).Table;
            NativeField* places = stackalloc NativeField[table.Count];
            var canonical = new Output(table.Text.Length);
            Status status;
            fixed (byte* text = table.Text)
            {
                table.Place(text, places);
                do
                {
                    fixed (byte* room = canonical.Room)
                    fixed (UIntPtr* length = &canonical.Length)
                    {
                        status = Native.wxp_canonical(
                            places, Native.Size(table.Count), room, canonical.Capacity, length);
                    }
                }
                while (canonical.Grew(status));
            }
            return status == Status.Ok ? canonical.ToString() : throw table.Refused(status);
        }

        /// <summary>As of <see cref="Fields"/>.</summary>
        /// <exception cref="WxpException">A field is refused.</exception>
        public static string Canonical(IEnumerable<KeyValuePair<string, string>> fields) =>
            Canonical(new Fields(fields));

        /// <summary>As of <see cref="Fields"/>; values are strings, integers or null.</summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">A field is refused.</exception>
        public static string Canonical(IEnumerable<KeyValuePair<string, object>> fields) =>
            Canonical(new Fields(fields));

        /// <summary>
        /// Checks that fields can be signed and sent: names, UTF-8, characters, no name twice.
        /// Signing and writing check the same.
        /// </summary>
        /// <exception cref="WxpException">A field is refused.</exception>
        public static void Check(Fields fields)
        {
            Table table = Fields.Required(fields).Table;
            NativeField* places = stackalloc NativeField[table.Count];
            fixed (byte* text = table.Text)
            {
                table.Place(text, places);
                WxpException? fault = Table.Check(places, table.Count);
                if (fault != null)
                {
                    throw fault;
                }
            }
        }

        /// <summary>As of <see cref="Fields"/>.</summary>
        /// <exception cref="WxpException">A field is refused.</exception>
        public static void Check(IEnumerable<KeyValuePair<string, string>> fields) =>
            Check(new Fields(fields));

        /// <summary>As of <see cref="Fields"/>; values are strings, integers or null.</summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">A field is refused.</exception>
        public static void Check(IEnumerable<KeyValuePair<string, object>> fields) =>
            Check(new Fields(fields));

        /// <summary>
        /// What is wrong or doubtful with a request of the operation at this path, signed with
        /// this algorithm: the findings about fields in their order, and then what is missing. The
        /// field sign is not needed.
        /// </summary>
        /// <exception cref="WxpException">
        /// A field is refused, or there is no such operation (<see cref="Status.NotFound"/>).
        /// </exception>
        public static IReadOnlyList<Finding> Check(
            Fields fields, string operation, Algorithm algorithm) =>
            Check(Fields.Required(fields).Packed, operation, algorithm);

        /// <summary>As of <see cref="Fields"/>.</summary>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public static IReadOnlyList<Finding> Check(
            IEnumerable<KeyValuePair<string, string>> fields,
            string operation,
            Algorithm algorithm) =>
            Check(new Fields(fields), operation, algorithm);

        /// <summary>As of <see cref="Fields"/>; values are strings, integers or null.</summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public static IReadOnlyList<Finding> Check(
            IEnumerable<KeyValuePair<string, object>> fields,
            string operation,
            Algorithm algorithm) =>
            Check(new Fields(fields), operation, algorithm);

        /// <summary>As of <see cref="Fields"/>, of a packed table.</summary>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public static IReadOnlyList<Finding> Check(
            ReadOnlySpan<byte> packed, string operation, Algorithm algorithm) =>
            Finding.Of(packed, operation, algorithm);

        /// <summary>
        /// A new nonce_str of 32 digits and letters, from the operating system's randomness.
        /// </summary>
        public static string Nonce()
        {
            var entropy = new byte[Native.EntropySize];
            using (var source = RandomNumberGenerator.Create())
            {
                source.GetBytes(entropy);
            }
            var nonce = new Output(32);
            Status status;
            do
            {
                fixed (byte* bytes = entropy)
                fixed (byte* room = nonce.Room)
                fixed (UIntPtr* length = &nonce.Length)
                {
                    status = Native.wxp_nonce(
                        bytes, Native.Size(entropy.Length), room, nonce.Capacity, length);
                }
            }
            while (nonce.Grew(status));
            return status == Status.Ok ? nonce.ToString() : throw new WxpException(status);
        }

        /// <summary>
        /// The reply to a notice (see <see cref="Reply.Judge"/>), to send with HTTP status 200 and
        /// nothing around it: whether it was taken, or is to be sent again.
        /// </summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.NotFound"/>: no notice of that name, or "native-scan", whose reply is
        /// an order, or "risk".
        /// </exception>
        public static string Acknowledge(string notice, bool taken = true)
        {
            int source = Native.Source(notice, nameof(notice));
            var document = new Output(128);
            Status status;
            do
            {
                fixed (byte* room = document.Room)
                fixed (UIntPtr* length = &document.Length)
                {
                    status = Native.wxp_acknowledge(
                        source, taken ? 1 : 0, room, document.Capacity, length);
                }
            }
            while (document.Grew(status));
            return status == Status.Ok ? document.ToString() : throw new WxpException(status);
        }

        /// <summary>
        /// What to do about an error code of an operation or notice (see
        /// <see cref="Reply.Judge"/>). An unknown code where money can move is to be queried.
        /// </summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.NotFound"/>: there is no such operation or notice.
        /// </exception>
        public static Advice Advice(string endpoint, string code)
        {
            int source = Native.Source(endpoint, nameof(endpoint));
            byte[] error = Utf8.Encode(code, nameof(code));
            int action;
            int advice;
            Status status;
            fixed (byte* text = error)
            {
                status = Native.wxp_advice(
                    source, text, Native.Size(error.Length), &action, &advice);
            }
            return status == Status.Ok
                ? new Advice((AdvisedAction)action, advice)
                : throw new WxpException(status);
        }
    }
}
