#if NET7_0_OR_GREATER
// All declarations are blittable, and the runtime need not look for what to marshal.
[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]
#endif
