<?php

declare(strict_types=1);

namespace Shop;

use Wxp\Action;
use Wxp\Event;
use Wxp\QuickPay;
use Wxp\Step;
use Wxp\Verdict;

/** Orders, Quick Pay, refunds and reversals. */
final class Shop
{
    private const MOST_UNSENT = 3; // which the next call goes on from

    private readonly Settlement $settlement;

    public function __construct(
        private readonly Merchant $merchant,
        private readonly Records $records,
        private readonly \Closure $tell,
    ) {
        $this->settlement = new Settlement($merchant, $records, $tell);
    }

    public function query(string $number): Outcome
    {
        return $this->settlement->queryOrder($number);
    }

    public function refunded(string $refund): Outcome
    {
        return $this->settlement->queryRefund($refund);
    }

    /** Native: the customer scans what comes back. A notice tells when it is paid. */
    public function order(string $number, string $fen, string $body): Outcome
    {
        $this->records->noteOrder($number, $fen);
        $answer = $this->merchant->call('/pay/unifiedorder', [
            'out_trade_no' => $number,
            'total_fee' => $fen,
            'body' => $body,
            'trade_type' => 'NATIVE',
            'product_id' => $number,
            'spbill_create_ip' => $this->merchant->ip,
            'notify_url' => "{$this->merchant->notifyUrl}/payment",
        ]);
        if ($answer->verdict() === Verdict::Accepted) {
            echo $answer->judgment->get('code_url'), "\n";
            return Outcome::Done;
        }
        $this->settlement->report('order', $answer);
        if ($answer->verdict() === Verdict::Failed && $answer->judgment->action !== Action::Query) {
            return Outcome::Failed;
        }
        // In doubt: ask. The same order can be sent again under the same number.
        return $this->query($number) === Outcome::Done ? Outcome::Done : Outcome::NotKnown;
    }

    /** Gives money back. The answer says that it was taken on; a notice or query, that it came. */
    public function refund(string $number, string $refund, string $fen): Outcome
    {
        $total = $this->records->order($number) ?? throw new NotSent("$number: no order of ours");
        $this->records->noteRefund($refund, $number, $fen);
        $answer = $this->merchant->call('/secapi/pay/refund', [
            'out_trade_no' => $number,
            'out_refund_no' => $refund,
            'total_fee' => $total,
            'refund_fee' => $fen,
            'notify_url' => "{$this->merchant->notifyUrl}/refund",
        ]);
        if ($answer->verdict() === Verdict::Failed) {
            $this->settlement->report('refund', $answer);
            return Outcome::Failed;
        }
        if ($answer->verdict() !== Verdict::Accepted) {
            $this->settlement->report('refund', $answer);
        } elseif ($this->settlement->agrees("refund $refund", $answer->judgment, [
            'out_refund_no' => $refund, 'out_trade_no' => $number, 'refund_fee' => $fen,
        ])) {
            ($this->tell)("refund $refund: taken on");
            return Outcome::Done;
        }
        // In doubt: ask. Under another number the money could be given back twice.
        return $this->refunded($refund) === Outcome::Done ? Outcome::Done : Outcome::NotKnown;
    }

    /**
     * Closes an order that nobody has paid, so that nobody can any more. WeChat Pay takes this 5
     * minutes after the order at the earliest. Orders of Quick Pay are reversed instead.
     */
    public function close(string $number): Outcome
    {
        $this->records->order($number) ?? throw new NotSent("$number: no order of ours");
        if ($this->records->payment($number) !== null) {
            throw new NotSent("$number: an order of Quick Pay: reverse it");
        }
        $state = $this->settlement->askOrder($number);
        if ($this->settlement->takeOrder($number, $state) === Outcome::Done) {
            return Outcome::Failed; // it is paid, and that was said
        }
        if (!$this->settlement->isUnpaid($number, $state)) {
            return Outcome::NotKnown;
        }
        $answer = $this->merchant->call('/pay/closeorder', ['out_trade_no' => $number]);
        $code = $answer->judgment?->isAuthentic() ? $answer->judgment->get('err_code') : null;
        if ($answer->verdict() === Verdict::Succeeded
            || in_array($code, ['ORDERCLOSED', 'ORDERNOTEXIST'], true)) {
            ($this->tell)("order $number: closed");
            return Outcome::Done;
        }
        $this->settlement->report('close', $answer);
        if ($code === 'ORDERPAID') { // since the query
            return $this->query($number) === Outcome::Done ? Outcome::Failed : Outcome::NotKnown;
        }
        return $answer->verdict() === Verdict::Failed ? Outcome::Failed : Outcome::NotKnown;
    }

    /** Revokes an order: closes it, or gives back what was paid. Repeated until it is known. */
    public function reverse(string $number): Outcome
    {
        Records::mustBeOrder($number);
        for ($attempt = 0; $attempt < 10; $attempt++) {
            sleep($attempt > 0 ? 5 : 0);
            $this->records->giveBack($number);
            $answer = $this->merchant->call('/secapi/pay/reverse', ['out_trade_no' => $number]);
            if ($answer->verdict() === Verdict::Succeeded) {
                ($this->tell)("order $number: reversed");
                return Outcome::Done;
            }
            $this->settlement->report('reverse', $answer);
            if ($answer->verdict() === Verdict::Failed) {
                return Outcome::Failed;
            }
        }
        return Outcome::NotKnown;
    }

    /**
     * Quick Pay: takes money by the customer's code, and does not end before it is known whether
     * it was taken, unless there is no connection any more. After that, and after a power cut, the
     * same call goes on where it was: the order is never sent twice.
     */
    public function pay(string $number, string $fen, string $code, string $body): Outcome
    {
        $this->records->noteOrder($number, $fen);
        [$saved, $elapsed] = $this->records->payment($number) ?? [null, 0];
        try {
            $payment = new QuickPay($saved);
        } catch (\Wxp\Error $error) {
            throw $this->records->damagedPayment($number, $error);
        }
        $event = $saved === null ? Event::None : Event::Resumed;
        $this->merchant->mayHaveSent = $saved !== null; // before the power cut
        $judgment = null;
        $unsent = 0;
        $last = hrtime()[0];
        for (;;) {
            $next = $payment->next($event, min($elapsed, 65535), $judgment);
            $before = $saved;
            $saved = $payment->save();
            // Before it is carried out.
            if (!$this->records->savePayment($number, $saved, $before)) {
                ($this->tell)("order $number: not known: another call goes on with it");
                return Outcome::NotKnown;
            }
            $judgment = null;
            switch ($next->step) {
                case Step::Wait:
                    sleep($next->wait);
                    $event = Event::Waited;
                    break;
                case Step::Order:
                    [$event, $judgment] = $this->ask($number, Event::Order, '/pay/micropay', [
                        'out_trade_no' => $number,
                        'total_fee' => $fen,
                        'body' => $body,
                        'auth_code' => $code,
                        'spbill_create_ip' => $this->merchant->ip,
                    ]);
                    break;
                case Step::Query:
                    [$event, $judgment] = $this->ask(
                        $number, Event::Query, '/pay/orderquery', ['out_trade_no' => $number]);
                    break;
                case Step::Reverse:
                    $this->records->giveBack($number);
                    [$event, $judgment] = $this->ask($number, Event::Reverse,
                        '/secapi/pay/reverse', ['out_trade_no' => $number]);
                    break;
                case Step::Paid:
                    // If it was finished before, it may have been reversed or refunded since.
                    return $event === Event::Resumed
                        ? $this->query($number) : $this->settlement->deliver($number);
                case Step::NotSent:
                    $this->records->forgetPayment($number);
                    return Outcome::NotSent;
                case Step::NotPaid:
                    ($this->tell)("order $number: not paid");
                    return Outcome::Failed;
                case Step::Reversed:
                    ($this->tell)("order $number: reversed");
                    return Outcome::Failed;
                default:
                    ($this->tell)("order $number: not known:"
                        . ' somebody has to look before the customer pays anew');
                    return Outcome::NotKnown;
            }
            if ($event === Event::NotSent && ++$unsent === self::MOST_UNSENT) {
                ($this->tell)("order $number: not known: there is no connection;"
                    . ' when there is one, pay with the same number goes on');
                return Outcome::NotKnown;
            }
            $elapsed = hrtime()[0] - $last;
            $last += $elapsed;
        }
    }

    /** One request of Quick Pay, and what happened: an event, and the judgment that it takes. */
    private function ask(string $number, Event $event, string $path, array $fields): array
    {
        try {
            $answer = $this->merchant->call($path, $fields);
        } catch (NotSent $why) {
            $answer = new Answer(null, $why->getMessage(), wasSent: false);
        }
        if ($answer->verdict() !== Verdict::Succeeded) {
            $this->settlement->report($path, $answer);
        } elseif ($event !== Event::Reverse
            && !$this->settlement->agreesWithOrder($answer->judgment, $number)) {
            return [Event::NoAnswer, null]; // paid, but not what was to be paid
        }
        if ($this->settlement->isAbout("order $number", $answer, ['out_trade_no' => $number])) {
            return [$event, $answer->judgment];
        }
        return [$answer->wasSent ? Event::NoAnswer : Event::NotSent, null];
    }
}
