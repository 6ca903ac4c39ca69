using System;
using System.Runtime.InteropServices;

namespace Wxp
{
    /// <summary>
    /// libwxp: what it declares is in Native.g.cs. Everything is blittable, so that nothing is
    /// marshalled.
    /// </summary>
    internal static unsafe partial class Native
    {
        /// <summary>The most fields of an unsorted table of structs.</summary>
        internal const int UnsortedMax = 255;

        private const string Library = "wxp";
        private const CallingConvention C = CallingConvention.Cdecl;

        static Native()
        {
            uint found = wxp_abi_version();
            if (found != AbiVersion)
            {
                throw new NotSupportedException(
                    $"the libwxp that was loaded has ABI version {found}; Wxp needs {AbiVersion}");
            }
        }

        internal static UIntPtr Size(int length) => (UIntPtr)(uint)length;

        /// <summary>The number of an operation or notice.</summary>
        internal static int Source(string name, string parameter)
        {
            byte[] text = Utf8.Encode(name, parameter);
            int source;
            Status status;
            fixed (byte* start = text)
            {
                status = wxp_source_find(start, Size(text.Length), &source);
            }
            return status == Status.Ok ? source : throw new WxpException(status);
        }

        /// <summary>Static text of the library, which is there.</summary>
        internal static string Said(byte* text) => Text(text)!;

        /// <summary>Static text of the library, or null.</summary>
        internal static string? Text(byte* text)
        {
            if (text == null)
            {
                return null;
            }
            int length = 0;
            while (text[length] != 0)
            {
                length++;
            }
            return Utf8.Decode(text, length);
        }

        internal static string? Text(NativeText text) =>
            text.Length == UIntPtr.Zero ? null : Utf8.Decode(text.Text, (int)text.Length);
    }
}
