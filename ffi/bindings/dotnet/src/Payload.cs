namespace Wxp
{
    /// <summary>What the customer's side takes, finished and signed.</summary>
    public enum Payload
    {
        /// <summary>
        /// JSON for a page in WeChat (WeixinJSBridge, chooseWXPay) or a mini program
        /// (requestPayment), of appid, nonce_str, prepay_id and timestamp.
        /// </summary>
        Jsapi = 1,

        /// <summary>
        /// JSON for an app, of appid, mch_id, nonce_str, prepay_id and timestamp.
        /// </summary>
        App = 2,

        /// <summary>
        /// JSON for a red packet in a mini program, of appid, nonce_str, package (as
        /// /mmpaymkttransfers/sendminiprogramhb answered it) and timestamp. Only MD5 signs it.
        /// </summary>
        RedPacket = 3,

        /// <summary>
        /// The text of a QR code that stands for a product (Native mode 1), of appid, mch_id,
        /// nonce_str, product_id and timestamp. Only MD5 signs it.
        /// </summary>
        NativeCode = 4,

        /// <summary>
        /// The document that replies to the notice "native-scan" with an order, of appid, mch_id,
        /// nonce_str and prepay_id. Only MD5 signs it.
        /// </summary>
        NativeOrder = 5,

        /// <summary>
        /// The document that replies to the notice "native-scan" without one, of appid,
        /// err_code_des (what to tell the customer), mch_id and nonce_str. Only MD5 signs it.
        /// </summary>
        NativeRefusal = 6,

        /// <summary>
        /// The address of the page on which a customer signs a contract, within WeChat; of all
        /// fields.
        /// </summary>
        Contract = 7,

        /// <summary>As Contract, in a browser outside of WeChat.</summary>
        ContractH5 = 8,

        /// <summary>As Contract, for a service provider.</summary>
        ContractPartner = 9,

        /// <summary>As ContractH5, for a service provider.</summary>
        ContractPartnerH5 = 10,

        /// <summary>
        /// The inner signature of a red packet of Enterprise WeChat, the field workwx_sign, of
        /// act_name, mch_billno, mch_id, nonce_str, re_openid, total_amount and wxappid. The key is
        /// made of the enterprise's payment secret (Key.Nonstandard); only MD5 signs it.
        /// </summary>
        WorkwxRedPacket = 11,

        /// <summary>
        /// As WorkwxRedPacket, of a payment to a member of the staff: of amount, appid, desc,
        /// mch_id, nonce_str, openid, partner_trade_no and ww_msg_type.
        /// </summary>
        WorkwxStaff = 12,
    }

    /// <summary>The fields that a kind needs, in the order the library counts them in.</summary>
    internal static class Needed
    {
        internal static string[] Of(Payload kind)
        {
            switch (kind)
            {
                case Payload.Jsapi:
                    return Names("appid nonce_str prepay_id timestamp");
                case Payload.App:
                    return Names("appid mch_id nonce_str prepay_id timestamp");
                case Payload.RedPacket:
                    return Names("appid nonce_str package timestamp");
                case Payload.NativeCode:
                    return Names("appid mch_id nonce_str product_id timestamp");
                case Payload.NativeOrder:
                    return Names("appid mch_id nonce_str prepay_id");
                case Payload.NativeRefusal:
                    return Names("appid err_code_des mch_id nonce_str");
                case Payload.WorkwxRedPacket:
                    return Names(
                        "act_name mch_billno mch_id nonce_str re_openid total_amount wxappid");
                case Payload.WorkwxStaff:
                    return Names(
                        "amount appid desc mch_id nonce_str openid partner_trade_no ww_msg_type");
                default:
                    return Names("");
            }
        }

        private static string[] Names(string names) => names.Split(' ');
    }
}
