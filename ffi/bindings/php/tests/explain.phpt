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
// What is found in a request, if its operation is named; and the same without a key.
$micropay = '/pay/micropay';
$said = fn(array $findings) => array_map(fn($one) => $one->text, $findings);
$explanation = $key->explain(['total_fee' => '0.1'], '', $micropay);
$found = $said($explanation->findings);
expect($found, $said($key->check(['total_fee' => '0.1'], $micropay)), 'by the key');
expect($found, $said(Wxp\findings(['total_fee' => '0.1'], $micropay, Wxp\Algorithm::Md5)), 'without');
$page = [
    'appId' => 'wxd930ea5d5a258f4f',
    'timeStamp' => '1414561699',
    'nonceStr' => '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    'package' => 'prepay_id=wx201410272009395522657a69038',
    'signType' => 'MD5',
];
$second = function (array $fields, string $offered = '') use ($key) {
    $why = $key->explainSecond($fields, $offered);
    return [$why->cause->name, $why->second->name, $why->findings, $why->field];
};
show(
    fn() => [count($found), $found[0]],
    fn() => $key->explain($fields)->findings,
    fn() => $key->explain($fields)->second,
    fn() => $key->explain($fields)->secondIn(Wxp\Language::English),
    fn() => $key->explain($fields, '', '/pay/nothing'),
    fn() => $key->explain(['b d' => 1], '', $micropay),
    fn() => Wxp\findings($fields, 'payment', Wxp\Algorithm::Md5),
    fn() => Wxp\findings(['b d' => 1], $micropay, Wxp\Algorithm::Md5),
    fn() => $second($page, $key->sign($page)),
    fn() => $second($page + ['paySign' => 'x']),
    fn() => $second(['timeStamp' => '1414561699000'] + $page, $key->sign($page)),
    fn() => $key->explainSecond($page)->secondIn(Wxp\Language::English),
    fn() => $key->explainSecond($fields),
    fn() => $key->explainSecond(['b d' => 1]),
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
[8,"total_fee: not an amount in whole fen, at byte 1"]
[]
null
null
7 [null,null] nothing of that name or number
20 ["b d",1] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 1
7 [null,null] nothing of that name or number
20 ["b d",1] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 1
["None","Jsapi",[],null]
["Form","Jsapi",[],null]
["SecondMilliseconds","Jsapi",[],"timeStamp"]
the second signature of a page or a mini program (JSAPI, paySign)
7 [null,null] nothing of that name or number
20 ["b d",1] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 1
