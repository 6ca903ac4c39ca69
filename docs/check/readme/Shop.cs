// Stands for a shop whose HTTPS client answers every request with a payment of the order 42.
using System.IO;
using Wxp;

static class Shop
{
    static byte[] Post(string path, string request)
    {
        if (!request.Contains("<sign>")) throw new InvalidDataException();
        return File.ReadAllBytes("answer.xml");
    }

    static void Main()
    {
        using var key = new Key(Algorithm.HmacSha256, File.ReadAllText("key").TrimEnd());
        Order.Pay(key, Post);
    }
}
