// A secret prepared for one algorithm.

/// <reference lib="esnext.disposable" preserve="true" />

import { SIGNATURE_MAX } from './abi.js';
import { fieldsOf, ofTable, read, written } from './calls.js';
import { WxpError } from './error.js';
import { explained, explainedSecond, type Explanation } from './explanation.js';
import { encode, pack, passable, refusal, type Fields, type ReadFields, type Text } from './fields.js';
import { freeKeySlot, lib, newKeySlot, piece, room, scope, taken, text, textAt, uint32 } from './library.js';
import { Algorithm, Status, type Payload } from './numbers.js';
import { WrongRequest, checkRequest, type Finding } from './request.js';

type Init = (key: number, algorithm: number, secret: number, secretLength: number) => number;

// Keys that nobody wiped and nobody holds any longer.
const forgotten = new FinalizationRegistry(freeKeySlot);

/**
 * A secret prepared for one algorithm: it signs, and verifies what comes back.
 *
 * It is wiped at the end of the block that declares it with `using`, by `dispose`, and at some time
 * after nobody holds it any longer.
 */
export class Key {
  readonly algorithm: Algorithm;
  #slot: number | undefined;

  /**
   * An API key has 32 ASCII letters and digits; `nonstandard` takes other secrets. Bytes can be
   * wiped by whoever passes them, a string cannot.
   */
  constructor(algorithm: Algorithm, secret: Text);
  /** @internal */
  constructor(algorithm: Algorithm, secret: Text, init?: Init);
  constructor(algorithm: Algorithm, secret: Text, init: Init = lib.wxp_key_init) {
    if (typeof secret !== 'string' && !(secret instanceof Uint8Array)) {
      throw new TypeError('the secret of a Key is a string or Uint8Array');
    }
    this.algorithm = algorithm;
    const slot = newKeySlot();
    const status = scope(() => {
      const { start, length } = piece(passable(secret));
      return init(slot, algorithm, start, length);
    });
    if (status) {
      freeKeySlot(slot);
      throw new WxpError(status);
    }
    this.#slot = slot;
    forgotten.register(this, slot, this);
  }

  /** A key of another secret of 1 to 64 bytes, such as a simulator's. */
  static nonstandard(algorithm: Algorithm, secret: Text): Key {
    return new Key(algorithm, secret, lib.wxp_key_init_nonstandard);
  }

  /** @internal Where the library has it. */
  slot(): number {
    if (this.#slot === undefined) throw new WxpError(Status.Key);
    return this.#slot;
  }

  /** The signature; the field sign and empty values take no part. */
  sign(fields: Fields): string {
    const packed = pack(fields);
    return scope(() => {
      const { start, length } = piece(packed);
      const [out, len] = [room(SIGNATURE_MAX), room(4)];
      const status = lib.wxp_sign_packed(this.slot(), start, length, out, SIGNATURE_MAX, len);
      if (status) throw refusal(fields, status);
      return text(out, uint32(len));
    });
  }

  /**
   * Verifies the field sign against all the others; a wrong one is a `WxpError`. What an authentic
   * message means, `Reply.judge` tells.
   */
  verify(fields: Fields): void {
    const packed = pack(fields);
    scope(() => {
      const { start, length } = piece(packed);
      const status = lib.wxp_verify_packed(this.slot(), start, length);
      if (status) throw refusal(fields, status);
    });
  }

  /** As `checkRequest`, of a request that is signed with this key. */
  check(fields: Fields, operation: Text): Finding[] {
    this.slot();
    return checkRequest(fields, operation, this.algorithm);
  }

  /**
   * Signs the fields and writes the document to send, in UTF-8. If an operation is named, a request
   * that it would certainly refuse is a `WrongRequest`.
   */
  write(fields: Fields, operation?: Text): Uint8Array<ArrayBuffer> {
    const slot = this.slot();
    if (operation !== undefined) {
      const findings = checkRequest(fields, operation, this.algorithm);
      if (findings.some((one) => one.certain)) throw new WrongRequest(findings);
    }
    return ofTable(fields, (...table) => lib.wxp_xml_write_packed(slot, ...table), taken);
  }

  /** What the customer's side takes, finished and signed. */
  payload(kind: Payload, fields: Fields): string {
    const slot = this.slot();
    return ofTable(
      fields,
      (...table) => {
        const missing = room(8);
        const status = lib.wxp_payload_packed(slot, kind, ...table, missing);
        if (status === Status.Missing) throw new WxpError(status, { field: textAt(missing) });
        return status;
      },
      text,
    );
  }

  /**
   * Which known mistake leads from the fields to the signature that was offered. Without an offer
   * the field sign is explained. The order of the fields counts. If the operation is named, the
   * findings of `check` are in the explanation, too.
   */
  explain(fields: Fields, offered: Text = '', operation?: Text): Explanation {
    const slot = this.slot();
    const findings = operation === undefined ? [] : this.check(fields, operation);
    return explained(slot, fields, encode(offered), findings);
  }

  /**
   * As `explain`, of what a page, an app or a QR code takes, and of its field paySign, or else sign.
   * Names may have any letter case, and underscores or none. Fields that are no second signature
   * are a `WxpError` with `Status.NotFound`.
   */
  explainSecond(fields: Fields, offered: Text = ''): Explanation {
    return explainedSecond(this.slot(), fields, encode(offered));
  }

  /** Opens the field req_info of a refund notice, which is not signed. */
  unconfirmedRefund(reqInfo: Text): ReadFields {
    const sealed = passable(reqInfo);
    const document = scope(() => {
      const { start, length } = piece(sealed);
      return written((...out) => lib.wxp_unconfirmed_refund(this.slot(), start, length, ...out), 1024, taken);
    });
    return fieldsOf(read(document, lib.wxp_refund_read_packed));
  }

  /** Forgets the secret; whatever is asked of the key then is `Status.Key`. */
  dispose(): void {
    if (this.#slot === undefined) return;
    forgotten.unregister(this);
    freeKeySlot(this.#slot);
    this.#slot = undefined;
  }

  toString(): string {
    return `Key(${Algorithm[this.algorithm]})`;
  }

  /** What Node shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

export interface Key extends Disposable {}

// Where there is `using`, or what compiles it.
if (Symbol.dispose) {
  Object.defineProperty(Key.prototype, Symbol.dispose, {
    value: Key.prototype.dispose,
    configurable: true,
    writable: true,
  });
}

