--TEST--
Quick Pay ends with a known result of the payment, also after power cuts
--FILE--
<?php
require __DIR__ . '/check.inc';

use Wxp\Event;
use Wxp\QuickPay;
use Wxp\Timing;

$key = Wxp\Key::nonstandard(Wxp\Algorithm::Md5, 'secret');
$paid = $key->write(
    ['return_code' => 'SUCCESS', 'result_code' => 'SUCCESS', 'trade_state' => 'SUCCESS',
        'out_trade_no' => '7', 'transaction_id' => '4', 'total_fee' => 1],
);
$paid = Wxp\Reply::read($paid)->judge($key, '/pay/orderquery');
$payment = new QuickPay();
echo $payment->next()->step->name, "\n";
foreach ([[Event::NoAnswer, 3], [Event::Waited, 5], [Event::Query, 1, $paid]] as $event) {
    $next = $payment->next(...$event);
    echo $next->step->name, ' ', $next->wait, "\n";
    $payment = new QuickPay($payment->save());
}
$payment = new QuickPay(timing: new Timing(firstQuery: 9));
$saved = $payment->save();
show(
    fn() => $payment->next(Event::Order, 1),
    fn() => $payment->next(Event::NoAnswer, -1),
    fn() => $payment->save() === $saved,
    // A judgment of another operation than the event's.
    fn() => $payment->next(Event::Order, 1, $paid),
    fn() => $payment->save() === $saved,
    fn() => (new QuickPay())->next(Event::NotSent, 1)->step->name,
    fn() => (new QuickPay($saved))->next()->step->name,
    fn() => (new QuickPay($saved))->next(Event::NotSent, 1)->step->name,
    fn() => $payment->next(Event::Resumed, 86400)->step->name,
    fn() => new QuickPay('short'),
    fn() => new QuickPay(str_repeat("\0", 12)),
    fn() => new Timing(total: 65536),
    fn() => new Timing(spacing: -1),
    fn() => new Timing(queries: 256),
    fn() => new Timing(1, 2, 3, 4, 5, 6, 7),
);
?>
--EXPECT--
Order
Wait 5
Query 0
Paid 0
1 [null,null] NULL where something has to be
6 [null,null] a number that is none of those listed, or a value out of range
true
6 [null,null] a number that is none of those listed, or a value out of range
true
NotSent
Query
Wait
Query
6 [null,null] a number that is none of those listed, or a value out of range
6 [null,null] a number that is none of those listed, or a value out of range
6 [null,null] a number that is none of those listed, or a value out of range
6 [null,null] a number that is none of those listed, or a value out of range
6 [null,null] a number that is none of those listed, or a value out of range
{"firstQuery":1,"spacing":2,"total":3,"reverseFrom":4,"reverseSpacing":5,"reverses":6,"queries":7}
