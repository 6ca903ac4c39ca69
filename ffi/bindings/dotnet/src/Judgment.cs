using System;
using System.Collections.Generic;

namespace Wxp
{
    /// <summary>A message that was judged.</summary>
    public sealed unsafe class Judgment
    {
        private readonly NativeVerdict verdict;
        private readonly Table table;

        // The text of the table lies fast, into which the verdict can point.
        internal Judgment(NativeVerdict verdict, Table table)
        {
            FaultField = Native.Text(verdict.FaultField);
            verdict.FaultField = default(NativeText);
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

        /// <summary>
        /// What to do and why, as one clause in <see cref="Texts.Language"/>; null if nothing.
        /// </summary>
        public string? Advice => AdviceIn(Texts.Current);

        /// <summary>Why it is untrusted; else Ok.</summary>
        public Status Fault => verdict.Fault;

        /// <summary>
        /// The field that makes it untrusted: the one it lacks (<see cref="Status.Lacks"/>), the
        /// foreign one (<see cref="Status.Foreign"/>), or the one whose value imitates a field
        /// (<see cref="Status.Ambiguous"/>); else null.
        /// </summary>
        public string? FaultField { get; }

        /// <summary>
        /// Why it is untrusted, as one clause in <see cref="Texts.Language"/>; else null.
        /// </summary>
        public string? Reason => ReasonIn(Texts.Current);

        /// <summary>
        /// Whether the signature also fits other fields, because a value holds "&amp;name=". Such a
        /// message is only believed where the value is one that holds free text.
        /// </summary>
        public bool IsAmbiguous => verdict.Ambiguous != 0;

        /// <summary>
        /// What it was judged as: the path of the operation, or the name of the notice.
        /// </summary>
        public string Source => Native.Said(Native.wxp_source_name(verdict.Source));

        /// <summary>What it says about an order.</summary>
        public OrderState Order => (OrderState)verdict.Order;

        /// <summary>Whether who has the key signed it, so that its fields can be read.</summary>
        public bool IsAuthentic =>
            Verdict >= Verdict.Succeeded && Verdict <= Verdict.Unsettled;

        internal NativeVerdict Number => verdict;

        /// <summary>The <see cref="Advice"/> in this language.</summary>
        public string? AdviceIn(Language language) =>
            Native.Text(Native.wxp_advice_text(verdict.Advice, Texts.Number(language)));

        /// <summary>The <see cref="Reason"/> in this language.</summary>
        public string? ReasonIn(Language language) =>
            Fault == Status.Ok ? null : Texts.Describe(language, Fault, FaultField);

        /// <summary>
        /// Compares the message with your own records, before money or goods move because of it:
        /// pass what was sent and stored, such as out_trade_no, appid, mch_id and total_fee. An
        /// empty value expects that the message has no such field. With total_fee, the currency is
        /// compared even if it is not named: fee_type is CNY unless another one is expected.
        /// </summary>
        /// <exception cref="WxpException">
        /// <see cref="Status.Differs"/> with the first field that differs;
        /// <see cref="Status.Argument"/> if nothing is expected, or for a message that was refused
        /// or is untrusted; or a field is refused.
        /// </exception>
        public void Expect(Wxp.Fields fields)
        {
            Table expected = Wxp.Fields.Required(fields).Table;
            NativeField* places = stackalloc NativeField[table.Count];
            NativeField* wanted = stackalloc NativeField[expected.Count];
            NativeVerdict judged = verdict;
            fixed (byte* text = table.Text)
            fixed (byte* other = expected.Text)
            {
                table.Place(text, places);
                expected.Place(other, wanted);
                NativeText differs;
                Status status = Native.wxp_expect(
                    &judged, places, Native.Size(table.Count),
                    wanted, Native.Size(expected.Count), &differs);
                if (status == Status.Differs)
                {
                    string name = Native.Text(differs)!;
                    // Nothing else than the currency is compared without having been named.
                    throw new WxpException(
                        name, table.Find(name) ?? string.Empty, expected.Find(name) ?? "CNY");
                }
                if (status != Status.Ok)
                {
                    throw expected.Refused(status);
                }
            }
        }

        /// <summary>As of <see cref="Expect(Wxp.Fields)"/>.</summary>
        /// <exception cref="WxpException">As of <see cref="Expect(Wxp.Fields)"/>.</exception>
        public void Expect(IEnumerable<KeyValuePair<string, string>> fields) =>
            Expect(new Wxp.Fields(fields));

        /// <summary>
        /// As of <see cref="Expect(Wxp.Fields)"/>; values are strings, integers or null.
        /// </summary>
        /// <exception cref="ArgumentException">A value is something else.</exception>
        /// <exception cref="WxpException">As of <see cref="Expect(Wxp.Fields)"/>.</exception>
        public void Expect(IEnumerable<KeyValuePair<string, object>> fields) =>
            Expect(new Wxp.Fields(fields));

        /// <summary>The value of a field of an authentic message; null if it has none.</summary>
        /// <exception cref="NotAuthenticException">The message is not authentic.</exception>
        public string? Get(string name)
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
