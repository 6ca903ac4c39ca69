using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Wxp
{
    /// <summary>
    /// The fields of a message, in any order: text, which is sent as it is, and whole numbers. An
    /// empty value is an absent one. There is no way to add a fraction, since amounts are whole
    /// fen.
    /// </summary>
    /// <example>
    /// <code>var order = new Fields { { "body", "tea" }, { "total_fee", 888 } };</code>
    /// </example>
    public sealed unsafe class Fields : IEnumerable<KeyValuePair<string, string>>
    {
        // Packed: name, NUL, value, NUL, and so on.
        private byte[] text = new byte[1024];
        private int length;
        private Slot[] slots = new Slot[32];

        /// <summary>No fields yet.</summary>
        public Fields()
        {
        }

        /// <summary>A copy of fields.</summary>
        /// <exception cref="WxpException">A name or a value is refused by Add.</exception>
        public Fields(IEnumerable<KeyValuePair<string, string>> fields)
        {
            if (Required(fields) is Dictionary<string, string>)
            {
                // The usual case, which is faster without the interface.
                foreach (var field in (Dictionary<string, string>)fields)
                {
                    Add(field.Key, field.Value);
                }
                return;
            }
            foreach (var field in fields)
            {
                Add(field.Key, field.Value);
            }
        }

        /// <summary>
        /// A copy of fields whose values are strings, integers, bytes of UTF-8, or null.
        /// </summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">A name or a value is refused by Add.</exception>
        public Fields(IEnumerable<KeyValuePair<string, object>> fields)
        {
            foreach (var field in Required(fields))
            {
                AddObject(field.Key, field.Value);
            }
        }

        /// <summary>The number of fields, empty ones included.</summary>
        public int Count { get; private set; }

        /// <summary>
        /// The packed form, UTF-8 of name, NUL, value, NUL, and so on, for calls that take it. It
        /// is valid until the next Add.
        /// </summary>
        public ReadOnlySpan<byte> Packed => new ReadOnlySpan<byte>(text, 0, length);

        internal Table Table => new Table(text, slots, Count);

        /// <summary>Adds text; null is an empty one.</summary>
        /// <exception cref="WxpException">
        /// The name or the value holds NUL (<see cref="Status.FieldName"/>,
        /// <see cref="Status.Character"/>) or half of a surrogate pair
        /// (<see cref="Status.NotUtf8"/>), or there are 512 fields already
        /// (<see cref="Status.TooManyFields"/>). All else is checked when the table is used.
        /// </exception>
        public void Add(string name, string? value)
        {
            int start = Name(name);
            Finish(start, Put(start, value ?? string.Empty, name, Status.Character));
        }

        /// <summary>Adds a whole number, as its decimal digits.</summary>
        /// <exception cref="WxpException">As for text.</exception>
        public void Add(string name, long value) =>
            Add(name, value.ToString(CultureInfo.InvariantCulture));

        /// <summary>Adds text that is UTF-8 already.</summary>
        /// <exception cref="WxpException">As for text.</exception>
        public void Add(string name, ReadOnlySpan<byte> value)
        {
            int start = Name(name);
            int nul = value.IndexOf((byte)0);
            if (nul >= 0)
            {
                throw new WxpException(Status.Character, name, nul);
            }
            int end = start + value.Length;
            Reserve(end + 1);
            value.CopyTo(new Span<byte>(text, start, value.Length));
            text[end] = 0;
            Finish(start, end + 1);
        }

        /// <summary>
        /// Not to be called: it is here so that a char is not taken for the number it converts to.
        /// </summary>
        [Obsolete("a char is neither text nor a number; use a string", true)]
        public void Add(string name, char value) => Add(name, value.ToString());

        /// <summary>The fields in the order in which they were added.</summary>
        public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
        {
            for (int i = 0; i < Count; i++)
            {
                yield return Table.At(i);
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        internal static T Required<T>(T fields) where T : class =>
            Argument.Required(fields, nameof(fields));

        private void AddObject(string name, object? value)
        {
            if (value == null || value is string)
            {
                Add(name, (string?)value);
            }
            else if (value is byte[])
            {
                Add(name, new ReadOnlySpan<byte>((byte[])value));
            }
            else if (IsInteger(value))
            {
                Add(name, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
            }
            else
            {
                throw new ArgumentException(
                    $"field {name} is a {value.GetType().Name}, and can be only a string, an " +
                    "integer, bytes or null; amounts are whole fen",
                    "fields");
            }
        }

        private static bool IsInteger(object value) =>
            value is int || value is long || value is uint || value is ulong ||
            value is short || value is ushort || value is sbyte || value is byte;

        // Writes the name behind the table, to which it belongs only once its value is there too.
        private int Name(string name)
        {
            Argument.Required(name, nameof(name));
            if (Count == Native.PackedMax)
            {
                throw new WxpException(Status.TooManyFields);
            }
            return Put(length, name, name, Status.FieldName);
        }

        // Writes a text of the field, and says where it ends, its NUL included.
        private int Put(int start, string piece, string name, Status nul)
        {
            // Most text is ASCII: it is written, and looked through for NUL, in one go.
            int length = piece.Length;
            Reserve(start + length + 1);
            fixed (char* from = piece)
            fixed (byte* to = &text[start])
            {
                int i = CopyAscii(from, length, to);
                if (i == length)
                {
                    to[i] = 0;
                    return start + length + 1;
                }
            }
            return PutAny(start, piece, name, nul);
        }

        // Copies text up to NUL or what is not ASCII, and says how far that is: by four characters
        // at a time, of which a zero, less one, has high bits as well.
        private static int CopyAscii(char* from, int length, byte* to)
        {
            const ulong Ones = 0x0001_0001_0001_0001;
            const ulong HighBits = 0xFF80_FF80_FF80_FF80;
            int i = 0;
            for (; i + 4 <= length; i += 4)
            {
                ulong four = *(ulong*)(from + i);
                if (((four | (four - Ones)) & HighBits) != 0)
                {
                    break;
                }
                four |= four >> 8;
                *(uint*)(to + i) = (uint)(four & 0xFFFF) | ((uint)(four >> 16) & 0xFFFF_0000);
            }
            while (i < length && (uint)(from[i] - 1) < 0x7F)
            {
                to[i] = (byte)from[i];
                i++;
            }
            return i;
        }

        private int PutAny(int start, string piece, string name, Status nul)
        {
            int index = piece.IndexOf('\0');
            if (index >= 0)
            {
                throw new WxpException(nul, name, Utf8.LengthBefore(piece, index));
            }
            try
            {
                // No character takes more than three bytes.
                if (start + (3L * piece.Length) >= text.Length)
                {
                    Reserve(start + Utf8.Strict.GetByteCount(piece) + 1);
                }
                int end = start + Utf8.Strict.GetBytes(piece, 0, piece.Length, text, start);
                text[end] = 0;
                return end + 1;
            }
            catch (EncoderFallbackException fault)
            {
                int offset = Utf8.LengthBefore(piece, fault.Index);
                throw new WxpException(Status.NotUtf8, name, offset);
            }
        }

        private void Reserve(int needed)
        {
            if (needed > text.Length)
            {
                Array.Resize(ref text, Math.Max(needed, 2 * text.Length));
            }
        }

        // The field lies behind the table, its value from `value` on, and now belongs to it.
        private void Finish(int value, int end)
        {
            if (Count == slots.Length)
            {
                Array.Resize(ref slots, 2 * slots.Length);
            }
            slots[Count++] = new Slot
            {
                Name = length,
                NameLength = value - 1 - length,
                Value = value,
                ValueLength = end - 1 - value,
            };
            length = end;
        }
    }
}
