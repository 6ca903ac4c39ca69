// Why a signature does not match.

import { encode, nameAt, packedPairs, pairs, refusal, type Fields, type Text } from './fields.js';
import { current } from './language.js';
import { int32, lib, put, room, scope, staticText, uint32 } from './library.js';
import { Cause, Hint, type Language, type SecondSignature, type Sender } from './numbers.js';
import { type Finding } from './request.js';

// As many as the library marks.
const MARKED_MAX = 256;

/** A mistake, and the names of the fields that it was made with. */
interface Marked {
  readonly cause: Cause;
  readonly fields: readonly string[];
}

/** Why a signature does not match. */
export class Explanation {
  readonly cause: Cause;
  /** The names of the fields that the mistake was made with. */
  readonly fields: readonly string[];
  /** What is wrong or doubtful with the request, if its operation was named. */
  readonly findings: readonly Finding[];
  /** What was recognized, by `Key.explainSecond`. */
  readonly second: SecondSignature | undefined;

  /** @internal */
  constructor({ cause, fields }: Marked, findings: readonly Finding[], second?: SecondSignature) {
    this.cause = cause;
    this.fields = fields;
    this.findings = findings;
    this.second = second;
  }

  /** The first of the fields, if there are any. */
  get field(): string | undefined {
    return this.fields[0];
  }

  /** The cause in words. */
  get text(): string {
    return this.textIn(current());
  }

  /** The text in this language. */
  textIn(language: Language): string {
    return staticText(lib.wxp_cause_text(this.cause, language)) ?? '';
  }

  /** What was recognized, in words. */
  get secondText(): string | undefined {
    return this.secondTextIn(current());
  }

  /** The same in this language. */
  secondTextIn(language: Language): string | undefined {
    return this.second && staticText(lib.wxp_second_text(this.second, language));
  }

  /** What is left to check, the likeliest first, each in words. */
  hints(sender: Sender, language: Language = current()): Map<Hint, string> {
    return hints((rank) => lib.wxp_hint(this.cause, sender, rank), language);
  }
}

/**
 * What to check where the gateway refused a request with this return_msg, the likeliest first, each
 * in words. Nothing if it does not speak of the signature.
 */
export function refusalHints(returnMsg: Text, language: Language = current()): Map<Hint, string> {
  const message = encode(returnMsg);
  return scope(() => {
    const start = put(message);
    return hints((rank) => lib.wxp_refusal_hint(start, message.length, rank), language);
  });
}

function hints(ranked: (rank: number) => number, language: Language): Map<Hint, string> {
  const found = new Map<Hint, string>();
  for (let rank = 0, hint = ranked(0); hint; hint = ranked(++rank)) {
    found.set(hint, staticText(lib.wxp_hint_text(hint, language)) ?? '');
  }
  return found;
}

/** Which mistake leads from the fields to a signature, with the key in a slot. */
export function explained(
  slot: number,
  fields: Fields,
  offered: Uint8Array,
  findings: readonly Finding[],
): Explanation {
  const found = marked(fields, offered, (table, signature, outputs) =>
    lib.wxp_explain_packed(slot, ...table, ...signature, ...outputs),
  );
  return new Explanation(found, findings);
}

/** The same for a second signature, which the fields are. */
export function explainedSecond(slot: number, fields: Fields, offered: Uint8Array): Explanation {
  return scope(() => {
    const second = room(4);
    const found = marked(fields, offered, (table, signature, outputs) =>
      lib.wxp_explain_second_packed(slot, ...table, ...signature, second, ...outputs),
    );
    return new Explanation(found, [], int32(second));
  });
}

/** A function that finds a mistake. */
type Explains = (
  table: [packed: number, packedLength: number],
  signature: [offered: number, offeredLength: number],
  outputs: [cause: number, marked: number, capacity: number, markedCount: number],
) => number;

function marked(fields: Fields, offered: Uint8Array, explains: Explains): Marked {
  const table = pairs(fields);
  const packed = packedPairs(table);
  return scope(() => {
    const [cause, indexes, count] = [room(4), room(4 * MARKED_MAX), room(4)];
    const status = explains(
      [put(packed), packed.length],
      [put(offered), offered.length],
      [cause, indexes, MARKED_MAX, count],
    );
    if (status) throw refusal(fields, status);
    const name = (rank: number) => nameAt(table, uint32(indexes + 4 * rank));
    const names = Array.from({ length: uint32(count) }, (_, rank) => name(rank));
    return { cause: int32(cause), fields: names };
  });
}
