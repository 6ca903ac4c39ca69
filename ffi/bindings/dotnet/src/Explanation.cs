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

        /// <summary>The mistake as one clause of English.</summary>
        public unsafe string Text => Native.Text(Native.wxp_cause_text((int)Cause));
    }
}
