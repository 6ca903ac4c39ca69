--TEST--
Facts about operations, codes, notices and bodies
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';

use Wxp\Endpoint;

$all = Endpoint::all();
foreach ($all as $endpoint) {
    expect(Endpoint::find($endpoint->path) == $endpoint, true, $endpoint->path);
    $default = $endpoint->defaultAlgorithm;
    // One that is not signed takes none.
    $takes = $default ? in_array($default, $endpoint->algorithms, true) : !$endpoint->algorithms;
    expect($takes, true, $endpoint->path);
}
show(
    fn() => Endpoint::find('https://api.mch.weixin.qq.com/secapi/pay/refund?x=y'),
    fn() => Endpoint::find('/pay/downloadbill'),
    fn() => count($all) > 100,
    fn() => Endpoint::find('/no/such/thing'),
    fn() => Endpoint::find("\xff"),
    fn() => Wxp\advice('/pay/micropay', 'SYSTEMERROR'),
    fn() => Wxp\advice('/pay/micropay', 'NEVER_HEARD_OF'),
    fn() => Wxp\advice('/no/such/thing', 'SYSTEMERROR'),
    fn() => Wxp\acknowledge('payment'),
    fn() => Wxp\acknowledge('payment', false),
    fn() => Wxp\acknowledge('native-scan'),
    fn() => Wxp\body(''),
    fn() => Wxp\body('<xml></xml>'),
    fn() => Wxp\body('<html></html>'),
    fn() => Wxp\body("\x1f\x8b\x08"),
    fn() => Wxp\body('{}'),
    fn() => Wxp\body('text')->name,
    fn() => preg_match('/^[A-Za-z0-9]{32}$/D', Wxp\nonce()),
    fn() => count(array_unique(array_map(fn() => Wxp\nonce(), range(1, 1000)))),
);
?>
--EXPECT--
{"path":"/secapi/pay/refund","host":"api.mch.weixin.qq.com","backupHost":"api2.mch.weixin.qq.com","purpose":"refund","get":false,"certificate":true,"algorithms":[1,2],"defaultAlgorithm":1,"signType":1,"answerSigned":2,"format":0,"nonce":true,"repeatable":false,"movesMoney":true,"deprecated":false}
{"path":"/pay/downloadbill","host":"api.mch.weixin.qq.com","backupHost":"api2.mch.weixin.qq.com","purpose":"trade bill","get":false,"certificate":false,"algorithms":[1,2],"defaultAlgorithm":1,"signType":1,"answerSigned":0,"format":2,"nonce":true,"repeatable":true,"movesMoney":false,"deprecated":false}
true
null
41 [null,null] bytes that are not UTF-8
{"action":1,"text":"WeChat's system failed, and the outcome is not known: query with the same number"}
{"action":1,"text":"what became of it is not known: query it before anything else"}
7 [null,null] nothing of that name or number
<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>
<xml><return_code><![CDATA[FAIL]]></return_code><return_msg><![CDATA[]]></return_msg></xml>
7 [null,null] nothing of that name or number
0
1
5
3
4
Text
1
1000
