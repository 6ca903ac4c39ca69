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
        /// The document is refused (40 to 59), with the offset of what is wrong in it; or
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
            byte[] source = Utf8.Encode(endpoint, nameof(endpoint));
            NativeField* places = stackalloc NativeField[table.Count];
            NativeVerdict verdict;
            Status status;
            fixed (byte* name = source)
            fixed (byte* text = table.Text)
            {
                table.Place(text, places);
                status = Native.wxp_judge(
                    key.Live(), name, Native.Size(source.Length),
                    places, Native.Size(table.Count), &verdict);
            }
            GC.KeepAlive(key);
            return status == Status.Ok
                ? new Judgment(verdict, table)
                : throw key.Refused(table, status);
        }

        /// <summary>The fields, sorted by name, for which nobody vouches.</summary>
        public IReadOnlyDictionary<string, string> Unverified() => table.Sorted();

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
            if (!nested)
            {
                return records;
            }
            string name = null;
            Reader next = (document, size, fields, capacity, count, scratch, room, fault) =>
            {
                NativeText title;
                Status status = Native.wxp_xml_record(
                    document, size, Native.Size(records.Count), &title,
                    fields, capacity, count, scratch, room, fault);
                name = status == Status.Ok ? Native.Text(title) : null;
                return status;
            };
            while (TryTake(table.Text, length, next, out Table record))
            {
                records.Add(new Record(name, record.Sorted()));
            }
            return records;
        }

        private static Reply Keep(byte[] document)
        {
            TryTake(document, document.Length, Native.wxp_xml_read, out Table table);
            return new Reply(table, document.Length, false);
        }

        private static Reply KeepNested(byte[] document)
        {
            TryTake(document, document.Length, Native.wxp_xml_read_nested, out Table table);
            return new Reply(table, document.Length, true);
        }

        // Reads fields of the document that the text begins with; false if there is no such record.
        private static bool TryTake(byte[] text, int length, Reader read, out Table table)
        {
            NativeField* places = stackalloc NativeField[Usual];
            UIntPtr count, more;
            Status status;
            fixed (byte* start = text)
            {
                UIntPtr size = Native.Size(length);
                UIntPtr capacity = Native.Size(Usual);
                status = read(start, size, places, capacity, &count, null, UIntPtr.Zero, &more);
                if (status == Status.Ok)
                {
                    table = new Table(text, Slots(start, places, (int)count), (int)count);
                    return true;
                }
            }
            if (status == Status.Space)
            {
                table = TakeAll(text, length, read, (int)count, (int)more);
                return true;
            }
            table = default(Table);
            return status == Status.NotFound ? false : throw Refused(status, more);
        }

        // As TryTake, now that it is known how many fields there are, and how many bytes the values
        // take that do not stand in the document as they are: these lie behind it.
        private static Table TakeAll(byte[] text, int length, Reader read, int count, int more)
        {
            if (count > Native.PackedMax)
            {
                throw new WxpException(Status.TooManyFields);
            }
            var all = new byte[length + more];
            Array.Copy(text, all, length);
            var places = new NativeField[count];
            UIntPtr found, fault;
            fixed (byte* start = all)
            fixed (NativeField* fields = places)
            {
                Status status = read(
                    start, Native.Size(length), fields, Native.Size(count), &found,
                    start + length, Native.Size(more), &fault);
                if (status != Status.Ok)
                {
                    throw Refused(status, fault);
                }
                return new Table(all, Slots(start, fields, count), count);
            }
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
