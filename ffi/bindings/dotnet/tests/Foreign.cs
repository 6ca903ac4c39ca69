using System;
using Wxp;

/// <summary>
/// Uses the binding without its library, or with a library of another ABI version: each has to fail
/// with a message that has the words in the argument, and nothing worse has to follow.
/// </summary>
internal static class Foreign
{
    private static int Main(string[] arguments)
    {
        for (int i = 0; i < 3; i++)
        {
            try
            {
                new Key(Algorithm.Md5, "192006250b4c09247ec02edce69f6a2d");
                Console.WriteLine("a key was made");
                return 1;
            }
            catch (TypeInitializationException error)
            {
                if (!error.InnerException.Message.Contains(arguments[0]))
                {
                    Console.WriteLine(error.InnerException);
                    return 1;
                }
            }
        }
        // The finalizers of the keys that were not made.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return 0;
    }
}
