using System;
using System.Threading.Tasks;
using Wxp;

namespace Shop
{
    /// <summary>Orders, Quick Pay, refunds and reversals.</summary>
    public sealed class Till
    {
        private const int MostUnsent = 3; // which the next call goes on from

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
                { "spbill_create_ip", merchant.Ip },
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
            var asked = new Fields
            {
                { "out_refund_no", refund },
                { "out_trade_no", number },
                { "refund_fee", fen },
            };
            if (answer.Verdict != Verdict.Accepted)
            {
                Settlement.Report("refund", answer);
            }
            else if (settlement.Agrees($"refund {refund}", answer.Judgment, asked))
            {
                Settlement.Tell($"refund {refund}: taken on");
                return Outcome.Done;
            }
            // In doubt: ask. Under another number the money could be given back twice.
            Outcome found = await settlement.QueryRefundAsync(refund);
            return found == Outcome.Done ? Outcome.Done : Outcome.NotKnown;
        }

        /// <summary>
        /// Closes an order that nobody has paid, so that nobody can any more. WeChat Pay takes this
        /// 5 minutes after the order at the earliest. Orders of Quick Pay are reversed instead.
        /// </summary>
        public async Task<Outcome> CloseAsync(string number)
        {
            if (records.Order(number) == null)
            {
                throw new NotSentException($"{number}: no order of ours");
            }
            if (records.Payment(number, out int _) != null)
            {
                throw new NotSentException($"{number}: an order of Quick Pay: reverse it");
            }
            Answer state = await settlement.AskOrderAsync(number);
            if (settlement.TakeOrder(number, state) == Outcome.Done)
            {
                return Outcome.Failed; // it is paid, and that was said
            }
            if (!settlement.IsUnpaid(number, state))
            {
                return Outcome.NotKnown;
            }
            Answer answer = await merchant.CallAsync("/pay/closeorder", NumberOnly(number));
            bool authentic = answer.Judgment != null && answer.Judgment.IsAuthentic;
            string code = authentic ? answer.Judgment.Get("err_code") : null;
            if (answer.Verdict == Verdict.Succeeded
                || code == "ORDERCLOSED" || code == "ORDERNOTEXIST")
            {
                Settlement.Tell($"order {number}: closed");
                return Outcome.Done;
            }
            Settlement.Report("close", answer);
            if (code == "ORDERPAID") // since the query
            {
                Outcome found = await settlement.QueryOrderAsync(number);
                return found == Outcome.Done ? Outcome.Failed : Outcome.NotKnown;
            }
            return answer.Verdict == Verdict.Failed ? Outcome.Failed : Outcome.NotKnown;
        }

        /// <summary>Revokes an order: closes it, or gives back what was paid. Repeated until it is
        /// known.</summary>
        public async Task<Outcome> ReverseAsync(string number)
        {
            Records.MustBeOrder(number);
            for (int attempt = 0; attempt < 10; attempt++)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt > 0 ? 5 : 0));
                records.GiveBack(number);
                Answer answer = await merchant.CallAsync(
                    "/secapi/pay/reverse", NumberOnly(number));
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
        /// whether it was taken, unless there is no connection any more. After that, and after a
        /// power cut, the same call goes on where it was: the order is never sent twice.
        /// </summary>
        public async Task<Outcome> PayAsync(string number, string fen, string code, string body)
        {
            records.NoteOrder(number, fen);
            using (records.LockPayment(number))
            {
                return await PayLockedAsync(number, fen, code, body);
            }
        }

        private async Task<Outcome> PayLockedAsync(
            string number, string fen, string code, string body)
        {
            byte[] saved = records.Payment(number, out int elapsed);
            QuickPay payment;
            try
            {
                payment = new QuickPay(saved);
            }
            catch (WxpException)
            {
                throw Records.Damaged(records.PaymentPath(number));
            }
            PaymentEvent happened = saved == null ? PaymentEvent.None : PaymentEvent.Resumed;
            merchant.MayHaveSent = saved != null; // before the power cut
            Judgment judgment = null;
            int unsent = 0;
            long last = Environment.TickCount64 / 1000;
            for (;;)
            {
                Next next = payment.Next(happened, elapsed, judgment);
                records.SavePayment(number, payment.Save()); // before it is carried out
                judgment = null;
                switch (next.Step)
                {
                    case PaymentStep.Wait:
                        await Task.Delay(TimeSpan.FromSeconds(next.Wait));
                        happened = PaymentEvent.Waited;
                        break;
                    case PaymentStep.Order:
                        var order = new Fields
                        {
                            { "out_trade_no", number },
                            { "total_fee", fen },
                            { "body", body },
                            { "auth_code", code },
                            { "spbill_create_ip", merchant.Ip },
                        };
                        (happened, judgment) = await AskAsync(
                            number, PaymentEvent.Order, "/pay/micropay", order);
                        break;
                    case PaymentStep.Query:
                        (happened, judgment) = await AskAsync(
                            number, PaymentEvent.Query, "/pay/orderquery", NumberOnly(number));
                        break;
                    case PaymentStep.Reverse:
                        records.GiveBack(number);
                        (happened, judgment) = await AskAsync(
                            number, PaymentEvent.Reverse, "/secapi/pay/reverse", NumberOnly(number));
                        break;
                    case PaymentStep.Paid:
                        // If it was finished before, it may have been reversed or refunded since.
                        return happened == PaymentEvent.Resumed
                            ? await settlement.QueryOrderAsync(number)
                            : settlement.Deliver(number);
                    case PaymentStep.NotSent:
                        records.ForgetPayment(number);
                        return Outcome.NotSent;
                    case PaymentStep.NotPaid:
                        Settlement.Tell($"order {number}: not paid");
                        return Outcome.Failed;
                    case PaymentStep.Reversed:
                        Settlement.Tell($"order {number}: reversed");
                        return Outcome.Failed;
                    default:
                        Settlement.Tell($"order {number}: not known:"
                            + " somebody has to look before the customer pays anew");
                        return Outcome.NotKnown;
                }
                if (happened == PaymentEvent.NotSent && ++unsent == MostUnsent)
                {
                    Settlement.Tell($"order {number}: not known: there is no connection;"
                        + " when there is one, pay with the same number goes on");
                    return Outcome.NotKnown;
                }
                elapsed = (int)(Environment.TickCount64 / 1000 - last);
                last += elapsed;
            }
        }

        private static Fields NumberOnly(string number) =>
            new Fields { { "out_trade_no", number } };

        /// <summary>One request of Quick Pay, and what happened: an event, and the judgment that it
        /// takes.</summary>
        private async Task<(PaymentEvent, Judgment)> AskAsync(
            string number, PaymentEvent answered, string path, Fields fields)
        {
            Answer answer;
            try
            {
                answer = await merchant.CallAsync(path, fields);
            }
            catch (NotSentException why)
            {
                answer = new Answer(why.Message, wasSent: false);
            }
            if (answer.Verdict != Verdict.Succeeded)
            {
                Settlement.Report(path, answer);
            }
            else if (answered != PaymentEvent.Reverse
                && !settlement.AgreesWithOrder(answer.Judgment, number))
            {
                return (PaymentEvent.NoAnswer, null); // paid, but not what was to be paid
            }
            if (settlement.IsAbout($"order {number}", answer, NumberOnly(number)))
            {
                return (answered, answer.Judgment);
            }
            return (answer.WasSent ? PaymentEvent.NoAnswer : PaymentEvent.NotSent, null);
        }
    }
}
