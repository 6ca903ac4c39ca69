// What types say, and what they refuse.

import {
  Algorithm, Endpoint, Key, QuickPay, Reply, Step, Verdict, bodyFields, bodyUndo, checkRequest,
  type BodyFields, type Explanation, type Fields, type Finding, type Value,
} from 'wxp';

const value: Value = 1n;
const fields: Fields = { a: '1', b: 2, c: value, d: null, e: undefined, f: new Uint8Array(1) };
const lists: Fields[] = [fields, new Map([['a', '1']]), [['a', 1]]];

declare const secret: Uint8Array;
using key = new Key(Algorithm.HmacSha256, secret);
const signature: string = key.sign(lists[0] ?? {});
const bytes: Uint8Array = key.write(fields, '/pay/micropay');
const judgment = Reply.read(bytes).judge(key, 'payment');
if (judgment.verdict === Verdict.Succeeded) {
  judgment.expect(fields);
  const fee: string | undefined = judgment.get('total_fee');
  const { attach }: { readonly attach?: string | undefined } = judgment.fields();
  void [fee, attach];
}
const host: string | undefined = Endpoint.find('/pay/micropay')?.backupHost;
const list: BodyFields = bodyFields(bodyUndo(bytes)?.content ?? bytes);
const second: Explanation = key.explainSecond(list.fields);
const findings: readonly Finding[] = key.explain(fields, signature, '/pay/micropay').findings;
void [second.second, findings, checkRequest(fields, '/pay/micropay')];
if (new QuickPay(undefined, { total: 30 }).next().step === Step.Paid) void host;

// @ts-expect-error an amount is no boolean
key.sign({ total_fee: true });
// @ts-expect-error a Date is no value
key.sign({ time_start: new Date() });
// @ts-expect-error an algorithm is no text
new Key('MD5', secret);
// @ts-expect-error what a judgment says is not for changing
judgment.verdict = Verdict.Succeeded;
// @ts-expect-error fields that are read are not for changing
judgment.fields().a = 'b';
// @ts-expect-error judgments come of replies
new Reply();
void signature;
