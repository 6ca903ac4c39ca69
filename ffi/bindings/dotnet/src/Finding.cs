using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Wxp
{
    /// <summary>One thing that is wrong, or doubtful, with a request.</summary>
    public sealed unsafe class Finding
    {
        // The numbers in wxp_finding that only the library reads.
        private const int DetailCount = 5;

        // More findings than most requests have.
        private const int Usual = 16;

        private readonly ushort[] details = new ushort[DetailCount];

        private Finding(NativeFinding* found)
        {
            Kind = (FindingKind)found->Kind;
            IsCertain = found->Certain != 0;
            Field = Utf8.Decode(found->Field.Text, (int)found->Field.Length);
            // A missing field has an index that no table has.
            Index = (ulong)found->Index < Native.PackedMax ? (int)found->Index : default(int?);
            Offset = (int)found->Offset;
            Limit = found->Limit == UIntPtr.Zero ? default(int?) : (int)found->Limit;
            Meant = Native.Text(found->Meant);
            Alternatives = Names(found->Others0, found->Others1, found->Others2);
            Because = Native.Text(found->Because);
            BecauseValue = Native.Text(found->BecauseValue);
            for (int i = 0; i < DetailCount; i++)
            {
                details[i] = found->Details[i];
            }
        }

        /// <summary>What is wrong.</summary>
        public FindingKind Kind { get; }

        /// <summary>
        /// Whether the gateway is known to refuse such a request; otherwise it is only not
        /// documented that it takes it.
        /// </summary>
        public bool IsCertain { get; }

        /// <summary>The name of the field.</summary>
        public string Field { get; }

        /// <summary>Which of the fields it is, from 0; null if it is missing.</summary>
        public int? Index { get; }

        /// <summary>
        /// The first byte of the value, in UTF-8, that cannot stand there; 0 where it is the whole
        /// value.
        /// </summary>
        public int Offset { get; }

        /// <summary>The most characters that the value may have, if it has more; else null.</summary>
        public int? Limit { get; }

        /// <summary>
        /// The name that was probably meant by one that the operation does not have, or null.
        /// </summary>
        public string? Meant { get; }

        /// <summary>The fields any of which would do in place of a missing one.</summary>
        public IReadOnlyList<string> Alternatives { get; }

        /// <summary>The field that makes a missing one necessary, or null.</summary>
        public string? Because { get; }

        /// <summary>The value of <see cref="Because"/> that does; null for any value.</summary>
        public string? BecauseValue { get; }

        /// <summary>What is found, as one sentence in <see cref="Texts.Language"/>.</summary>
        public string Text => TextIn(Texts.Current);

        /// <summary>The <see cref="Text"/> in this language.</summary>
        public string TextIn(Language language)
        {
            int number = Texts.Number(language);
            byte[] name = Utf8.Encode(Field, nameof(Field));
            var said = new Output(256);
            Status status;
            fixed (byte* field = name)
            {
                var finding = default(NativeFinding);
                finding.Kind = (int)Kind;
                finding.Offset = Native.Size(Offset);
                finding.Field.Text = field;
                finding.Field.Length = Native.Size(name.Length);
                for (int i = 0; i < DetailCount; i++)
                {
                    finding.Details[i] = details[i];
                }
                do
                {
                    fixed (byte* room = said.Room)
                    fixed (UIntPtr* length = &said.Length)
                    {
                        status = Native.wxp_finding_text(
                            &finding, number, room, said.Capacity, length);
                    }
                }
                while (said.Grew(status));
            }
            return status == Status.Ok ? said.ToString() : throw new WxpException(status);
        }

        /// <summary>The <see cref="Text"/>.</summary>
        public override string ToString() => Text;

        /// <summary>What is found in a request of an operation.</summary>
        internal static IReadOnlyList<Finding> Of(
            ReadOnlySpan<byte> table, string operation, Algorithm algorithm)
        {
            int source = Native.Source(operation, nameof(operation));
            NativeFinding[] findings;
            UIntPtr count = Native.Size(Usual);
            Status status;
            fixed (byte* packed = &MemoryMarshal.GetReference(table))
            {
                do
                {
                    findings = new NativeFinding[(int)count];
                    fixed (NativeFinding* room = findings)
                    {
                        status = Native.wxp_check_request_packed(
                            source, (uint)algorithm, packed, Native.Size(table.Length),
                            room, Native.Size(findings.Length), &count);
                    }
                }
                while (status == Status.Space);
                if (status != Status.Ok)
                {
                    throw Table.Refused(table, status);
                }
                var list = new Finding[(int)count];
                fixed (NativeFinding* found = findings)
                {
                    for (int i = 0; i < list.Length; i++)
                    {
                        // Names point into the packed table.
                        list[i] = new Finding(&found[i]);
                    }
                }
                return Array.AsReadOnly(list);
            }
        }

        private static IReadOnlyList<string> Names(params NativeText[] texts)
        {
            var names = new List<string>();
            foreach (NativeText text in texts)
            {
                if (text.Length != UIntPtr.Zero)
                {
                    names.Add(Native.Text(text)!);
                }
            }
            return names.AsReadOnly();
        }
    }

    /// <summary>
    /// A request that the gateway would refuse, and that was not written. The message has a line
    /// for each finding that is certain.
    /// </summary>
    public sealed class WrongRequestException : Exception
    {
        internal WrongRequestException(IReadOnlyList<Finding> findings)
            : base(Say(findings, Texts.Current))
        {
            Findings = findings;
        }

        /// <summary>All of them, the doubtful ones, too.</summary>
        public IReadOnlyList<Finding> Findings { get; }

        internal static void ThrowIf(IReadOnlyList<Finding> findings)
        {
            foreach (Finding finding in findings)
            {
                if (finding.IsCertain)
                {
                    throw new WrongRequestException(findings);
                }
            }
        }

        /// <summary>
        /// The message in this language; <see cref="Exception.Message"/> is in the one that
        /// <see cref="Texts.Language"/> was when the exception was made.
        /// </summary>
        public string MessageIn(Language language) => Say(Findings, language);

        private static string Say(IReadOnlyList<Finding> findings, Language language)
        {
            var lines = new List<string>();
            foreach (Finding finding in findings)
            {
                if (finding.IsCertain)
                {
                    lines.Add(finding.TextIn(language));
                }
            }
            return string.Join("\n", lines);
        }
    }
}
