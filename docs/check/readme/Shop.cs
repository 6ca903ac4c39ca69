// Stands for an HTTPS client: answers every request with a payment of the order 42.
using System.IO;
using System.Text;

static class Shop
{
    public static byte[] Post(string path, byte[] request)
    {
        if (!Encoding.UTF8.GetString(request).Contains("<sign>")) throw new InvalidDataException();
        return File.ReadAllBytes("answer.xml");
    }
}
