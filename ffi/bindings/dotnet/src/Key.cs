using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Wxp
{
    /// <summary>
    /// A secret prepared for one algorithm. It lies outside of the garbage collector's memory, so
    /// that no copies of it are left behind, and is wiped by Dispose. Threads can share it.
    /// </summary>
    [DebuggerDisplay("{Algorithm}")]
    public sealed unsafe partial class Key : IDisposable
    {
        /// <summary>The longest signature, in bytes: 32 with MD5, 64 with HMAC-SHA256.</summary>
        public const int SignatureMax = Native.SignatureMax;

        // The longest secret that the library takes, in bytes.
        private const int SecretMax = 64;

        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        private readonly KeyHandle key;

        // A handle that calls still hold takes new ones; this refuses them.
        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        private volatile bool disposed;

        /// <summary>
        /// Prepares an API key: the 32 ASCII letters and digits that are set on the merchant
        /// platform, not the APIv3 key, the app secret or the certificate's private key.
        /// </summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.SecretLength"/> or <see cref="Status.SecretCharacter"/>
        /// </exception>
        public Key(Algorithm algorithm, string secret)
            : this(algorithm, secret, true)
        {
        }

        /// <summary>
        /// As with a string, of bytes: which the caller can wipe, as a string cannot be.
        /// </summary>
        /// <exception cref="WxpException">As with a string.</exception>
        public Key(Algorithm algorithm, ReadOnlySpan<byte> secret)
            : this(algorithm, secret, true)
        {
        }

        private Key(Algorithm algorithm, string secret, bool standard)
        {
            Algorithm = algorithm;
            if (Argument.Required(secret, nameof(secret)).Length > SecretMax)
            {
                throw new WxpException(Status.SecretLength);
            }
            Span<byte> bytes = stackalloc byte[3 * SecretMax];
            try
            {
                ReadOnlySpan<byte> text = bytes.Slice(0, Utf8.EncodeSecret(secret, bytes));
                key = new KeyHandle(standard, algorithm, text);
            }
            finally
            {
                Utf8.Wipe(bytes);
            }
        }

        private Key(Algorithm algorithm, ReadOnlySpan<byte> secret, bool standard)
        {
            Algorithm = algorithm;
            key = new KeyHandle(standard, algorithm, secret);
        }

        /// <summary>The algorithm that the key is for.</summary>
        public Algorithm Algorithm { get; }

        /// <summary>Prepares another secret of 1 to 64 bytes, such as a simulator's.</summary>
        /// <exception cref="WxpException"><see cref="Status.SecretLength"/></exception>
        public static Key Nonstandard(Algorithm algorithm, string secret) =>
            new Key(algorithm, secret, false);

        /// <summary>Prepares another secret of 1 to 64 bytes, such as a simulator's.</summary>
        /// <exception cref="WxpException"><see cref="Status.SecretLength"/></exception>
        public static Key Nonstandard(Algorithm algorithm, ReadOnlySpan<byte> secret) =>
            new Key(algorithm, secret, false);

        /// <summary>
        /// Wipes the key, at the end of the last call that another thread is making with it. It
        /// cannot be used any more.
        /// </summary>
        public void Dispose()
        {
            disposed = true;
            key.Dispose();
        }

        /// <summary>The algorithm, and nothing of the secret.</summary>
        public override string ToString() => $"{nameof(Key)} ({Algorithm})";

        /// <summary>
        /// Signs fields, in upper-case hexadecimal digits. Empty values and the field sign take no
        /// part.
        /// </summary>
        /// <exception cref="WxpException">A field is refused.</exception>
        public string Sign(Fields fields)
        {
            Table table = Fields.Required(fields).Table;
            using KeyHandle.Held held = Hold();
            NativeField* places = stackalloc NativeField[table.Count];
            byte* signature = stackalloc byte[SignatureMax];
            UIntPtr length;
            Status status;
            fixed (byte* text = table.Text)
            {
                table.Place(text, places);
                status = Native.wxp_sign(
                    held.Memory, places, Native.Size(table.Count),
                    signature, Native.Size(SignatureMax), &length);
            }
            return status == Status.Ok
                ? Utf8.Decode(signature, (int)length)
                : throw table.Refused(status);
        }

        /// <summary>As of <see cref="Fields"/>.</summary>
        /// <exception cref="WxpException">A field is refused.</exception>
        public string Sign(IEnumerable<KeyValuePair<string, string>> fields) =>
            Sign(new Fields(fields));

        /// <summary>As of <see cref="Fields"/>; values are strings, integers or null.</summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">A field is refused.</exception>
        public string Sign(IEnumerable<KeyValuePair<string, object>> fields) =>
            Sign(new Fields(fields));

        /// <summary>
        /// Verifies the field sign against all the others. What an authentic message means,
        /// <see cref="Reply.Judge"/> tells.
        /// </summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.Unsigned"/>, <see cref="Status.AlgorithmMismatch"/> or
        /// <see cref="Status.SignatureMismatch"/>, or a field is refused.
        /// </exception>
        public void Verify(Fields fields)
        {
            Table table = Fields.Required(fields).Table;
            using KeyHandle.Held held = Hold();
            NativeField* places = stackalloc NativeField[table.Count];
            Status status;
            fixed (byte* text = table.Text)
            {
                table.Place(text, places);
                status = Native.wxp_verify(held.Memory, places, Native.Size(table.Count));
            }
            if (status != Status.Ok)
            {
                throw table.Refused(status);
            }
        }

        /// <summary>As of <see cref="Fields"/>.</summary>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public void Verify(IEnumerable<KeyValuePair<string, string>> fields) =>
            Verify(new Fields(fields));

        /// <summary>As of <see cref="Fields"/>; values are strings, integers or null.</summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public void Verify(IEnumerable<KeyValuePair<string, object>> fields) =>
            Verify(new Fields(fields));

        /// <summary>
        /// What is wrong or doubtful with a request of the operation at this path, signed with
        /// this key: the findings about fields in their order, and then what is missing. The field
        /// sign is not needed.
        /// </summary>
        /// <exception cref="WxpException">
        /// A field is refused, or there is no such operation (<see cref="Status.NotFound"/>).
        /// </exception>
        public IReadOnlyList<Finding> Check(Fields fields, string operation)
        {
            using KeyHandle.Held held = Hold();
            return Protocol.Check(fields, operation, Algorithm);
        }

        /// <summary>As of <see cref="Fields"/>.</summary>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public IReadOnlyList<Finding> Check(
            IEnumerable<KeyValuePair<string, string>> fields, string operation) =>
            Check(new Fields(fields), operation);

        /// <summary>As of <see cref="Fields"/>; values are strings, integers or null.</summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public IReadOnlyList<Finding> Check(
            IEnumerable<KeyValuePair<string, object>> fields, string operation) =>
            Check(new Fields(fields), operation);

        /// <summary>
        /// Signs fields and writes the document to send. If the path of an operation is given, a
        /// request that it would certainly refuse is not written.
        /// </summary>
        /// <exception cref="WxpException">A field is refused.</exception>
        /// <exception cref="WrongRequestException">
        /// The operation would refuse the request: see <see cref="Check(Fields, string)"/>.
        /// </exception>
        public string Write(Fields fields, string? operation = null)
        {
            if (operation != null)
            {
                WrongRequestException.ThrowIf(Check(fields, operation));
            }
            Table table = Fields.Required(fields).Table;
            using KeyHandle.Held held = Hold();
            NativeField* places = stackalloc NativeField[table.Count];
            // Names stand there twice, and a few values are escaped.
            var document = new Output((2 * table.Text.Length) + 128);
            Status status;
            fixed (byte* text = table.Text)
            {
                table.Place(text, places);
                do
                {
                    fixed (byte* room = document.Room)
                    fixed (UIntPtr* length = &document.Length)
                    {
                        status = Native.wxp_xml_write(
                            held.Memory, places, Native.Size(table.Count),
                            room, document.Capacity, length);
                    }
                }
                while (document.Grew(status));
            }
            return status == Status.Ok ? document.ToString() : throw table.Refused(status);
        }

        /// <summary>As of <see cref="Fields"/>.</summary>
        /// <exception cref="WxpException">A field is refused.</exception>
        /// <exception cref="WrongRequestException">As of <see cref="Fields"/>.</exception>
        public string Write(
            IEnumerable<KeyValuePair<string, string>> fields, string? operation = null) =>
            Write(new Fields(fields), operation);

        /// <summary>As of <see cref="Fields"/>; values are strings, integers or null.</summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">A field is refused.</exception>
        /// <exception cref="WrongRequestException">As of <see cref="Fields"/>.</exception>
        public string Write(
            IEnumerable<KeyValuePair<string, object>> fields, string? operation = null) =>
            Write(new Fields(fields), operation);

        /// <summary>
        /// Makes what the customer's side takes, finished and signed: JSON, an address or a
        /// document, by its kind. Make it on the server, so that the key stays there, and with the
        /// algorithm of the order.
        /// </summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.Missing"/> with the field that the kind needs,
        /// <see cref="Status.AlgorithmMismatch"/> for a key that it does not take, or a field is
        /// refused.
        /// </exception>
        public string Payload(Payload kind, Fields fields)
        {
            Table table = Fields.Required(fields).Table;
            using KeyHandle.Held held = Hold();
            NativeField* places = stackalloc NativeField[table.Count];
            var payload = new Output(1024);
            NativeText missing;
            Status status;
            fixed (byte* text = table.Text)
            {
                table.Place(text, places);
                do
                {
                    fixed (byte* room = payload.Room)
                    fixed (UIntPtr* length = &payload.Length)
                    {
                        status = Native.wxp_payload(
                            held.Memory, (int)kind, places, Native.Size(table.Count),
                            room, payload.Capacity, length, &missing);
                    }
                }
                while (payload.Grew(status));
            }
            switch (status)
            {
                case Status.Ok:
                    return payload.ToString();
                case Status.Missing:
                    throw new WxpException(status, Native.Text(missing));
                default:
                    throw table.Refused(status);
            }
        }

        /// <summary>As of <see cref="Fields"/>.</summary>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public string Payload(Payload kind, IEnumerable<KeyValuePair<string, string>> fields) =>
            Payload(kind, new Fields(fields));

        /// <summary>As of <see cref="Fields"/>; values are strings, integers or null.</summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public string Payload(Payload kind, IEnumerable<KeyValuePair<string, object>> fields) =>
            Payload(kind, new Fields(fields));

        /// <summary>
        /// Opens the field req_info of a refund notice and reads the document inside. Nobody
        /// vouches for what is in it: look the refund up by its number, and confirm it with
        /// /pay/refundquery before money or goods depend on it.
        /// </summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.Sealed"/>, or the document inside is refused.
        /// </exception>
        public IReadOnlyDictionary<string, string> UnconfirmedRefund(string reqInfo)
        {
            byte[] text = Utf8.Encode(reqInfo, nameof(reqInfo));
            using KeyHandle.Held held = Hold();
            var document = new Output(text.Length);
            Status status;
            do
            {
                fixed (byte* sealed_part = text)
                fixed (byte* room = document.Room)
                fixed (UIntPtr* length = &document.Length)
                {
                    status = Native.wxp_unconfirmed_refund(
                        held.Memory, sealed_part, Native.Size(text.Length),
                        room, document.Capacity, length);
                }
            }
            while (document.Grew(status));
            if (status != Status.Ok)
            {
                throw default(Table).Refused(status);
            }
            return Reply.Opened(document.Written).Unverified();
        }

        /// <summary>The library's key, for one call.</summary>
        /// <exception cref="ObjectDisposedException">It has been wiped.</exception>
        internal KeyHandle.Held Hold() => disposed
            ? throw new ObjectDisposedException(nameof(Key))
            : new KeyHandle.Held(key);
    }
}
