using System;
using System.Runtime.InteropServices;

namespace Wxp
{
    /// <summary>
    /// What is called of libwxp, as <c>wxp.h</c> declares it. Everything is blittable, so that
    /// nothing is marshalled but keys, which are held for the call.
    /// </summary>
    internal static unsafe class Native
    {
        internal const int KeySize = 256;
        internal const int SignatureMax = 64;
        internal const int PackedMax = 512;
        internal const int EntropySize = 16;
        internal const int QuickPaySize = 12;

        /// <summary>The most fields of an unsorted table of structs.</summary>
        internal const int UnsortedMax = 255;

        private const uint AbiVersion = 1;
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

        /// <summary>Static text of the library, or null.</summary>
        internal static string Text(byte* text) => Marshal.PtrToStringAnsi((IntPtr)text);

        internal static string Text(NativeText text) =>
            text.Length == UIntPtr.Zero ? null : Utf8.Decode(text.Start, (int)text.Length);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern uint wxp_abi_version();

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern byte* wxp_version();

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern byte* wxp_status_text(Status status);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_check(
            NativeField* fields, UIntPtr count, UIntPtr* index, UIntPtr* offset);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_key_init(
            KeyHandle key, uint algorithm, byte* secret, UIntPtr secret_len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_key_init_nonstandard(
            KeyHandle key, uint algorithm, byte* secret, UIntPtr secret_len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern void wxp_key_wipe(byte* key);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_sign_packed(
            KeyHandle key, byte* packed, UIntPtr packed_len,
            byte* output, UIntPtr capacity, UIntPtr* len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_verify_packed(
            KeyHandle key, byte* packed, UIntPtr packed_len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_sign(
            KeyHandle key, NativeField* fields, UIntPtr count,
            byte* output, UIntPtr capacity, UIntPtr* len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_verify(
            KeyHandle key, NativeField* fields, UIntPtr count);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_canonical(
            NativeField* fields, UIntPtr count, byte* output, UIntPtr capacity, UIntPtr* len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_xml_write(
            KeyHandle key, NativeField* fields, UIntPtr count,
            byte* output, UIntPtr capacity, UIntPtr* len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_xml_write_packed(
            KeyHandle key, byte* packed, UIntPtr packed_len,
            byte* output, UIntPtr capacity, UIntPtr* len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_xml_read(
            byte* document, UIntPtr document_len,
            NativeField* fields, UIntPtr capacity, UIntPtr* count,
            byte* scratch, UIntPtr scratch_capacity, UIntPtr* fault);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_refund_read(
            byte* document, UIntPtr document_len,
            NativeField* fields, UIntPtr capacity, UIntPtr* count,
            byte* scratch, UIntPtr scratch_capacity, UIntPtr* fault);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_xml_read_nested(
            byte* document, UIntPtr document_len,
            NativeField* fields, UIntPtr capacity, UIntPtr* count,
            byte* scratch, UIntPtr scratch_capacity, UIntPtr* fault);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_xml_records(
            byte* document, UIntPtr document_len,
            NativeRecord* records, UIntPtr record_capacity, UIntPtr* record_count,
            NativeField* fields, UIntPtr capacity, UIntPtr* count,
            byte* scratch, UIntPtr scratch_capacity, UIntPtr* fault);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_judge(
            KeyHandle key, byte* endpoint, UIntPtr endpoint_len,
            NativeField* fields, UIntPtr count, NativeVerdict* verdict);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern byte* wxp_source_name(int source);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_expect(
            NativeVerdict* verdict, NativeField* fields, UIntPtr count,
            NativeField* expected, UIntPtr expected_count, NativeText* differs);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_payload(
            KeyHandle key, int kind, NativeField* fields, UIntPtr count,
            byte* output, UIntPtr capacity, UIntPtr* len, UIntPtr* missing);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_unconfirmed_refund(
            KeyHandle key, byte* req_info, UIntPtr req_info_len,
            byte* output, UIntPtr capacity, UIntPtr* len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_explain(
            KeyHandle key, NativeField* fields, UIntPtr count,
            byte* offered, UIntPtr offered_len, int* cause, UIntPtr* field);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern byte* wxp_cause_text(int cause);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern int wxp_body(byte* body, UIntPtr body_len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_advice(
            byte* endpoint, UIntPtr endpoint_len, byte* code, UIntPtr code_len,
            int* action_number, byte** advice);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_acknowledge(
            byte* notice, UIntPtr notice_len, int taken,
            byte* output, UIntPtr capacity, UIntPtr* len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_nonce(
            byte* entropy, UIntPtr entropy_len, byte* output, UIntPtr capacity, UIntPtr* len);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern UIntPtr wxp_endpoint_count();

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_endpoint_at(UIntPtr index, NativeEndpoint* endpoint);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_endpoint_find(
            byte* address, UIntPtr address_len, NativeEndpoint* endpoint);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_quickpay_new(byte* payment);

        [DllImport(Library, CallingConvention = C, ExactSpelling = true)]
        internal static extern Status wxp_quickpay_next(
            byte* payment, NativeTiming* timing, int event_number, NativeVerdict* verdict,
            ushort seconds, int* step, ushort* wait);
    }

    /// <summary>wxp_field</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeField
    {
        internal byte* Name;
        internal UIntPtr NameLength;
        internal byte* Value;
        internal UIntPtr ValueLength;
    }

    /// <summary>wxp_record</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeRecord
    {
        internal byte* Name;
        internal UIntPtr NameLength;
        internal NativeField* Fields;
        internal UIntPtr Count;
    }

    /// <summary>wxp_text</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeText
    {
        internal byte* Start;
        internal UIntPtr Length;
    }

    /// <summary>wxp_verdict</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeVerdict
    {
        internal byte* Advice;
        internal NativeText FaultField;
        internal int Verdict;
        internal int Outcome;
        internal int Action;
        internal Status Fault;
        internal int Ambiguous;
        internal int Source;
        internal int Order;
        internal fixed int Reserved[5];
    }

    /// <summary>wxp_endpoint</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeEndpoint
    {
        internal NativeText Path;
        internal NativeText Host;
        internal NativeText BackupHost;
        internal NativeText Purpose;
        internal int Get;
        internal int Certificate;
        internal uint Algorithms;
        internal uint DefaultAlgorithm;
        internal int SignType;
        internal int AnswerSigned;
        internal int Format;
        internal int Nonce;
        internal int Repeatable;
        internal int MovesMoney;
        internal int Deprecated;
        internal fixed int Reserved[5];
    }

    /// <summary>wxp_timing</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeTiming
    {
        internal ushort FirstQuery;
        internal ushort Spacing;
        internal ushort Total;
        internal ushort ReverseFrom;
        internal ushort ReverseSpacing;
        internal ushort Reverses;
        internal ushort Queries;
        internal ushort Reserved;
    }
}
