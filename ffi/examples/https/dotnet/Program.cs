using System;
using System.Threading.Tasks;

namespace Shop
{
    /// <summary>
    /// A shop's side of WeChat Pay: order, Quick Pay, query, refund, reverse, close, notices.
    ///
    /// Ends with 0 if it is done, 1 if it is not done, 2 if nothing was sent, and 3 if it is not
    /// known: then ask again with the same number, and never pay again under another one.
    /// </summary>
    public static class Program
    {
        private const string Usage =
            "Shop order NUMBER FEN BODY | pay NUMBER FEN CODE BODY | query NUMBER\n"
            + "     refund NUMBER REFUND FEN | refunded REFUND | reverse NUMBER | close NUMBER\n"
            + "     listen PORT";

        public static int Main(string[] arguments)
        {
            Merchant merchant = null;
            try
            {
                merchant = Merchant.FromEnvironment();
                return (int)RunAsync(merchant, arguments).GetAwaiter().GetResult();
            }
            catch (NotSentException why)
            {
                Settlement.Tell(why.Message);
                return (int)(merchant?.MayHaveSent == true ? Outcome.NotKnown : Outcome.NotSent);
            }
            catch (Exception error) // damaged records, a full disk
            {
                Settlement.Tell($"not known, because of an error: {error.Message}");
                return (int)Outcome.NotKnown;
            }
            finally
            {
                merchant?.Dispose();
            }
        }

        private static async Task<Outcome> RunAsync(Merchant merchant, string[] a)
        {
            var records = new Records();
            var settlement = new Settlement(merchant, records);
            var till = new Till(merchant, records, settlement);
            switch ((a.Length > 0 ? a[0] : "") + "/" + (a.Length - 1))
            {
                case "order/3":
                    return await till.OrderAsync(a[1], a[2], a[3]);
                case "pay/4":
                    return await till.PayAsync(a[1], a[2], a[3], a[4]);
                case "query/1":
                    return await settlement.QueryOrderAsync(a[1]);
                case "refund/3":
                    return await till.RefundAsync(a[1], a[2], a[3]);
                case "refunded/1":
                    return await settlement.QueryRefundAsync(a[1]);
                case "reverse/1":
                    return await till.ReverseAsync(a[1]);
                case "close/1":
                    return await till.CloseAsync(a[1]);
                case "listen/1":
                    await new Notices(merchant, settlement).ListenAsync(a[1]);
                    return Outcome.Done;
                default:
                    throw new NotSentException(Usage);
            }
        }
    }
}
