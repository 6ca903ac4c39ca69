// What programs for Node do by themselves: sort, join, node:crypto; fast-xml-parser reads and writes.
const { createHash, createHmac, timingSafeEqual } = require('node:crypto');
const { XMLBuilder, XMLParser } = require('fast-xml-parser');
const { serve, workloads } = require('./peer');

const { key, w1, w2, w3, w4 } = workloads;
const parser = new XMLParser({ parseTagValue: false });
const builder = new XMLBuilder();

function sign(fields, hmac = false) {
  const names = Object.keys(fields).filter((name) => name !== 'sign' && fields[name] !== '').sort();
  const text = names.map((name) => `${name}=${fields[name]}&`).join('') + `key=${key}`;
  const hash = hmac ? createHmac('sha256', key) : createHash('md5');
  return hash.update(text).digest('hex').toUpperCase();
}

function verify(message) {
  const { xml } = parser.parse(message);
  const [right, said] = [sign(xml), xml.sign ?? ''].map((text) => Buffer.from(text));
  return right.length === said.length && timingSafeEqual(right, said) ? 'accepted' : 'refused';
}

serve({
  'sign-w1': () => sign(w1),
  'sign-w2': () => sign(w2),
  'hmac-w2': () => sign(w2, true),
  'verify-w3': () => verify(w3),
  'verify-w4': () => verify(w4),
  'build-w1': () => builder.build({ xml: { ...w1, sign: sign(w1) } }),
});
