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
            'spbill_create_ip' => '127.0.0.1',
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
        } elseif ($answer->judgment->get('out_refund_no') !== $refund
            || $answer->judgment->get('refund_fee') !== $fen) {
            ($this->tell)("refund $refund: authentic, but not what was asked for");
        } else {
            ($this->tell)("refund $refund: taken on");
            return Outcome::Done;
        }
        // In doubt: ask. Under another number the money could be given back twice.
        return $this->refunded($refund) === Outcome::Done ? Outcome::Done : Outcome::NotKnown;
    }

    /** Revokes an order: closes it, or gives back what was paid. Repeated until it is known. */
    public function reverse(string $number): Outcome
    {
        for ($attempt = 0; $attempt < 10; $attempt++) {
            sleep($attempt > 0 ? 5 : 0);
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
     * it was taken. After a power cut it goes on where it was: the order is never sent twice.
     */
    public function pay(string $number, string $fen, string $code, string $body): Outcome
    {
        $this->records->noteOrder($number, $fen);
        $saved = $this->records->load($number, 'quickpay');
        $payment = new QuickPay($saved);
        $event = $saved === null ? Event::None : Event::Resumed;
        $elapsed = $saved === null ? 0 : $this->records->age($number, 'quickpay');
        $judgment = null;
        $last = hrtime()[0];
        for (;;) {
            $next = $payment->next($event, min($elapsed, 65535), $judgment);
            $this->records->save($number, 'quickpay', $payment->save()); // before it is carried out
            $judgment = null;
            switch ($next->step) {
                case Step::Wait:
                    sleep($next->wait);
                    $event = Event::Waited;
                    break;
                case Step::Order:
                    [$event, $judgment] = $this->ask(Event::Order, '/pay/micropay', [
                        'out_trade_no' => $number,
                        'total_fee' => $fen,
                        'body' => $body,
                        'auth_code' => $code,
                        'spbill_create_ip' => '127.0.0.1',
                    ]);
                    break;
                case Step::Query:
                    [$event, $judgment] = $this->ask(
                        Event::Query, '/pay/orderquery', ['out_trade_no' => $number]);
                    break;
                case Step::Reverse:
                    [$event, $judgment] = $this->ask(
                        Event::Reverse, '/secapi/pay/reverse', ['out_trade_no' => $number]);
                    break;
                case Step::Paid:
                    // If it was finished before, it may have been reversed or refunded since.
                    return $event === Event::Resumed ? $this->query($number) : Outcome::Done;
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
            $elapsed = hrtime()[0] - $last;
            $last += $elapsed;
        }
    }

    /** One request of Quick Pay, and what happened: an event, and the judgment that it takes. */
    private function ask(Event $event, string $path, array $fields): array
    {
        try {
            $answer = $this->merchant->call($path, $fields);
        } catch (NotSent $why) {
            ($this->tell)("$path: {$why->getMessage()}");
            return [Event::NoAnswer, null];
        }
        if ($answer->verdict() !== Verdict::Succeeded) {
            $this->settlement->report($path, $answer);
        } elseif ($event !== Event::Reverse
            && $this->settlement->takePayment($answer->judgment) !== Outcome::Done) {
            return [Event::NoAnswer, null]; // paid, but not what was to be paid
        }
        return $answer->judgment === null ? [Event::NoAnswer, null] : [$event, $answer->judgment];
    }
}
