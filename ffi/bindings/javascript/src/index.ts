// The signature and XML protocol core of the WeChat Pay V2 API.
//
// Out: fields -> Key.write -> your HTTPS. In: your HTTPS -> Reply.read -> judge -> the fields.

export { Undone, body, bodyFields, bodyUndo, type BodyFields } from './body.js';
export { type Group } from './calls.js';
export { NotAuthentic, WxpError } from './error.js';
export { Explanation, refusalHints } from './explanation.js';
export { type Fields, type ReadFields, type Text, type Value } from './fields.js';
export { Key } from './key.js';
export { setLanguage } from './language.js';
export * from './numbers.js';
export { Advice, Endpoint, acknowledge, advice, canonical, check, nonce, version } from './protocol.js';
export { QuickPay, type Next, type Timing } from './quickpay.js';
export { Judgment, Reply } from './reply.js';
export { Finding, WrongRequest, checkRequest } from './request.js';
