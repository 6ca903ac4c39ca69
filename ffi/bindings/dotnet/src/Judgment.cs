using System.Collections.Generic;

namespace Wxp
{
    /// <summary>What a message means.</summary>
    public enum Verdict
    {
        /// <summary>
        /// Believe nothing, as if no answer had come: the signature is missing or wrong, or this is
        /// no answer of the protocol.
        /// </summary>
        Untrusted = 0,

        /// <summary>
        /// Authentic, and done; for a payment, and a query or a notice of one: paid. Before
        /// delivering, compare order number, amount, currency, appid and mch_id with your own
        /// records.
        /// </summary>
        Succeeded = 1,

        /// <summary>
        /// Authentic, and taken on, but not done: an order is not paid, a refund not given back.
        /// </summary>
        Accepted = 2,

        /// <summary>Authentic, and not done.</summary>
        Failed = 3,

        /// <summary>
        /// Authentic, but the outcome is not known or not final: query, and never pay again under
        /// another number.
        /// </summary>
        Unsettled = 4,

        /// <summary>
        /// The gateway did not take the call. Nothing signs that, so it decides nothing: where
        /// money can move, query all the same.
        /// </summary>
        Refused = 5,

        /// <summary>
        /// Not signed, by an operation that does not sign, or not always: worth as much as the
        /// connection. The outcome is what the answer says.
        /// </summary>
        Unvouched = 6,
    }

    /// <summary>What to do about an answer.</summary>
    public enum AdvisedAction
    {
        /// <summary>No action is needed.</summary>
        None = 0,

        /// <summary>Ask what became of it, with a query of the same number.</summary>
        Query = 1,

        /// <summary>
        /// Send the same request again, with the same number and the same parameters.
        /// </summary>
        Repeat = 2,

        /// <summary>It failed for good: start again under a new number.</summary>
        NewNumber = 3,

        /// <summary>It failed for good, and the customer has to do something else first.</summary>
        Customer = 4,

        /// <summary>
        /// It failed for good, and the merchant has to put something in order first.
        /// </summary>
        Setup = 5,

        /// <summary>It failed for good, because the program sends what it should not.</summary>
        Program = 6,

        /// <summary>What was asked for is so already.</summary>
        Done = 7,
    }

    /// <summary>A message that was judged.</summary>
    public sealed unsafe class Judgment
    {
        private readonly NativeVerdict verdict;
        private readonly Table table;

        internal Judgment(NativeVerdict verdict, Table table)
        {
            this.verdict = verdict;
            this.table = table;
        }

        /// <summary>What the message means.</summary>
        public Verdict Verdict => (Verdict)verdict.Verdict;

        /// <summary>
        /// What became of it, Succeeded to Unsettled, for Unvouched too; null if that is not said.
        /// </summary>
        public Verdict? Outcome =>
            verdict.Outcome == 0 ? default(Verdict?) : (Verdict)verdict.Outcome;

        /// <summary>What to do.</summary>
        public AdvisedAction Action => (AdvisedAction)verdict.Action;

        /// <summary>What to do and why, as one clause of English; null if nothing.</summary>
        public string Advice => Native.Text(verdict.Advice);

        /// <summary>Why it is untrusted; else Ok.</summary>
        public Status Fault => verdict.Fault;

        /// <summary>Why it is untrusted, as one clause of English; else null.</summary>
        public string Reason =>
            Fault == Status.Ok ? null : Native.Text(Native.wxp_status_text(Fault));

        /// <summary>
        /// Whether the signature also fits other fields, because a value holds "&amp;name=".
        /// </summary>
        public bool IsAmbiguous => verdict.Ambiguous != 0;

        /// <summary>Whether who has the key signed it, so that its fields can be read.</summary>
        public bool IsAuthentic =>
            Verdict >= Verdict.Succeeded && Verdict <= Verdict.Unsettled;

        internal NativeVerdict Number => verdict;

        /// <summary>The value of a field of an authentic message; null if it has none.</summary>
        /// <exception cref="NotAuthenticException">The message is not authentic.</exception>
        public string Get(string name)
        {
            Authentic();
            return table.Find(Argument.Required(name, nameof(name)));
        }

        /// <summary>The fields of an authentic message, sorted by name.</summary>
        /// <exception cref="NotAuthenticException">The message is not authentic.</exception>
        public IReadOnlyDictionary<string, string> Fields()
        {
            Authentic();
            return Unverified();
        }

        /// <summary>The fields, sorted by name, whether anybody vouches for them or not.</summary>
        public IReadOnlyDictionary<string, string> Unverified() => table.Sorted();

        private void Authentic()
        {
            if (!IsAuthentic)
            {
                throw new NotAuthenticException(Verdict);
            }
        }
    }
}
