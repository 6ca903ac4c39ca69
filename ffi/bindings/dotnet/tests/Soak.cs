using System;
using System.Collections.Generic;
using System.IO;
using Wxp;

/// <summary>
/// Makes millions of calls in one process, of which some fail and some leave keys to the finalizer,
/// and fails if that takes more and more memory. Usage: Soak WORKLOADS [CALLS]
/// </summary>
internal static class Soak
{
    private const int CallsARound = 10;
    private const long WarmRounds = 100000;
    private const long Slack = 8 << 20;

    private static int Main(string[] arguments)
    {
        string folder = arguments[0];
        long calls = arguments.Length > 1 ? long.Parse(arguments[1]) : 10000000;
        string secret = File.ReadAllText(Path.Combine(folder, "key.txt")).Trim();
        byte[] notice = File.ReadAllBytes(Path.Combine(folder, "W3.HMAC.xml"));
        var order = new Dictionary<string, string>();
        foreach (string line in File.ReadAllLines(Path.Combine(folder, "W1.fields.tsv")))
        {
            string[] parts = line.Split('\t');
            order.Add(parts[0], parts[1]);
        }
        var bad = new Dictionary<string, string>(order) { { "no name", "1" } };
        long rounds = calls / CallsARound;
        long heap = 0;
        long resident = 0;
        using (var key = new Key(Algorithm.HmacSha256, secret))
        {
            string document = key.Write(order);
            byte[] packed = new Fields(order).Packed.ToArray();
            var room = new byte[2000];
            for (long round = 0; round < WarmRounds + rounds; round++)
            {
                if (round == WarmRounds)
                {
                    heap = Heap();
                    resident = Resident();
                }
                key.Sign(order);
                key.Write(packed, room);
                new QuickPay().Next(PaymentEvent.NoAnswer);
                Protocol.Canonical(order);
                Protocol.Advice("/pay/micropay", "SYSTEMERROR");
                key.Sign(packed, room);
                if (Reply.Read(document).Unverified().Count != order.Count + 1)
                {
                    throw new InvalidOperationException("fields are missing");
                }
                Judgment judgment = Reply.Read(notice).Judge(key, "payment");
                if (judgment.Get("total_fee") != "100")
                {
                    throw new InvalidOperationException("a wrong result");
                }
                if (round % 50 == 0)
                {
                    Refused(() => key.Sign(bad));
                    Refused(() => Reply.Read(packed));
                    Key forgotten = Key.Nonstandard(Algorithm.Md5, secret);
                    forgotten.Sign(order);
                }
            }
        }
        long more = Heap() - heap;
        long moreResident = Resident() - resident;
        Console.WriteLine(
            $"{rounds * CallsARound} calls after {WarmRounds * CallsARound}: " +
            $"heap {more / 1024:+#;-#;0} KB, " +
            $"resident {moreResident / 1024:+#;-#;0} KB, of {Resident() / 1024} KB");
        return more < Slack && moreResident < Slack ? 0 : 1;
    }

    private static void Refused(Action call)
    {
        try
        {
            call();
        }
        catch (WxpException)
        {
            return;
        }
        throw new InvalidOperationException("it was not refused");
    }

    private static long Heap()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(true);
    }

    private static long Resident()
    {
        foreach (string line in File.ReadAllLines("/proc/self/status"))
        {
            if (line.StartsWith("VmRSS:", StringComparison.Ordinal))
            {
                return 1024 * long.Parse(line.Substring(6).Replace("kB", "").Trim());
            }
        }
        throw new InvalidOperationException("no VmRSS");
    }
}
