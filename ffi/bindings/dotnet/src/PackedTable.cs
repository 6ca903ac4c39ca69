using System;
using System.Collections.Generic;

namespace Wxp
{
    /// <summary>Looking into packed tables: name, NUL, value, NUL, and so on.</summary>
    internal static unsafe class PackedTable
    {
        internal static IEnumerable<KeyValuePair<string, string>> Pairs(byte[] packed, int length)
        {
            for (int at = 0; at < length;)
            {
                string name = Text(packed, ref at);
                yield return new KeyValuePair<string, string>(name, Text(packed, ref at));
            }
        }

        internal static IReadOnlyDictionary<string, string> Sorted(byte[] packed, int length)
        {
            var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var field in Pairs(packed, length))
            {
                fields.Add(field.Key, field.Value);
            }
            return fields;
        }

        /// <summary>The value of the field of this name, or null if there is none.</summary>
        internal static string Find(byte[] packed, int length, string name)
        {
            for (int at = 0; at < length;)
            {
                int start = at;
                int end = Skip(packed, ref at);
                int value = at;
                int valueEnd = Skip(packed, ref at);
                if (Is(name, packed, start, end))
                {
                    return Utf8.Decode(packed, value, valueEnd - value);
                }
            }
            return null;
        }

        /// <summary>The table as structs, or null if it is no packed table.</summary>
        internal static NativeField[] Split(byte* packed, int length)
        {
            var text = new ReadOnlySpan<byte>(packed, length);
            var fields = new List<NativeField>();
            for (int at = 0; at < length;)
            {
                int name = text.Slice(at).IndexOf((byte)0);
                int value = name < 0 ? -1 : text.Slice(at + name + 1).IndexOf((byte)0);
                if (value < 0)
                {
                    return null;
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
            if (fields.Count > Native.UnsortedMax)
            {
                fields.Sort(ByName);
            }
            return fields.ToArray();
        }

        /// <summary>Structs as a packed table.</summary>
        internal static byte[] Join(ReadOnlySpan<NativeField> fields)
        {
            int length = 0;
            foreach (NativeField field in fields)
            {
                length += (int)field.NameLength + (int)field.ValueLength + 2;
            }
            var packed = new byte[length];
            var rest = new Span<byte>(packed);
            foreach (NativeField field in fields)
            {
                rest = Put(field.Name, (int)field.NameLength, rest);
                rest = Put(field.Value, (int)field.ValueLength, rest);
            }
            return packed;
        }

        /// <summary>
        /// What is wrong with a table that a call refused, with the field and the place if the
        /// library can name them.
        /// </summary>
        internal static WxpException Fault(ReadOnlySpan<byte> packed, Status status)
        {
            switch (status)
            {
                case Status.FieldName:
                case Status.DuplicateField:
                case Status.Character:
                case Status.NotUtf8:
                    return Check(packed) ?? new WxpException(status);
                default:
                    return new WxpException(status);
            }
        }

        /// <summary>What is wrong with a table, or null.</summary>
        internal static WxpException Check(ReadOnlySpan<byte> packed)
        {
            fixed (byte* text = packed)
            {
                NativeField[] table = Split(text, packed.Length);
                if (table == null)
                {
                    return new WxpException(Status.Packed);
                }
                UIntPtr index, offset;
                Status status;
                fixed (NativeField* fields = table)
                {
                    UIntPtr count = Native.Size(table.Length);
                    status = Native.wxp_check(fields, count, &index, &offset);
                }
                switch (status)
                {
                    case Status.Ok:
                        return null;
                    case Status.FieldName:
                    case Status.Character:
                    case Status.NotUtf8:
                        return new WxpException(status, Name(table[(int)index]), (int)offset);
                    case Status.DuplicateField:
                        return new WxpException(status, Name(table[(int)index]));
                    default:
                        return new WxpException(status);
                }
            }
        }

        internal static string Name(NativeField field) =>
            Utf8.Decode(field.Name, (int)field.NameLength);

        private static string Text(byte[] packed, ref int at)
        {
            int start = at;
            return Utf8.Decode(packed, start, Skip(packed, ref at) - start);
        }

        // The end of the text that begins at `at`, which is then behind its NUL.
        private static int Skip(byte[] packed, ref int at)
        {
            int end = Array.IndexOf(packed, (byte)0, at);
            at = end + 1;
            return end;
        }

        // Names are ASCII.
        private static bool Is(string name, byte[] packed, int start, int end)
        {
            if (name.Length != end - start)
            {
                return false;
            }
            for (int i = 0; i < name.Length; i++)
            {
                if (packed[start + i] != name[i])
                {
                    return false;
                }
            }
            return true;
        }

        private static Span<byte> Put(byte* text, int length, Span<byte> room)
        {
            new ReadOnlySpan<byte>(text, length).CopyTo(room);
            room[length] = 0;
            return room.Slice(length + 1);
        }

        private static int ByName(NativeField a, NativeField b) =>
            new ReadOnlySpan<byte>(a.Name, (int)a.NameLength)
                .SequenceCompareTo(new ReadOnlySpan<byte>(b.Name, (int)b.NameLength));
    }
}
