using System;
using System.Runtime.InteropServices;

namespace Wxp
{
    /// <content>What a text is that came in place of a message, or that somebody has in hand.</content>
    public static unsafe partial class Protocol
    {
        // More fields than most lists have, and the most that the library reads of one.
        private const int ListMax = 128;

        /// <summary>What the body of an answer is, or another text, by its look.</summary>
        public static BodyKind Body(ReadOnlySpan<byte> body)
        {
            fixed (byte* text = &MemoryMarshal.GetReference(body))
            {
                return (BodyKind)Native.wxp_body(text, Native.Size(body.Length));
            }
        }

        /// <summary>
        /// Takes one layer off a text: the escapes of JSON, text around a document. Null if there
        /// is none that can be undone without guessing. What is inside may have another layer.
        /// </summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.Escape"/>, with the offset of what is wrong.
        /// </exception>
        public static Undone? Undo(ReadOnlySpan<byte> body)
        {
            // This is always enough.
            var inside = new Output(2 * body.Length);
            int layer;
            UIntPtr fault;
            Status status;
            fixed (byte* text = &MemoryMarshal.GetReference(body))
            fixed (byte* room = inside.Room)
            fixed (UIntPtr* length = &inside.Length)
            {
                status = Native.wxp_body_undo(
                    text, Native.Size(body.Length), &layer, room, inside.Capacity, length, &fault);
            }
            if (status != Status.Ok)
            {
                throw new WxpException(status, null, (int)fault);
            }
            return layer == 0 ? null : new Undone((Layer)layer, inside.Written.ToArray());
        }

        /// <summary>
        /// Reads a text that is a list of up to 128 fields: a string that was signed, form data,
        /// lines of name=value, an address, a flat object in JSON, an array as PHP shows it.
        /// </summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.List"/>, <see cref="Status.Escape"/> or <see cref="Status.FieldName"/>,
        /// with the offset of what is wrong; or <see cref="Status.TooManyFields"/>.
        /// </exception>
        public static FieldList ReadFields(ReadOnlySpan<byte> body)
        {
            NativeField* places = stackalloc NativeField[ListMax];
            // One byte more, which has an address even if the text is empty.
            var scratch = new byte[body.Length + 1];
            UIntPtr count, fault;
            int traits;
            fixed (byte* text = &MemoryMarshal.GetReference(body))
            fixed (byte* room = scratch)
            {
                Status status = Native.wxp_body_fields(
                    text, Native.Size(body.Length), places, Native.Size(ListMax), &count,
                    room, Native.Size(scratch.Length), &traits, &fault);
                if (status != Status.Ok)
                {
                    throw status == Status.TooManyFields
                        ? new WxpException(status)
                        : new WxpException(status, null, (int)fault);
                }
                var fields = new Fields();
                for (int i = 0; i < (int)count; i++)
                {
                    NativeField field = places[i];
                    fields.Add(
                        Table.Name(field),
                        new ReadOnlySpan<byte>(field.Value, (int)field.ValueLength));
                }
                return new FieldList(fields, traits);
            }
        }
    }

    /// <summary>A text without one of its layers.</summary>
    public sealed unsafe class Undone
    {
        internal Undone(Layer layer, byte[] body)
        {
            Layer = layer;
            Body = body;
        }

        /// <summary>What was taken off.</summary>
        public Layer Layer { get; }

        /// <summary>What was inside, which need not be UTF-8.</summary>
        public byte[] Body { get; }

        /// <summary>What was taken off, as one clause in <see cref="Texts.Language"/>.</summary>
        public string Text => TextIn(Texts.Current);

        /// <summary>The <see cref="Text"/> in this language.</summary>
        public string TextIn(Language language) =>
            Native.Said(Native.wxp_layer_text((int)Layer, Texts.Number(language)));
    }

    /// <summary>Fields that were read from a list.</summary>
    public sealed class FieldList
    {
        internal FieldList(Fields fields, int traits)
        {
            Fields = fields;
            HeldKey = (traits & Native.FieldsHeldKey) != 0;
            IsGuess = (traits & Native.FieldsGuessed) != 0;
        }

        /// <summary>The fields in the order of the text, which can have one twice.</summary>
        public Fields Fields { get; }

        /// <summary>
        /// Whether the API key was in the text, as the field key of a string that was signed. It is
        /// left out.
        /// </summary>
        public bool HeldKey { get; }

        /// <summary>
        /// Whether the parting of the text is a guess: a value with "&amp;name=" in it would look
        /// the same.
        /// </summary>
        public bool IsGuess { get; }
    }
}
