using System;
using System.Threading.Tasks;
using Wxp;

namespace Shop
{
    /// <summary>What a command comes to; the numbers are exit codes.</summary>
    public enum Outcome
    {
        Done = 0,
        Failed = 1,
        NotSent = 2,

        /// <summary>Ask again with the same number; never pay again under another
        /// one.</summary>
        NotKnown = 3,
    }

    /// <summary>
    /// What has to be true before goods or money move: an answer or a notice is authentic, and says
    /// of an order or a refund what the shop's own records say.
    /// </summary>
    public sealed class Settlement
    {
        private readonly Merchant merchant;
        private readonly Records records;

        public Settlement(Merchant merchant, Records records)
        {
            this.merchant = merchant;
            this.records = records;
        }

        public static void Tell(string text) => Console.Error.WriteLine(text);

        /// <summary>Says what an answer came to, if it is not what was hoped for.</summary>
        public static void Report(string what, Answer answer)
        {
            Judgment judgment = answer.Judgment;
            if (judgment == null || !judgment.IsAuthentic)
            {
                Tell($"{what}: {answer.Why}");
                return;
            }
            string reason = judgment.Get("err_code") ?? judgment.Get("trade_state")
                ?? judgment.Get("refund_status_0");
            Tell($"{what}: {reason}: {judgment.Advice ?? "nothing to do"}");
        }

        /// <summary>Takes in that an order is paid, and delivers once; of what was judged
        /// Succeeded.</summary>
        public Outcome TakePayment(Judgment paid)
        {
            string number = paid.Get("out_trade_no");
            string fen = records.Order(number);
            if (fen == null)
            {
                Tell($"order {number}: authentic, but no order of ours");
                return Outcome.NotKnown;
            }
            // An authentic message about 1 fen would do for any order if nobody compared.
            if (paid.Get("total_fee") != fen || (paid.Get("fee_type") ?? "CNY") != "CNY")
            {
                Tell($"order {number}: authentic, but not over {fen} fen");
                return Outcome.NotKnown;
            }
            // Notices come twice, also at the same moment, and queries find what they told:
            // deliver in the transaction that marks the order.
            bool first = records.Mark(number, "paid");
            Tell($"order {number}: paid, {fen} fen" + (first ? ": deliver" : ", known"));
            return Outcome.Done;
        }

        /// <summary>Asks what became of an order.</summary>
        public async Task<Outcome> QueryOrderAsync(string number)
        {
            Answer answer = await merchant.CallAsync(
                "/pay/orderquery", new Fields { { "out_trade_no", number } });
            if (answer.Verdict == Verdict.Succeeded)
            {
                if (answer.Judgment.Get("out_trade_no") == number)
                {
                    return TakePayment(answer.Judgment);
                }
                Tell("query: authentic, but about another order");
                return Outcome.NotKnown;
            }
            Report("query", answer);
            return answer.Verdict == Verdict.Failed ? Outcome.Failed : Outcome.NotKnown;
        }

        /// <summary>Asks what became of a refund.</summary>
        public async Task<Outcome> QueryRefundAsync(string refund)
        {
            if (!records.TryRefund(refund, out string number, out string fen))
            {
                throw new NotSentException($"refund {refund}: not one of ours");
            }
            Answer answer = await merchant.CallAsync(
                "/pay/refundquery", new Fields { { "out_refund_no", refund } });
            if (answer.Verdict != Verdict.Succeeded)
            {
                Report("refund query", answer);
                return answer.Verdict == Verdict.Failed ? Outcome.Failed : Outcome.NotKnown;
            }
            Judgment judgment = answer.Judgment;
            if (judgment.Get("out_refund_no_0") != refund
                || judgment.Get("out_trade_no") != number
                || judgment.Get("refund_fee_0") != fen)
            {
                Tell($"refund {refund}: authentic, but not what was asked for");
                return Outcome.NotKnown;
            }
            records.Mark(refund, "refunded");
            Tell($"refund {refund}: given back, {fen} fen of order {number}");
            return Outcome.Done;
        }
    }
}
