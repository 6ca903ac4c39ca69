using Wxp;

/// <summary>What the compiler says of programs: the errors that a line has to have are behind it.</summary>
internal static class Refused
{
    internal static object[] Fields() => new object[]
    {
        new Fields { { "total_fee", 1 } },
        new Fields { { "total_fee", (string?)null } },
        new Fields { { "total_fee", 1.0 } }, // CS1503 CS1950
        new Fields { { "total_fee", 1.0f } }, // CS1503 CS1950
        new Fields { { "total_fee", 1.0m } }, // CS1503 CS1950
        new Fields { { "total_fee", true } }, // CS1503 CS1950
        new Fields { { "total_fee", new object() } }, // CS1503 CS1950
        new Fields { { "total_fee", 'x' } }, // CS1063
    };

    internal static string Source(Judgment message) => message.Source;

    internal static string Reason(Judgment message) => message.Reason; // CS8603

    internal static string Host(Operation operation) => operation.Host;

    internal static string BackupHost(Operation operation) => operation.BackupHost; // CS8603

    internal static string Path() => Operation.Find("/pay/micropay").Path; // CS8602
}
