// Answers requests of the cross test, one a line; ffi/bindings/tests/cross.py describes them.

import { readFileSync } from 'node:fs';
import * as wxp from './wxp.js';

const ENUMS = Object.entries(wxp).filter(([, value]) => typeof value === 'object');
const EVENTS = {
  [wxp.Event.Order]: '/pay/micropay',
  [wxp.Event.Query]: '/pay/orderquery',
  [wxp.Event.Reverse]: '/secapi/pay/reverse',
};

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A value that JavaScript does not have. */
class NoSuchValue extends Error {}

function text(part) {
  try {
    return strict.decode(part);
  } catch {
    return new Uint8Array(part);
  }
}

function whole(value) {
  const exact = BigInt(value);
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
}

function fraction(value) {
  const number = Number(value);
  if (Number.isSafeInteger(number)) throw new NoSuchValue('a float that is whole');
  return number;
}

const VALUES = {
  s: text,
  i: (value) => whole(String(value)),
  n: () => null,
  f: (value) => fraction(String(value)),
  b: (value) => String(value) === '1',
};

// An object, except that it would put names first that are numbers.
function table(parts) {
  const pairs = [];
  for (let at = 0; at < parts.length; at += 3) {
    pairs.push([String(parts[at]), VALUES[parts[at + 1]](parts[at + 2])]);
  }
  const isNumber = ([name]) => /^-?[0-9]+$/.test(name);
  return pairs.some(isNumber) ? new Map(pairs) : Object.fromEntries(pairs);
}

const key = (algorithm, secret) => wxp.Key.nonstandard(Number(algorithm), new Uint8Array(secret));
const flat = (fields) => Object.entries(fields).flat();

const found = (findings) =>
  findings.flatMap((one) => [
    one.kind, one.certain, one.field, one.index ?? '', one.offset, one.limit ?? '', one.meant ?? '',
    one.alternatives.join(' '), one.condition?.field ?? '', one.condition?.value ?? '', one.text,
  ]);

function judgmentOf(algorithm, secret, endpoint, nests, document) {
  const read = String(nests) === '1' ? wxp.Reply.readNested : wxp.Reply.read;
  return read(document).judge(key(algorithm, secret), text(endpoint));
}

const REQUESTS = {
  key(algorithm, secret) {
    new wxp.Key(Number(algorithm), secret).dispose();
    return [];
  },
  sign: (algorithm, secret, ...fields) => [key(algorithm, secret).sign(table(fields))],
  verify(algorithm, secret, ...fields) {
    key(algorithm, secret).verify(table(fields));
    return [];
  },
  canonical: (...fields) => [wxp.canonical(table(fields))],
  check(...fields) {
    wxp.check(table(fields));
    return [];
  },
  write: (algorithm, secret, ...fields) => [key(algorithm, secret).write(table(fields))],
  read: (document) => flat(wxp.Reply.read(document).unverified()),
  nested(document) {
    const reply = wxp.Reply.readNested(document);
    const counted = (fields) => [Object.keys(fields).length, ...flat(fields)];
    const groups = reply.unverifiedRecords().flatMap(({ name, fields }) => [name, ...counted(fields)]);
    return [...counted(reply.unverified()), ...groups];
  },
  judge(...parts) {
    const judgment = judgmentOf(...parts);
    let readable = 1;
    try {
      judgment.fields();
    } catch (error) {
      if (!(error instanceof wxp.NotAuthentic)) throw error;
      readable = 0;
    }
    return [
      judgment.verdict, judgment.outcome ?? 0, judgment.action, judgment.fault ?? 0,
      judgment.ambiguous, judgment.advice ?? '', readable, judgment.faultField ?? '',
      judgment.reason ?? '', judgment.source, judgment.order,
    ];
  },
  expect(algorithm, secret, endpoint, nests, document, ...fields) {
    judgmentOf(algorithm, secret, endpoint, nests, document).expect(table(fields));
    return [];
  },
  payload: (algorithm, secret, kind, ...fields) => [
    key(algorithm, secret).payload(Number(kind), table(fields)),
  ],
  explain(algorithm, secret, offered, ...fields) {
    const explanation = key(algorithm, secret).explain(table(fields), text(offered));
    return [explanation.cause, explanation.field ?? '', explanation.text];
  },
  second(algorithm, secret, offered, ...fields) {
    const explanation = key(algorithm, secret).explainSecond(table(fields), text(offered));
    return [
      explanation.second, explanation.secondText, explanation.cause, explanation.field ?? '',
      explanation.text,
    ];
  },
  request(algorithm, secret, operation, ...fields) {
    const { cause, findings } = key(algorithm, secret).explain(table(fields), '', text(operation));
    return [cause, ...found(findings)];
  },
  findings: (algorithm, secret, operation, ...fields) =>
    found(key(algorithm, secret).check(table(fields), text(operation))),
  keyless: (algorithm, operation, ...fields) =>
    found(wxp.checkRequest(table(fields), text(operation), Number(algorithm))),
  undo(content) {
    const undone = wxp.bodyUndo(content);
    return undone ? [undone.layer, undone.text, undone.content] : [];
  },
  list(content) {
    const { fields, heldKey, guessed } = wxp.bodyFields(content);
    return [heldKey, guessed, ...flat(fields)];
  },
  refund: (secret, reqInfo) => flat(key(1, secret).unconfirmedRefund(text(reqInfo))),
  endpoint(address) {
    const found = wxp.Endpoint.find(text(address));
    return !found ? [] : [
      found.path, found.host, found.backupHost ?? '', found.purpose, found.get, found.certificate,
      found.algorithms.reduce((sum, one) => sum + one, 0), found.defaultAlgorithm ?? 0,
      found.signType, found.answerSigned, found.format, found.nonce, found.repeatable,
      found.movesMoney, found.deprecated,
    ];
  },
  advice(endpoint, code) {
    const advice = wxp.advice(text(endpoint), text(code));
    return [advice.action, advice.text];
  },
  acknowledge: (notice, taken) => [wxp.acknowledge(text(notice), String(taken) === '1')],
  body: (content) => [wxp.body(content)],
  quickpay(...parts) {
    const merchant = key(1, Buffer.from('k'.repeat(32)));
    const said = [];
    let saved;
    for (let at = 0; at < parts.length; at += 2) {
      const [event, seconds] = String(parts[at]).split(' ').map(Number);
      const payment = new wxp.QuickPay(saved);
      const document = parts[at + 1];
      const judgment = document.length
        ? wxp.Reply.read(document).judge(merchant, EVENTS[event] ?? '')
        : undefined;
      const { step, wait } = payment.next(event, seconds, judgment);
      saved = payment.save();
      said.push(step, wait);
    }
    return said;
  },
  language(number) {
    wxp.setLanguage(Number(number));
    return [];
  },
  constants: () =>
    ENUMS.flatMap(([name, members]) =>
      Object.entries(members)
        .filter(([, value]) => typeof value === 'number')
        .flatMap(([member, value]) => [`${name}.${member}`, value]),
    ),
};

function answer(line) {
  const [request, ...parts] = line.split('\t').map(decoded);
  try {
    return ['ok', ...REQUESTS[request](...parts)];
  } catch (error) {
    if (error instanceof wxp.WxpError) {
      return ['error', error.status, error.field ?? '', error.offset ?? '', error.message];
    }
    if (error instanceof NoSuchValue) return ['none'];
    // One that names a field is meant; another one is a fault.
    if (error instanceof TypeError && error.message.startsWith('field ')) return ['type'];
    return ['crash', error.name, error.message];
  }
}

function decoded(part) {
  const bytes = [];
  for (let at = 0; at < part.length; at++) {
    const isEscape = part[at] === '%';
    bytes.push(isEscape ? parseInt(part.slice(at + 1, at + 3), 16) : part.charCodeAt(at));
    if (isEscape) at += 2;
  }
  return Buffer.from(bytes);
}

function encoded(part) {
  if (typeof part === 'boolean') part = Number(part);
  const bytes = part instanceof Uint8Array ? part : Buffer.from(String(part));
  const escaped = (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9._~-]/.test(character) ? character : escaped(byte);
  }).join('');
}

const lines = readFileSync(0, 'ascii').split('\n');
if (lines.at(-1) === '') lines.pop();
process.stdout.write(lines.map((line) => `${answer(line).map(encoded).join('\t')}\n`).join(''));
