using System;
using System.Globalization;
using System.Threading;

namespace Wxp
{
    /// <summary>
    /// The language of texts and of the messages of exceptions, for the whole process. To choose
    /// for one text, there are methods whose names end with In, such as
    /// <see cref="Judgment.AdviceIn"/>.
    /// </summary>
    public static class Texts
    {
        private const int Follow = -1;

        // A number, because it is read and written in one step.
        private static int chosen = (int)Wxp.Language.English;

        /// <summary>
        /// The language that the program chose; English until then, whatever the culture is. Null
        /// follows <see cref="CultureInfo.CurrentUICulture"/> whenever a text is asked for:
        /// Chinese where that is Chinese, else English.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such language.</exception>
        public static Language? Language
        {
            get
            {
                int number = Volatile.Read(ref chosen);
                return number == Follow ? default(Language?) : (Language)number;
            }

            set
            {
                int number = value.HasValue ? (int)Known(value.Value) : Follow;
                Volatile.Write(ref chosen, number);
            }
        }

        /// <summary>The language of a text that is asked for now.</summary>
        internal static Language Current => Language ?? OfCulture(CultureInfo.CurrentUICulture);

        /// <summary>A status, with the name of the field that it is about, or null.</summary>
        internal static unsafe string Describe(
            Language language, Status status, string? field, int? offset = null)
        {
            string text = Native.Said(Native.wxp_status_text(status, Number(language)));
            bool chinese = language == Wxp.Language.Chinese;
            if (field != null)
            {
                text += chinese ? $"，字段{field}" : $", field {field}";
            }
            return text + Place(chinese, offset);
        }

        /// <summary>What a document is instead, and what it says if that is a web page.</summary>
        internal static unsafe string Other(Language language, int body, int page, int? offset)
        {
            int number = Number(language);
            bool chinese = language == Wxp.Language.Chinese;
            string text = Native.Said(Native.wxp_body_text(body, number));
            text = chinese ? $"不是本协议的报文，而是{text}" : $"not a message of the protocol, but {text}";
            if (page != 0)
            {
                text += (chinese ? "：" : ": ") + Native.Said(Native.wxp_page_text(page, number));
            }
            return text + Place(chinese, offset);
        }

        /// <summary>That a field is not what was expected; values can be empty.</summary>
        internal static string Difference(
            Language language, string field, string found, string expected)
        {
            bool chinese = Known(language) == Wxp.Language.Chinese;
            if (found.Length == 0)
            {
                return chinese ? $"缺少{field}，应为{expected}" : $"{field} is missing, not {expected}";
            }
            if (expected.Length == 0)
            {
                return chinese
                    ? $"{field}的值是{found}，但不应有此字段"
                    : $"{field} is {found}, and should be missing";
            }
            return chinese
                ? $"{field}的值是{found}，应为{expected}"
                : $"{field} is {found}, not {expected}";
        }

        private static string Place(bool chinese, int? offset) =>
            !offset.HasValue ? "" : chinese ? $"，字节偏移{offset}" : $", byte {offset}";

        /// <summary>The number of a language.</summary>
        internal static int Number(Language language) => (int)Known(language);

        private static Language OfCulture(CultureInfo culture) =>
            culture.TwoLetterISOLanguageName == "zh"
                ? Wxp.Language.Chinese
                : Wxp.Language.English;

        private static Language Known(Language language) =>
            language == Wxp.Language.English || language == Wxp.Language.Chinese
                ? language
                : throw new ArgumentOutOfRangeException(nameof(language));
    }
}
