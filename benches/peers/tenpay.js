// tenpay, as it is: its signer, builder and parser of answers. It takes text, not bytes.
const { serve, workloads } = require('./peer');
const Payment = require('tenpay');
const { buildXML } = require('tenpay/lib/util');

const { key, w1, w2, w3, w4 } = workloads;
const client = new Payment({ appid: w1.appid, mchid: w1.mch_id, partnerKey: key });

async function verify(message) {
  try {
    await client._parse(message.toString(), 'orderquery', 'MD5');
    return 'accepted';
  } catch {
    return 'refused';
  }
}

serve({
  'sign-w1': () => client._getSign(w1, 'MD5'),
  'sign-w2': () => client._getSign(w2, 'MD5'),
  'hmac-w2': () => client._getSign(w2, 'HMAC-SHA256'),
  'verify-w3': () => verify(w3),
  'verify-w4': () => verify(w4),
  'build-w1': () => buildXML({ ...w1, sign: client._getSign(w1, 'MD5') }),
});
