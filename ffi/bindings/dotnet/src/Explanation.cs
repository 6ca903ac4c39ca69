namespace Wxp
{
    /// <summary>Why a signature does not match.</summary>
    public sealed class Explanation
    {
        internal Explanation(Cause cause, string field)
        {
            Cause = cause;
            Field = field;
        }

        /// <summary>The mistake that leads to the signature.</summary>
        public Cause Cause { get; }

        /// <summary>The field it was made with, the first one of several, or null.</summary>
        public string Field { get; }

        /// <summary>The mistake as one clause in <see cref="Texts.Language"/>.</summary>
        public string Text => TextIn(Texts.Current);

        /// <summary>The <see cref="Text"/> in this language.</summary>
        public unsafe string TextIn(Language language) =>
            Native.Text(Native.wxp_cause_text((int)Cause, Texts.Number(language)));
    }
}
