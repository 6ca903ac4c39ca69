// Fields are signed as the protocol says, and refused with their name and place.

import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test } from 'node:test';
import { SECRET, data, refused } from './support.js';
import {
  Algorithm, Cause, Key, Language, Payload, SecondSignature, Sender, Status, canonical, check, nonce,
} from './wxp.js';

const ALGORITHMS = { MD5: Algorithm.Md5, 'HMAC-SHA256': Algorithm.HmacSha256 };
const key = (algorithm = Algorithm.Md5) => new Key(algorithm, SECRET);

/** The signature by Node's own digests. */
function signature(algorithm, fields) {
  const pairs = Object.entries(fields).filter(([name, value]) => value !== '' && name !== 'sign');
  const string = `${pairs.sort().map((pair) => pair.join('=')).join('&')}&key=${SECRET}`;
  const hash = algorithm === Algorithm.Md5 ? createHash('md5') : createHmac('sha256', SECRET);
  return hash.update(string).digest('hex').toUpperCase();
}

test('published and derived signatures', () => {
  let signed = 0;
  for (const vector of data('vectors.json').filter(({ type }) => type === 'sign')) {
    const fields = Object.fromEntries(vector.fields);
    assert.equal(`${canonical(fields)}&key=${vector.key}`, vector.canonical_string, vector.id);
    const make = () => Key.nonstandard(ALGORITHMS[vector.sign_type], vector.key);
    if (Buffer.byteLength(vector.key) > 64) {
      refused(make, Status.SecretLength);
      continue;
    }
    const made = make();
    assert.equal(made.sign(fields), vector.sign, vector.id);
    made.verify({ ...fields, sign: vector.sign });
    refused(() => made.verify({ ...fields, sign: vector.sign, forged: 1 }), Status.SignatureMismatch);
    made.dispose();
    signed++;
  }
  assert.equal(signed, 69);
});

test('tables of every length, as objects, maps and pairs', () => {
  for (const count of [0, 1, 11, 255, 256, 512]) {
    const pairs = Array.from({ length: count }, (_, n) => [`f${(n * 7919) % 1000}`, String(n)]);
    for (const algorithm of Object.values(ALGORITHMS)) {
      const expected = signature(algorithm, Object.fromEntries(pairs));
      for (const fields of [Object.fromEntries(pairs), new Map(pairs), pairs, new URLSearchParams(pairs)]) {
        assert.equal(key(algorithm).sign(fields), expected);
      }
    }
  }
});

test('values are text, UTF-8, and whole numbers', () => {
  const same = (value, text) => assert.equal(canonical({ a: value, b: 'c' }), `a=${text}&b=c`);
  same('茶', '茶');
  same(Buffer.from('茶'), '茶');
  same('\ufeffx', '\ufeffx');
  same(0, '0');
  same(-1, '-1');
  same(2n ** 53n + 1n, '9007199254740993');
  assert.equal(canonical({ a: null, b: 'c', d: undefined }), 'b=c');
});

test('other values are a TypeError that names the field', () => {
  const others = [1.5, NaN, Infinity, 2 ** 53, true, ['1'], {}, Symbol('1'), () => 1, new Date()];
  for (const value of others) {
    const calls = [canonical, check, (fields) => key().sign(fields), (fields) => key().write(fields)];
    for (const call of [...calls, (fields) => key().explain(fields)]) {
      assert.throws(() => call({ total_fee: value }), { name: 'TypeError', message: /^field total_fee / });
    }
  }
  assert.throws(() => canonical({ total_fee: 8.88 }), /whole fen/);
  assert.throws(() => canonical([[1, 'a']]), TypeError);
  assert.throws(() => canonical('appid=1'), TypeError);
  assert.throws(() => canonical(null), TypeError);
  assert.throws(() => canonical([['a', '1']].values()), /iterator/);
});

test('what is refused is named, with its place', () => {
  refused(() => check({ a: '', '1a': '' }), Status.FieldName, '1a', 0);
  refused(() => check({ 'a b': '1' }), Status.FieldName, 'a b', 1);
  refused(() => check({ ['n'.repeat(65)]: '1' }), Status.FieldName, 'n'.repeat(65), 64);
  refused(() => check([['a', '1'], ['a', '2']]), Status.DuplicateField, 'a');
  for (const call of [canonical, check, (fields) => key().sign(fields), (fields) => key().verify(fields)]) {
    refused(() => call({ a: '1', b: 'x\0' }), Status.Character, 'b', 1);
    refused(() => call({ b: Buffer.from([0xff]), c: '' }), Status.NotUtf8, 'b');
    refused(() => call({ a: '茶', b: 'x\ud800' }), Status.NotUtf8, 'b');
    refused(() => call(Array.from({ length: 513 }, (_, n) => [`f${n}`, n])), Status.TooManyFields);
  }
  refused(() => key().write({ b: 'x\x01' }), Status.Character, 'b', 1);
  const error = refused(() => key().write({ b: '茶🍵' }), Status.Character, 'b', 3);
  assert.match(error.message, /, field b, byte 3$/);
  assert.doesNotMatch(error.message, /茶/);
  refused(() => key().write({ body: SECRET }), Status.LeakedSecret);
});

test('names that objects of JavaScript have are names like any other', () => {
  const fields = [['__proto__', 'p'], ['constructor', 'c'], ['toString', 't'], ['length', '1']];
  assert.equal(canonical(fields), '__proto__=p&constructor=c&length=1&toString=t');
});

test('a mistake is explained, and says what to check next', () => {
  const trimmed = key().sign({ stock_id: '1', body: 'tea' });
  const said = key().explain({ stock_id: '1', body: 'tea ' }, trimmed);
  assert.deepEqual([said.cause, said.field, said.fields], [Cause.ValueTrimmed, 'body', ['body']]);
  assert.match(said.text, /without the blanks/);
  const gbk = createHash('md5').update(Buffer.concat([
    Buffer.from('body='), Buffer.from([0xb2, 0xe8]), Buffer.from(`&key=${SECRET}`),
  ])).digest('hex').toUpperCase();
  assert.equal(key().explain({ body: '茶' }, gbk).cause, Cause.Gbk);
  const unknown = key().explain({ body: 'tea' }, '0'.repeat(32));
  assert.equal(unknown.cause, Cause.Unknown);
  assert.ok(unknown.hints(Sender.Gateway).size > 1);
  assert.deepEqual([unknown.findings, unknown.second, unknown.secondText], [[], undefined, undefined]);
});

test('what is wrong with a request is in the explanation, if the operation is named', () => {
  const request = { appid: 'wx1', total_fee: '8.88' };
  const { cause, findings } = key().explain(request, '0'.repeat(32), '/pay/micropay');
  assert.equal(cause, Cause.Unknown);
  assert.deepEqual(findings, key().check(request, '/pay/micropay'));
  assert.equal(findings[0].text, 'total_fee: not an amount in whole fen, at byte 1');
  refused(() => key().explain(request, '', '/pay/none'), Status.NotFound);
});

test('mistakes in what the customer takes are explained', () => {
  const page = {
    appId: 'wxd930ea5d5a258f4f', timeStamp: '1414561699', nonceStr: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    package: 'prepay_id=wx201410272009395522657a69038', signType: 'MD5',
  };
  const paySign = key().sign(page);
  const right = key().explainSecond({ ...page, paySign });
  assert.deepEqual([right.cause, right.second], [Cause.None, SecondSignature.Jsapi]);
  assert.match(right.secondText, /page/);
  assert.match(right.secondTextIn(Language.Chinese), /[一-龥]/);
  const other = key().explainSecond({ ...page, timeStamp: '1414561699000' }, paySign);
  assert.deepEqual([other.cause, other.field], [Cause.SecondMilliseconds, 'timeStamp']);
  assert.equal(key().explainSecond(page).cause, Cause.Missing);
  refused(() => key().explainSecond({ body: 'tea' }, paySign), Status.NotFound);
  refused(() => key().explainSecond({ ...page, signType: 'x\0' }), Status.Character, 'signType', 1);
});

test('what the customer takes is signed', () => {
  const fields = { appid: 'wx1', nonce_str: 'n', prepay_id: 'wx2', timestamp: 1490840662 };
  const { paySign, ...signed } = JSON.parse(key().payload(Payload.Jsapi, fields));
  assert.equal(paySign, signature(Algorithm.Md5, signed));
  refused(() => key().payload(Payload.Jsapi, { appid: 'wx1' }), Status.Missing, 'nonce_str');
});

test('nonces are new and of letters and digits', () => {
  const made = new Set(Array.from({ length: 1000 }, nonce));
  assert.equal(made.size, 1000);
  for (const one of made) assert.match(one, /^[0-9a-zA-Z]{32}$/);
});
