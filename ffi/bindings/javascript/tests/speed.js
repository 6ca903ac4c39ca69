// What signing and reading cost, beside the same by hand. Prints microseconds, the least of some runs.

import { createHash, createHmac } from 'node:crypto';
import { Algorithm, Key, Reply } from './wxp.js';
import { SECRET } from './support.js';

const FIELDS = {
  appid: 'wxd930ea5d5a258f4f', mch_id: '10000100', device_info: '1000', body: 'Tea & rice, 茶', nonce_str:
    'ibuaiVcKdpRxkhJA', out_trade_no: '20150806125346', total_fee: 888, spbill_create_ip: '123.12.12.123',
  notify_url: 'https://shop.example/pay/notice', trade_type: 'JSAPI', openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
};

/** As every SDK does it. */
function byHand(algorithm, fields) {
  const string = `${Object.keys(fields).sort().filter((name) => fields[name] !== '' && name !== 'sign')
    .map((name) => `${name}=${fields[name]}`).join('&')}&key=${SECRET}`;
  const hash = algorithm === Algorithm.Md5 ? createHash('md5') : createHmac('sha256', SECRET);
  return hash.update(string).digest('hex').toUpperCase();
}

function microseconds(call) {
  let least = Infinity;
  for (let run = 0; run < 20; run++) {
    const start = process.hrtime.bigint();
    for (let n = 0; n < 500; n++) call();
    least = Math.min(least, Number(process.hrtime.bigint() - start) / 500_000);
  }
  return least.toFixed(2);
}

for (const algorithm of [Algorithm.Md5, Algorithm.HmacSha256]) {
  const key = new Key(algorithm, SECRET);
  const document = key.write({ ...FIELDS, return_code: 'SUCCESS', result_code: 'SUCCESS', transaction_id: '4' });
  if (key.sign(FIELDS) !== byHand(algorithm, FIELDS)) throw new Error('they differ');
  console.log(
    `${Algorithm[algorithm]}: sign ${microseconds(() => key.sign(FIELDS))}`,
    `by hand with node:crypto ${microseconds(() => byHand(algorithm, FIELDS))}`,
    `write ${microseconds(() => key.write(FIELDS))}`,
    `read and judge ${microseconds(() => Reply.read(document).judge(key, 'payment').fields())}`,
  );
}
