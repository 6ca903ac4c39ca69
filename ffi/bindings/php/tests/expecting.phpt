--TEST--
A judgment names its source, and is compared with the shop's own records
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';
require __DIR__ . '/data.inc';

use Wxp\Algorithm;
use Wxp\Key;
use Wxp\Reply;

$key = new Key(Algorithm::Md5, secret());
$order = ['out_trade_no' => '7', 'transaction_id' => '4', 'total_fee' => 888, 'attach' => '茶'];
$paid = ['return_code' => 'SUCCESS', 'result_code' => 'SUCCESS'] + $order;
$judged = fn(array $fields, string $source = 'payment') =>
    Reply::read($key->write($fields))->judge($key, $source);
$judgment = $judged($paid);
show(
    fn() => [$judgment->source, $judgment->order->name, $judgment->faultField],
    fn() => [$judged($paid, 'https://api.mch.weixin.qq.com/pay/micropay?a=b')->source],
    fn() => $judgment->expect(['out_trade_no' => '7', 'total_fee' => 888, 'attach' => '茶']),
    fn() => $judgment->expect(['total_fee' => '888', 'fee_type' => 'CNY', 'sub_mch_id' => null]),
    fn() => $judgment->expect(['out_trade_no' => '7', 'total_fee' => 1]),
    fn() => $judgment->expect(['total_fee' => 888, 'fee_type' => 'USD']),
    fn() => $judged(['fee_type' => 'USD'] + $paid)->expect(['total_fee' => 888]),
    fn() => $judgment->expect(['attach' => '']),
    fn() => $judgment->expect([]),
    fn() => $judgment->expect(['total_fee' => 8.88]),
    fn() => $judgment->expect(['attach' => "\xff"]),
    fn() => $judgment->expect(array_fill_keys(range('a', 'z'), null) + ['total_fee' => 889]),
);
foreach (['REFUND', 'USERPAYING'] as $state) {
    echo $judged($paid + ['trade_state' => $state], '/pay/orderquery')->order->name, "\n";
}
// Of another kind, or not to be told from one.
foreach ([
    [['transaction_id' => null] + $paid, 'payment'],
    [$paid + ['prepay_id' => 'wx1'], 'payment'],
    [$paid + ['openid' => 'o&total_fee=1'], 'payment'],
    [$paid, '/pay/unifiedorder'],
    [$paid, 'contract'],
] as [$fields, $source]) {
    $other = $judged($fields, $source);
    echo $other->fault, ' ', $other->faultField, ': ', $other->reason, "\n";
    echo '  ', outcome(fn() => $other->expect(['out_trade_no' => '7'])), "\n";
}
// The judgment holds its message, whatever becomes of the rest.
unset($key, $paid);
gc_collect_cycles();
show(fn() => $judgment->expect(['attach' => '茶茶']));
?>
--EXPECT--
["payment","Paid",null]
["/pay/micropay"]
null
null
69 ["total_fee",null] total_fee is 888, not 1
69 ["fee_type",null] fee_type is missing, not USD
69 ["fee_type",null] fee_type is USD, not CNY
69 ["attach",null] attach is 茶, and should be missing
6 [null,null] a number that is none of those listed, or a value out of range
TypeError: Field total_fee must be string, int or null, float given: amounts are whole fen
41 ["attach",null] bytes that are not UTF-8, field attach
69 ["total_fee",null] total_fee is 888, not 889
Refunded
Paying
65 transaction_id: authentic, but of another kind: it lacks a field, field transaction_id
  6 [null,null] a number that is none of those listed, or a value out of range
66 prepay_id: authentic, but of another kind: it has a foreign field, field prepay_id
  6 [null,null] a number that is none of those listed, or a value out of range
67 openid: authentic, but ambiguous: a value imitates a field, field openid
  6 [null,null] a number that is none of those listed, or a value out of range
65 prepay_id: authentic, but of another kind: it lacks a field, field prepay_id
  6 [null,null] a number that is none of those listed, or a value out of range
65 change_type: authentic, but of another kind: it lacks a field, field change_type
  6 [null,null] a number that is none of those listed, or a value out of range
69 ["attach",null] attach is 茶, not 茶茶
