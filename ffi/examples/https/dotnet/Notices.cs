using System;
using System.IO;
using System.Net;
using System.Text;
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

        private readonly Merchant merchant;
        private readonly Settlement settlement;

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
                    return settlement.TakePayment(answer.Judgment) == Outcome.Done;
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

        /// <summary>Listens until the program ends.</summary>
        public async Task ListenAsync(string port)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/notice/");
            listener.Start();
            for (;;)
            {
                HttpListenerContext context = await listener.GetContextAsync();
                Task _ = Task.Run(() => AnswerAsync(context));
            }
        }

        /// <summary>Nobody signs a notice of a refund: it is only the occasion to ask.</summary>
        private async Task<bool> TakeRefundAsync(Judgment notice)
        {
            try
            {
                notice.Unverified().TryGetValue("req_info", out string sealedPart);
                merchant.Key.UnconfirmedRefund(sealedPart ?? "")
                    .TryGetValue("out_refund_no", out string refund);
                return await settlement.QueryRefundAsync(refund) == Outcome.Done;
            }
            catch (Exception error) when (error is WxpException || error is NotSentException)
            {
                Settlement.Tell($"refund notice: {error.Message}");
                return false;
            }
        }

        private async Task AnswerAsync(HttpListenerContext context)
        {
            try
            {
                bool refund = context.Request.Url.AbsolutePath.EndsWith("/refund");
                string kind = refund ? "refund" : "payment";
                bool taken = await TakeAsync(kind, Body(context.Request.InputStream));
                byte[] reply = Encoding.UTF8.GetBytes(Protocol.Acknowledge(kind, taken));
                context.Response.ContentType = "text/xml";
                context.Response.Close(reply, false);
            }
            catch (Exception error) // no acknowledgement: it comes again
            {
                Settlement.Tell($"notice: {error.Message}");
                context.Response.Abort();
            }
        }

        private static byte[] Body(Stream stream)
        {
            var body = new byte[MostBytes];
            int length = 0, read;
            while ((read = stream.Read(body, length, MostBytes - length)) > 0)
            {
                length += read;
            }
            Array.Resize(ref body, length);
            return body;
        }
    }
}
