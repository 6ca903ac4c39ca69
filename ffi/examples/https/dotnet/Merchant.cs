using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using Wxp;

namespace Shop
{
    /// <summary>Nothing has left this machine, for the reason that the message gives.</summary>
    public sealed class NotSentException : Exception
    {
        public NotSentException(string why)
            : base(why)
        {
        }
    }

    /// <summary>What came back.</summary>
    public sealed class Answer
    {
        public Answer(Judgment judgment)
        {
            Judgment = judgment;
        }

        public Answer(string why, bool wasSent = true)
        {
            Why = why;
            WasSent = wasSent;
        }

        /// <summary>Null if there is nothing that can be believed, and <see cref="Why"/>
        /// says why.</summary>
        public Judgment Judgment { get; }

        public string Why { get; }

        public bool WasSent { get; } = true;

        /// <summary>Look at this before anything else.</summary>
        public Verdict Verdict => Judgment?.Verdict ?? Verdict.Untrusted;
    }

    /// <summary>The merchant: settings, and calls to the gateway over HTTPS.</summary>
    public sealed class Merchant : IDisposable
    {
        private const int AnswerBytes = 65536;
        private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(
            int.Parse(Environment.GetEnvironmentVariable("WXP_TIMEOUT") ?? "10"));

        private readonly Uri gateway;
        private readonly HttpClient anonymous;
        private readonly Lazy<HttpClient> certified;

        private Merchant(string gateway, string number, string certificates, Key key)
        {
            this.gateway = new Uri(gateway);
            Number = number;
            Key = key;
            anonymous = Client(null);
            certified = new Lazy<HttpClient>(
                () => Client(Path.Combine(certificates, "apiclient_cert.p12")));
        }

        public string AppId { get; private set; }

        public string Number { get; }

        public string NotifyUrl { get; private set; }

        /// <summary>The address of this machine, which orders state.</summary>
        public string Ip { get; private set; }

        public Key Key { get; }

        /// <summary>Whether something may have been sent; from then on nobody says that nothing
        /// was.</summary>
        public bool MayHaveSent { get; set; }

        public static Merchant FromEnvironment()
        {
            string gateway = Environment.GetEnvironmentVariable("WXP_GATEWAY");
            return new Merchant(
                gateway ?? "https://api.mch.weixin.qq.com",
                Setting("WXP_MCH_ID"),
                Setting("WXP_CERTIFICATES"),
                ReadKey(Setting("WXP_KEY_FILE")))
            {
                AppId = Setting("WXP_APPID"),
                NotifyUrl = Setting("WXP_NOTIFY_URL"),
                Ip = ReadIp(gateway == null ? null : "127.0.0.1"),
            };
        }

        public static string Setting(string name) =>
            Environment.GetEnvironmentVariable(name)
            ?? throw new NotSentException($"{name} is not set");

        /// <summary>Signs and posts a request, and judges the answer.</summary>
        public async Task<Answer> CallAsync(string path, Fields fields)
        {
            if (gateway.Scheme != Uri.UriSchemeHttps)
            {
                return NotSent($"{gateway} is not https");
            }
            Document document;
            HttpClient client;
            try
            {
                fields.Add("appid", AppId);
                fields.Add("mch_id", Number);
                fields.Add("nonce_str", Protocol.Nonce());
                fields.Add("sign_type", "HMAC-SHA256");
                document = new Document(Key.Write(fields));
                client = Operation.Find(path).NeedsCertificate ? certified.Value : anonymous;
            }
            catch (Exception error) when (error is WxpException || error is NotSentException)
            {
                return NotSent(error.Message);
            }
            try
            {
                using (HttpResponseMessage response =
                    await client.PostAsync(new Uri(gateway, path), document))
                {
                    byte[] body = await response.Content.ReadAsByteArrayAsync();
                    if (response.StatusCode == HttpStatusCode.OK)
                    {
                        return Judge(path, body);
                    }
                    bool certificate = Encoding.UTF8.GetString(body).Contains("SSL certificate");
                    return new Answer($"no answer: HTTP {(int)response.StatusCode}"
                        + (certificate ? ", no client certificate was seen" : ""));
                }
            }
            catch (Exception error) when (error is HttpRequestException || error is IOException
                || error is TaskCanceledException)
            {
                string why = error.GetBaseException().Message;
                return document.Left
                    ? new Answer($"no answer: {why}")
                    : NotSent(why);
            }
            finally
            {
                MayHaveSent |= document.Left;
            }
        }

        /// <summary>Reads and judges an answer of an operation, or a notice of a kind.</summary>
        public Answer Judge(string endpoint, byte[] document)
        {
            Judgment judgment;
            try
            {
                judgment = Reply.Read(document).Judge(Key, endpoint);
            }
            catch (WxpException error)
            {
                bool page = Protocol.Body(document) == BodyKind.Html;
                return new Answer((page ? "a web page, not an answer" : "no answer of the protocol")
                    + ": " + error.Message);
            }
            if (judgment.Verdict == Verdict.Untrusted)
            {
                return new Answer($"not from WeChat Pay: {judgment.Reason}");
            }
            if (judgment.Verdict == Verdict.Refused)
            {
                judgment.Unverified().TryGetValue("return_msg", out string message);
                return new Answer($"the call was not taken: {message}");
            }
            string difference = Difference(judgment, new Fields());
            return difference == null
                ? new Answer(judgment)
                : new Answer($"authentic, but: about another merchant or app: {difference}");
        }

        /// <summary>How a message differs from the shop's records of an order or refund, and of
        /// the merchant; null if it does not.</summary>
        public string Difference(Judgment judgment, Fields records)
        {
            try
            {
                judgment.Expect(new Fields(records) { { "appid", AppId }, { "mch_id", Number } });
                return null;
            }
            catch (WxpException error) when (error.Status == Status.Differs)
            {
                return error.Message;
            }
        }

        public void Dispose()
        {
            Key.Dispose();
            anonymous.Dispose();
            if (certified.IsValueCreated)
            {
                certified.Value.Dispose();
            }
        }

        /// <summary>A request that did not leave; after another one it is only an answer that is
        /// missing.</summary>
        private Answer NotSent(string why) =>
            MayHaveSent
                ? new Answer($"nothing was sent: {why}", wasSent: false)
                : throw new NotSentException($"nothing was sent: {why}");

        /// <summary>There is an address to assume only for tests.</summary>
        private static string ReadIp(string otherwise)
        {
            string ip = Environment.GetEnvironmentVariable("WXP_IP") ?? otherwise
                ?? throw new NotSentException("WXP_IP is not set");
            return IPAddress.TryParse(ip, out IPAddress _)
                ? ip
                : throw new NotSentException($"WXP_IP: {ip} is no address");
        }

        /// <summary>Refuses a key that more accounts than that of this program can reach, if only
        /// its group. Before .NET 7, and on Windows, nobody can say so here.</summary>
        private static void MustBePrivate(string path)
        {
            var modeOf = typeof(File).GetMethod("GetUnixFileMode", new[] { typeof(string) });
            if (modeOf != null && Path.DirectorySeparatorChar == '/' && File.Exists(path)
                && ((int)modeOf.Invoke(null, new object[] { path }) & 63) != 0) // 077
            {
                throw new NotSentException($"{path} is open to other accounts: chmod 600");
            }
        }

        /// <summary>The key is in a file that the account of this program, and nobody else, can
        /// read.</summary>
        private static Key ReadKey(string path)
        {
            MustBePrivate(path);
            byte[] secret;
            try
            {
                secret = File.ReadAllBytes(path);
            }
            catch (Exception error) when (error is IOException
                || error is UnauthorizedAccessException)
            {
                throw new NotSentException("WXP_KEY_FILE names no file that can be read");
            }
            try
            {
                int length = secret.Length;
                while (length > 0 && (secret[length - 1] == '\n' || secret[length - 1] == '\r'))
                {
                    length--;
                }
                return new Key(Algorithm.HmacSha256, new ReadOnlySpan<byte>(secret, 0, length));
            }
            catch (WxpException error)
            {
                throw new NotSentException($"{path}: {error.Message}");
            }
            finally
            {
                Array.Clear(secret, 0, secret.Length);
            }
        }

        /// <summary>
        /// A client that shows a certificate, or none. The server's certificate and name are
        /// checked against the system's authorities; never set a callback that says otherwise. On
        /// Linux the environment variable SSL_CERT_FILE can name rootca.pem instead.
        /// </summary>
        private HttpClient Client(string p12)
        {
            var handler = new HttpClientHandler
            {
                AllowAutoRedirect = false,
                ClientCertificateOptions = ClientCertificateOption.Manual,
            };
            if (p12 != null)
            {
                MustBePrivate(p12);
                try
                {
                    // WeChat seals the file with the merchant number.
                    handler.ClientCertificates.Add(new X509Certificate2(p12, Number));
                }
                catch (CryptographicException error)
                {
                    throw new NotSentException($"{p12}: {error.Message}");
                }
            }
            return new HttpClient(handler)
            {
                Timeout = AnswerTime,
                MaxResponseContentBufferSize = AnswerBytes,
            };
        }

        /// <summary>The body of a request, which knows whether it has been asked for: that is
        /// after the server has proved who it is.</summary>
        private sealed class Document : HttpContent
        {
            private readonly byte[] text;

            public Document(string text)
            {
                this.text = Encoding.UTF8.GetBytes(text);
                Headers.ContentType = new MediaTypeHeaderValue("text/xml");
            }

            public bool Left { get; private set; }

            protected override Task SerializeToStreamAsync(Stream stream, TransportContext context)
            {
                Left = true;
                return stream.WriteAsync(text, 0, text.Length);
            }

            protected override bool TryComputeLength(out long length)
            {
                length = text.Length;
                return true;
            }
        }
    }
}
