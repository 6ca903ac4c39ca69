using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Wxp
{
    /// <summary>Where a field lies in a table's text, in bytes.</summary>
    internal struct Slot
    {
        internal int Name;
        internal int NameLength;
        internal int Value;
        internal int ValueLength;
    }

    /// <summary>
    /// Fields that lie in one text. The library takes them by pointers, which are made for each
    /// call, since the garbage collector moves the text between calls.
    /// </summary>
    internal readonly unsafe struct Table
    {
        internal readonly byte[] Text;
        internal readonly int Count;
        private readonly Slot[] slots;

        internal Table(byte[] text, Slot[] slots, int count)
        {
            Text = text;
            Count = count;
            this.slots = slots;
        }

        /// <summary>
        /// Points at the fields, as many as Count, of a text that is held fast; sorted if they are
        /// too many for the library to sort.
        /// </summary>
        internal void Place(byte* text, NativeField* fields)
        {
            for (int i = 0; i < Count; i++)
            {
                Slot slot = slots[i];
                fields[i].Name = text + slot.Name;
                fields[i].NameLength = Native.Size(slot.NameLength);
                fields[i].Value = text + slot.Value;
                fields[i].ValueLength = Native.Size(slot.ValueLength);
            }
            if (Count > Native.UnsortedMax)
            {
                Sort(fields, Count);
            }
        }

        /// <summary>The value of the field of this name, or null if there is none.</summary>
        internal string? Find(string name)
        {
            for (int i = 0; i < Count; i++)
            {
                if (Is(name, slots[i]))
                {
                    return Utf8.Decode(Text, slots[i].Value, slots[i].ValueLength);
                }
            }
            return null;
        }

        internal KeyValuePair<string, string> At(int index)
        {
            Slot slot = slots[index];
            return new KeyValuePair<string, string>(
                Utf8.Decode(Text, slot.Name, slot.NameLength),
                Utf8.Decode(Text, slot.Value, slot.ValueLength));
        }

        /// <summary>The fields sorted by name; no name comes twice.</summary>
        internal IReadOnlyDictionary<string, string> Sorted()
        {
            var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < Count; i++)
            {
                KeyValuePair<string, string> field = At(i);
                fields.Add(field.Key, field.Value);
            }
            return fields;
        }

        /// <summary>Why the library refused the table with this status.</summary>
        internal WxpException Refused(Status status)
        {
            NativeField* fields = stackalloc NativeField[Count];
            fixed (byte* text = Text)
            {
                Place(text, fields);
                return Refused(fields, Count, status);
            }
        }

        /// <summary>As of a table, of a packed one.</summary>
        internal static WxpException Refused(ReadOnlySpan<byte> packed, Status status)
        {
            fixed (byte* text = &MemoryMarshal.GetReference(packed))
            {
                NativeField[] table = Split(text, packed.Length);
                fixed (NativeField* fields = table)
                {
                    return Refused(fields, table.Length, status);
                }
            }
        }

        /// <summary>What is wrong with fields that lie fast, or null.</summary>
        internal static WxpException? Check(NativeField* fields, int count)
        {
            UIntPtr index, offset;
            Status status = Native.wxp_check(fields, Native.Size(count), &index, &offset);
            switch (status)
            {
                case Status.Ok:
                    return null;
                case Status.FieldName:
                case Status.Character:
                    return new WxpException(status, Name(fields[(int)index]), (int)offset);
                case Status.NotUtf8:
                case Status.DuplicateField:
                    // The library names no place.
                    return new WxpException(status, Name(fields[(int)index]));
                case Status.TooManyFields:
                    return Twice(fields, count) ?? new WxpException(status);
                default:
                    return new WxpException(status);
            }
        }

        internal static string Name(NativeField field) =>
            Utf8.Decode(field.Name, (int)field.NameLength);

        // Of many fields, the library says of one that comes twice that they are not sorted.
        private static WxpException? Twice(NativeField* fields, int count)
        {
            for (int i = 1; i < count; i++)
            {
                if (ByName(fields[i - 1], fields[i]) == 0)
                {
                    return new WxpException(Status.DuplicateField, Name(fields[i]));
                }
            }
            return null;
        }

        private static WxpException Refused(NativeField* fields, int count, Status status)
        {
            switch (status)
            {
                case Status.FieldName:
                case Status.DuplicateField:
                case Status.TooManyFields:
                case Status.Character:
                case Status.NotUtf8:
                    return Check(fields, count) ?? new WxpException(status);
                default:
                    return new WxpException(status);
            }
        }

        // The fields of a packed table, which ends with NUL, up to where it is none.
        private static NativeField[] Split(byte* packed, int length)
        {
            var text = new ReadOnlySpan<byte>(packed, length);
            var fields = new List<NativeField>();
            for (int at = 0; at < length;)
            {
                int name = text.Slice(at).IndexOf((byte)0);
                int value = name < 0 ? -1 : text.Slice(at + name + 1).IndexOf((byte)0);
                if (value < 0)
                {
                    break;
                }
                fields.Add(new NativeField
                {
                    Name = packed + at,
                    NameLength = Native.Size(name),
                    Value = packed + at + name + 1,
                    ValueLength = Native.Size(value),
                });
                at += name + value + 2;
            }
            NativeField[] table = fields.ToArray();
            if (table.Length > Native.UnsortedMax)
            {
                Array.Sort(table, ByName);
            }
            return table;
        }

        private static void Sort(NativeField* fields, int count)
        {
            NativeField[] table = new ReadOnlySpan<NativeField>(fields, count).ToArray();
            Array.Sort(table, ByName);
            table.CopyTo(new Span<NativeField>(fields, count));
        }

        private static int ByName(NativeField a, NativeField b) =>
            new ReadOnlySpan<byte>(a.Name, (int)a.NameLength)
                .SequenceCompareTo(new ReadOnlySpan<byte>(b.Name, (int)b.NameLength));

        // Names are ASCII.
        private bool Is(string name, Slot slot)
        {
            if (name.Length != slot.NameLength)
            {
                return false;
            }
            for (int i = 0; i < name.Length; i++)
            {
                if (Text[slot.Name + i] != name[i])
                {
                    return false;
                }
            }
            return true;
        }
    }
}
