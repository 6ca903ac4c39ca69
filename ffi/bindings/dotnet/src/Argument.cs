using System;

namespace Wxp
{
    /// <summary>Arguments that have to be there.</summary>
    internal static class Argument
    {
        internal static T Required<T>(T value, string name) where T : class =>
            value ?? throw new ArgumentNullException(name);
    }
}
