// Why a signature does not match.

import { encode, nameAt, packedPairs, pairs, refusal, type Fields, type Text } from './fields.js';
import { current } from './language.js';
import { int32, lib, put, room, scope, staticText, uint32 } from './library.js';
import { Cause, Hint, type Language, type Sender } from './numbers.js';

// As many as the library marks.
const MARKED_MAX = 256;

/** Why a signature does not match. */
export class Explanation {
  readonly cause: Cause;
  /** The names of the fields that the mistake was made with. */
  readonly fields: readonly string[];

  /** @internal */
  constructor(cause: Cause, fields: readonly string[]) {
    this.cause = cause;
    this.fields = fields;
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
export function explained(slot: number, fields: Fields, offered: Uint8Array): Explanation {
  const table = pairs(fields);
  const packed = packedPairs(table);
  return scope(() => {
    const [cause, marked, count] = [room(4), room(4 * MARKED_MAX), room(4)];
    const status = lib.wxp_explain_packed(
      slot, put(packed), packed.length, put(offered), offered.length,
      cause, marked, MARKED_MAX, count,
    );
    if (status) throw refusal(fields, status);
    const index = (rank: number) => uint32(marked + 4 * rank);
    const names = Array.from({ length: uint32(count) }, (_, rank) => nameAt(table, index(rank)));
    return new Explanation(int32(cause), names);
  });
}
