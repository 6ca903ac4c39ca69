using System;

namespace Wxp
{
    /// <summary>How long to wait and how often to try; by default the numbers of China.</summary>
    public sealed class Timing
    {
        internal readonly NativeTiming Numbers;

        /// <summary>Times are in seconds.</summary>
        /// <param name="firstQuery">
        /// Before the first query, and before a failure is believed.
        /// </param>
        /// <param name="spacing">Between queries; outside of China 3 to 5.</param>
        /// <param name="total">
        /// After which an order that is not paid is given up; outside of China 30.
        /// </param>
        /// <param name="reverseFrom">After the order, before which it cannot be reversed.</param>
        /// <param name="reverseSpacing">Between reverses.</param>
        /// <param name="reverses">
        /// How many reverses before somebody has to look, at most 255.
        /// </param>
        /// <param name="queries">
        /// How many queries confirm a failed order, and settle a reversed one, at most 255.
        /// </param>
        /// <exception cref="ArgumentOutOfRangeException">
        /// A number that is negative or too great.
        /// </exception>
        public Timing(
            int firstQuery = 5,
            int spacing = 10,
            int total = 45,
            int reverseFrom = 15,
            int reverseSpacing = 5,
            int reverses = 10,
            int queries = 5)
        {
            Numbers = new NativeTiming
            {
                FirstQuery = InRange(firstQuery, ushort.MaxValue, nameof(firstQuery)),
                Spacing = InRange(spacing, ushort.MaxValue, nameof(spacing)),
                Total = InRange(total, ushort.MaxValue, nameof(total)),
                ReverseFrom = InRange(reverseFrom, ushort.MaxValue, nameof(reverseFrom)),
                ReverseSpacing = InRange(reverseSpacing, ushort.MaxValue, nameof(reverseSpacing)),
                Reverses = InRange(reverses, byte.MaxValue, nameof(reverses)),
                Queries = InRange(queries, byte.MaxValue, nameof(queries)),
            };
        }

        /// <summary>Seconds before the first query.</summary>
        public int FirstQuery => Numbers.FirstQuery;

        /// <summary>Seconds between queries.</summary>
        public int Spacing => Numbers.Spacing;

        /// <summary>Seconds after which an order that is not paid is given up.</summary>
        public int Total => Numbers.Total;

        /// <summary>Seconds after the order before which it cannot be reversed.</summary>
        public int ReverseFrom => Numbers.ReverseFrom;

        /// <summary>Seconds between reverses.</summary>
        public int ReverseSpacing => Numbers.ReverseSpacing;

        /// <summary>Reverses before somebody has to look.</summary>
        public int Reverses => Numbers.Reverses;

        /// <summary>Queries that confirm a failed order, and that settle a reversed one.</summary>
        public int Queries => Numbers.Queries;

        internal static ushort InRange(int number, int most, string name) =>
            number >= 0 && number <= most
                ? (ushort)number
                : throw new ArgumentOutOfRangeException(name, number, $"0 to {most}");
    }

    /// <summary>What to do now.</summary>
    public readonly struct Next
    {
        internal Next(PaymentStep step, int wait)
        {
            Step = step;
            Wait = wait;
        }

        /// <summary>The step.</summary>
        public PaymentStep Step { get; }

        /// <summary>How many seconds to wait, for <see cref="PaymentStep.Wait"/>; else 0.</summary>
        public int Wait { get; }
    }

    /// <summary>
    /// One payment by Quick Pay, which ends in knowing what became of it; it never charges twice.
    /// Save it after each call of Next, before the step is carried out, and a terminal can lose
    /// power at any moment.
    /// </summary>
    public sealed unsafe class QuickPay
    {
        private readonly Timing timing;
        private byte[] payment = new byte[Native.QuickpaySize];

        /// <summary>Begins a payment, or goes on with one that was saved.</summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.Argument"/>: what was saved is damaged.
        /// </exception>
        public QuickPay(byte[]? saved = null, Timing? timing = null)
        {
            this.timing = timing ?? new Timing();
            if (saved == null)
            {
                fixed (byte* place = payment)
                {
                    Require(Native.wxp_quickpay_new(place));
                }
                return;
            }
            Require(saved.Length == payment.Length ? Status.Ok : Status.Argument);
            saved.CopyTo(payment, 0);
            // Damage shows now, and whatever is told first, the order is not asked for again.
            Next(PaymentEvent.Resumed);
        }

        /// <summary>
        /// Takes in what happened, so many seconds after the last call, and says what to do now.
        /// </summary>
        /// <param name="happened">What happened; by default nothing.</param>
        /// <param name="seconds">
        /// Seconds since the last call; more than 65535 are taken for so many.
        /// </param>
        /// <param name="judgment">
        /// The answer as judged, for Order (with "/pay/micropay"), Query (with "/pay/orderquery")
        /// and Reverse (with "/secapi/pay/reverse"). One that is not authentic counts as none.
        /// </param>
        /// <exception cref="WxpException">
        /// <see cref="Status.Null"/>: the event needs a judgment; <see cref="Status.Argument"/>:
        /// the judgment is of another operation than the event's.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">A negative time.</exception>
        public Next Next(
            PaymentEvent happened = PaymentEvent.None, int seconds = 0, Judgment? judgment = null)
        {
            // However long a terminal was without power, no wait is longer than that.
            int most = Math.Min(seconds, ushort.MaxValue);
            ushort passed = Timing.InRange(most, ushort.MaxValue, nameof(seconds));
            NativeTiming numbers = timing.Numbers;
            NativeVerdict verdict = judgment?.Number ?? default(NativeVerdict);
            NativeVerdict* answer = judgment == null ? null : &verdict;
            int step;
            ushort wait;
            fixed (byte* place = payment)
            {
                Require(Native.wxp_quickpay_next(
                    place, &numbers, (int)happened, answer, passed, &step, &wait));
            }
            return new Next((PaymentStep)step, wait);
        }

        /// <summary>The payment in 12 bytes, which bear a checksum.</summary>
        public byte[] Save() => (byte[])payment.Clone();

        private static void Require(Status status)
        {
            if (status != Status.Ok)
            {
                throw new WxpException(status);
            }
        }
    }
}
