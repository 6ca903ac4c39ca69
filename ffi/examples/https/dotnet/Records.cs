using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Shop
{
    /// <summary>
    /// The shop's own records, one small file each, in the folder WXP_RECORDS: what an answer or a
    /// notice says is compared with them. .NET brings no database, and so these files stand for
    /// yours, which belongs in their place: it tells upper from lower case on every system, and
    /// marks an order as paid in the transaction that delivers.
    ///
    /// What was written has survived a power cut when a method returns.
    /// </summary>
    public sealed class Records
    {
        private const string Digits = "[1-9][0-9]{0,8}";

        private readonly string folder = Merchant.Setting("WXP_RECORDS");

        public Records()
        {
            if (!Directory.Exists(folder))
            {
                throw new NotSentException($"WXP_RECORDS: {folder} is no folder");
            }
        }

        /// <summary>Refuses what the gateway does not take for an order number.</summary>
        public static void MustBeOrder(string number) =>
            Must("[0-9A-Za-z_|*-]{1,32}", number, "no order number");

        /// <summary>Refuses what the gateway does not take for a refund number.</summary>
        public static void MustBeRefund(string refund) =>
            Must("[0-9A-Za-z_|*@-]{1,64}", refund, "no refund number");

        /// <summary>Notes down an order before it is sent.</summary>
        public void NoteOrder(string number, string fen)
        {
            MustBeOrder(number);
            Must(Digits, fen, "no amount in fen");
            if (!Make(PathOf(number, "order"), $"{fen}\n") && Order(number) != fen)
            {
                throw new NotSentException($"{number}: taken by something else");
            }
        }

        /// <summary>Notes down a refund of an order before it is sent.</summary>
        public void NoteRefund(string refund, string number, string fen)
        {
            MustBeRefund(refund);
            Must(Digits, fen, "no amount in fen");
            if (!Make(PathOf(refund, "refund"), $"{fen} {number}\n")
                && TryRefund(refund, out string other, out string amount)
                && (other != number || amount != fen))
            {
                throw new NotSentException($"{refund}: taken by something else");
            }
            GiveBack(number);
        }

        /// <summary>Notes down that the money of an order goes back, before a refund or a reverse
        /// is sent.</summary>
        public void GiveBack(string number) => Mark(number, "given-back");

        /// <summary>Marks an order as paid: true the first time, false ever after, and if its money
        /// goes back.</summary>
        public bool Deliver(string number) =>
            !IsMarked(number, "given-back") && Mark(number, "paid");

        /// <summary>The amount of an order, in fen; null if it is none of ours.</summary>
        public string Order(string number)
        {
            MustBeOrder(number);
            return Find(PathOf(number, "order"), $"({Digits})\n")?.Groups[1].Value;
        }

        /// <summary>Order number and amount of a refund; false if it is none of ours.</summary>
        public bool TryRefund(string refund, out string number, out string fen)
        {
            MustBeRefund(refund);
            Match found = Find(PathOf(refund, "refund"), $"({Digits}) ([^ \n]+)\n");
            fen = found?.Groups[1].Value;
            number = found?.Groups[2].Value;
            return found != null;
        }

        /// <summary>Marks an order "paid" or "given-back", or a refund "refunded": true the first
        /// time, false ever after; of several at the same moment, one makes the file.</summary>
        public bool Mark(string number, string what) => Make(PathOf(number, what), $"{what}\n");

        public bool IsMarked(string number, string what) => File.Exists(PathOf(number, what));

        /// <summary>Nobody else can take a payment until this is disposed of, or the program
        /// ends.</summary>
        public IDisposable LockPayment(string number)
        {
            MustBeOrder(number);
            string path = PathOf(number, "lock");
            try
            {
                return new FileStream(
                    path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                throw new NotSentException($"order {number}: another call is busy with it");
            }
        }

        /// <summary>Forgets a payment that was not sent, so that its number can be used.</summary>
        public void ForgetPayment(string number)
        {
            File.Delete(PaymentPath(number));
            FlushFolder();
        }

        /// <summary>Keeps the state of a payment, in place of the one before.</summary>
        public void SavePayment(string number, byte[] state)
        {
            File.Move(Draft(state), PaymentPath(number), true);
            FlushFolder();
        }

        /// <summary>The state of a payment, and how many seconds ago it was kept; null if none
        /// was.</summary>
        public byte[] Payment(string number, out int age)
        {
            string path = PaymentPath(number);
            byte[] state = Read(path);
            double seconds = state == null
                ? 0 : (DateTime.UtcNow - File.GetLastWriteTimeUtc(path)).TotalSeconds;
            age = (int)Math.Max(0, Math.Min(seconds, ushort.MaxValue));
            return state;
        }

        public string PaymentPath(string number) => PathOf(number, "quickpay");

        /// <summary>What was kept cannot be read. That is not the same as nothing.</summary>
        public static Exception Damaged(string path) =>
            new InvalidDataException($"{path} is damaged, and somebody has to look");

        /// <summary>What a file says, all of which has to be as it was written; null if there is no
        /// file.</summary>
        private static Match Find(string path, string form)
        {
            byte[] text = Read(path);
            if (text == null)
            {
                return null;
            }
            Match match = Regex.Match(Encoding.ASCII.GetString(text), $"^(?:{form})\\z");
            return match.Success ? match : throw Damaged(path);
        }

        private static byte[] Read(string path)
        {
            try
            {
                return File.ReadAllBytes(path);
            }
            catch (FileNotFoundException)
            {
                return null;
            }
        }

        /// <summary>Makes a file with all of its text, if it is not there yet; of several at once,
        /// one does.</summary>
        private bool Make(string path, string text)
        {
            string draft = Draft(Encoding.ASCII.GetBytes(text));
            try
            {
                File.Move(draft, path);
                return true;
            }
            catch (IOException) when (File.Exists(path))
            {
                return false;
            }
            finally
            {
                File.Delete(draft);
                FlushFolder();
            }
        }

        /// <summary>A new file whose bytes are on the disk before it gets its name.</summary>
        private string Draft(byte[] bytes)
        {
            string path = Path.Combine(folder, Path.GetRandomFileName());
            try
            {
                using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
                {
                    file.Write(bytes, 0, bytes.Length);
                    file.Flush(true);
                }
                return path;
            }
            catch
            {
                File.Delete(path);
                throw;
            }
        }

        /// <summary>On Unix a new name is on the disk when its folder is, and .NET has no call for
        /// that.</summary>
        private void FlushFolder()
        {
            if (Path.DirectorySeparatorChar != '/')
            {
                return;
            }
            int file = open(folder, 0); // O_RDONLY
            bool done = file >= 0 && fsync(file) == 0;
            close(file);
            if (!done)
            {
                throw new IOException($"{folder} cannot be written");
            }
        }

        [DllImport("libc")]
        private static extern int open(string path, int flags);

        [DllImport("libc")]
        private static extern int fsync(int file);

        [DllImport("libc")]
        private static extern int close(int file);

        private static void Must(string form, string text, string otherwise)
        {
            if (text == null || !Regex.IsMatch(text, $"^(?:{form})\\z"))
            {
                throw new NotSentException($"{text}: {otherwise}");
            }
        }

        private string PathOf(string number, string what) =>
            Path.Combine(folder, $"{number}.{what}");
    }
}
