using System;
using System.Collections.Generic;

namespace Wxp
{
    /// <summary>What is known about one operation of the API.</summary>
    public sealed unsafe class Operation
    {
        private static readonly Lazy<IReadOnlyList<Operation>> Catalogue =
            new Lazy<IReadOnlyList<Operation>>(ReadCatalogue);

        private readonly int number;

        private Operation(NativeEndpoint endpoint)
        {
            number = endpoint.Number;
            Path = Native.Text(endpoint.Path)!;
            Host = Native.Text(endpoint.Host)!;
            BackupHost = Native.Text(endpoint.BackupHost);
            IsGet = endpoint.Get != 0;
            NeedsCertificate = endpoint.Certificate != 0;
            var algorithms = new List<Algorithm>();
            foreach (Algorithm algorithm in new[] { Algorithm.Md5, Algorithm.HmacSha256 })
            {
                if ((endpoint.Algorithms & (uint)algorithm) != 0)
                {
                    algorithms.Add(algorithm);
                }
            }
            Algorithms = algorithms.AsReadOnly();
            if (endpoint.DefaultAlgorithm != 0)
            {
                DefaultAlgorithm = (Algorithm)endpoint.DefaultAlgorithm;
            }
            SignType = (SignType)endpoint.SignType;
            AnswerSigned = (Signed)endpoint.AnswerSigned;
            Format = (AnswerFormat)endpoint.Format;
            HasNonce = endpoint.Nonce != 0;
            IsRepeatable = endpoint.Repeatable != 0;
            MovesMoney = endpoint.MovesMoney != 0;
            IsDeprecated = endpoint.Deprecated != 0;
        }

        /// <summary>All operations, in order of their paths.</summary>
        public static IReadOnlyList<Operation> All => Catalogue.Value;

        /// <summary>The path, such as "/pay/micropay".</summary>
        public string Path { get; }

        /// <summary>The host that serves it.</summary>
        public string Host { get; }

        /// <summary>
        /// The same service at another site, for when no connection can be made; null if none.
        /// </summary>
        public string? BackupHost { get; }

        /// <summary>What it is for, in a few words in <see cref="Texts.Language"/>.</summary>
        public string Purpose => PurposeIn(Texts.Current);

        /// <summary>Whether it is asked with GET, and not with POST.</summary>
        public bool IsGet { get; }

        /// <summary>Whether the connection needs the merchant's client certificate.</summary>
        public bool NeedsCertificate { get; }

        /// <summary>The algorithms that it takes.</summary>
        public IReadOnlyList<Algorithm> Algorithms { get; }

        /// <summary>The algorithm of a request that states none; null if it is not signed.</summary>
        public Algorithm? DefaultAlgorithm { get; }

        /// <summary>Whether requests have the field sign_type.</summary>
        public SignType SignType { get; }

        /// <summary>Whether answers are signed.</summary>
        public Signed AnswerSigned { get; }

        /// <summary>The form of a successful answer.</summary>
        public AnswerFormat Format { get; }

        /// <summary>Whether requests have the field nonce_str.</summary>
        public bool HasNonce { get; }

        /// <summary>
        /// Whether a request can be repeated at any time; else only with the same number and
        /// parameters.
        /// </summary>
        public bool IsRepeatable { get; }

        /// <summary>Whether money can move.</summary>
        public bool MovesMoney { get; }

        /// <summary>Whether WeChat has withdrawn it for new programs.</summary>
        public bool IsDeprecated { get; }

        /// <summary>
        /// The operation at an address, a path with or without host and scheme before it and query
        /// behind it; null if there is none.
        /// </summary>
        public static Operation? Find(string address)
        {
            byte[] bytes = Utf8.Encode(address, nameof(address));
            NativeEndpoint endpoint;
            Status status;
            fixed (byte* text = bytes)
            {
                status = Native.wxp_endpoint_find(text, Native.Size(bytes.Length), &endpoint);
            }
            switch (status)
            {
                case Status.Ok:
                    return new Operation(endpoint);
                case Status.NotFound:
                    return null;
                default:
                    throw new WxpException(status);
            }
        }

        /// <summary>The <see cref="Purpose"/> in this language.</summary>
        public string PurposeIn(Language language) =>
            Native.Said(Native.wxp_endpoint_purpose(number, Texts.Number(language)));

        /// <summary>The path.</summary>
        public override string ToString() => Path;

        private static IReadOnlyList<Operation> ReadCatalogue()
        {
            var all = new Operation[(int)Native.wxp_endpoint_count()];
            for (int i = 0; i < all.Length; i++)
            {
                NativeEndpoint endpoint;
                Status status = Native.wxp_endpoint_at(Native.Size(i), &endpoint);
                all[i] = status == Status.Ok
                    ? new Operation(endpoint)
                    : throw new WxpException(status);
            }
            return Array.AsReadOnly(all);
        }
    }
}
