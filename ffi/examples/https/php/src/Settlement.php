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
    public function takePayment(Judgment $paid, string $number): Outcome
    {
        return $this->agreesWithOrder($paid, $number) ? $this->deliver($number) : Outcome::NotKnown;
    }

    /** The same of a notice, which names its order itself: whether it need not come again. */
    public function takeNotice(Judgment $paid): bool
    {
        $number = $paid->get('out_trade_no') ?? '';
        if (!$this->agreesWithOrder($paid, $number)) {
            return false;
        }
        $this->deliver($number);
        return true;
    }

    /** Delivers an order that is paid: once, and not if its money goes back. */
    public function deliver(string $number): Outcome
    {
        $fen = $this->records->order($number);
        // Notices come twice, also at the same moment, and queries find what they told.
        $first = $this->records->deliver($number);
        if (!$first && !$this->records->isDelivered($number)) {
            ($this->tell)("order $number: paid, and given back by us: somebody has to look");
            return Outcome::NotKnown;
        }
        ($this->tell)("order $number: paid, $fen fen" . ($first ? ': deliver' : ', known'));
        return Outcome::Done;
    }

    /** Asks what became of an order, and takes it in. */
    public function queryOrder(string $number): Outcome
    {
        return $this->takeOrder($number, $this->askOrder($number));
    }

    public function askOrder(string $number): Answer
    {
        Records::mustBeOrder($number);
        return $this->merchant->call('/pay/orderquery', ['out_trade_no' => $number]);
    }

    /** Takes in what the answer to a query says of an order. */
    public function takeOrder(string $number, Answer $answer): Outcome
    {
        $judgment = $answer->judgment;
        if ($answer->verdict() === Verdict::Succeeded) {
            return $this->takePayment($judgment, $number);
        }
        $this->report('query', $answer);
        if (!$this->isAbout("order $number", $answer, ['out_trade_no' => $number])) {
            return Outcome::NotKnown;
        }
        if ($judgment->get('trade_state') === 'REFUND') {
            return $this->takeRefundedPayment($judgment, $number);
        }
        return $answer->verdict() === Verdict::Failed ? Outcome::Failed : Outcome::NotKnown;
    }

    /** Whether a message about a payment says what our records say of the order. */
    public function agreesWithOrder(Judgment $paid, string $number): bool
    {
        $fen = $this->records->order($number);
        if ($fen === null) {
            ($this->tell)("order $number: authentic, but no order of ours");
            return false;
        }
        return $this->agrees("order $number", $paid, [
            'out_trade_no' => $number, 'total_fee' => $fen,
        ]);
    }

    /** Whether the answer to a query says that nobody has paid the order so far. */
    public function isUnpaid(string $number, Answer $answer): bool
    {
        return $this->isAbout("order $number", $answer, ['out_trade_no' => $number])
            && !in_array($answer->judgment->get('trade_state'), ['SUCCESS', 'REFUND'], true);
    }

    /** Asks what became of a refund. */
    public function queryRefund(string $refund): Outcome
    {
        [$number, $fen] = $this->records->refund($refund)
            ?? throw new NotSent("refund $refund: not one of ours");
        $answer = $this->merchant->call('/pay/refundquery', ['out_refund_no' => $refund]);
        $asked = [
            'out_refund_no_0' => $refund, 'out_trade_no' => $number, 'refund_fee_0' => $fen,
        ];
        if ($answer->verdict() !== Verdict::Succeeded) {
            $this->report('refund query', $answer);
            return $answer->verdict() === Verdict::Failed
                && $this->isAbout("refund $refund", $answer, $asked)
                ? Outcome::Failed : Outcome::NotKnown;
        }
        if (!$this->agrees("refund $refund", $answer->judgment, $asked)) {
            return Outcome::NotKnown;
        }
        $this->records->arrive($refund);
        ($this->tell)("refund $refund: given back, $fen fen of order $number");
        return Outcome::Done;
    }

    /**
     * Whether an authentic message says what the shop's records say. One about 1 fen, or about
     * another order, would do for any order if nobody compared.
     */
    public function agrees(string $what, Judgment $judgment, array $records): bool
    {
        $difference = $this->merchant->difference($judgment, $records + ['fee_type' => 'CNY']);
        if ($difference !== null) {
            ($this->tell)("$what: authentic, but not what was asked for: $difference");
        }
        return $difference === null;
    }

    /** The same of an answer that says only some of it, or nothing, because it is not paid. */
    public function isAbout(string $what, Answer $answer, array $records): bool
    {
        return $answer->judgment?->isAuthentic() && $this->agrees(
            $what, $answer->judgment, array_intersect_key($records, $answer->judgment->fields()));
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

    /** An order that was paid, and of which something was given back since. */
    private function takeRefundedPayment(Judgment $refunded, string $number): Outcome
    {
        if (!$this->agreesWithOrder($refunded, $number)) {
            return Outcome::NotKnown;
        }
        if ($this->records->isDelivered($number)) {
            ($this->tell)("order $number: paid, and refunded since");
            return Outcome::Done;
        }
        ($this->tell)("order $number: paid and refunded since, but not delivered:"
            . ' somebody has to look');
        return Outcome::NotKnown;
    }
}
