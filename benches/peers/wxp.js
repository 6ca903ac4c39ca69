// wxp, from JavaScript, with the package: wxp.js WORKLOADS MODULE. It judges what it verifies.
const { pathToFileURL } = require('node:url');
const { serve, workloads } = require('./peer');

const { key, w1, w2, w3, w4 } = workloads;

import(pathToFileURL(process.argv[3])).then(({ Algorithm, Key, Reply }) => {
  const [md5, hmac] = [new Key(Algorithm.Md5, key), new Key(Algorithm.HmacSha256, key)];
  const decoder = new TextDecoder();

  function verify(message) {
    return Reply.read(message).judge(md5, '/pay/orderquery').isAuthentic ? 'accepted' : 'refused';
  }

  return serve({
    'sign-w1': () => md5.sign(w1),
    'sign-w2': () => md5.sign(w2),
    'hmac-w2': () => hmac.sign(w2),
    'verify-w3': () => verify(w3),
    'verify-w4': () => verify(w4),
    'build-w1': () => decoder.decode(md5.write(w1)),
  });
});
