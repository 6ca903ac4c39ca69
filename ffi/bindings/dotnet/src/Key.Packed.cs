using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Wxp
{
    /// <content>
    /// Tables in the library's own form, of name, NUL, value, NUL, and so on: for servers that
    /// count, since nothing is allocated.
    /// </content>
    public sealed unsafe partial class Key
    {
        /// <summary>
        /// Signs a packed table, without allocating anything, and says how long the signature is,
        /// in bytes. <see cref="SignatureMax"/> bytes are always enough for it.
        /// </summary>
        /// <exception cref="WxpException">
        /// A field is refused, or there is too little room (<see cref="Status.Space"/>).
        /// </exception>
        public int Sign(ReadOnlySpan<byte> packed, Span<byte> signature) =>
            TrySign(packed, signature, out int length)
                ? length
                : throw new WxpException(Status.Space);

        /// <summary>
        /// As Sign, but false if there is too little room; length is then the length needed.
        /// </summary>
        /// <exception cref="WxpException">A field is refused.</exception>
        public bool TrySign(ReadOnlySpan<byte> packed, Span<byte> signature, out int length)
        {
            using KeyHandle.Held held = Hold();
            UIntPtr written;
            Status status;
            fixed (byte* table = &MemoryMarshal.GetReference(packed))
            fixed (byte* room = &MemoryMarshal.GetReference(signature))
            {
                status = Native.wxp_sign_packed(
                    held.Memory, table, Native.Size(packed.Length),
                    room, Native.Size(signature.Length), &written);
            }
            return Fits(packed, status, written, out length);
        }

        /// <summary>As of <see cref="Fields"/>, of a packed table; allocates nothing.</summary>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public void Verify(ReadOnlySpan<byte> packed)
        {
            using KeyHandle.Held held = Hold();
            Status status;
            fixed (byte* table = &MemoryMarshal.GetReference(packed))
            {
                status = Native.wxp_verify_packed(held.Memory, table, Native.Size(packed.Length));
            }
            if (status != Status.Ok)
            {
                throw Table.Refused(packed, status);
            }
        }

        /// <summary>
        /// What is wrong or doubtful with a request, as of <see cref="Fields"/>, of a packed table.
        /// </summary>
        /// <exception cref="WxpException">As of <see cref="Fields"/>.</exception>
        public IReadOnlyList<Finding> Check(ReadOnlySpan<byte> packed, string operation)
        {
            using KeyHandle.Held held = Hold();
            return Protocol.Check(packed, operation, Algorithm);
        }

        /// <summary>
        /// Signs a packed table and writes the document to send, and says how long it is, in bytes.
        /// Allocates nothing, unless an operation is named: a request that it would certainly
        /// refuse is not written.
        /// </summary>
        /// <exception cref="WxpException">
        /// A field is refused, or there is too little room (<see cref="Status.Space"/>).
        /// </exception>
        /// <exception cref="WrongRequestException">
        /// The operation would refuse the request.
        /// </exception>
        public int Write(
            ReadOnlySpan<byte> packed, Span<byte> document, string? operation = null) =>
            TryWrite(packed, document, out int length, operation)
                ? length
                : throw new WxpException(Status.Space);

        /// <summary>
        /// As Write, but false if there is too little room; length is then the length needed.
        /// </summary>
        /// <exception cref="WxpException">A field is refused.</exception>
        /// <exception cref="WrongRequestException">
        /// The operation would refuse the request.
        /// </exception>
        public bool TryWrite(
            ReadOnlySpan<byte> packed,
            Span<byte> document,
            out int length,
            string? operation = null)
        {
            if (operation != null)
            {
                WrongRequestException.ThrowIf(Check(packed, operation));
            }
            using KeyHandle.Held held = Hold();
            UIntPtr written;
            Status status;
            fixed (byte* table = &MemoryMarshal.GetReference(packed))
            fixed (byte* room = &MemoryMarshal.GetReference(document))
            {
                status = Native.wxp_xml_write_packed(
                    held.Memory, table, Native.Size(packed.Length),
                    room, Native.Size(document.Length), &written);
            }
            return Fits(packed, status, written, out length);
        }

        private bool Fits(
            ReadOnlySpan<byte> packed, Status status, UIntPtr written, out int length)
        {
            if (status != Status.Ok && status != Status.Space)
            {
                throw Table.Refused(packed, status);
            }
            length = (int)written;
            return status == Status.Ok;
        }
    }
}
