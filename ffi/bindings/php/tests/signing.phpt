--TEST--
Signing, verifying and writing
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';
require __DIR__ . '/data.inc';

use Wxp\Algorithm;
use Wxp\Key;
use Wxp\Reply;

foreach (['MD5' => Algorithm::Md5, 'HMAC' => Algorithm::HmacSha256] as $name => $algorithm) {
    $key = new Key($algorithm, secret());
    expect($key->algorithm(), $algorithm, 'algorithm');
    foreach (['W1', 'W2', 'W3', 'W4'] as $workload) {
        $fields = workload($workload);
        $sign = trim(data("workloads/$workload.sign.$name"));
        $text = Wxp\canonical($fields);
        $canonical = rtrim(data("workloads/$workload.canonical"), "\n");
        expect("$text&key=" . secret(), $canonical, $workload);
        expect($key->sign($fields), $sign, $workload);
        expect($key->sign(array_reverse($fields)), $sign, "$workload in another order");
        // W2 says that it is signed with HMAC-SHA256.
        if ($workload !== 'W2' || $name === 'HMAC') {
            $key->verify($fields + ['sign' => $sign]);
            $key->verify($fields + ['sign' => strtolower($sign)]);
        }
        Wxp\check($fields);
        $document = $key->write($fields);
        $sent = $fields + ['sign' => $sign];
        ksort($sent, SORT_STRING);
        expect(Reply::read($document)->unverified(), $sent, $workload);
    }
}

// Every way to write the same fields.
$key = new Key(Algorithm::Md5, secret());
$sign = $key->sign(['appid' => 'wx1', 'total_fee' => '100', 'time' => '-1']);
$fields = ['appid' => 'wx1', 'total_fee' => 100, 'time' => -1];
$fee = 100;
show(
    fn() => $sign === $key->sign($fields),
    fn() => $sign === $key->sign(['total_fee' => &$fee, 'appid' => 'wx1', 'time' => '-1']),
    fn() => $sign === $key->sign($fields + ['a' => null]),
    fn() => $sign === $key->sign($fields + ['a' => '']),
    fn() => $sign === $key->sign($fields + ['sign' => 'x']),
    fn() => $sign === $key->sign(['total_fee' => 101] + $fields),
    fn() => $key->write(['b' => null, 'c' => '<&>\r"', 'a' => PHP_INT_MIN]),
    fn() => Wxp\canonical(['b' => PHP_INT_MAX, 'c' => '<&>', 'a' => null, 'sign' => 'x']),
    fn() => Wxp\canonical([]),
    fn() => $key->write([]),
    fn() => $key->verify(['a' => 'x']),
    fn() => $key->verify(['a' => 'x', 'sign' => '']),
    fn() => $key->verify(['a' => 'x', 'sign' => null]),
    fn() => $key->verify(['a' => 'x', 'sign' => str_repeat('0', 32)]),
    fn() => $key->verify(['a' => 'x', 'sign' => str_repeat('0', 64)]),
    fn() => $key->verify(['a' => 'x', 'sign_type' => 'HMAC-SHA256', 'sign' => str_repeat('0', 32)]),
);
// All of a value is escaped, which takes more room than usual.
$document = $key->write(['a' => str_repeat('&', 5000)]);
expect(Reply::read($document)->unverified()['a'], str_repeat('&', 5000), 'escaped');
?>
--EXPECT--
true
true
true
true
true
false
<xml><a>-9223372036854775808</a><c>&lt;&amp;&gt;\r"</c><sign>B75A99561E12B8CC2CA86052D9C1A02F</sign></xml>
b=9223372036854775807&c=<&>

<xml><sign>9DE01A5A5F629DECE1F57CF780142291</sign></xml>
60 [null,null] no signature
60 [null,null] no signature
60 [null,null] no signature
62 [null,null] the signature does not match
61 [null,null] signed with another algorithm than the one agreed
61 [null,null] signed with another algorithm than the one agreed
