using System;
using System.IO;
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

        /// <summary>For whoever runs the shop; what becomes of an order does not hang on whether
        /// somebody can read it.</summary>
        public static void Tell(string text)
        {
            try
            {
                Console.Error.WriteLine(text);
            }
            catch (IOException)
            {
            }
        }

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
        public Outcome TakePayment(Judgment paid, string number) =>
            AgreesWithOrder(paid, number) ? Deliver(number) : Outcome.NotKnown;

        /// <summary>The same of a notice, which names its order itself: whether it need not come
        /// again.</summary>
        public bool TakeNotice(Judgment paid)
        {
            string number = paid.Get("out_trade_no") ?? "";
            if (!AgreesWithOrder(paid, number))
            {
                return false;
            }
            Deliver(number);
            return true;
        }

        /// <summary>Delivers an order that is paid: once, and not if its money goes back.</summary>
        public Outcome Deliver(string number)
        {
            string fen = records.Order(number);
            // Notices come twice, also at the same moment, and queries find what they told:
            // deliver in the transaction that marks the order.
            bool first = records.Deliver(number);
            if (!first && !records.IsMarked(number, "paid"))
            {
                Tell($"order {number}: paid, and given back by us: somebody has to look");
                return Outcome.NotKnown;
            }
            Tell($"order {number}: paid, {fen} fen" + (first ? ": deliver" : ", known"));
            return Outcome.Done;
        }

        /// <summary>Asks what became of an order, and takes it in.</summary>
        public async Task<Outcome> QueryOrderAsync(string number) =>
            TakeOrder(number, await AskOrderAsync(number));

        public async Task<Answer> AskOrderAsync(string number)
        {
            Records.MustBeOrder(number);
            return await merchant.CallAsync(
                "/pay/orderquery", new Fields { { "out_trade_no", number } });
        }

        /// <summary>Takes in what the answer to a query says of an order.</summary>
        public Outcome TakeOrder(string number, Answer answer)
        {
            if (answer.Verdict == Verdict.Succeeded)
            {
                return TakePayment(answer.Judgment, number);
            }
            Report("query", answer);
            if (!IsAbout($"order {number}", answer, new Fields { { "out_trade_no", number } }))
            {
                return Outcome.NotKnown;
            }
            if (answer.Judgment.Get("trade_state") == "REFUND")
            {
                return TakeRefundedPayment(answer.Judgment, number);
            }
            return answer.Verdict == Verdict.Failed ? Outcome.Failed : Outcome.NotKnown;
        }

        /// <summary>Whether a message about a payment says what our records say of the
        /// order.</summary>
        public bool AgreesWithOrder(Judgment paid, string number)
        {
            string fen = records.Order(number);
            if (fen == null)
            {
                Tell($"order {number}: authentic, but no order of ours");
                return false;
            }
            var order = new Fields { { "out_trade_no", number }, { "total_fee", fen } };
            return Agrees($"order {number}", paid, order);
        }

        /// <summary>Whether the answer to a query says that nobody has paid the order so
        /// far.</summary>
        public bool IsUnpaid(string number, Answer answer)
        {
            if (!IsAbout($"order {number}", answer, new Fields { { "out_trade_no", number } }))
            {
                return false;
            }
            string state = answer.Judgment.Get("trade_state");
            return state != "SUCCESS" && state != "REFUND";
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
            var asked = new Fields
            {
                { "out_refund_no_0", refund },
                { "out_trade_no", number },
                { "refund_fee_0", fen },
            };
            if (answer.Verdict != Verdict.Succeeded)
            {
                Report("refund query", answer);
                return answer.Verdict == Verdict.Failed
                    && IsAbout($"refund {refund}", answer, asked)
                    ? Outcome.Failed : Outcome.NotKnown;
            }
            if (!Agrees($"refund {refund}", answer.Judgment, asked))
            {
                return Outcome.NotKnown;
            }
            records.Mark(refund, "refunded");
            Tell($"refund {refund}: given back, {fen} fen of order {number}");
            return Outcome.Done;
        }

        /// <summary>Whether an authentic message says what the shop's records say. One about 1 fen,
        /// or about another order, would do for any order if nobody compared.</summary>
        public bool Agrees(string what, Judgment judgment, Fields records)
        {
            string difference = merchant.Difference(
                judgment, new Fields(records) { { "fee_type", "CNY" } });
            if (difference != null)
            {
                Tell($"{what}: authentic, but not what was asked for: {difference}");
            }
            return difference == null;
        }

        /// <summary>The same of an answer that says only some of it, or nothing, because it is not
        /// paid.</summary>
        public bool IsAbout(string what, Answer answer, Fields records)
        {
            if (answer.Judgment == null || !answer.Judgment.IsAuthentic)
            {
                return false;
            }
            var said = new Fields();
            foreach (var field in records)
            {
                if (answer.Judgment.Get(field.Key) != null)
                {
                    said.Add(field.Key, field.Value);
                }
            }
            return Agrees(what, answer.Judgment, said);
        }

        /// <summary>An order that was paid, and of which something was given back
        /// since.</summary>
        private Outcome TakeRefundedPayment(Judgment refunded, string number)
        {
            if (!AgreesWithOrder(refunded, number))
            {
                return Outcome.NotKnown;
            }
            if (records.IsMarked(number, "paid"))
            {
                Tell($"order {number}: paid, and refunded since");
                return Outcome.Done;
            }
            Tell($"order {number}: paid and refunded since, but not delivered:"
                + " somebody has to look");
            return Outcome.NotKnown;
        }
    }
}
