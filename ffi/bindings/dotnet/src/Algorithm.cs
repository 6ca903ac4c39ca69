namespace Wxp
{
    /// <summary>How messages are signed.</summary>
    public enum Algorithm
    {
        /// <summary>MD5, the protocol's default.</summary>
        Md5 = 1,

        /// <summary>HMAC-SHA256; prefer it wherever the operation allows it.</summary>
        HmacSha256 = 2,
    }
}
