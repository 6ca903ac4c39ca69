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
        return [$explanation->cause->name, $explanation->field, $explanation->text];
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
);
?>
--EXPECT--
["None",null,"the signature is right"]
["None",null,"the signature is right"]
["Missing",null,"there is no signature"]
["Form",null,"this is no signature: one has 32 or 64 hexadecimal digits"]
["KeyUnnamed",null,"the key was appended without `&key=`"]
["FieldLeftOut","total_fee","a field of the message was not signed"]
["OtherAlgorithm",null,"it was signed with the other algorithm"]
["Unknown",null,"no known mistake leads to this signature"]
41 [null,null] bytes that are not UTF-8
20 ["b d",1] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 1
