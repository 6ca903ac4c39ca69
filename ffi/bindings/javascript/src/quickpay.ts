// The Quick Pay procedure.

import { layout } from './abi.js';
import { must } from './calls.js';
import { WxpError } from './error.js';
import { int32, lib, put, room, scope, setUint16, taken, uint16 } from './library.js';
import { Event, Status, type Step } from './numbers.js';
import type { Judgment } from './reply.js';

// The most that the library takes.
const SECONDS_MAX = 0xffff;
const TIMES_MAX = 0xff;

/** How long to wait and how often to try, in a Quick Pay payment; times are in seconds. */
export interface Timing {
  /** Before the first query, and before a failure is believed (5). */
  readonly firstQuery?: number;
  /** Between queries; 10 in China, 3 to 5 elsewhere (10). */
  readonly spacing?: number;
  /** After which an order that is not paid is given up; 45 in China, 30 elsewhere (45). */
  readonly total?: number;
  /** After the order, before which it cannot be reversed (15). */
  readonly reverseFrom?: number;
  /** Between reverses (5). */
  readonly reverseSpacing?: number;
  /** Reverses before somebody has to look, at most 255 (10). */
  readonly reverses?: number;
  /** Queries that confirm a failed order, and that settle a reversed one, at most 255 (5). */
  readonly queries?: number;
}

const DEFAULTS: Required<Timing> = {
  firstQuery: 5,
  spacing: 10,
  total: 45,
  reverseFrom: 15,
  reverseSpacing: 5,
  reverses: 10,
  queries: 5,
};

/** What to do now. */
export interface Next {
  readonly step: Step;
  /** How many seconds, for `Step.Wait`. */
  readonly wait: number;
}

/**
 * One payment by Quick Pay, which ends in knowing what became of it; it never charges twice.
 *
 * Save it after each `next`, before the step is carried out.
 */
export class QuickPay {
  #saved: Uint8Array<ArrayBuffer>;
  readonly #timing: Required<Timing>;

  /** A new payment, or one that was saved. */
  constructor(saved?: Uint8Array, timing: Timing = {}) {
    this.#timing = { ...DEFAULTS, ...timing };
    for (const [name, value] of Object.entries(this.#timing)) {
      const most = name === 'reverses' || name === 'queries' ? TIMES_MAX : SECONDS_MAX;
      if (!Number.isInteger(value) || value < 0 || value > most) throw new WxpError(Status.Argument);
    }
    if (saved === undefined) {
      this.#saved = scope(() => {
        const at = room(layout.quickpay.size);
        must(lib.wxp_quickpay_new(at));
        return taken(at, layout.quickpay.size);
      });
    } else {
      if (saved.length !== layout.quickpay.size) throw new WxpError(Status.Argument);
      this.#saved = new Uint8Array(saved);
      // Damage shows now, and whatever is told first, the order is not asked for again.
      this.next(Event.Resumed);
    }
  }

  /**
   * Takes in what happened, so many whole seconds after the last call, and says what to do.
   *
   * Throws a `WxpError` if the judgment is of another operation than the event's.
   */
  next(event: Event = Event.None, seconds = 0, judgment?: Judgment): Next {
    if (!Number.isInteger(seconds) || seconds < 0) throw new WxpError(Status.Argument);
    return scope(() => {
      const at = put(this.#saved);
      const timing = room(layout.timing.size);
      for (const [name, value] of Object.entries(this.#timing)) {
        setUint16(timing + layout.timing[name as keyof Timing], value);
      }
      const [step, wait] = [room(4), room(2)];
      // A terminal can be off for longer than the library counts; more makes no difference.
      const passed = Math.min(seconds, SECONDS_MAX);
      must(lib.wxp_quickpay_next(at, timing, event, judgment?.put() ?? 0, passed, step, wait));
      this.#saved = taken(at, layout.quickpay.size);
      return { step: int32(step), wait: uint16(wait) };
    });
  }

  /** 12 bytes, which `new QuickPay` takes. */
  save(): Uint8Array<ArrayBuffer> {
    return this.#saved.slice();
  }
}
