--TEST--
Quick Pay ends with a known result of the payment
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';

use Wxp\Event;
use Wxp\QuickPay;
use Wxp\Reply;
use Wxp\Timing;

$key = Wxp\Key::nonstandard(Wxp\Algorithm::Md5, 'secret');
$judged = fn(string $endpoint, string $document) => Reply::read($document)->judge($key, $endpoint);
$answer = fn(array $fields) => $key->write(['return_code' => 'SUCCESS'] + $fields);
$order = ['out_trade_no' => '7', 'transaction_id' => '4', 'total_fee' => 1];
$state = fn(string $state) => $answer(
    ['result_code' => 'SUCCESS', 'trade_state' => $state] + $order,
);
$needs_password = $answer(['result_code' => 'FAIL', 'err_code' => 'USERPAYING']);
$paying = $judged('/pay/micropay', $needs_password);
$waiting = $judged('/pay/orderquery', $state('USERPAYING'));
$paid = $judged('/pay/orderquery', $state('SUCCESS'));
$forged = $judged('/pay/orderquery', '<xml><return_code>SUCCESS</return_code></xml>');

/** Each event after which the terminal loses power. */
function run(?Timing $timing, array ...$events): void
{
    $payment = new QuickPay(timing: $timing);
    echo $payment->next()->step->name, '; ';
    foreach ($events as $event) {
        $next = $payment->next(...$event);
        echo $next->step->name, $next->wait ? " $next->wait" : '', '; ';
        $payment = new QuickPay($payment->save(), $timing);
    }
    echo "\n";
}
run(null, [Event::Order, 1, $paying], [Event::Waited, 5], [Event::Query, 1, $waiting],
    [Event::Waited, 10], [Event::Query, 1, $paid]);
run(new Timing(firstQuery: 2, total: 30), [Event::Order, 1, $paying], [Event::Waited, 2],
    [Event::Query, 1, $forged], [Event::Resumed, 86400]);
run(null, [Event::Order, 1, $paying], [Event::Cancelled, 1]);
$unmade = (new ReflectionClass(Timing::class))->newInstanceWithoutConstructor();
$payment = new QuickPay();
$saved = $payment->save();
show(
    fn() => strlen($saved),
    fn() => $payment->next(Event::Order, 1),
    fn() => $payment->next(Event::Order, -1, $paying),
    fn() => $payment->save() === $saved,
    fn() => new QuickPay('short'),
    fn() => new QuickPay(str_repeat("\0", 12)),
    fn() => new QuickPay(str_repeat('x', 12)),
    fn() => new Timing(total: 65536),
    fn() => new Timing(spacing: -1),
    fn() => new Timing(queries: 256),
    fn() => new QuickPay(timing: $unmade),
    fn() => new Timing(),
    fn() => new Timing(1, 2, 3, 4, 5, 6, 7),
    fn() => $payment->next(seconds: 'soon'),
    // A judgment of another operation than the event's.
    fn() => $payment->next(Event::Order, 1, $paid),
    fn() => $payment->next(Event::Reverse, 1, $paying),
    fn() => $payment->save() === $saved,
    fn() => $payment->next(Event::NotSent, 1)->step->name,
    fn() => (new QuickPay($saved))->next()->step->name,
    fn() => (new QuickPay($saved))->next(Event::NotSent, 1)->step->name,
);
?>
--EXPECT--
Order; Wait 5; Query; Wait 10; Query; Paid; 
Order; Wait 2; Query; Wait 10; Wait 10; 
Order; Wait 5; Wait 13; 
12
1 [null,null] NULL where something has to be
6 [null,null] a number that is none of those listed, or a value out of range
true
6 [null,null] a number that is none of those listed, or a value out of range
6 [null,null] a number that is none of those listed, or a value out of range
6 [null,null] a number that is none of those listed, or a value out of range
6 [null,null] a number that is none of those listed, or a value out of range
6 [null,null] a number that is none of those listed, or a value out of range
6 [null,null] a number that is none of those listed, or a value out of range
6 [null,null] a number that is none of those listed, or a value out of range
{"firstQuery":5,"spacing":10,"total":45,"reverseFrom":15,"reverseSpacing":5,"reverses":10,"queries":5}
{"firstQuery":1,"spacing":2,"total":3,"reverseFrom":4,"reverseSpacing":5,"reverses":6,"queries":7}
TypeError: Wxp\QuickPay::next(): Argument #2 ($seconds) must be of type int, string given
6 [null,null] a number that is none of those listed, or a value out of range
6 [null,null] a number that is none of those listed, or a value out of range
true
NotSent
Query
Wait
