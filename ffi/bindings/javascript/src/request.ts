// The fields of a request, checked before it is signed and sent.

import { layout } from './abi.js';
import { source, written } from './calls.js';
import { pack, refusal, type Fields, type Text } from './fields.js';
import { current } from './language.js';
import { int32, lib, piece, room, scope, setInt32, setUint16, text, textAt, uint16, uint32 } from './library.js';
import { Algorithm, Status, type FindingKind, type Language } from './numbers.js';

// More than most requests have.
const USUAL = 16;
// The index of a field that is missing.
const MISSING = 0xffff_ffff;
const DETAILS = 5;

/** One thing that is wrong, or doubtful, with a request. */
export class Finding {
  readonly kind: FindingKind;
  /**
   * Whether the gateway is known to refuse such a request; otherwise it is only not documented that
   * it takes it.
   */
  readonly certain: boolean;
  /** The name of the field. */
  readonly field: string;
  /** Which field of the table it is; `undefined` if it is missing. */
  readonly index: number | undefined;
  /** The first byte of the value that cannot stand there; 0 where it is the whole value. */
  readonly offset: number;
  /** The most characters that the value may have, if it has more. */
  readonly limit: number | undefined;
  /** The name that was probably meant by one that the operation does not have. */
  readonly meant: string | undefined;
  /** The fields any of which would do in place of a missing one. */
  readonly alternatives: readonly string[];
  /** The field that makes a missing one necessary, and the value that does, unless any does. */
  readonly condition: { readonly field: string; readonly value: string | undefined } | undefined;
  readonly #details: readonly number[];

  /** @internal Reads one from the memory. */
  constructor(at: number) {
    const member = layout.finding;
    this.kind = int32(at + member.kind);
    this.certain = int32(at + member.certain) === 1;
    this.field = textAt(at + member.field);
    const index = uint32(at + member.index);
    this.index = index === MISSING ? undefined : index;
    this.offset = uint32(at + member.offset);
    this.limit = uint32(at + member.limit) || undefined;
    this.meant = textAt(at + member.meant) || undefined;
    this.alternatives = [0, 1, 2]
      .map((other) => textAt(at + member.others + other * layout.text.size))
      .filter((name) => name);
    const field = textAt(at + member.because);
    const value = textAt(at + member.becauseValue) || undefined;
    this.condition = field ? { field, value } : undefined;
    const details = at + member.details;
    this.#details = Array.from({ length: DETAILS }, (_, detail) => uint16(details + 2 * detail));
  }

  /** What is found, in one sentence. */
  get text(): string {
    return this.textIn(current());
  }

  /** The text in this language. */
  textIn(language: Language): string {
    return scope(() => {
      const at = room(layout.finding.size);
      const { start, length } = piece(this.field);
      setInt32(at + layout.finding.kind, this.kind);
      setInt32(at + layout.finding.offset, this.offset);
      setInt32(at + layout.finding.field, start);
      setInt32(at + layout.finding.field + layout.text.len, length);
      this.#details.forEach((value, detail) => {
        setUint16(at + layout.finding.details + 2 * detail, value);
      });
      return written((...out) => lib.wxp_finding_text(at, language, ...out), 256, text);
    });
  }
}

/** A request that the gateway would refuse; it was not written. */
export class WrongRequest extends Error {
  /** All of them, the doubtful ones, too. */
  readonly findings: readonly Finding[];

  /** @internal */
  constructor(findings: readonly Finding[]) {
    super(message(findings, current()));
    this.findings = findings;
  }

  static {
    this.prototype.name = 'WrongRequest';
  }

  /** What is certainly wrong, a line each, in this language. */
  messageIn(language: Language): string {
    return message(this.findings, language);
  }
}

function message(findings: readonly Finding[], language: Language): string {
  const certain = findings.filter((one) => one.certain);
  return certain.map((one) => one.textIn(language)).join('\n');
}

/**
 * What is wrong or doubtful with a request of the operation at this path, which is to be signed with
 * this algorithm: the findings about fields in their order, and then what is missing. No key is
 * needed, nor the field sign.
 */
export function checkRequest(
  fields: Fields,
  operation: Text,
  algorithm: Algorithm = Algorithm.Md5,
): Finding[] {
  const [number, packed] = [source(operation), pack(fields)];
  return scope(() => {
    const { start, length } = piece(packed);
    const count = room(4);
    for (let capacity = USUAL; ; capacity = uint32(count)) {
      const found = room(capacity * layout.finding.size);
      const status = lib.wxp_check_request_packed(
        number, algorithm, start, length, found, capacity, count,
      );
      if (status === Status.Space) continue;
      if (status) throw refusal(fields, status);
      const at = (index: number) => found + index * layout.finding.size;
      return Array.from({ length: uint32(count) }, (_, index) => new Finding(at(index)));
    }
  });
}
