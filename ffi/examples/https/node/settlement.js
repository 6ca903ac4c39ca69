// What has to be true before goods or money move: an answer or a notice is authentic, and says of an
// order or a refund what the shop's own records say.

import { OrderState, Verdict } from 'wxp';
import { differs } from './merchant.js';
import { Outcome, tell } from './outcome.js';

/** Says what an answer came to, if it is not what was hoped for. */
export function report(what, answer) {
  if (!answer.isAuthentic) {
    tell(`${what}: ${answer.why}`);
    return;
  }
  const reasons = ['err_code', 'trade_state', 'refund_status_0'].map((name) => answer.get(name));
  const reason = reasons.find((one) => one) ?? 'no reason';
  tell(`${what}: ${reason}: ${answer.judgment.advice ?? 'nothing to do'}`);
}

/** What an answer comes to that is not what was hoped for. */
export function unfinished(answer) {
  if (!answer.sent) return Outcome.NOT_SENT;
  return answer.verdict === Verdict.Failed ? Outcome.FAILED : Outcome.NOT_KNOWN;
}

export class Settlement {
  constructor(merchant, records) {
    this.merchant = merchant;
    this.records = records;
  }

  /** Whether a message that says that an order was paid is about one of ours. */
  isOurs(paid) {
    const number = paid.get('out_trade_no') ?? '';
    const fen = this.records.order(number);
    if (fen === undefined) {
      tell(`order ${number}: authentic, but no order of ours`);
      return false;
    }
    // An authentic message about 1 fen would do for any order if nobody compared. With the amount the
    // currency is compared, which is CNY.
    const wrong = differs(paid, { out_trade_no: number, total_fee: fen });
    if (wrong) tell(`order ${number}: authentic, but of another ${wrong}`);
    return !wrong;
  }

  /**
   * Takes in that an order is paid, or was and has been refunded since, and delivers once, but never
   * what we give back. `false` if that cannot be.
   */
  takeIn(paid) {
    if (!this.isOurs(paid)) return false;
    const [number, fen] = [paid.get('out_trade_no'), paid.get('total_fee')];
    const refunded = paid.order === OrderState.Refunded;
    const first = !refunded && this.records.deliver(number);
    if (!this.records.delivered(number)) {
      const back = refunded ? 'refunded since' : 'we give it back';
      tell(`order ${number}: paid, and ${back}, but never delivered: somebody has to look`);
    } else if (refunded) {
      tell(`order ${number}: paid, and refunded since`);
    } else {
      tell(`order ${number}: paid, ${fen} fen${first ? ': deliver' : ', known'}`);
    }
    return true;
  }

  /** The same. Where it is not delivered, somebody has to look. */
  settle(paid) {
    const taken = this.takeIn(paid) && this.records.delivered(paid.get('out_trade_no'));
    return taken ? Outcome.DONE : Outcome.NOT_KNOWN;
  }

  /** Asks what became of an order. */
  async queryOrder(number) {
    const answer = await this.merchant.call('/pay/orderquery', { out_trade_no: number });
    if (answer.verdict === Verdict.Succeeded || answer.order === OrderState.Refunded) {
      return this.settle(answer.judgment);
    }
    report('query', answer);
    return unfinished(answer);
  }

  /** Asks what became of a refund. */
  async queryRefund(refund) {
    const noted = this.records.refund(refund);
    if (noted === undefined) {
      tell(`refund ${refund}: not one of ours`);
      return Outcome.NOT_SENT;
    }
    const { fen, order_number: number } = noted;
    const ours = { out_refund_no_0: refund, out_trade_no: number, refund_fee_0: fen };
    const answer = await this.merchant.call('/pay/refundquery', { out_refund_no: refund });
    if (answer.verdict !== Verdict.Succeeded) {
      report('refund query', answer);
      return answer.contradicts(ours) ? Outcome.NOT_KNOWN : unfinished(answer);
    }
    const wrong = differs(answer.judgment, ours);
    if (wrong) {
      tell(`refund ${refund}: authentic, but of another ${wrong}`);
      return Outcome.NOT_KNOWN;
    }
    this.records.refundArrived(refund);
    tell(`refund ${refund}: given back, ${fen} fen of order ${number}`);
    return Outcome.DONE;
  }
}
