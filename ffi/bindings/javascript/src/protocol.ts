// What is known about operations and notices, and what needs no key.

import { ENTROPY_SIZE, layout } from './abi.js';
import { must, ofTable, source, written } from './calls.js';
import { examine, passable, type Fields, type Text } from './fields.js';
import { current } from './language.js';
import { int32, lib, piece, put, room, scope, staticText, text, textAt, uint32 } from './library.js';
import {
  Algorithm, Status,
  type Action, type Format, type Language, type SignType, type Signed,
} from './numbers.js';

/** What to do about an error code. */
export class Advice {
  readonly action: Action;
  readonly #number: number;

  /** @internal */
  constructor(action: Action, number: number) {
    this.action = action;
    this.#number = number;
  }

  /** Why, and what to do. */
  get text(): string {
    return this.textIn(current());
  }

  /** The text in this language. */
  textIn(language: Language): string {
    return staticText(lib.wxp_advice_text(this.#number, language)) ?? '';
  }
}

/** What is known about one operation of the API. */
export class Endpoint {
  readonly path: string;
  readonly host: string;
  /** The same service at another site, for when no connection can be made. */
  readonly backupHost: string | undefined;
  /** Whether the method is GET, not POST. */
  readonly get: boolean;
  /** Whether the connection needs the merchant's client certificate. */
  readonly certificate: boolean;
  readonly algorithms: readonly Algorithm[];
  /** The algorithm of a request that states none; `undefined` if requests are not signed. */
  readonly defaultAlgorithm: Algorithm | undefined;
  readonly signType: SignType;
  readonly answerSigned: Signed;
  /** The form of a successful answer. */
  readonly format: Format;
  /** Whether requests have the field nonce_str. */
  readonly nonce: boolean;
  /** Whether a request can be repeated at any time; else with the same number and parameters. */
  readonly repeatable: boolean;
  /** Whether money can move. */
  readonly movesMoney: boolean;
  /** Whether WeChat has withdrawn it for new programs. */
  readonly deprecated: boolean;
  readonly #number: number;

  /** Reads one from the memory. */
  private constructor(at: number) {
    const member = layout.endpoint;
    const number = (offset: number) => uint32(at + offset);
    this.path = textAt(at + member.path);
    this.host = textAt(at + member.host);
    this.backupHost = textAt(at + member.backupHost) || undefined;
    this.get = number(member.get) === 1;
    this.certificate = number(member.certificate) === 1;
    this.algorithms = [Algorithm.Md5, Algorithm.HmacSha256].filter(
      (one) => number(member.algorithms) & one,
    );
    this.defaultAlgorithm = number(member.defaultAlgorithm) || undefined;
    this.signType = number(member.signType);
    this.answerSigned = number(member.answerSigned);
    this.format = number(member.format);
    this.nonce = number(member.nonce) === 1;
    this.repeatable = number(member.repeatable) === 1;
    this.movesMoney = number(member.movesMoney) === 1;
    this.deprecated = number(member.deprecated) === 1;
    this.#number = number(member.number);
  }

  /** What it is for, in a few words. */
  get purpose(): string {
    return this.purposeIn(current());
  }

  /** The purpose in this language. */
  purposeIn(language: Language): string {
    return staticText(lib.wxp_endpoint_purpose(this.#number, language)) ?? '';
  }

  /** The operation at a path, with or without host before it and query behind it. */
  static find(address: Text): Endpoint | undefined {
    const passed = passable(address);
    return scope(() => {
      const { start, length } = piece(passed);
      const at = room(layout.endpoint.size);
      const status = lib.wxp_endpoint_find(start, length, at);
      if (status === Status.NotFound) return undefined;
      must(status);
      return new Endpoint(at);
    });
  }

  /** Every operation, in order of their paths. */
  static all(): Endpoint[] {
    return scope(() => {
      const at = room(layout.endpoint.size);
      return Array.from({ length: lib.wxp_endpoint_count() }, (_, index) => {
        must(lib.wxp_endpoint_at(index, at));
        return new Endpoint(at);
      });
    });
  }
}

/** The string that is signed, without the key: to compare by hand, or for a log. */
export function canonical(fields: Fields): string {
  return ofTable(fields, lib.wxp_canonical_packed, text);
}

/** Checks that a table can be signed and sent; what cannot is a `WxpError`. */
export function check(fields: Fields): void {
  const fault = examine(fields);
  if (fault) throw fault;
}

/** A new nonce_str, from the operating system's randomness. */
export function nonce(): string {
  const entropy = crypto.getRandomValues(new Uint8Array(ENTROPY_SIZE));
  return scope(() => {
    const start = put(entropy);
    return written((...out) => lib.wxp_nonce(start, ENTROPY_SIZE, ...out), 64, text);
  });
}

/** The reply to a notice, with HTTP status 200: whether it was taken, or is to be sent again. */
export function acknowledge(notice: Text, taken = true): string {
  const number = source(notice);
  return scope(() => written((...out) => lib.wxp_acknowledge(number, taken ? 1 : 0, ...out), 256, text));
}

/** What to do about an error code of an operation or notice. */
export function advice(endpoint: Text, code: Text): Advice {
  const [number, passed] = [source(endpoint), passable(code)];
  return scope(() => {
    const { start, length } = piece(passed);
    const [action, reason] = [room(4), room(4)];
    must(lib.wxp_advice(number, start, length, action, reason));
    return new Advice(int32(action), int32(reason));
  });
}

/** The version of libwxp. */
export function version(): string {
  return staticText(lib.wxp_version()) ?? '';
}
