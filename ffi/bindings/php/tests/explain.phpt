--TEST--
Why a signature does not match
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';

$secret = '192006250b4c09247ec02edce69f6a2d';
$key = new Wxp\Key(Wxp\Algorithm::Md5, $secret);
$fields = ['appid' => 'wx1', 'body' => 'tea', 'total_fee' => 100];
$text = 'appid=wx1&body=tea&total_fee=100';
$why = function (array $fields, string $offered = '') use ($key) {
    return function () use ($fields, $offered, $key) {
        $explanation = $key->explain($fields, $offered);
        return [$explanation->cause->name, $explanation->fields, $explanation->text];
    };
};
show(
    $why($fields + ['sign' => $key->sign($fields)]),
    $why($fields, $key->sign($fields)),
    $why($fields),
    $why($fields, 'no signature'),
    $why($fields, strtoupper(md5("$text$secret"))),
    $why($fields, strtoupper(md5("appid=wx1&body=tea&key=$secret"))),
    $why($fields, strtoupper(hash_hmac('sha256', "$text&key=$secret", $secret))),
    $why($fields, str_repeat('0', 32)),
    $why($fields, "\xff"),
    $why(['b d' => 1]),
    $why($fields, strtoupper(md5("appid=wx1&key=$secret"))),
    fn() => array_keys($key->explain($fields, str_repeat('0', 32))->hints(Wxp\Sender::Merchant)),
    fn() => $key->explain($fields)->hints(Wxp\Sender::Gateway),
    fn() => count(Wxp\Explanation::refusalHints('签名错误')),
    fn() => current(Wxp\Explanation::refusalHints('沙箱签名错误', Wxp\Language::Chinese)),
    fn() => Wxp\Explanation::refusalHints('OK'),
);
?>
--EXPECT--
["None",[],"the signature is right"]
["None",[],"the signature is right"]
["Missing",[],"there is no signature"]
["Form",[],"this is no signature: one has 32 or 64 hexadecimal digits"]
["KeyUnnamed",[],"the key was appended without `&key=`"]
["FieldLeftOut",["total_fee"],"a field of the message was not signed"]
["OtherAlgorithm",[],"it was signed with the other algorithm"]
["Unknown",[],"no known mistake leads to this signature"]
41 [null,null] bytes that are not UTF-8
20 ["b d",1] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 1
["FieldsLeftOut",["body","total_fee"],"several fields of the message were not signed"]
[1,3,5,2,4,10]
[]
8
沙箱：沙箱有单独的密钥，通过getsignkey接口获取，有效期三天；正式环境使用API密钥
[]
