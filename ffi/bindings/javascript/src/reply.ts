// What comes back: read, judged, and only then believed.

import { layout } from './abi.js';
import { fieldsOf, must, read, readGroups, source, type Group } from './calls.js';
import { NotAuthentic, WxpError } from './error.js';
import { pack, refusal, unpack, type Fields, type ReadFields, type Text } from './fields.js';
import type { Key } from './key.js';
import { current, describe } from './language.js';
import { int32, lib, piece, put, room, scope, staticText, taken, textAt } from './library.js';
import { Status, Verdict, type Action, type Language, type OrderState } from './numbers.js';

/** An answer or notice that nobody has vouched for yet. */
export class Reply {
  readonly #packed: Uint8Array;
  readonly #nested: Text | undefined;

  private constructor(packed: Uint8Array, nested?: Text) {
    this.#packed = packed;
    this.#nested = nested;
  }

  /** Reads a flat document of up to 512 fields. */
  static read(document: Text): Reply {
    return new Reply(read(document, lib.wxp_xml_read_packed));
  }

  /** Reads one that can have groups of fields: see `Endpoint.format`. */
  static readNested(document: Text): Reply {
    const kept = typeof document === 'string' ? document : new Uint8Array(document);
    return new Reply(read(kept, lib.wxp_xml_read_nested_packed), kept);
  }

  /** What the message means, from the operation at this path or the notice of this name. */
  judge(key: Key, endpoint: Text): Judgment {
    const number = source(endpoint);
    return scope(() => {
      const at = room(layout.verdict.size);
      const packed = this.#packed;
      must(lib.wxp_judge_packed(key.slot(), number, put(packed), packed.length, at));
      return new Judgment(at, packed);
    });
  }

  /** The fields, not verified. */
  unverified(): ReadFields {
    return fieldsOf(this.#packed);
  }

  /** The groups of fields, for which nobody ever vouches: nothing signs them. */
  unverifiedRecords(): Group[] {
    return this.#nested === undefined ? [] : readGroups(this.#nested);
  }
}

/** What a message means. Its fields are in reach only if it is authentic. */
export class Judgment {
  readonly verdict: Verdict;
  /** `Succeeded` to `Unsettled`, of an unvouched message too. */
  readonly outcome: Verdict | undefined;
  readonly action: Action;
  /** Why it is untrusted. */
  readonly fault: Status | undefined;
  /** The field that makes it untrusted, for `Status.Lacks`, `Foreign` and `Ambiguous`. */
  readonly faultField: string | undefined;
  /**
   * Whether the signature also fits other fields, because a value holds "&name=". Such a message is
   * only believed where the value is one that holds free text.
   */
  readonly ambiguous: boolean;
  /** What it was judged as: the operation's path or the notice's name. */
  readonly source: string;
  /** What it says about an order. */
  readonly order: OrderState;
  readonly #advice: number;
  readonly #memory: Uint8Array;
  readonly #packed: Uint8Array;

  /** @internal Reads it from the memory. */
  constructor(at: number, packed: Uint8Array) {
    const member = (name: Exclude<keyof typeof layout.verdict, 'size'>) =>
      int32(at + layout.verdict[name]);
    this.verdict = member('verdict');
    this.outcome = member('outcome') || undefined;
    this.action = member('action');
    this.fault = member('fault') || undefined;
    this.faultField = textAt(at + layout.verdict.faultField) || undefined;
    this.ambiguous = member('ambiguous') === 1;
    this.source = staticText(lib.wxp_source_name(member('source'))) ?? '';
    this.order = member('order');
    this.#advice = member('advice');
    this.#memory = taken(at, layout.verdict.size);
    // Where it was is something else now.
    this.#memory.fill(0, layout.verdict.faultField, layout.verdict.faultField + layout.text.size);
    this.#packed = packed;
  }

  /** @internal A copy for the library, for the rest of the scope. */
  put(): number {
    return put(this.#memory);
  }

  /** What to do and why. */
  get advice(): string | undefined {
    return this.adviceIn(current());
  }

  /** The advice in this language. */
  adviceIn(language: Language): string | undefined {
    return staticText(lib.wxp_advice_text(this.#advice, language));
  }

  /** The fault in words. */
  get reason(): string | undefined {
    return this.reasonIn(current());
  }

  /** The reason in this language. */
  reasonIn(language: Language): string | undefined {
    return this.fault && describe(language, this.fault, this.faultField);
  }

  get isAuthentic(): boolean {
    return this.verdict >= Verdict.Succeeded && this.verdict <= Verdict.Unsettled;
  }

  /**
   * Compares the message with your own records, before money or goods move because of it.
   *
   * Pass what was sent and stored: out_trade_no, appid, mch_id, total_fee and the like. An empty
   * value expects that the message has no such field. With total_fee, the currency is compared even
   * if it is not named: fee_type is CNY unless another one is expected.
   *
   * The first field that differs is a `WxpError` with `Status.Differs`. To expect nothing is one with
   * `Status.Argument`, and so is a message that was refused or is untrusted.
   */
  expect(fields: Fields): void {
    const packed = pack(fields);
    scope(() => {
      const expected = piece(packed);
      const differs = room(layout.text.size);
      const status = lib.wxp_expect_packed(
        this.put(), put(this.#packed), this.#packed.length,
        expected.start, expected.length, differs,
      );
      if (status === Status.Differs) {
        const field = textAt(differs);
        const found = this.unverified()[field] ?? '';
        // Nothing else than the currency is compared without having been named.
        const difference = [found, unpack(packed)[field] ?? 'CNY'] as const;
        throw new WxpError(status, { field, difference });
      }
      if (status) throw refusal(fields, status);
    });
  }

  /** The value of a field; `NotAuthentic` if nothing vouches for it. */
  get(name: string): string | undefined {
    return this.fields()[name];
  }

  /** The fields sorted by name; `NotAuthentic` if nothing vouches for them. */
  fields(): ReadFields {
    if (!this.isAuthentic) {
      throw new NotAuthentic(
        `the verdict is ${Verdict[this.verdict]}, and nothing vouches for the fields: look at the ` +
          'verdict first; unverified() has them all the same',
      );
    }
    return this.unverified();
  }

  /** The fields, whatever the verdict is. */
  unverified(): ReadFields {
    return fieldsOf(this.#packed);
  }
}
