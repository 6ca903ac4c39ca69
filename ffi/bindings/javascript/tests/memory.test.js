// What the module has, and what its memory holds: no secret that was wiped, and nothing of a call.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { lib, piece, room, scope, text } from '../../../../target/javascript/package/dist/library.js';
import { SECRET, refused } from './support.js';
import { Algorithm, Key, Payload, Reply, Status, bodyFields, bodyUndo } from './wxp.js';

const module = new WebAssembly.Module(
  readFileSync(new URL('../../../../target/javascript/wxp.wasm', import.meta.url)),
);
const bytes = () => new Uint8Array(lib.memory.buffer);
const FIELDS = { appid: 'wxd930ea5d5a258f4f', body: '茶'.repeat(99), total_fee: 888 };

/** A secret that is nowhere else: the published one is in the library's self-test. */
const newSecret = () => randomBytes(16).toString('hex');

/** Where a piece of the secret is in the memory. */
function find(secret) {
  const memory = Buffer.from(lib.memory.buffer);
  const found = [];
  for (let start = 0; start + 8 <= secret.length; start++) {
    const at = memory.indexOf(secret.slice(start, start + 8));
    if (at >= 0) found.push([start, at]);
  }
  return found;
}

test('it imports nothing, and exports what the headers declare and where memory is', () => {
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  const declared = ['wxp.h', 'wxp_protocol.h', 'wxp_packed.h'].flatMap((header) => {
    const include = new URL(`../../../../include/${header}`, import.meta.url);
    return [...readFileSync(include, 'utf8').matchAll(/^WXP_API .*?(wxp_\w+)\(/gm)].map((one) => one[1]);
  });
  const memory = ['__data_end', '__heap_base', '__stack_pointer', 'memory'];
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  assert.deepEqual(exported.sort(), [...declared, ...memory].sort());
});

test('a key is nowhere once it is wiped, nor its secret', () => {
  for (const algorithm of [Algorithm.Md5, Algorithm.HmacSha256]) {
    const secret = newSecret();
    const key = new Key(algorithm, secret);
    key.sign(FIELDS);
    assert.ok(algorithm === Algorithm.HmacSha256 || find(secret).length > 0, 'the search finds a key');
    key.write(FIELDS);
    key.explain(FIELDS, '0'.repeat(32), '/pay/micropay');
    refused(() => key.explainSecond(FIELDS), Status.NotFound);
    assert.ok(bodyFields(`a=1&key=${secret}`).heldKey);
    bodyUndo(JSON.stringify(`<xml>${secret}</xml>`));
    Reply.read(key.write(FIELDS)).judge(key, 'payment');
    refused(() => key.write({ body: secret }), Status.LeakedSecret);
    refused(() => key.unconfirmedRefund('A'.repeat(64)), Status.Sealed);
    key.payload(Payload.App, { appid: 'a', mch_id: '1', nonce_str: 'n', prepay_id: 'p', timestamp: 1 });
    key.dispose();
    assert.deepEqual(find(secret), [], Algorithm[algorithm]);
    for (const use of ['sign', 'verify', 'write', 'explain', 'explainSecond']) {
      refused(() => key[use](FIELDS), Status.Key);
    }
    key.dispose();
  }
});

test('nothing of a call is left when it is over', () => {
  const key = new Key(Algorithm.HmacSha256, SECRET);
  key.sign(FIELDS);
  const [start] = scope(() => [room(8)]);
  key.write({ ...FIELDS, attach: 'x'.repeat(100_000) });
  refused(() => key.sign({ ...FIELDS, 'a b': '1' }), Status.FieldName, 'a b', 1);
  refused(() => Reply.read(`<xml><a>${'y'.repeat(100_000)}`), Status.Truncated, undefined, 100_008);
  assert.ok(bytes().subarray(start).every((byte) => byte === 0));
  key.dispose();
});

test('calls that end for lack of stack leave nothing, and the next ones work', () => {
  const secret = newSecret();
  const key = new Key(Algorithm.Md5, secret);
  const reply = Reply.read(key.write(FIELDS));
  const expected = key.sign(FIELDS);
  const stackTop = lib.__stack_pointer.value;
  let broken = 0;
  const dive = (...padding) => {
    reply.judge(key, 'payment');
    // As in the middle of a call, which ends before it has tidied up.
    lib.wxp_self_test();
    dive(...padding);
  };
  for (let depth = 0; depth < 100; depth++) {
    assert.throws(() => dive(...Array(depth)), RangeError);
    broken += lib.__stack_pointer.value !== stackTop;
    assert.equal(key.sign(FIELDS), expected);
    assert.equal(lib.__stack_pointer.value, stackTop);
    if (broken) break;
  }
  assert.ok(broken > 0, 'one has ended within the library');
  key.dispose();
  assert.deepEqual(find(secret), []);
});

test('slots of keys are used again, and many keys live at once', () => {
  const keys = Array.from({ length: 5000 }, (_, n) => new Key(Algorithm.Md5, String(n).padStart(32, 'k')));
  const before = bytes().length;
  const signatures = keys.map((key) => key.sign({ a: 1 }));
  assert.equal(new Set(signatures).size, keys.length);
  keys.forEach((key) => key.dispose());
  for (let n = 0; n < 20_000; n++) new Key(Algorithm.Md5, SECRET).dispose();
  refused(() => new Key(Algorithm.Md5, 'x'.repeat(31)), Status.SecretLength);
  assert.equal(bytes().length, before);
});

test('keys are wiped when nobody holds them any longer', async () => {
  const secret = newSecret();
  (() => Key.nonstandard(Algorithm.Md5, secret).sign(FIELDS))();
  assert.ok(find(secret).length > 0);
  for (let tries = 0; tries < 100 && find(secret).length; tries++) {
    globalThis.gc();
    await new Promise((resume) => setTimeout(resume, 10));
  }
  assert.deepEqual(find(secret), []);
});

test('a key shows its algorithm, and cannot be copied', () => {
  const key = new Key(Algorithm.HmacSha256, SECRET);
  for (const shown of [String(key), inspect(key), `${key}`]) assert.equal(shown, 'Key(HmacSha256)');
  assert.equal(JSON.stringify(key), `{"algorithm":${Algorithm.HmacSha256}}`);
  const copy = Object.assign(Object.create(Key.prototype), structuredClone(key));
  assert.throws(() => copy.sign(FIELDS), TypeError);
  for (const secret of ['x!'.repeat(16), 'x!', 5, ['x!'], undefined]) {
    try {
      new Key(Algorithm.Md5, secret);
      assert.fail('a key was made');
    } catch (error) {
      assert.doesNotMatch(error.stack + inspect(error), /x!/);
    }
  }
  key.dispose();
});

test('`using` wipes', () => {
  const key = new Key(Algorithm.Md5, SECRET);
  key[Symbol.dispose]();
  refused(() => key.sign(FIELDS), Status.Key);
});

test('bytes of a secret can be wiped by their owner', () => {
  const secret = Buffer.from(SECRET);
  const key = new Key(Algorithm.Md5, secret);
  const signed = key.sign({ a: 1 });
  secret.fill(0);
  assert.equal(key.sign({ a: 1 }), signed);
  key.dispose();
});

test('documents of megabytes are read', () => {
  const value = '茶'.repeat(2 ** 20);
  assert.equal(Reply.read(`<xml><a>${value}</a></xml>`).unverified().a, value);
  assert.equal(scope(() => text(piece(value).start, 3)), '茶');
});
