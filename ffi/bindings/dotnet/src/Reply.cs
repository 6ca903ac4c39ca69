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
        // The most fields that are read without asking the library for their number first.
        private const int Usual = 64;

        private readonly Table table;

        // Of the document, with which the table's text begins, in bytes.
        private readonly int length;

        // Whether it may have groups, which are read when they are asked for.
        private readonly bool nested;

        private Reply(Table table, int length, bool nested)
        {
            this.table = table;
            this.length = length;
            this.nested = nested;
        }

        private delegate Status Reader(
            byte* document, UIntPtr size, NativeField* fields, UIntPtr capacity, UIntPtr* count,
            byte* scratch, UIntPtr room, UIntPtr* fault);

        /// <summary>Reads a flat document of up to 512 fields.</summary>
        /// <exception cref="WxpException">
        /// The document is refused (40 to 59, Root), with the offset of what is wrong in it; or
        /// <see cref="Status.TooManyFields"/>.
        /// </exception>
        public static Reply Read(string document) =>
            Keep(Utf8.Encode(document, nameof(document)));

        /// <summary>As of a string, of bytes of UTF-8.</summary>
        /// <exception cref="WxpException">As of a string.</exception>
        public static Reply Read(ReadOnlySpan<byte> document) => Keep(document.ToArray());

        /// <summary>
        /// Reads the fields of a nested document that are in no group, up to 128: the answers of
        /// gethbinfo, settlementquery and submchmanage.
        /// </summary>
        /// <exception cref="WxpException">As for a flat document.</exception>
        public static Reply ReadNested(string document) =>
            KeepNested(Utf8.Encode(document, nameof(document)));

        /// <summary>As of a string, of bytes of UTF-8.</summary>
        /// <exception cref="WxpException">As of a string.</exception>
        public static Reply ReadNested(ReadOnlySpan<byte> document) =>
            KeepNested(document.ToArray());

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
            Argument.Required(key, nameof(key));
            int source = Native.Source(endpoint, nameof(endpoint));
            using KeyHandle.Held held = key.Hold();
            NativeField* places = stackalloc NativeField[table.Count];
            fixed (byte* text = table.Text)
            {
                NativeVerdict verdict;
                table.Place(text, places);
                Status status = Native.wxp_judge(
                    held.Memory, source, places, Native.Size(table.Count), &verdict);
                // The verdict can point into the text, which has to lie fast meanwhile.
                return status == Status.Ok
                    ? new Judgment(verdict, table)
                    : throw table.Refused(status);
            }
        }

        /// <summary>The fields, sorted by name, not verified.</summary>
        public IReadOnlyDictionary<string, string> Unverified() => table.Sorted();

        /// <summary>
        /// The groups of a nested document, in its order, which no signature covers; none of a
        /// flat one.
        /// </summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.TooManyFields"/>: more than 128 in one group.
        /// </exception>
        public IReadOnlyList<FieldGroup> UnverifiedRecords()
        {
            if (!nested)
            {
                return new FieldGroup[0];
            }
            UIntPtr found, count, more;
            Status status;
            fixed (byte* start = table.Text)
            {
                status = Native.wxp_xml_records(
                    start, Native.Size(length), null, UIntPtr.Zero, &found,
                    null, UIntPtr.Zero, &count, null, UIntPtr.Zero, &more);
            }
            switch (status)
            {
                case Status.Ok:
                    return new FieldGroup[0];
                case Status.Space:
                    return TakeRecords((int)found, (int)count, (int)more);
                default:
                    throw Refused(table.Text, length, status, more);
            }
        }

        // Reads the records, now that it is known how many they are, and how many fields and bytes
        // they take; see TakeAll.
        private FieldGroup[] TakeRecords(int found, int count, int more)
        {
            byte[] all = WithRoom(table.Text, length, more);
            var rows = new NativeRecord[found];
            var places = new NativeField[count];
            UIntPtr rowCount, fieldCount, fault;
            fixed (byte* start = all)
            fixed (NativeRecord* records = rows)
            fixed (NativeField* fields = places)
            {
                Status status = Native.wxp_xml_records(
                    start, Native.Size(length), records, Native.Size(found), &rowCount,
                    fields, Native.Size(count), &fieldCount,
                    start + length, Native.Size(more), &fault);
                if (status != Status.Ok)
                {
                    throw Refused(all, length, status, fault);
                }
                var taken = new FieldGroup[found];
                for (int i = 0; i < found; i++)
                {
                    NativeRecord row = records[i];
                    var fieldsOf = Slots(start, row.Fields, (int)row.Count);
                    taken[i] = new FieldGroup(
                        Utf8.Decode(row.Name, (int)row.NameLength),
                        new Table(all, fieldsOf, fieldsOf.Length).Sorted());
                }
                return taken;
            }
        }

        /// <summary>The sealed part of a refund notice, once opened.</summary>
        internal static Reply Opened(ReadOnlySpan<byte> document) =>
            new Reply(
                Take(document.ToArray(), Native.wxp_refund_read), document.Length, false);

        private static Reply Keep(byte[] document) =>
            new Reply(Take(document, Native.wxp_xml_read), document.Length, false);

        private static Reply KeepNested(byte[] document) =>
            new Reply(Take(document, Native.wxp_xml_read_nested), document.Length, true);

        // Reads the fields of a document.
        private static Table Take(byte[] document, Reader read)
        {
            NativeField* places = stackalloc NativeField[Usual];
            UIntPtr count, more;
            Status status;
            fixed (byte* start = document)
            {
                status = read(
                    start, Native.Size(document.Length), places, Native.Size(Usual), &count,
                    null, UIntPtr.Zero, &more);
                if (status == Status.Ok)
                {
                    return new Table(document, Slots(start, places, (int)count), (int)count);
                }
            }
            return status == Status.Space
                ? TakeAll(document, read, (int)count, (int)more)
                : throw Refused(document, document.Length, status, more);
        }

        // As Take, now that it is known how many fields there are, and how many bytes the values
        // take that do not stand in the document as they are: these lie behind it.
        private static Table TakeAll(byte[] document, Reader read, int count, int more)
        {
            if (count > Native.PackedMax)
            {
                throw new WxpException(Status.TooManyFields);
            }
            byte[] all = WithRoom(document, document.Length, more);
            var places = new NativeField[count];
            UIntPtr found, fault;
            fixed (byte* start = all)
            fixed (NativeField* fields = places)
            {
                Status status = read(
                    start, Native.Size(document.Length), fields, Native.Size(count), &found,
                    start + document.Length, Native.Size(more), &fault);
                if (status != Status.Ok)
                {
                    throw Refused(document, document.Length, status, fault);
                }
                return new Table(all, Slots(start, fields, count), count);
            }
        }

        // The document that a text begins with, and room behind it.
        private static byte[] WithRoom(byte[] text, int length, int more)
        {
            var all = new byte[length + more];
            Array.Copy(text, all, length);
            return all;
        }

        private static Slot[] Slots(byte* text, NativeField* fields, int count)
        {
            var slots = new Slot[count];
            for (int i = 0; i < count; i++)
            {
                NativeField field = fields[i];
                slots[i] = new Slot
                {
                    Name = (int)(field.Name - text),
                    NameLength = (int)field.NameLength,
                    // An empty value may lie anywhere.
                    Value = field.ValueLength == UIntPtr.Zero ? 0 : (int)(field.Value - text),
                    ValueLength = (int)field.ValueLength,
                };
            }
            return slots;
        }

        // The document is what the text begins with.
        private static WxpException Refused(byte[] text, int length, Status status, UIntPtr fault)
        {
            if ((status < Status.NotXml || status > Status.Encoding) && status != Status.Root)
            {
                return new WxpException(status);
            }
            fixed (byte* start = text)
            {
                return WxpException.OfDocument(status, start, length, (int)fault);
            }
        }
    }

    /// <summary>A group of fields of a nested document, not verified.</summary>
    public sealed class FieldGroup
    {
        internal FieldGroup(string name, IReadOnlyDictionary<string, string> fields)
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
