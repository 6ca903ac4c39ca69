using System;
using System.Runtime.InteropServices;

namespace Wxp
{
    /// <summary>
    /// The memory of a key. Each call of the library holds it, so that it is wiped and given back
    /// when it was disposed and the last call is over.
    /// </summary>
    internal sealed unsafe class KeyHandle : SafeHandle
    {
        // Where the library could not be loaded, there is no key, and nothing to wipe it with.
        private readonly bool prepared;

        internal KeyHandle(bool standard, Algorithm algorithm, ReadOnlySpan<byte> secret)
            : base(IntPtr.Zero, true)
        {
            SetHandle(Marshal.AllocHGlobal(Native.KeySize));
            var memory = (byte*)handle;
            UIntPtr length = Native.Size(secret.Length);
            Status status;
            fixed (byte* text = &MemoryMarshal.GetReference(secret))
            {
                status = standard
                    ? Native.wxp_key_init(memory, (uint)algorithm, text, length)
                    : Native.wxp_key_init_nonstandard(memory, (uint)algorithm, text, length);
            }
            if (status != Status.Ok)
            {
                Dispose();
                throw new WxpException(status);
            }
            prepared = true;
        }

        /// <inheritdoc/>
        public override bool IsInvalid => handle == IntPtr.Zero;

        /// <inheritdoc/>
        protected override bool ReleaseHandle()
        {
            if (prepared)
            {
                Native.wxp_key_wipe((byte*)handle);
            }
            Marshal.FreeHGlobal(handle);
            return true;
        }

        /// <summary>
        /// A key as long as one call needs it. Calls take its address and not the handle, so that
        /// nothing has to be marshalled.
        /// </summary>
        internal readonly struct Held : IDisposable
        {
            private readonly KeyHandle key;

            /// <exception cref="ObjectDisposedException">It has been wiped.</exception>
            internal Held(KeyHandle key)
            {
                bool held = false;
                key.DangerousAddRef(ref held);
                this.key = key;
            }

            internal byte* Memory => (byte*)key.handle;

            public void Dispose() => key.DangerousRelease();
        }
    }
}
