--TEST--
Texts in English and Chinese, for one call and for the request
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';

use Wxp\Language;

$key = new Wxp\Key(Wxp\Algorithm::Md5, '192006250b4c09247ec02edce69f6a2d');
$paid = ['return_code' => 'SUCCESS', 'result_code' => 'SUCCESS', 'out_trade_no' => '1',
    'transaction_id' => '2'];
$judge = fn(array $fields) => Wxp\Reply::read($key->write($fields))->judge($key, 'payment');
$caught = function (callable $call): Wxp\Error {
    try {
        $call();
    } catch (Wxp\Error $error) {
        return $error;
    }
};
$judgment = $judge($paid + ['total_fee' => 1]);
$made = fn() => [
    'advice' => Wxp\advice('/pay/micropay', 'ORDERCLOSED'),
    'endpoint' => Wxp\Endpoint::find('/pay/closeorder'),
    'lacking' => $judge($paid),
    'explanation' => $key->explain(['body' => 'tea'], 'x'),
    'refused' => $caught(fn() => $key->write(['body' => "tea\x07"])),
    'name' => $caught(fn() => Wxp\check(['a b' => '1'])),
    'differs' => $caught(fn() => $judgment->expect(['total_fee' => 888])),
    'missing' => $caught(fn() => $judgment->expect(['attach' => 'x'])),
    'foreign' => $caught(fn() => $judgment->expect(['out_trade_no' => ''])),
];
$said = fn(array $all) => [
    $all['advice']->text, $all['endpoint']->purpose, $all['lacking']->advice,
    $all['lacking']->reason, $all['explanation']->text,
    ...array_map(fn($error) => $error->getMessage(), array_slice(array_values($all), 4)),
];
$saidIn = fn(array $all, Language $language) => [
    $all['advice']->textIn($language), $all['endpoint']->purposeIn($language),
    $all['lacking']->adviceIn($language), $all['lacking']->reasonIn($language),
    $all['explanation']->textIn($language),
    ...array_map(fn($error) => $error->messageIn($language), array_slice(array_values($all), 4)),
];
expect(Wxp\language(), Language::English, 'at first');
$english = $made();
expect(Wxp\language(Language::Chinese), Language::Chinese, 'chosen');
$chinese = $made();
expect(Wxp\language(null), Language::Chinese, 'asked');
foreach ([$english, $chinese] as $all) {
    expect($saidIn($all, Language::English), $said($english), 'English');
    expect($saidIn($all, Language::Chinese), $said($chinese), 'Chinese');
}
expect([$judgment->reasonIn(Language::Chinese), $judgment->adviceIn(Language::Chinese)], [null, null], 'none');
echo implode("\n", $said($english)), "\n\n", implode("\n", $said($chinese)), "\n";
// One that a program makes by itself has no message of the library.
echo (new Wxp\Error('mine', Wxp\Error::SEALED))->messageIn(Language::Chinese), "\n";
show(
    fn() => $english['advice']->textIn('zh'),
    fn() => Wxp\language(1),
    fn() => $english['endpoint']->purposeIn(),
);
?>
--EXPECTF--
the order is closed: start again with a new order number
close order
%s
authentic, but of another kind: it lacks a field, field total_fee
this is no signature: one has 32 or 64 hexadecimal digits
a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 3
not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 1
total_fee is 1, not 888
attach is missing, not x
out_trade_no is 1, and should be missing

订单已关闭：请用新的商户订单号重新下单
关闭订单
%s
签名正确，但消息种类不符：缺少字段，字段total_fee
这不是签名：签名应为32位或64位十六进制字符
含有无法发送的字符（控制字符，或UTF-8编码占四字节的字符），字段body，字节偏移3
字段名不合法（应为[A-Za-z_][A-Za-z0-9_.-]*，最长64字节），字节偏移1
total_fee的值是1，应为888
缺少attach，应为x
out_trade_no的值是1，但不应有此字段
加密信息无法解密
TypeError: Wxp\Advice::textIn(): Argument #1 ($language) must be of type Wxp\Language, string given%S
TypeError: Wxp\language(): Argument #1 ($language) must be of type ?Wxp\Language, int given%S
ArgumentCountError: %s
