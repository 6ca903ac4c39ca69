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
    public sealed class Fields : IEnumerable<KeyValuePair<string, string>>
    {
        // The table as the library takes it: name, NUL, value, NUL, and so on.
        private byte[] packed = new byte[1024];
        private int length;

        /// <summary>No fields yet.</summary>
        public Fields()
        {
        }

        /// <summary>A copy of fields.</summary>
        /// <exception cref="WxpException">A name or a value is refused by Add.</exception>
        public Fields(IEnumerable<KeyValuePair<string, string>> fields)
        {
            foreach (var field in Required(fields))
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
        public ReadOnlySpan<byte> Packed => new ReadOnlySpan<byte>(packed, 0, length);

        /// <summary>Adds text; null is an empty one.</summary>
        /// <exception cref="WxpException">
        /// The name or the value holds NUL (<see cref="Status.FieldName"/>,
        /// <see cref="Status.Character"/>) or half of a surrogate pair
        /// (<see cref="Status.NotUtf8"/>), or there are 512 fields already
        /// (<see cref="Status.TooManyFields"/>). All else is checked when the table is used.
        /// </exception>
        public void Add(string name, string value)
        {
            int behind = Name(name);
            value = value ?? string.Empty;
            int nul = value.IndexOf('\0');
            if (nul >= 0)
            {
                throw new WxpException(Status.Character, name, Utf8.LengthBefore(value, nul));
            }
            Finish(Put(behind, value, name));
        }

        /// <summary>Adds a whole number, as its decimal digits.</summary>
        /// <exception cref="WxpException">As for text.</exception>
        public void Add(string name, long value) =>
            Add(name, value.ToString(CultureInfo.InvariantCulture));

        /// <summary>Adds text that is UTF-8 already.</summary>
        /// <exception cref="WxpException">As for text.</exception>
        public void Add(string name, ReadOnlySpan<byte> value)
        {
            int behind = Name(name);
            int nul = value.IndexOf((byte)0);
            if (nul >= 0)
            {
                throw new WxpException(Status.Character, name, nul);
            }
            int end = behind + value.Length;
            Reserve(end + 1);
            value.CopyTo(new Span<byte>(packed, behind, value.Length));
            packed[end] = 0;
            Finish(end + 1);
        }

        /// <summary>
        /// Not to be called: it is here so that a char is not taken for the number it converts to.
        /// </summary>
        [Obsolete("a char is neither text nor a number; use a string", true)]
        public void Add(string name, char value) => Add(name, value.ToString());

        /// <summary>The fields in the order in which they were added.</summary>
        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
            PackedTable.Pairs(packed, length).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        internal static T Required<T>(T fields) where T : class =>
            fields ?? throw new ArgumentNullException(nameof(fields));

        private void AddObject(string name, object value)
        {
            if (value == null || value is string)
            {
                Add(name, (string)value);
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
            if (name == null)
            {
                throw new ArgumentNullException(nameof(name));
            }
            if (Count == Native.PackedMax)
            {
                throw new WxpException(Status.TooManyFields);
            }
            int nul = name.IndexOf('\0');
            if (nul >= 0)
            {
                throw new WxpException(Status.FieldName, name, Utf8.LengthBefore(name, nul));
            }
            return Put(length, name, name);
        }

        private int Put(int start, string text, string name)
        {
            try
            {
                // No character takes more than three bytes; it is counted only if that is needed.
                if (start + (3L * text.Length) >= packed.Length)
                {
                    Reserve(start + Utf8.Strict.GetByteCount(text) + 1);
                }
                int end = start + Utf8.Strict.GetBytes(text, 0, text.Length, packed, start);
                packed[end] = 0;
                return end + 1;
            }
            catch (EncoderFallbackException fault)
            {
                int offset = Utf8.LengthBefore(text, fault.Index);
                throw new WxpException(Status.NotUtf8, name, offset);
            }
        }

        private void Reserve(int needed)
        {
            if (needed > packed.Length)
            {
                Array.Resize(ref packed, Math.Max(needed, 2 * packed.Length));
            }
        }

        private void Finish(int end)
        {
            length = end;
            Count++;
        }
    }
}
