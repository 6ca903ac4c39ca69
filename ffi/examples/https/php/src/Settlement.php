<?php

declare(strict_types=1);

namespace Shop;

use Wxp\Judgment;
use Wxp\Verdict;

/** What a command comes to; the numbers are exit codes. */
enum Outcome: int
{
    case Done = 0;
    case Failed = 1;
    case NotSent = 2;
    /** Ask again with the same number, and never pay again under another one. */
    case NotKnown = 3;
}

/**
 * What has to be true before goods or money move: an answer or a notice is authentic, and says of
 * an order or a refund what the shop's own records say.
 */
final class Settlement
{
    public function __construct(
        private readonly Merchant $merchant,
        private readonly Records $records,
        private readonly \Closure $tell,
    ) {
    }

    /** Takes in that an order is paid, and delivers once; of what was judged Succeeded. */
    public function takePayment(Judgment $paid): Outcome
    {
        $number = $paid->get('out_trade_no') ?? '';
        $fen = $this->records->order($number);
        if ($fen === null) {
            ($this->tell)("order $number: authentic, but no order of ours");
            return Outcome::NotKnown;
        }
        // An authentic message about 1 fen would do for any order if nobody compared.
        if ($paid->get('total_fee') !== $fen || ($paid->get('fee_type') ?? 'CNY') !== 'CNY') {
            ($this->tell)("order $number: authentic, but not over $fen fen");
            return Outcome::NotKnown;
        }
        // Notices come twice, also at the same moment, and queries find what they told: deliver
        // in the transaction that marks the order.
        $first = $this->records->mark($number, 'paid');
        ($this->tell)("order $number: paid, $fen fen" . ($first ? ': deliver' : ', known'));
        return Outcome::Done;
    }

    /** Asks what became of an order. */
    public function queryOrder(string $number): Outcome
    {
        $answer = $this->merchant->call('/pay/orderquery', ['out_trade_no' => $number]);
        if ($answer->verdict() === Verdict::Succeeded) {
            if ($answer->judgment->get('out_trade_no') === $number) {
                return $this->takePayment($answer->judgment);
            }
            ($this->tell)('query: authentic, but about another order');
            return Outcome::NotKnown;
        }
        $this->report('query', $answer);
        return $answer->verdict() === Verdict::Failed ? Outcome::Failed : Outcome::NotKnown;
    }

    /** Asks what became of a refund. */
    public function queryRefund(string $refund): Outcome
    {
        [$number, $fen] = $this->records->refund($refund)
            ?? throw new NotSent("refund $refund: not one of ours");
        $answer = $this->merchant->call('/pay/refundquery', ['out_refund_no' => $refund]);
        if ($answer->verdict() !== Verdict::Succeeded) {
            $this->report('refund query', $answer);
            return $answer->verdict() === Verdict::Failed ? Outcome::Failed : Outcome::NotKnown;
        }
        $judgment = $answer->judgment;
        if ($judgment->get('out_refund_no_0') !== $refund
            || $judgment->get('out_trade_no') !== $number
            || $judgment->get('refund_fee_0') !== $fen) {
            ($this->tell)("refund $refund: authentic, but not what was asked for");
            return Outcome::NotKnown;
        }
        $this->records->mark($refund, 'refunded');
        ($this->tell)("refund $refund: given back, $fen fen of order $number");
        return Outcome::Done;
    }

    /** Says what an answer came to, if it is not what was hoped for. */
    public function report(string $what, Answer $answer): void
    {
        if (!$answer->judgment?->isAuthentic()) {
            ($this->tell)("$what: $answer->why");
            return;
        }
        $judgment = $answer->judgment;
        $reason = $judgment->get('err_code') ?? $judgment->get('trade_state')
            ?? $judgment->get('refund_status_0') ?? '';
        ($this->tell)("$what: $reason: " . ($judgment->advice ?? 'nothing to do'));
    }
}
