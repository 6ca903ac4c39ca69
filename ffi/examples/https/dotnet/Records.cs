using System.IO;
using System.Text.RegularExpressions;

namespace Shop
{
    /// <summary>
    /// The shop's own records, one small file each, in the folder WXP_RECORDS. They stand for your
    /// database: what an answer or a notice says is compared with them.
    /// </summary>
    public sealed class Records
    {
        private readonly string folder = Merchant.Setting("WXP_RECORDS");

        /// <summary>Notes down an order before it is sent.</summary>
        public void NoteOrder(string number, string fen) => Note(number, "order", fen);

        /// <summary>Notes down a refund of an order before it is sent.</summary>
        public void NoteRefund(string refund, string number, string fen) =>
            Note(refund, "refund", $"{number} {fen}");

        /// <summary>The amount of an order, in fen; null if it is none of ours.</summary>
        public string Order(string number) => Read(number, "order");

        /// <summary>Order number and amount of a refund; false if it is none of ours.</summary>
        public bool TryRefund(string refund, out string number, out string fen)
        {
            string[] parts = Read(refund, "refund")?.Split(' ');
            number = parts?[0];
            fen = parts?[1];
            return parts != null;
        }

        /// <summary>Marks an order "paid" or a refund "refunded": true the first time, false ever
        /// after.</summary>
        public bool Mark(string number, string what) => Make(number, what, "");

        /// <summary>Keeps something about an order, in place of what was kept before.</summary>
        public void Save(string number, string what, byte[] bytes)
        {
            string draft = Draft();
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, PathOf(number, what), true);
        }

        /// <summary>What was kept, and how many seconds ago; null if nothing was.</summary>
        public byte[] Load(string number, string what, out int age)
        {
            var file = new FileInfo(PathOf(number, what));
            age = 0;
            if (!file.Exists)
            {
                return null;
            }
            double seconds = (System.DateTime.UtcNow - file.LastWriteTimeUtc).TotalSeconds;
            age = (int)System.Math.Max(0, System.Math.Min(seconds, ushort.MaxValue));
            return File.ReadAllBytes(file.FullName);
        }

        private void Note(string number, string what, string text)
        {
            if (!Make(number, what, text) && Read(number, what) != text)
            {
                throw new NotSentException($"{number}: taken by something else");
            }
        }

        private string Read(string number, string what)
        {
            string path = PathOf(number, what);
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }

        /// <summary>Makes a file with all of its text, if it is not there yet; of several at once,
        /// one does.</summary>
        private bool Make(string number, string what, string text)
        {
            string path = PathOf(number, what);
            string draft = Draft();
            File.WriteAllText(draft, text);
            try
            {
                File.Move(draft, path);
                return true;
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
                return false;
            }
        }

        private string Draft() => Path.Combine(folder, Path.GetRandomFileName());

        /// <summary>Only numbers that an order can have: not "../x".</summary>
        private string PathOf(string number, string what)
        {
            if (number == null || !Regex.IsMatch(number, @"^[0-9A-Za-z_\-|*@]{1,64}\z"))
            {
                throw new NotSentException($"{number}: no number of ours");
            }
            return Path.Combine(folder, $"{number}.{what}");
        }
    }
}
