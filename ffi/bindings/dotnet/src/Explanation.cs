using System;
using System.Collections.Generic;

namespace Wxp
{
    /// <summary>Why a signature does not match.</summary>
    public sealed class Explanation
    {
        private readonly string[] fields;

        internal Explanation(
            Cause cause, string[] fields, SecondSignature second, IReadOnlyList<Finding> findings)
        {
            Cause = cause;
            this.fields = fields;
            Second = second == 0 ? default(SecondSignature?) : second;
            Findings = findings;
        }

        /// <summary>The mistake that leads to the signature.</summary>
        public Cause Cause { get; }

        /// <summary>The fields it was made with.</summary>
        public IReadOnlyList<string> Fields => Array.AsReadOnly(fields);

        /// <summary>The first one of <see cref="Fields"/>, or null.</summary>
        public string? Field => fields.Length > 0 ? fields[0] : null;

        /// <summary>The mistake as one clause in <see cref="Texts.Language"/>.</summary>
        public string Text => TextIn(Texts.Current);

        /// <summary>The <see cref="Text"/> in this language.</summary>
        public unsafe string TextIn(Language language) =>
            Native.Said(Native.wxp_cause_text((int)Cause, Texts.Number(language)));

        /// <summary>What a second signature was recognized as; null of any other message.</summary>
        public SecondSignature? Second { get; }

        /// <summary>
        /// What is wrong or doubtful with the request, if its operation was named; else none.
        /// </summary>
        public IReadOnlyList<Finding> Findings { get; }

        /// <summary>A second signature as one clause in <see cref="Texts.Language"/>.</summary>
        public static string SecondText(SecondSignature second) =>
            SecondText(second, Texts.Current);

        /// <summary>A second signature as one clause in this language.</summary>
        public static unsafe string SecondText(SecondSignature second, Language language) =>
            Native.Said(Native.wxp_second_text((int)second, Texts.Number(language)));

        /// <summary>What is left to check, the likeliest first.</summary>
        /// <param name="sender">Who made the message, and so its signature.</param>
        public IReadOnlyList<Hint> Hints(Sender sender) =>
            Ranked(rank => Native.wxp_hint((int)Cause, (int)sender, rank));

        /// <summary>
        /// What to check where the gateway refused a request with this return_msg; nothing if it
        /// does not speak of the signature.
        /// </summary>
        public static unsafe IReadOnlyList<Hint> RefusalHints(string returnMsg)
        {
            byte[] message = Utf8.Encode(returnMsg, nameof(returnMsg));
            return Ranked(rank =>
            {
                fixed (byte* text = message)
                {
                    return Native.wxp_refusal_hint(text, Native.Size(message.Length), rank);
                }
            });
        }

        /// <summary>A hint as one clause in <see cref="Texts.Language"/>.</summary>
        public static string HintText(Hint hint) => HintText(hint, Texts.Current);

        /// <summary>A hint as one clause in this language.</summary>
        public static unsafe string HintText(Hint hint, Language language) =>
            Native.Said(Native.wxp_hint_text((int)hint, Texts.Number(language)));

        private static IReadOnlyList<Hint> Ranked(Func<UIntPtr, int> hints)
        {
            var ranked = new List<Hint>();
            int hint;
            while ((hint = hints(Native.Size(ranked.Count))) != 0)
            {
                ranked.Add((Hint)hint);
            }
            return ranked.AsReadOnly();
        }
    }
}
