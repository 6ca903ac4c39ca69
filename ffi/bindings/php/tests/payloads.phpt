--TEST--
Second signatures, and the fields that are missing
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';

use Wxp\Algorithm;
use Wxp\Key;
use Wxp\Payload;

$md5 = new Key(Algorithm::Md5, '192006250b4c09247ec02edce69f6a2d');
$hmac = new Key(Algorithm::HmacSha256, '192006250b4c09247ec02edce69f6a2d');
$all = ['appid' => 'wxd678efh567hg6787', 'nonce_str' => '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    'prepay_id' => 'wx201410272009395522657a690389285100', 'timestamp' => 1414561699,
    'mch_id' => '1900000109', 'package' => 'sendid=242e8abd163d3&ver=8', 'product_id' => '88',
    'err_code_des' => 'gone'];
foreach (array_slice(Payload::cases(), 0, 6) as $kind) {
    show(fn() => $md5->payload($kind, $all), fn() => $hmac->payload($kind, $all));
}
$workwx = ['act_name' => 'XXX', 'mch_billno' => '11111234567890', 'mch_id' => '10000098',
    'nonce_str' => 'qFKEgfig76DF9912fewmkp', 're_openid' => 'oxTWIuGaIt6gTKsQRLau2M0yL16E',
    'total_amount' => 1000, 'wxappid' => 'wx123456789'];
show(
    fn() => $md5->payload(Payload::WorkwxRedPacket, $workwx),
    fn() => $md5->payload(Payload::Contract, ['notify_url' => 'https://shop.example/a']),
    fn() => $hmac->payload(Payload::ContractH5, ['notify_url' => 'shop.example']),
    fn() => $md5->payload(Payload::ContractPartner, ['notify_url' => 'https://shop.example/?a=b']),
    fn() => $hmac->payload(Payload::ContractPartnerH5, ['contract_code' => str_repeat('x', 1024)]),
    fn() => strlen($md5->payload(Payload::Contract, ['contract_code' => str_repeat('x', 700)])),
    fn() => $md5->payload(Payload::Jsapi, ['timestamp' => 'now'] + $all),
);

// Which field is missing, for each that a kind needs.
$needed = [
    'Jsapi' => 'appid nonce_str prepay_id timestamp',
    'App' => 'appid mch_id nonce_str prepay_id timestamp',
    'RedPacket' => 'appid nonce_str package timestamp',
    'NativeCode' => 'appid mch_id nonce_str product_id timestamp',
    'NativeOrder' => 'appid mch_id nonce_str prepay_id',
    'NativeRefusal' => 'appid err_code_des mch_id nonce_str',
    'WorkwxRedPacket' => 'act_name mch_billno mch_id nonce_str re_openid total_amount wxappid',
    'WorkwxStaff' => 'amount appid desc mch_id nonce_str openid partner_trade_no ww_msg_type',
];
foreach ($needed as $kind => $names) {
    $names = explode(' ', $names);
    foreach ($names as $name) {
        $fields = array_fill_keys($names, '1');
        unset($fields[$name]);
        expect(
            outcome(fn() => $md5->payload(constant(Payload::class . "::$kind"), $fields)),
            "26 [\"$name\",null] a missing or empty field, field $name",
            $kind,
        );
    }
}
?>
--EXPECT--
{"appId":"wxd678efh567hg6787","nonceStr":"5K8264ILTKCH16CQ2502SI8ZNMTM67VS","package":"prepay_id=wx201410272009395522657a690389285100","signType":"MD5","timeStamp":"1414561699","paySign":"F9F536C7D2EB94E401B419C84D13E046"}
{"appId":"wxd678efh567hg6787","nonceStr":"5K8264ILTKCH16CQ2502SI8ZNMTM67VS","package":"prepay_id=wx201410272009395522657a690389285100","signType":"HMAC-SHA256","timeStamp":"1414561699","paySign":"843E033AD45A3B87B8150C4D2A1A01C53130140D983227C193EB0DF3F2839E0B"}
{"appid":"wxd678efh567hg6787","noncestr":"5K8264ILTKCH16CQ2502SI8ZNMTM67VS","package":"Sign=WXPay","partnerid":"1900000109","prepayid":"wx201410272009395522657a690389285100","timestamp":"1414561699","sign":"DE3E5371CF6EF309F5432A191351B1DB"}
{"appid":"wxd678efh567hg6787","noncestr":"5K8264ILTKCH16CQ2502SI8ZNMTM67VS","package":"Sign=WXPay","partnerid":"1900000109","prepayid":"wx201410272009395522657a690389285100","timestamp":"1414561699","sign":"8E3643825D88B5C76A74D28552211D881262763C072610D19CDEF08F0F64D71A"}
{"appId":"wxd678efh567hg6787","nonceStr":"5K8264ILTKCH16CQ2502SI8ZNMTM67VS","package":"sendid%3D242e8abd163d3%26ver%3D8","timeStamp":"1414561699","signType":"MD5","paySign":"B886A4CA70865F973602F75025F21A68"}
61 [null,null] signed with another algorithm than the one agreed
weixin://wxpay/bizpayurl?sign=F744CB9078398588FDBA56669F3F0F06&appid=wxd678efh567hg6787&mch_id=1900000109&product_id=88&time_stamp=1414561699&nonce_str=5K8264ILTKCH16CQ2502SI8ZNMTM67VS
61 [null,null] signed with another algorithm than the one agreed
<xml><appid>wxd678efh567hg6787</appid><mch_id>1900000109</mch_id><nonce_str>5K8264ILTKCH16CQ2502SI8ZNMTM67VS</nonce_str><prepay_id>wx201410272009395522657a690389285100</prepay_id><result_code>SUCCESS</result_code><return_code>SUCCESS</return_code><sign>546E05893AFA7716562DFEB5B20405FF</sign></xml>
61 [null,null] signed with another algorithm than the one agreed
<xml><appid>wxd678efh567hg6787</appid><err_code_des>gone</err_code_des><mch_id>1900000109</mch_id><nonce_str>5K8264ILTKCH16CQ2502SI8ZNMTM67VS</nonce_str><result_code>FAIL</result_code><return_code>SUCCESS</return_code><sign>3C543FDFBB57012D5B186A1B2AEB882E</sign></xml>
61 [null,null] signed with another algorithm than the one agreed
B7EBAA3128EE2298229009C384841C9E
https://api.mch.weixin.qq.com/papay/entrustweb?notify_url=https%3A%2F%2Fshop.example%2Fa&sign=6815666B01517A1C001104011982B4D5
24 [null,null] not an http or https address with host and path (ASCII, at most 256 bytes)
25 [null,null] a query, which a notify_url does not take
27 [null,null] an address of more than 1024 bytes
799
6 [null,null] a number that is none of those listed, or a value out of range
