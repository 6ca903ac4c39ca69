using System;
using System.Runtime.CompilerServices;
using System.Text;

namespace Wxp
{
    /// <summary>Between .NET's text and UTF-8, refusing what has no UTF-8.</summary>
    internal static unsafe class Utf8
    {
        internal static readonly Encoding Strict = new UTF8Encoding(false, true);

        /// <summary>The UTF-8 of an argument that is no field.</summary>
        internal static byte[] Encode(string text, string argument)
        {
            try
            {
                return Strict.GetBytes(Argument.Required(text, argument));
            }
            catch (EncoderFallbackException fault)
            {
                throw new WxpException(Status.NotUtf8, null, LengthBefore(text, fault.Index));
            }
        }

        /// <summary>Writes the UTF-8 of a secret, of which nothing stays elsewhere.</summary>
        internal static int EncodeSecret(string secret, Span<byte> room)
        {
            try
            {
                fixed (char* text = secret)
                fixed (byte* bytes = room)
                {
                    return Strict.GetBytes(text, secret.Length, bytes, room.Length);
                }
            }
            catch (EncoderFallbackException)
            {
                throw new WxpException(Status.NotUtf8);
            }
        }

        /// <summary>How long the text before a place is in UTF-8, in bytes.</summary>
        internal static int LengthBefore(string text, int index) =>
            Strict.GetByteCount(text.Substring(0, index));

        internal static string Decode(byte[] text, int start, int length) =>
            Encoding.UTF8.GetString(text, start, length);

        internal static string Decode(byte* text, int length) =>
            length == 0 ? string.Empty : Encoding.UTF8.GetString(text, length);

        /// <summary>Overwrites a secret; not inlined, so that it is not optimised away.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
        internal static void Wipe(Span<byte> secret) => secret.Clear();
    }
}
