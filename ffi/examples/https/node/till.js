// A shop's side of WeChat Pay: order, Quick Pay, query, close, refund, reverse, over HTTPS.

import { setTimeout as sleep } from 'node:timers/promises';
import { Action, Event, OrderState, QuickPay, Step, Verdict, WxpError } from 'wxp';
import { Merchant, differs } from './merchant.js';
import { Damaged, NotSent, Outcome, output, tell } from './outcome.js';
import { Records } from './records.js';
import { Settlement, report, unfinished } from './settlement.js';

const OFFLINE_SECONDS = 30; // without a network, after which a payment under way is left for later
const COMMANDS = {
  order: 'NUMBER FEN BODY',
  pay: 'NUMBER FEN CODE BODY',
  query: 'NUMBER',
  close: 'NUMBER',
  refund: 'NUMBER REFUND FEN',
  refunded: 'REFUND',
  reverse: 'NUMBER',
};
// What arguments can be: what WeChat takes, and nothing else is noted down.
const FORMS = {
  NUMBER: /^[0-9A-Za-z_|*-]{1,32}$/,
  REFUND: /^[0-9A-Za-z_|*@-]{1,64}$/,
  FEN: /^[1-9][0-9]{0,9}$/,
};

const monotonic = () => Math.floor(performance.now() / 1000);

export class Till {
  constructor(merchant, records) {
    this.merchant = merchant;
    this.records = records;
    this.settlement = new Settlement(merchant, records);
  }

  query(number) {
    return this.settlement.queryOrder(number);
  }

  refunded(refund) {
    return this.settlement.queryRefund(refund);
  }

  /** Native: the customer scans what comes back. A notice tells when it is paid. */
  async order(number, fen, body) {
    this.records.noteOrder(number, fen);
    const answer = await this.merchant.call('/pay/unifiedorder', {
      out_trade_no: number,
      total_fee: fen,
      body,
      trade_type: 'NATIVE',
      product_id: number,
      spbill_create_ip: this.merchant.ip,
      notify_url: `${this.merchant.notifyUrl}/payment`,
    });
    if (answer.verdict === Verdict.Accepted) {
      output(answer.judgment.get('code_url') ?? '');
      return Outcome.DONE;
    }
    report('order', answer);
    let outcome = unfinished(answer);
    if (outcome === Outcome.FAILED && answer.judgment.action === Action.Query) {
      outcome = Outcome.NOT_KNOWN;
    }
    if (outcome === Outcome.NOT_KNOWN && (await this.query(number)) === Outcome.DONE) {
      return Outcome.DONE;
    }
    return outcome; // the same order can be sent again under the same number
  }

  /** Closes an order that nobody has paid; one by Quick Pay is reversed instead. */
  async close(number) {
    if (this.records.order(number) === undefined) throw new NotSent(`${number}: no order of ours`);
    if (this.records.payment(number)) throw new NotSent(`${number}: an order of Quick Pay: reverse it`);
    const outcome = await this.query(number);
    if (outcome === Outcome.NOT_SENT) return outcome;
    if (outcome === Outcome.DONE) return Outcome.FAILED;
    const answer = await this.merchant.call('/pay/closeorder', { out_trade_no: number });
    const code = answer.get('err_code');
    if (answer.verdict === Verdict.Succeeded || code === 'ORDERCLOSED' || code === 'ORDERNOTEXIST') {
      tell(`order ${number}: closed`);
      return Outcome.DONE;
    }
    report('close', answer);
    if (answer.verdict === Verdict.Failed && code !== 'ORDERPAID') return Outcome.FAILED;
    // Paid in the meantime, or in doubt: ask. It can be closed again.
    return (await this.query(number)) === Outcome.DONE ? Outcome.FAILED : Outcome.NOT_KNOWN;
  }

  /** Gives money back. The answer says that it was taken on; a notice or a query, that it came. */
  async refund(number, refund, fen) {
    const total = this.records.order(number);
    if (total === undefined) throw new NotSent(`${number}: no order of ours`);
    this.records.noteRefund(refund, number, fen);
    const answer = await this.merchant.call('/secapi/pay/refund', {
      out_trade_no: number,
      out_refund_no: refund,
      total_fee: total,
      refund_fee: fen,
      notify_url: `${this.merchant.notifyUrl}/refund`,
    });
    let outcome;
    if (answer.verdict === Verdict.Accepted) {
      const ours = { out_trade_no: number, out_refund_no: refund, refund_fee: fen };
      const wrong = differs(answer.judgment, ours);
      if (!wrong) {
        tell(`refund ${refund}: taken on`);
        return Outcome.DONE;
      }
      tell(`refund ${refund}: authentic, but of another ${wrong}`);
      outcome = Outcome.NOT_KNOWN;
    } else {
      report('refund', answer);
      outcome = unfinished(answer);
    }
    if (outcome === Outcome.NOT_KNOWN && (await this.refunded(refund)) === Outcome.DONE) {
      return Outcome.DONE;
    }
    return outcome; // under another number the money could be given back twice
  }

  /** Revokes an order: closes it, or gives back what was paid. Repeated until it is known. */
  async reverse(number) {
    this.records.giveBack(number); // and never delivered after that
    for (let attempt = 0; attempt < 10; attempt++) {
      if (attempt) await sleep(5000);
      const answer = await this.merchant.call('/secapi/pay/reverse', { out_trade_no: number });
      if (answer.verdict === Verdict.Succeeded) {
        tell(`order ${number}: reversed`);
        return Outcome.DONE;
      }
      report('reverse', answer);
      const outcome = unfinished(answer);
      if (outcome === Outcome.FAILED || (outcome === Outcome.NOT_SENT && !attempt)) return outcome;
    }
    return Outcome.NOT_KNOWN;
  }

  /**
   * Quick Pay: takes money by the customer's code, and does not end before it is known whether it was
   * taken, unless the network is lost. After that, and after a power cut, it goes on where it was: the
   * order is never sent twice. Delivers when the payment has ended, and not before: one that is being
   * reversed can turn out to be paid.
   */
  async pay(number, fen, code, body) {
    this.records.noteOrder(number, fen);
    const order = {
      out_trade_no: number,
      total_fee: fen,
      body,
      auth_code: code,
      spbill_create_ip: this.merchant.ip,
    };
    const numberOnly = { out_trade_no: number };
    const requests = {
      [Step.Order]: [Event.Order, '/pay/micropay', order],
      [Step.Query]: [Event.Query, '/pay/orderquery', numberOnly],
      [Step.Reverse]: [Event.Reverse, '/secapi/pay/reverse', numberOnly],
    };
    const kept = this.records.payment(number);
    let saved = kept?.state;
    const payment = this.#resumed(number, saved);
    let event = saved ? Event.Resumed : Event.None;
    let elapsed = kept?.secondsAgo ?? 0;
    let judgment;
    let last = monotonic();
    let online = last;
    for (;;) {
      const { step, wait } = payment.next(event, elapsed, judgment);
      // Saved before it is carried out, by one call only.
      if (!this.records.savePayment(number, payment.save(), saved)) {
        if (event === Event.None || event === Event.Resumed) {
          throw new NotSent(`order ${number}: nothing was sent: it is being paid already`);
        }
        tell(`order ${number}: not known: another call has taken it over`);
        return Outcome.NOT_KNOWN;
      }
      saved = payment.save();
      if (step === Step.Reverse) this.records.giveBack(number);
      if (step === Step.Wait) {
        await sleep(1000 * wait);
        [event, judgment] = [Event.Waited, undefined];
      } else if (step in requests) {
        [event, judgment] = await this.#carryOut(...requests[step]);
        if (event !== Event.NotSent) online = monotonic();
      } else {
        return this.#ended(number, step, judgment);
      }
      elapsed = monotonic() - last;
      last += elapsed;
      const isLost = event === Event.NotSent && step !== Step.Order;
      if (isLost && last - online >= OFFLINE_SECONDS) {
        tell(
          `order ${number}: not known: pay again with this number, which asks, once there is a network`,
        );
        return Outcome.NOT_KNOWN;
      }
    }
  }

  #resumed(number, saved) {
    try {
      return new QuickPay(saved);
    } catch (error) {
      if (!(error instanceof WxpError)) throw error;
      throw new Damaged(`${this.records.path}: the payment ${number} is damaged`);
    }
  }

  /** Sends a request of Quick Pay, and says what came of it. */
  async #carryOut(answered, path, fields) {
    const answer = await this.merchant.call(path, fields);
    if (answer.verdict !== Verdict.Succeeded) report(path, answer);
    if (!answer.sent) return [Event.NotSent, undefined];
    // Paid, but not what was to be paid: no answer to go by.
    const another = answer.order === OrderState.Paid && !this.settlement.isOurs(answer.judgment);
    if (another || !answer.isAuthentic) return [Event.NoAnswer, undefined];
    return [answered, answer.judgment];
  }

  /** What a payment has come to that has ended. */
  async #ended(number, step, judgment) {
    if (step === Step.Paid && judgment) return this.settlement.settle(judgment);
    if (step === Step.Paid) {
      // It was finished before, and may have been reversed or refunded since.
      const outcome = await this.query(number);
      return outcome === Outcome.NOT_SENT ? Outcome.NOT_KNOWN : outcome;
    }
    if (step === Step.NotSent) this.records.forgetPayment(number);
    const [outcome, text] = {
      [Step.NotPaid]: [Outcome.FAILED, 'not paid'],
      [Step.Reversed]: [Outcome.FAILED, 'reversed'],
      [Step.NotSent]: [Outcome.NOT_SENT, 'not paid, and nothing was sent'],
    }[step] ?? [Outcome.NOT_KNOWN, 'not known: somebody has to look before the customer pays anew'];
    tell(`order ${number}: ${text}`);
    return outcome;
  }
}

/** What a command of the shop comes to. */
export async function main(command, ...given) {
  const names = Object.hasOwn(COMMANDS, command ?? '') ? COMMANDS[command].split(' ') : [];
  if (names.length === 0 || names.length !== given.length) {
    const usage = Object.entries(COMMANDS).map(([name, rest]) => `  ${name} ${rest}`);
    throw new NotSent(['shop.js', ...usage].join('\n'));
  }
  names.forEach((name, index) => {
    if (FORMS[name]?.test(given[index]) === false) {
      throw new NotSent(`${given[index]}: cannot be a ${name}`);
    }
  });
  const merchant = new Merchant();
  try {
    return await new Till(merchant, new Records())[command](...given);
  } finally {
    merchant.key.dispose();
  }
}
