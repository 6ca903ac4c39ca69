using System;
using System.Threading.Tasks;
using Wxp;

namespace Shop
{
    /// <summary>Orders, Quick Pay, refunds and reversals.</summary>
    public sealed class Till
    {
        private readonly Merchant merchant;
        private readonly Records records;
        private readonly Settlement settlement;

        public Till(Merchant merchant, Records records, Settlement settlement)
        {
            this.merchant = merchant;
            this.records = records;
            this.settlement = settlement;
        }

        /// <summary>Native: the customer scans what comes back. A notice tells when it is
        /// paid.</summary>
        public async Task<Outcome> OrderAsync(string number, string fen, string body)
        {
            records.NoteOrder(number, fen);
            Answer answer = await merchant.CallAsync("/pay/unifiedorder", new Fields
            {
                { "out_trade_no", number },
                { "total_fee", fen },
                { "body", body },
                { "trade_type", "NATIVE" },
                { "product_id", number },
                { "spbill_create_ip", "127.0.0.1" },
                { "notify_url", merchant.NotifyUrl + "/payment" },
            });
            if (answer.Verdict == Verdict.Accepted)
            {
                Console.WriteLine(answer.Judgment.Get("code_url"));
                return Outcome.Done;
            }
            Settlement.Report("order", answer);
            if (answer.Verdict == Verdict.Failed
                && answer.Judgment.Action != AdvisedAction.Query)
            {
                return Outcome.Failed;
            }
            // In doubt: ask. The same order can be sent again under the same number.
            Outcome found = await settlement.QueryOrderAsync(number);
            return found == Outcome.Done ? Outcome.Done : Outcome.NotKnown;
        }

        /// <summary>Gives money back. The answer says that it was taken on; a notice or a query,
        /// that it came.</summary>
        public async Task<Outcome> RefundAsync(string number, string refund, string fen)
        {
            string total = records.Order(number)
                ?? throw new NotSentException($"{number}: no order of ours");
            records.NoteRefund(refund, number, fen);
            Answer answer = await merchant.CallAsync("/secapi/pay/refund", new Fields
            {
                { "out_trade_no", number },
                { "out_refund_no", refund },
                { "total_fee", total },
                { "refund_fee", fen },
                { "notify_url", merchant.NotifyUrl + "/refund" },
            });
            if (answer.Verdict == Verdict.Failed)
            {
                Settlement.Report("refund", answer);
                return Outcome.Failed;
            }
            if (answer.Verdict != Verdict.Accepted)
            {
                Settlement.Report("refund", answer);
            }
            else if (answer.Judgment.Get("out_refund_no") != refund
                || answer.Judgment.Get("refund_fee") != fen)
            {
                Settlement.Tell($"refund {refund}: authentic, but not what was asked for");
            }
            else
            {
                Settlement.Tell($"refund {refund}: taken on");
                return Outcome.Done;
            }
            // In doubt: ask. Under another number the money could be given back twice.
            Outcome found = await settlement.QueryRefundAsync(refund);
            return found == Outcome.Done ? Outcome.Done : Outcome.NotKnown;
        }

        /// <summary>Revokes an order: closes it, or gives back what was paid. Repeated until it is
        /// known.</summary>
        public async Task<Outcome> ReverseAsync(string number)
        {
            for (int attempt = 0; attempt < 10; attempt++)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt > 0 ? 5 : 0));
                Answer answer = await merchant.CallAsync(
                    "/secapi/pay/reverse", new Fields { { "out_trade_no", number } });
                if (answer.Verdict == Verdict.Succeeded)
                {
                    Settlement.Tell($"order {number}: reversed");
                    return Outcome.Done;
                }
                Settlement.Report("reverse", answer);
                if (answer.Verdict == Verdict.Failed)
                {
                    return Outcome.Failed;
                }
            }
            return Outcome.NotKnown;
        }

        /// <summary>
        /// Quick Pay: takes money by the customer's code, and does not end before it is known
        /// whether it was taken. After a power cut it goes on where it was: the order is never sent
        /// twice.
        /// </summary>
        public async Task<Outcome> PayAsync(string number, string fen, string code, string body)
        {
            records.NoteOrder(number, fen);
            byte[] saved = records.Load(number, "quickpay", out int elapsed);
            var payment = new QuickPay(saved);
            Event happened = saved == null ? Event.None : Event.Resumed;
            Judgment judgment = null;
            long last = Environment.TickCount64 / 1000;
            for (;;)
            {
                Next next = payment.Next(happened, elapsed, judgment);
                records.Save(number, "quickpay", payment.Save()); // before it is carried out
                judgment = null;
                switch (next.Step)
                {
                    case Step.Wait:
                        await Task.Delay(TimeSpan.FromSeconds(next.Wait));
                        happened = Event.Waited;
                        break;
                    case Step.Order:
                        judgment = await AskAsync("/pay/micropay", new Fields
                        {
                            { "out_trade_no", number },
                            { "total_fee", fen },
                            { "body", body },
                            { "auth_code", code },
                            { "spbill_create_ip", "127.0.0.1" },
                        });
                        happened = judgment == null ? Event.NoAnswer : Event.Order;
                        break;
                    case Step.Query:
                        judgment = await AskAsync(
                            "/pay/orderquery", new Fields { { "out_trade_no", number } });
                        happened = judgment == null ? Event.NoAnswer : Event.Query;
                        break;
                    case Step.Reverse:
                        judgment = await AskAsync(
                            "/secapi/pay/reverse", new Fields { { "out_trade_no", number } });
                        happened = judgment == null ? Event.NoAnswer : Event.Reverse;
                        break;
                    case Step.Paid:
                        // If it was finished before, it may have been reversed or refunded since.
                        return happened == Event.Resumed
                            ? await settlement.QueryOrderAsync(number)
                            : Outcome.Done;
                    case Step.NotPaid:
                        Settlement.Tell($"order {number}: not paid");
                        return Outcome.Failed;
                    case Step.Reversed:
                        Settlement.Tell($"order {number}: reversed");
                        return Outcome.Failed;
                    default:
                        Settlement.Tell($"order {number}: not known:"
                            + " somebody has to look before the customer pays anew");
                        return Outcome.NotKnown;
                }
                elapsed = (int)(Environment.TickCount64 / 1000 - last);
                last += elapsed;
            }
        }

        /// <summary>One request of Quick Pay: its judgment, or null if nothing can be gone
        /// by.</summary>
        private async Task<Judgment> AskAsync(string path, Fields fields)
        {
            Answer answer;
            try
            {
                answer = await merchant.CallAsync(path, fields);
            }
            catch (NotSentException why)
            {
                Settlement.Tell($"{path}: {why.Message}");
                return null;
            }
            if (answer.Verdict != Verdict.Succeeded)
            {
                Settlement.Report(path, answer);
            }
            else if (path != "/secapi/pay/reverse"
                && settlement.TakePayment(answer.Judgment) != Outcome.Done)
            {
                return null; // paid, but not what was to be paid
            }
            return answer.Judgment;
        }
    }
}
