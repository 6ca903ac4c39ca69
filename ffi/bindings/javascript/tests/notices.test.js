// The example handler for notices, in Node's own server and in Express. `check` runs it where the
// package is installed.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { after, test } from 'node:test';
import express from 'express';
import { Algorithm, Key } from 'wxp';
import { notices } from '../examples/notices.js';

const SECRET = '192006250b4c09247ec02edce69f6a2d';
const key = new Key(Algorithm.HmacSha256, SECRET);
const PAID = {
  return_code: 'SUCCESS', result_code: 'SUCCESS', out_trade_no: '7', transaction_id: '4', total_fee: 888,
};

const taken = [];
async function take(judgment) {
  await null;
  judgment.expect({ out_trade_no: '7', total_fee: 888 });
  taken.push(judgment.get('out_trade_no'));
}

const handler = notices('payment', key, take);
const app = express();
app.post('/plain', handler);
app.post('/raw', express.raw({ type: () => true }), handler);
app.post('/parsed', express.text({ type: () => true }), handler);

const servers = [];
after(() => servers.forEach((server) => server.close()));

async function listening(listener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return server.address().port;
}

async function post(port, path, body) {
  const sent = request({ port, path, method: 'POST', host: '127.0.0.1', agent: false });
  sent.end(body);
  const [response] = await once(sent, 'response');
  const pieces = await response.toArray();
  return [response.statusCode, Buffer.concat(pieces).toString()];
}

const OK = /<return_code><!\[CDATA\[SUCCESS\]\]>|<return_code>SUCCESS/;
const FAIL = /<return_code><!\[CDATA\[FAIL\]\]>|<return_code>FAIL/;

for (const [name, listener, path] of [
  ['node:http', handler, '/'],
  ['Express', app, '/plain'],
  ['Express, behind express.raw', app, '/raw'],
]) {
  test(`notices are taken by ${name}`, async () => {
    const port = await listening(listener);
    const right = Buffer.from(key.write(PAID));
    taken.length = 0;
    const [status, reply] = await post(port, path, right);
    assert.equal(status, 200);
    assert.match(reply, OK);
    assert.deepEqual(taken, ['7']);

    const quiet = console.error;
    const said = [];
    console.error = (text) => said.push(text);
    try {
      for (const wrong of [
        key.write({ ...PAID, total_fee: 1 }),
        right.toString().replace('888', '889'),
        right.subarray(1),
        '',
      ]) {
        const [code, refusal] = await post(port, path, wrong);
        assert.equal(code, 200);
        assert.match(refusal, FAIL);
      }
    } finally {
      console.error = quiet;
    }
    assert.equal(said.length, 4);
    assert.match(said[0], /total_fee is 1, not 888/);
    assert.match(said[1], /Untrusted: the signature does not match/);
    assert.doesNotMatch(said.join(), new RegExp(SECRET));
    assert.deepEqual(taken, ['7']);
  });
}

test('what is too long is not read to its end', async () => {
  const port = await listening(handler);
  const [status, reply] = await post(port, '/', 'x'.repeat(70_000));
  assert.equal(status, 413);
  assert.match(reply, FAIL);
});

test('a body that something else has read is not taken', async (context) => {
  const said = context.mock.method(console, 'error', () => {});
  const port = await listening(app);
  assert.match((await post(port, '/parsed', key.write(PAID)))[1], FAIL);
  assert.match(said.mock.calls[0].arguments[0], /something has read the body before/);
});
