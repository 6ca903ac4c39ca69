// Documents are read strictly, and trusted only if they are authentic.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECRET, bytes, data, refused } from './support.js';
import {
  Action, Algorithm, Body, Endpoint, Event, FindingKind, Key, Language, Layer, NotAuthentic, OrderState, QuickPay,
  Reply, Status, Step, Verdict, WrongRequest, WxpError, acknowledge, advice, body, bodyFields, bodyUndo,
  checkRequest, refusalHints, setLanguage,
} from './wxp.js';

const SUCCESS = { return_code: 'SUCCESS', result_code: 'SUCCESS' };
const PAID = { ...SUCCESS, out_trade_no: '7', transaction_id: '4', total_fee: '888' };
const key = new Key(Algorithm.Md5, SECRET);
const judged = (fields, endpoint = 'payment') => Reply.read(key.write(fields)).judge(key, endpoint);

test('attacks are refused, and the rest is read', () => {
  const { cases } = data('attacks.json');
  for (const { name, input, input_b64, expect, value } of cases) {
    const document = input ?? Buffer.from(input_b64, 'base64');
    let fields;
    try {
      fields = Reply.read(document).unverified();
    } catch (error) {
      assert.ok(error instanceof WxpError, name);
      const isReason = error.status >= 40 && error.status < 60;
      assert.ok(isReason || [Status.Root, Status.TooManyFields].includes(error.status), name);
      assert.ok((error.offset ?? 0) <= Buffer.byteLength(document), name);
    }
    // The profile fixes the most fields, which the library leaves to its caller.
    const accepted = fields !== undefined && Object.keys(fields).length <= 64;
    assert.equal(accepted, expect === 'accept', name);
    if (accepted && typeof value === 'object') assert.deepEqual({ ...fields }, value, name);
  }
  assert.equal(cases.length, 266);
});

test('what is written is read', () => {
  const fields = { body: '茶 <&> ]]>\r\n', attach: '{"a":"b"}', empty: '' };
  const read = Reply.read(key.write(fields)).unverified();
  assert.deepEqual(Object.keys(read), ['attach', 'body', 'sign']);
  assert.equal(read.body, fields.body);
  key.verify(read);
});

test('no name reaches the prototype of an object', () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty'];
  const document = `<xml>${names.map((name) => `<${name}>x</${name}>`).join('')}</xml>`;
  const read = Reply.read(document).unverified();
  assert.deepEqual(Object.keys(read).sort(), names);
  assert.equal(read.toString, undefined);
  assert.equal({}.x, undefined);
});

test('a refusal has its place, in bytes, and says what the document is', () => {
  const error = refused(() => Reply.read('<xml><a>茶</a><!-- --></xml>'), Status.Comment, undefined, 15);
  assert.match(error.message, /, byte 15$/);
  assert.match(error.messageIn(Language.Chinese), /字节偏移15$/);
  const page = refused(() => Reply.read('<html><body>404</body></html>'), Status.Root, undefined, 1);
  assert.match(page.message, /not a message of the protocol, but a web page/);
  refused(() => Reply.read(''), Status.Truncated, undefined, 0);
  assert.throws(() => Reply.read({}), TypeError);
});

test('groups of nested documents', () => {
  const document = bytes('samples/rsp_gethbinfo_two_items.xml');
  refused(() => Reply.read(document), Status.Nested, undefined, 54);
  const reply = Reply.readNested(document);
  document.fill(0);
  assert.deepEqual({ ...reply.unverified() }, { hb_type: 'NORMAL' });
  const groups = reply.unverifiedRecords().map(({ name, fields }) => [name, { ...fields }]);
  assert.deepEqual(groups, [
    ['hbinfo', { amount: '222', openid: '111', rcv_time: '333' }],
    ['hbinfo', { amount: '555', openid: '444', rcv_time: '666' }],
  ]);
});

test('an authentic message has fields', () => {
  const judgment = judged(PAID);
  assert.deepEqual([judgment.verdict, judgment.outcome], [Verdict.Succeeded, Verdict.Succeeded]);
  assert.deepEqual([judgment.source, judgment.order], ['payment', OrderState.Paid]);
  assert.deepEqual([judgment.fault, judgment.reason, judgment.advice], [undefined, undefined, undefined]);
  assert.equal(judgment.get('total_fee'), '888');
  assert.equal(judgment.get('coupon_fee'), undefined);
});

test('what is not authentic is only in reach as unverified', () => {
  const forged = Reply.read(key.write(PAID)).judge(new Key(Algorithm.HmacSha256, SECRET), 'payment');
  const refusal = Reply.read('<xml><return_code>FAIL</return_code></xml>').judge(key, '/pay/micropay');
  assert.deepEqual([forged.verdict, forged.fault], [Verdict.Untrusted, Status.AlgorithmMismatch]);
  assert.deepEqual([forged.action, refusal.verdict], [Action.Query, Verdict.Refused]);
  for (const judgment of [forged, refusal]) {
    assert.throws(() => judgment.fields(), NotAuthentic);
    assert.throws(() => judgment.get('return_code'), /unverified\(\)/);
  }
  assert.equal(forged.unverified().result_code, 'SUCCESS');
  const foreign = judged({ ...PAID, prepay_id: 'wx1' });
  assert.deepEqual([foreign.fault, foreign.faultField], [Status.Foreign, 'prepay_id']);
  assert.match(foreign.reason, /, field prepay_id$/);
});

test('a message is compared with the records', () => {
  const judgment = judged({ ...PAID, attach: '茶' });
  judgment.expect({ out_trade_no: '7', total_fee: 888, attach: Buffer.from('茶'), sub_mch_id: null });
  for (const [fields, expected, field, message] of [
    [{}, { total_fee: 1 }, 'total_fee', 'total_fee is 888, not 1'],
    [{}, { sub_mch_id: '1' }, 'sub_mch_id', 'sub_mch_id is missing, not 1'],
    [{}, { total_fee: null }, 'total_fee', 'total_fee is 888, and should be missing'],
    [{ fee_type: 'USD' }, { total_fee: 888 }, 'fee_type', 'fee_type is USD, not CNY'],
  ]) {
    const error = refused(() => judged({ ...PAID, ...fields }).expect(expected), Status.Differs, field);
    assert.equal(error.message, message);
  }
  refused(() => judgment.expect({}), Status.Argument);
  refused(() => judgment.expect({ a: '\0' }), Status.Character, 'a', 0);
  refused(() => judged({ ...PAID, refund_id: '1' }).expect({ out_trade_no: '7' }), Status.Argument);
});

test('refund notices are opened, and nothing else', () => {
  let opened = 0;
  for (const vector of data('vectors.json').filter(({ type }) => type === 'req_info')) {
    const made = Key.nonstandard(Algorithm.Md5, vector.api_key);
    const open = () => made.unconfirmedRefund(vector.ciphertext_base64);
    if (vector.plaintext?.startsWith('<root>')) {
      const message = vector.plaintext.replaceAll('root>', 'xml>');
      assert.deepEqual(open(), Reply.read(message).unverified());
      opened++;
    } else {
      refused(open, Status.Sealed);
    }
  }
  assert.ok(opened > 0);
});

test('requests are checked before they are sent', () => {
  const request = { appid: 'wx1', mch_id: '10000100', out_trade_no: '1', total_fee: '8.88' };
  const findings = key.check(request, '/pay/micropay');
  assert.equal(findings[0].text, 'total_fee: not an amount in whole fen, at byte 1');
  assert.deepEqual([findings[0].index, findings.at(-1).index], [3, undefined]);
  assert.deepEqual(checkRequest(request, '/pay/micropay'), findings);
  const signed = { ...request, sign_type: 'MD5' };
  const differs = ({ kind }) => kind === FindingKind.SignTypeDiffers;
  assert.ok(!checkRequest(signed, '/pay/micropay', Algorithm.Md5).some(differs));
  assert.ok(checkRequest(signed, '/pay/micropay', Algorithm.HmacSha256).some(differs));
  refused(() => checkRequest(request, '/pay/none'), Status.NotFound);
  refused(() => checkRequest({ 'a b': '1' }, '/pay/micropay'), Status.FieldName, 'a b', 1);
  assert.throws(() => key.write(request, '/pay/micropay'), (error) => {
    assert.ok(error instanceof WrongRequest);
    assert.deepEqual(error.findings, findings);
    return error.message.startsWith('total_fee: not an amount');
  });
});

test('layers around a document are taken off', () => {
  const document = '<xml><body>茶</body></xml>';
  const undone = bodyUndo(JSON.stringify(`answer: ${document} end`));
  const shown = ({ layer, content }) => [layer, String(Buffer.from(content))];
  assert.deepEqual(shown(undone), [Layer.JsonString, `answer: ${document} end`]);
  const below = bodyUndo(undone.content);
  assert.deepEqual(shown(below), [Layer.Surroundings, document]);
  assert.match(below.text, /left out/);
  assert.match(below.textIn(Language.Chinese), /[一-龥]/);
  const gbk = Buffer.from([...Buffer.from('<xml><body>'), 0xb2, 0xe8, ...Buffer.from('</body></xml>')]);
  assert.deepEqual(shown(bodyUndo(gbk)), [Layer.Gbk, document]);
  for (const nothing of [document, 'busy', '', new Uint8Array()]) assert.equal(bodyUndo(nothing), undefined);
  refused(() => bodyUndo('"<xml>\\x</xml>"'), Status.Escape, undefined, 6);
  assert.throws(() => bodyUndo(null), TypeError);
});

test('lists of fields are read', () => {
  const { fields, heldKey, guessed } = bodyFields(`b=1&a=茶&key=${SECRET}`);
  assert.deepEqual([Object.entries(fields), heldKey, guessed], [[['b', '1'], ['a', '茶']], true, true]);
  const json = bodyFields('{"b":"\\u8336","a":2,"__proto__":""}');
  assert.deepEqual(Object.entries(json.fields), [['b', '茶'], ['a', '2'], ['__proto__', '']]);
  assert.deepEqual([json.heldKey, json.guessed], [false, false]);
  const tables = ['b=%E8%8C%B6&a=2', 'b=茶\na=2\n', 'https://a.cn/b?b=%E8%8C%B6&a=2', '{"b":"茶","a":"2"}'];
  for (const text of tables) assert.deepEqual({ ...bodyFields(text).fields }, { b: '茶', a: '2' }, text);
  refused(() => bodyFields('b=1\na=2\nb=3'), Status.DuplicateField, 'b');
  refused(() => bodyFields('{"a":{}}'), Status.List, undefined, 5);
  refused(() => bodyFields(new Uint8Array([0x61, 0x3d, 0xff])), Status.NotUtf8, undefined, 2);
  refused(() => bodyFields(''), Status.List, undefined, 0);
  refused(() => bodyFields('{"a":"\\x"}'), Status.Escape, undefined, 6);
  const many = (count) => Array.from({ length: count }, (_, n) => `f${n}=1`).join('&');
  assert.equal(Object.keys(bodyFields(many(128)).fields).length, 128);
  refused(() => bodyFields(many(129)), Status.TooManyFields);
});

test('facts of operations', () => {
  assert.equal(Endpoint.all().length, 137);
  const refund = Endpoint.find('https://api.mch.weixin.qq.com/secapi/pay/refund?a=1');
  assert.deepEqual([refund.path, refund.certificate, refund.movesMoney], ['/secapi/pay/refund', true, true]);
  assert.equal(Endpoint.find('/none'), undefined);
  assert.equal(advice('/pay/micropay', 'ORDERCLOSED').action, Action.NewNumber);
  refused(() => advice('/none', 'X'), Status.NotFound);
  assert.equal(body('<html>'), Body.Html);
  assert.match(acknowledge('payment'), /SUCCESS/);
  assert.match(acknowledge('payment', false), /FAIL/);
  assert.ok(refusalHints('签名错误').size > 1);
  assert.equal(refusalHints('余额不足').size, 0);
});

test('texts are in the language that is chosen', () => {
  setLanguage(Language.Chinese);
  try {
    assert.equal(advice('/pay/micropay', 'ORDERCLOSED').text, '订单已关闭：请用新的商户订单号重新下单');
    assert.match(refused(() => new Key(Algorithm.Md5, 'x'), Status.SecretLength).message, /32/);
  } finally {
    setLanguage(Language.English);
  }
  assert.throws(() => setLanguage(7), TypeError);
});

test('a Quick Pay payment survives a power cut', () => {
  const payment = new QuickPay();
  assert.deepEqual(payment.next(), { step: Step.Order, wait: 0 });
  const resumed = new QuickPay(payment.save());
  assert.equal(resumed.next(Event.Resumed, 1e9).step, Step.Query);
  const paid = judged({ ...PAID, trade_state: 'SUCCESS' }, '/pay/orderquery');
  refused(() => resumed.next(Event.Order, 0, paid), Status.Argument);
  assert.equal(resumed.next(Event.Query, 1, paid).step, Step.Paid);
  refused(() => new QuickPay(payment.save().fill(1)), Status.Argument);
  refused(() => new QuickPay(new Uint8Array(11)), Status.Argument);
  refused(() => new QuickPay(undefined, { queries: 256 }), Status.Argument);
  refused(() => payment.next(Event.None, 0.5), Status.Argument);
});
