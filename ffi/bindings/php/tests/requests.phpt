--TEST--
Requests are checked before they are signed, where the operation is named
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';
require __DIR__ . '/data.inc';

use Wxp\{Algorithm, Finding, FindingKind, Key, Language, WrongRequest};

const TRANSFERS = '/mmpaymkttransfers/promotion/transfers';
const RED_PACKET = '/mmpaymkttransfers/sendredpack';
const UNIFIED = '/pay/unifiedorder';

function fields(string $case): array
{
    $fields = [];
    foreach (explode("\n", rtrim(data("field_cases/$case"), "\n")) as $line) {
        [$field, $value] = explode('=', $line, 2);
        $fields[$field] = $value;
    }
    return $fields;
}

function wrong(callable $call): WrongRequest
{
    try {
        $call();
    } catch (WrongRequest $error) {
        return $error;
    }
}

$key = new Key(Algorithm::Md5, '192006250b4c09247ec02edce69f6a2d');
$order = [
    'appid' => 'wxd930ea5d5a258f4f',
    'mch_id' => '10000100',
    'nonce_str' => 'ibuaiVcKdpRxkhJA',
    'body' => '茶',
    'out_trade_no' => '20260101001',
    'total_fee' => 888,
    'spbill_create_ip' => '123.12.12.123',
    'notify_url' => 'https://example.com/notify',
    'trade_type' => 'JSAPI',
    'openid' => 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
];
expect($key->check($order, UNIFIED), [], 'a right request');
expect($key->write($order, UNIFIED), $key->write($order), 'a right request');

$line = fn(Finding $one) => json_encode([
    $one->kind->name, $one->certain, $one->field, $one->index, $one->offset, $one->meant,
    $one->alternatives, $one->because, $one->becauseValue,
]);
foreach ([
    '12-transfers-mch_id.txt' => TRANSFERS,
    '43-redpack-trade_type.txt' => RED_PACKET,
    '34-request-many-mistakes.txt' => UNIFIED,
] as $case => $operation) {
    echo $case, "\n", implode("\n", array_map($line, $key->check(fields($case), $operation))), "\n";
}

$many = fields('34-request-many-mistakes.txt');
$english = wrong(fn() => $key->write($many, UNIFIED));
echo $english->getMessage(), "\n";
Wxp\language(Language::Chinese);
$chinese = wrong(fn() => $key->write($many, UNIFIED));
echo $chinese->getMessage(), "\n";
expect($english->messageIn(Language::Chinese), $chinese->getMessage(), 'in Chinese');
expect($chinese->messageIn(Language::English), $english->getMessage(), 'in English');
expect($chinese->findings[1]->textIn(Language::English), $english->findings[1]->text, 'text');
Wxp\language(Language::English);
// A program that names no operation has not asked.
expect(str_contains($key->write($many), '<total_fee>0.1</total_fee>'), true, 'not asked');

$native = ['trade_type' => 'NATIVE'] + $order;
expect($key->write($native, UNIFIED), $key->write($native), 'doubtful');
show(
    fn() => array_map(fn($one) => [$one->certain, $one->text], $key->check($native, UNIFIED)),
    fn() => $key->write(['total_fee' => '0.1'] + $native, UNIFIED),
    fn() => count(wrong(fn() => $key->write(['total_fee' => '0.1'] + $native, UNIFIED))->findings),
    fn() => array_map(fn($one) => $one->text,
        (new Key(Algorithm::HmacSha256, '192006250b4c09247ec02edce69f6a2d'))->check($order, UNIFIED)),
    fn() => array_map(fn($one) => [$one->kind->name, $one->limit],
        $key->check(['body' => str_repeat('a', 1000)] + $order, UNIFIED)),
    fn() => $key->check($order, '/pay/nothing'),
    fn() => $key->write($order, 'payment'),
    fn() => $key->check(['<b>' => '1'], UNIFIED),
    fn() => $key->write(['5' => '1'], UNIFIED),
    fn() => $key->check(['total_fee' => 1.5], UNIFIED),
    fn() => serialize($english->findings[0]),
    fn() => (new WrongRequest('mine'))->findings,
    fn() => (new WrongRequest('mine'))->messageIn(Language::English),
);
// More than there is room for at first, and more than other calls take as they lie.
$strangers = [];
for ($i = 300; $i > 0; $i--) {
    $strangers["f$i"] = '1';
}
$indexes = array_column(array_filter($key->check($strangers, UNIFIED),
    fn($one) => $one->kind === FindingKind::NotAField), 'index', 'field');
expect($indexes, array_flip(array_keys($strangers)), 'many');
show(fn() => $key->check($strangers + ['body' => "\xff"], UNIFIED));
?>
--EXPECT--
12-transfers-mch_id.txt
["NotAField",true,"mch_id",5,0,"mchid",[],null,null]
["NotAField",true,"appid",10,0,"mch_appid",[],null,null]
["Missing",true,"mch_appid",null,0,null,[],null,null]
["Missing",true,"mchid",null,0,null,[],null,null]
43-redpack-trade_type.txt
["NotAField",true,"trade_type",12,0,null,[],null,null]
34-request-many-mistakes.txt
["Characters",true,"out_trade_no",4,1,null,[],null,null]
["Amount",true,"total_fee",5,1,null,[],null,null]
["Ip",true,"spbill_create_ip",6,0,null,[],null,null]
["NotifyUrlQuery",true,"notify_url",7,23,null,[],null,null]
["Time",true,"time_expire",9,13,null,[],null,null]
["Currency",true,"fee_type",10,0,null,[],null,null]
["MissingFor",true,"openid",null,0,null,["sub_openid"],"trade_type","JSAPI"]
out_trade_no: a character that such a number cannot have, at byte 1
total_fee: not an amount in whole fen, at byte 1
spbill_create_ip: neither an IPv4 nor an IPv6 address
notify_url: an address with a query, which is not taken, at byte 23
time_expire: not a time of the form yyyyMMddHHmmss, at byte 13
fee_type: not a currency that is taken
openid: missing, and needed because of another field (trade_type=JSAPI), or else sub_openid
out_trade_no：单号含有不允许的字符，第2个字节
total_fee：金额应为整数，单位为分，不能带小数，第2个字节
spbill_create_ip：不是IPv4或IPv6地址
notify_url：通知地址不能携带参数，第24个字节
time_expire：时间格式应为yyyyMMddHHmmss，第14个字节
fee_type：不是支持的货币类型
openid：缺少参数，另一参数的取值要求必填（trade_type=JSAPI），或改传sub_openid
[[false,"product_id: missing, and needed because of another field (trade_type=NATIVE)"]]
Wxp\WrongRequest: total_fee: not an amount in whole fen, at byte 1
2
["sign_type: missing, so the signature is taken for one with MD5"]
[["TooLong",128]]
7 [null,null] nothing of that name or number
7 [null,null] nothing of that name or number
20 ["<b>",0] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 0
20 ["5",0] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 0
TypeError: Field total_fee must be string, int or null, float given: amounts are whole fen
Exception: Serialization of 'Wxp\Finding' is not allowed
[]

41 ["body",null] bytes that are not UTF-8, field body
