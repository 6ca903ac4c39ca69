using System;
using System.Collections.Generic;

namespace Wxp
{
    /// <summary>
    /// A message that was read, and for which nobody has vouched yet. The rules of reading are
    /// strict: UTF-8, one root element, fields of text in it, and none of the rest of XML.
    /// </summary>
    public sealed unsafe class Reply
    {
        private readonly byte[] packed;
        private readonly int length;

        // A document with groups, which are read when they are asked for; else empty.
        private readonly byte[] nested;

        private Reply(byte[] packed, int length, byte[] nested)
        {
            this.packed = packed;
            this.length = length;
            this.nested = nested;
        }

        /// <summary>Reads a flat document of up to 512 fields.</summary>
        /// <exception cref="WxpException">
        /// The document is refused (40 to 59), with the offset of what is wrong in it; or
        /// <see cref="Status.TooManyFields"/>.
        /// </exception>
        public static Reply Read(string document) =>
            Read(Utf8.Encode(document, nameof(document)));

        /// <summary>As of a string, of bytes of UTF-8.</summary>
        /// <exception cref="WxpException">As of a string.</exception>
        public static Reply Read(ReadOnlySpan<byte> document)
        {
            var packed = new byte[document.Length]; // never longer than the document
            UIntPtr length, fault;
            Status status;
            fixed (byte* text = document)
            fixed (byte* room = packed)
            {
                UIntPtr size = Native.Size(document.Length);
                status = Native.wxp_xml_read_packed(text, size, room, size, &length, &fault);
            }
            if (status != Status.Ok)
            {
                throw Refused(status, fault);
            }
            return new Reply(packed, (int)length, Array.Empty<byte>());
        }

        /// <summary>
        /// Reads the fields of a nested document that are in no group, up to 128: the answers of
        /// gethbinfo, settlementquery and submchmanage.
        /// </summary>
        /// <exception cref="WxpException">As for a flat document.</exception>
        public static Reply ReadNested(string document) =>
            ReadNested(Utf8.Encode(document, nameof(document)));

        /// <summary>As of a string, of bytes of UTF-8.</summary>
        /// <exception cref="WxpException">As of a string.</exception>
        public static Reply ReadNested(ReadOnlySpan<byte> document)
        {
            var slots = new NativeField[Native.NestedMax];
            var scratch = new byte[document.Length]; // always enough
            UIntPtr count, fault;
            fixed (byte* text = document)
            fixed (byte* room = scratch)
            fixed (NativeField* fields = slots)
            {
                UIntPtr size = Native.Size(document.Length);
                Status status = Native.wxp_xml_read_nested(
                    text, size, fields, Native.Size(slots.Length), &count, room, size, &fault);
                if (status != Status.Ok)
                {
                    throw Refused(status, fault);
                }
                byte[] packed = Join(slots, count);
                return new Reply(packed, packed.Length, document.ToArray());
            }
        }

        /// <summary>
        /// Judges it: was the call taken, is it authentic, was the operation done, what became of
        /// the transaction.
        /// </summary>
        /// <param name="key">The key that the request was signed with.</param>
        /// <param name="endpoint">
        /// The operation that answered, by its path or address, or a notice, by its name:
        /// "payment", "combined-payment", "deduction", "contract", "refund", "vehicle", "rental",
        /// "risk" or "native-scan".
        /// </param>
        /// <exception cref="WxpException">
        /// <see cref="Status.NotFound"/>: there is no such operation or notice.
        /// </exception>
        public Judgment Judge(Key key, string endpoint)
        {
            Fields.Required(key);
            byte[] source = Utf8.Encode(endpoint, nameof(endpoint));
            NativeVerdict verdict;
            Status status;
            fixed (byte* name = source)
            fixed (byte* table = packed)
            {
                status = Native.wxp_judge_packed(
                    key.Live(), name, Native.Size(source.Length),
                    table, Native.Size(length), &verdict);
            }
            GC.KeepAlive(key);
            if (status != Status.Ok)
            {
                throw key.Refused(new ReadOnlySpan<byte>(packed, 0, length), status);
            }
            return new Judgment(verdict, packed, length);
        }

        /// <summary>The fields, sorted by name, for which nobody vouches.</summary>
        public IReadOnlyDictionary<string, string> Unverified() =>
            PackedTable.Sorted(packed, length);

        /// <summary>
        /// The groups of a nested document, in its order, which no signature covers; none of a
        /// flat one.
        /// </summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.TooManyFields"/>: more than 128 in one group.
        /// </exception>
        public IReadOnlyList<Record> UnverifiedRecords()
        {
            var records = new List<Record>();
            if (nested.Length == 0)
            {
                return records;
            }
            var slots = new NativeField[Native.NestedMax];
            var scratch = new byte[nested.Length];
            UIntPtr count, fault;
            NativeText name;
            fixed (byte* text = nested)
            fixed (byte* room = scratch)
            fixed (NativeField* fields = slots)
            {
                UIntPtr size = Native.Size(nested.Length);
                while (true)
                {
                    Status status = Native.wxp_xml_record(
                        text, size, Native.Size(records.Count), &name,
                        fields, Native.Size(slots.Length), &count, room, size, &fault);
                    switch (status)
                    {
                        case Status.Ok:
                            byte[] record = Join(slots, count);
                            records.Add(new Record(
                                Native.Text(name), PackedTable.Sorted(record, record.Length)));
                            break;
                        case Status.NotFound:
                            return records;
                        default:
                            throw Refused(status, fault);
                    }
                }
            }
        }

        private static byte[] Join(NativeField[] slots, UIntPtr count) =>
            PackedTable.Join(new ReadOnlySpan<NativeField>(slots, 0, (int)count));

        private static WxpException Refused(Status status, UIntPtr fault) =>
            status >= Status.NotXml && status <= Status.Encoding
                ? new WxpException(status, null, (int)fault)
                : new WxpException(status);
    }

    /// <summary>A group of fields of a nested document, for which nobody vouches.</summary>
    public sealed class Record
    {
        internal Record(string name, IReadOnlyDictionary<string, string> fields)
        {
            Name = name;
            Fields = fields;
        }

        /// <summary>The name of the group, such as hbinfo.</summary>
        public string Name { get; }

        /// <summary>Its fields, sorted by name.</summary>
        public IReadOnlyDictionary<string, string> Fields { get; }
    }
}
