--TEST--
Nested documents: fields on top are judged, groups are not
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';
require __DIR__ . '/data.inc';

use Wxp\Reply;

$key = new Wxp\Key(Wxp\Algorithm::Md5, secret());
$reply = Reply::readNested(data('samples/rsp_gethbinfo_nested.xml'));
$judgment = $reply->judge($key, '/mmpaymkttransfers/gethbinfo');
$elements = fn(int $count) => implode(array_map(fn($n) => "<f$n/>", range(1, $count)));
show(
    fn() => $reply->unverified(),
    fn() => $reply->unverifiedRecords(),
    fn() => [$judgment->verdict, $judgment->outcome],
    fn() => $judgment->fields(),
    fn() => Reply::readNested(data('samples/rsp_gethbinfo_two_items.xml'))->unverifiedRecords(),
    fn() => Reply::readNested('<xml><a>1</a></xml>')->unverifiedRecords(),
    fn() => Reply::read('<xml><a>1</a></xml>')->unverifiedRecords(),
    fn() => Reply::read(data('samples/rsp_gethbinfo_nested.xml')),
    fn() => Reply::readNested('<xml><g><b>&lt;<![CDATA[ ]]>&gt;</b></g></xml>')
        ->unverifiedRecords(),
    fn() => Reply::readNested('<xml><a>1</c></xml>'),
    fn() => Reply::readNested("<xml>{$elements(128)}</xml>")->unverifiedRecords(),
    fn() => Reply::readNested("<xml>{$elements(129)}</xml>"),
    fn() => Reply::readNested("<xml><g>{$elements(129)}</g></xml>")->unverifiedRecords(),
);
?>
--EXPECT--
{"detail_id":"10000417012016080830956240040","err_code":"SUCCESS","err_code_des":"OK","hb_type":"NORMAL","mch_billno":"9010080799701411170000046603","mch_id":"11475856","result_code":"SUCCESS","return_code":"SUCCESS","return_msg":"OK","send_time":"2016-08-08 21:49:22","send_type":"ACTIVITY","status":"RECEIVED","total_amount":"100","total_num":"1"}
[["hbinfo",{"amount":"100","openid":"oHkLxtzmyHXX6FW_cAWo_orTSRXs","rcv_time":"2016-08-08 21:49:46"}]]
[6,1]
Wxp\NotAuthentic: this message is not verified: look at the verdict first; unverified() has the fields all the same
[["hbinfo",{"amount":"222","openid":"111","rcv_time":"333"}],["hbinfo",{"amount":"555","openid":"444","rcv_time":"666"}]]
[]
[]
56 [null,653] an element inside a field, byte 653
[["g",{"b":"< >"}]]
44 [null,11] an end tag that does not match its start tag, byte 11
[]
22 [null,null] more than 255 fields not in signing order, or more than a call takes
22 [null,null] more than 255 fields not in signing order, or more than a call takes
