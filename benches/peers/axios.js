// wechatpay-axios-plugin, as it is: its signer, and what it puts around a request with axios.
const { serve, workloads } = require('./peer');
const { Hash, Transformer } = require('wechatpay-axios-plugin');

const { key, w1, w2, w3, w4 } = workloads;
const transformer = new Transformer(w1.mch_id, key);
const config = { method: 'post', url: '/pay/orderquery', baseURL: 'https://api.mch.weixin.qq.com' };
const { request, response } = transformer;

const through = (steps, data) => steps.reduce((at, step) => step.call(config, at, {}, 200), data);
const verify = (message) => (through(response, message) instanceof Error ? 'refused' : 'accepted');

serve({
  'sign-w1': () => Hash.sign('MD5', w1, key),
  'sign-w2': () => Hash.sign('MD5', w2, key),
  'hmac-w2': () => Hash.sign('HMAC-SHA256', w2, key),
  'verify-w3': () => verify(w3),
  'verify-w4': () => verify(w4),
  'build-w1': () => through(request, w1),
});
