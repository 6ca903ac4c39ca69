// The merchant: settings, and calls to the gateway over HTTPS.

import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import tls from 'node:tls';
import { Algorithm, Body, Endpoint, Key, OrderState, Reply, Verdict, WxpError, body, nonce } from 'wxp';
import { NotSent } from './outcome.js';

// For the connection, and for each piece of the answer.
const ANSWER_SECONDS = Number(process.env.WXP_TIMEOUT ?? 10);
const ANSWER_BYTES = 65536;

/** What came back. Without a judgment nothing of it can be believed, and `why` says why. */
export class Answer {
  constructor({ judgment, why = '', sent = true }) {
    this.judgment = judgment;
    this.why = why;
    this.sent = sent; // else nothing has left this machine
  }

  /** Look at this before anything else. */
  get verdict() {
    return this.judgment?.verdict ?? Verdict.Untrusted;
  }

  get isAuthentic() {
    return this.judgment?.isAuthentic ?? false;
  }

  get order() {
    return this.isAuthentic ? this.judgment.order : OrderState.Unknown;
  }

  /** The value of a field; `undefined` also if nothing vouches for it. */
  get(name) {
    return this.isAuthentic ? this.judgment.get(name) : undefined;
  }

  /**
   * Whether an authentic message gives one of these fields another value. It may have none of them,
   * if nothing was done.
   */
  contradicts(ours) {
    const said = Object.entries(ours).filter(([name]) => this.get(name));
    return said.length > 0 && differs(this.judgment, said) !== undefined;
  }
}

/** The first field of ours that a message does not have with this value. */
export function differs(judgment, ours) {
  try {
    judgment.expect(ours);
  } catch (error) {
    if (!(error instanceof WxpError)) throw error;
    return error.field ?? 'message'; // the latter if it cannot be compared at all
  }
  return undefined;
}

export function setting(name) {
  const value = process.env[name];
  if (value === undefined) throw new NotSent(`${name} is not set`);
  return value;
}

/** Refuses a file that other accounts than that of this program can reach. */
function keepPrivate(file) {
  if (process.platform !== 'win32' && statSync(file).mode & 0o077) {
    throw new NotSent(`${file} is open to others: chmod 600`);
  }
}

function readKey(file) {
  try {
    keepPrivate(file);
    const bytes = readFileSync(file);
    const end = /[\r\n]*$/.exec(bytes.toString('latin1')).index;
    const key = new Key(Algorithm.HmacSha256, bytes.subarray(0, end));
    bytes.fill(0);
    return key;
  } catch (error) {
    if (error instanceof WxpError) throw new NotSent(`${file}: ${error.message}`);
    if (error.syscall) throw new NotSent('WXP_KEY_FILE names no file that can be read');
    throw error;
  }
}

export class Merchant {
  /** Takes settings from the environment, and the key from its file. */
  constructor() {
    this.gateway = new URL(process.env.WXP_GATEWAY ?? 'https://api.mch.weixin.qq.com');
    this.appid = setting('WXP_APPID');
    this.number = setting('WXP_MCH_ID');
    this.notifyUrl = setting('WXP_NOTIFY_URL');
    // Of the machine that places the order. Only the test gateway takes any.
    this.ip = process.env.WXP_IP || ('WXP_GATEWAY' in process.env ? '127.0.0.1' : setting('WXP_IP'));
    this.certificates = setting('WXP_CERTIFICATES');
    this.key = readKey(setting('WXP_KEY_FILE'));
  }

  /** Signs and posts a request, and judges the answer, which has to be about the same order. */
  async call(operation, fields) {
    let document, socket;
    try {
      document = this.key.write({
        ...fields,
        appid: this.appid,
        mch_id: this.number,
        nonce_str: nonce(),
        sign_type: 'HMAC-SHA256',
      });
      socket = await this.#connect(Endpoint.find(operation).certificate);
    } catch (error) {
      return new Answer({ why: `nothing was sent: ${error.message}`, sent: false });
    }
    let status, received;
    try {
      [status, received] = await post(socket, this.gateway.host, operation, document);
    } catch (error) {
      return new Answer({ why: `no answer: ${error.message}` });
    } finally {
      socket.destroy();
    }
    if (status !== 200) {
      const unseen = received.includes('SSL certificate') ? ', no client certificate was seen' : '';
      return new Answer({ why: `no answer: HTTP ${status}${unseen}` });
    }
    const answer = this.judge(operation, received);
    const numbers = ['out_trade_no', 'out_refund_no'].filter((name) => name in fields);
    if (answer.contradicts(Object.fromEntries(numbers.map((name) => [name, fields[name]])))) {
      return new Answer({ why: 'authentic, but: about another order or refund' });
    }
    return answer;
  }

  /** Reads and judges an answer of an operation, or a notice of a kind. */
  judge(source, document) {
    let judgment;
    try {
      judgment = Reply.read(document).judge(this.key, source);
    } catch (error) {
      if (!(error instanceof WxpError)) throw error;
      const isPage = body(document) === Body.Html;
      const what = isPage ? 'a web page, not an answer' : 'no answer of the protocol';
      return new Answer({ why: `${what}: ${error.message}` });
    }
    if (judgment.verdict === Verdict.Untrusted) {
      return new Answer({ why: `not from WeChat Pay: ${judgment.reason}` });
    }
    if (judgment.verdict === Verdict.Refused) {
      return new Answer({ why: `the call was not taken: ${judgment.unverified().return_msg}` });
    }
    const ours = { appid: this.appid, mch_id: this.number };
    if (judgment.isAuthentic && differs(judgment, ours)) {
      return new Answer({ why: 'authentic, but: about another merchant or app' });
    }
    return new Answer({ judgment });
  }

  /** A connection to a server that has proved who it is. */
  async #connect(certificate) {
    if (this.gateway.protocol !== 'https:') throw new NotSent('the gateway is not https');
    const host = this.gateway.hostname;
    const socket = tls.connect({
      host,
      port: Number(this.gateway.port || 443),
      // A number is no name that a server could be asked for.
      ...(/^[0-9.]+$|:/.test(host) ? {} : { servername: host }),
      // The system's authorities, or those of a file.
      ...(process.env.WXP_ROOTCA && { ca: readFileSync(process.env.WXP_ROOTCA) }),
      minVersion: 'TLSv1.2',
      ...(certificate && this.#certificate()),
    });
    socket.setTimeout(1000 * ANSWER_SECONDS, () => socket.destroy(new Error('timed out')));
    try {
      // Not before the server's certificate and name are checked.
      await once(socket, 'secureConnect');
    } catch (error) {
      socket.destroy();
      throw error;
    }
    return socket;
  }

  /** What the merchant shows. */
  #certificate() {
    const [pem, key] = ['apiclient_cert.pem', 'apiclient_key.pem'];
    const [pemFile, keyFile] = [pem, key].map((name) => path.join(this.certificates, name));
    try {
      keepPrivate(keyFile);
      return { cert: readFileSync(pemFile), key: readFileSync(keyFile) };
    } catch (error) {
      throw error instanceof NotSent ? error : new NotSent(`${pem}, ${key}: ${error.message}`);
    }
  }
}

/** The status and the body of the answer to a request that goes through a connection. */
async function post(socket, host, operation, document) {
  const request = http.request({
    createConnection: () => socket,
    method: 'POST',
    path: operation,
    headers: { Host: host, 'Content-Type': 'text/xml', 'Content-Length': document.length, Connection: 'close' },
  });
  request.end(document);
  const [response] = await once(request, 'response');
  const pieces = [];
  let length = 0;
  for await (const piece of response) {
    length += piece.length;
    if (length > ANSWER_BYTES) throw new Error('too long for one');
    pieces.push(piece);
  }
  return [response.statusCode, Buffer.concat(pieces)];
}
