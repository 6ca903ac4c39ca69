using System;
using System.IO;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Wxp;

namespace Shop
{
    /// <summary>
    /// What WeChat posts to notify_url: …/notice/payment and …/notice/refund. In ASP.NET,
    /// <see cref="TakeAsync"/> is the body of the action; put HTTPS before it.
    ///
    /// A notice that is not acknowledged within 5 seconds comes again, about 15 times in a day.
    /// </summary>
    public sealed class Notices
    {
        private const int MostBytes = 65536;
        private const int MostOpen = 1000;
        private const int MostQueries = 16;
        private static readonly TimeSpan ReadingTime = TimeSpan.FromSeconds(3);

        private readonly Merchant merchant;
        private readonly Settlement settlement;
        private readonly SemaphoreSlim queries = new SemaphoreSlim(MostQueries);
        private int open;

        public Notices(Merchant merchant, Settlement settlement)
        {
            this.merchant = merchant;
            this.settlement = settlement;
        }

        /// <summary>Whether the shop knows now what the notice told; else it is to be sent
        /// again.</summary>
        public async Task<bool> TakeAsync(string kind, byte[] document)
        {
            Answer answer = merchant.Judge(kind, document);
            switch (answer.Verdict)
            {
                case Verdict.Succeeded:
                    return settlement.TakeNotice(answer.Judgment);
                case Verdict.Failed: // authentic, and nothing to do about it
                    Settlement.Report($"{kind} notice", answer);
                    return true;
                case Verdict.Unvouched: // a notice of a refund
                    return await TakeRefundAsync(answer.Judgment);
                default:
                    Settlement.Report($"{kind} notice", answer);
                    return false;
            }
        }

        /// <summary>Listens until the program ends. What a connection may take is bounded, and how
        /// many there are.</summary>
        public async Task ListenAsync(string port)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/notice/");
            listener.Start();
            for (;;)
            {
                HttpListenerContext context = await listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
        }

        /// <summary>Nobody signs a notice of a refund: it is only the occasion to ask, and not for
        /// everybody at once.</summary>
        private async Task<bool> TakeRefundAsync(Judgment notice)
        {
            notice.Unverified().TryGetValue("req_info", out string sealedPart);
            merchant.Key.UnconfirmedRefund(sealedPart ?? "")
                .TryGetValue("out_refund_no", out string refund);
            await queries.WaitAsync();
            try
            {
                return await settlement.QueryRefundAsync(refund) == Outcome.Done;
            }
            finally
            {
                queries.Release();
            }
        }

        /// <summary>An error, such as an impossible number or a damaged record, has an answer as
        /// well: it is to come again.</summary>
        private async Task<bool> TryTakeAsync(string kind, byte[] document)
        {
            try
            {
                return await TakeAsync(kind, document);
            }
            catch (Exception error)
            {
                Settlement.Tell($"{kind} notice: {error.Message}");
                return false;
            }
        }

        /// <summary>Answers one request, and never fails. A connection is for one notice: with one
        /// that is kept, HttpListener waits for what else comes.</summary>
        private async Task AnswerAsync(HttpListenerContext context)
        {
            bool tooMany = Interlocked.Increment(ref open) > MostOpen;
            try
            {
                context.Response.KeepAlive = false;
                context.Response.StatusCode = (int)HttpStatusCode.BadRequest; // till it is read
                if (tooMany)
                {
                    throw new InvalidOperationException("too many at once");
                }
                bool refund = context.Request.Url.AbsolutePath.EndsWith("/refund");
                string kind = refund ? "refund" : "payment";
                byte[] document = await ReadAsync(context.Request.InputStream);
                bool taken = await TryTakeAsync(kind, document);
                context.Response.StatusCode = (int)HttpStatusCode.OK;
                byte[] reply = Encoding.UTF8.GetBytes(Protocol.Acknowledge(kind, taken));
                context.Response.ContentType = "text/xml";
                context.Response.Close(reply, false);
            }
            catch (Exception error) // no acknowledgement: it comes again
            {
                Settlement.Tell($"notice: {error.Message}");
                context.Response.Abort();
            }
            finally
            {
                Interlocked.Decrement(ref open);
            }
        }

        /// <summary>All of a body, if it comes in time: whoever sends it piece by piece holds a
        /// connection for that long, and no thread.</summary>
        private static async Task<byte[]> ReadAsync(Stream stream)
        {
            var body = new MemoryStream();
            var piece = new byte[4096];
            Task late = Task.Delay(ReadingTime);
            for (;;)
            {
                Task<int> read = stream.ReadAsync(piece, 0, piece.Length);
                if (await Task.WhenAny(read, late) == late)
                {
                    throw new TimeoutException("too slow");
                }
                if (await read == 0)
                {
                    return body.ToArray();
                }
                body.Write(piece, 0, await read);
                if (body.Length > MostBytes)
                {
                    throw new InvalidDataException("too long");
                }
            }
        }
    }
}
