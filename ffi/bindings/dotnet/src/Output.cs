using System;

namespace Wxp
{
    /// <summary>
    /// Room for a text of the library's, which says how much it needs: the call is made again
    /// with so much if it was too little.
    /// </summary>
    internal sealed class Output
    {
        internal byte[] Room;
        internal UIntPtr Length;

        internal Output(int guess)
        {
            Room = new byte[guess];
        }

        internal ReadOnlySpan<byte> Written => new ReadOnlySpan<byte>(Room, 0, (int)Length);

        internal UIntPtr Capacity => Native.Size(Room.Length);

        /// <summary>Whether there was too little room, and is enough now.</summary>
        internal bool Grew(Status status)
        {
            if (status != Status.Space)
            {
                return false;
            }
            Room = new byte[(int)Length];
            return true;
        }

        public override string ToString() => Utf8.Decode(Room, 0, (int)Length);
    }
}
