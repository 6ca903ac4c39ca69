using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Wxp;

/// <summary>
/// How long signing and verifying take, beside the runtime's own sorting, digests and XML.
/// Usage: Speed WORKLOADS.
/// </summary>
internal static class Speed
{
    private const int Rounds = 21;
    private const double RoundSeconds = 0.03;

    private static string folder;
    private static string secret;

    private static void Main(string[] arguments)
    {
        folder = arguments[0];
        secret = File.ReadAllText(Path.Combine(folder, "key.txt")).Trim();
        Console.WriteLine($"{"",-14} {"wxp",9} {"own",9}  ratio  {"own digest",11}");
        foreach (var algorithm in new[] { Algorithm.Md5, Algorithm.HmacSha256 })
        {
            string name = algorithm == Algorithm.Md5 ? "MD5" : "HMAC";
            var own = new Own(algorithm, secret);
            using (var key = new Key(algorithm, secret))
            {
                foreach (string workload in new[] { "W1", "W2" })
                {
                    Dictionary<string, string> fields = ReadFields(workload);
                    string right = File.ReadAllText(InFolder($"{workload}.sign.{name}")).Trim();
                    Race(
                        $"sign {workload} {name}",
                        () => Require(key.Sign(fields) == right),
                        () => Require(own.Sign(fields) == right),
                        own.DigestOf(fields));
                }
                byte[] notice = File.ReadAllBytes(InFolder($"W3.{name}.xml"));
                Race(
                    $"verify W3 {name}",
                    () =>
                    {
                        Judgment judgment = Reply.Read(notice).Judge(key, "payment");
                        Require(judgment.Get("total_fee") == "100");
                    },
                    () => Require(own.Verify(notice)["total_fee"] == "100"),
                    own.DigestOf(Reply.Read(notice).Unverified()));
            }
        }
    }

    /// <summary>
    /// Runs both in turns, and compares their medians. The digest alone, which both of them have to
    /// compute, says how much of it there is to win.
    /// </summary>
    private static void Race(string name, Action ours, Action theirs, Action digest)
    {
        var calls = new[] { ours, theirs, digest };
        int[] counts = Array.ConvertAll(calls, Calls);
        var times = new[] { new double[Rounds], new double[Rounds], new double[Rounds] };
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < calls.Length; i++)
            {
                times[i][round] = Nanoseconds(calls[i], counts[i]);
            }
        }
        double[] medians = Array.ConvertAll(times, Median);
        double ratio = medians[0] / medians[1];
        Console.WriteLine(
            $"{name,-14} {medians[0],6:F0} ns {medians[1],6:F0} ns   {ratio:F2} " +
            $"{medians[2],9:F0} ns");
    }

    private static double Median(double[] times)
    {
        Array.Sort(times);
        return times[times.Length / 2];
    }

    /// <summary>How many calls make a round, once the runtime has compiled them well.</summary>
    private static int Calls(Action call)
    {
        var clock = Stopwatch.StartNew();
        int calls = 0;
        for (; clock.Elapsed.TotalSeconds < 1; calls++)
        {
            call();
        }
        return Math.Max(1, (int)(calls * RoundSeconds / clock.Elapsed.TotalSeconds));
    }

    private static double Nanoseconds(Action call, int calls)
    {
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < calls; i++)
        {
            call();
        }
        return clock.Elapsed.TotalMilliseconds * 1e6 / calls;
    }

    private static Dictionary<string, string> ReadFields(string workload)
    {
        var fields = new Dictionary<string, string>();
        foreach (string line in File.ReadAllLines(InFolder($"{workload}.fields.tsv")))
        {
            string[] parts = line.Split('\t');
            fields.Add(parts[0], parts[1]);
        }
        return fields;
    }

    private static string InFolder(string name) => Path.Combine(folder, name);

    private static void Require(bool right)
    {
        if (!right)
        {
            throw new InvalidOperationException("a wrong result");
        }
    }

    /// <summary>As a good program does it without wxp; the hash is made once and kept.</summary>
    private sealed class Own
    {
        private const string Digits = "0123456789ABCDEF";
        private readonly HashAlgorithm hash;
        private readonly string secret;
        private readonly XmlReaderSettings settings =
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };

        internal Own(Algorithm algorithm, string secret)
        {
            this.secret = secret;
            hash = algorithm == Algorithm.Md5
                ? (HashAlgorithm)MD5.Create()
                : new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        }

        internal string Sign(IDictionary<string, string> fields) =>
            Digest(new SortedDictionary<string, string>(fields, StringComparer.Ordinal));

        internal SortedDictionary<string, string> Verify(byte[] document)
        {
            var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
            using (var reader = XmlReader.Create(new MemoryStream(document), settings))
            {
                reader.ReadStartElement();
                while (reader.MoveToContent() == XmlNodeType.Element)
                {
                    fields.Add(reader.Name, reader.ReadElementContentAsString());
                }
            }
            Require(Digest(fields) == fields["sign"]);
            return fields;
        }

        internal Action DigestOf(IEnumerable<KeyValuePair<string, string>> fields)
        {
            string text = $"{Protocol.Canonical(fields)}&key={secret}";
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            return () => hash.ComputeHash(bytes);
        }

        private string Digest(SortedDictionary<string, string> sorted)
        {
            var text = new StringBuilder();
            foreach (KeyValuePair<string, string> field in sorted)
            {
                if (field.Value.Length > 0 && field.Key != "sign")
                {
                    text.Append(field.Key).Append('=').Append(field.Value).Append('&');
                }
            }
            text.Append("key=").Append(secret);
            byte[] digest = hash.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
            var digits = new char[2 * digest.Length];
            for (int i = 0; i < digest.Length; i++)
            {
                digits[2 * i] = Digits[digest[i] >> 4];
                digits[(2 * i) + 1] = Digits[digest[i] & 15];
            }
            return new string(digits);
        }
    }
}
