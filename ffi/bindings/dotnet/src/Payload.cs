namespace Wxp
{
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
