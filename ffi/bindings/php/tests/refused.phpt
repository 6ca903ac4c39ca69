--TEST--
A document that is none of the protocol is called what it is
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';
require __DIR__ . '/data.inc';

use Wxp\{Language, Reply};

$documents = [
    data('field_cases/21-no-cert-400.html'),
    data('field_cases/32-apiv3-notice.json'),
    data('field_cases/01-json-escaped-log.txt'),
    '<xml><a><b>1</b></a></xml>',
];
foreach ($documents as $document) {
    show(fn() => Reply::read($document));
    try {
        Reply::read($document);
    } catch (Wxp\Error $error) {
        echo $error->messageIn(Language::Chinese), "\n";
        expect($error->messageIn(Language::English), $error->getMessage(), 'English');
    }
    Wxp\language(Language::Chinese);
    try {
        Reply::read($document);
    } catch (Wxp\Error $chinese) {
        expect($chinese->getMessage(), $error->messageIn(Language::Chinese), 'Chinese');
    }
    Wxp\language(Language::English);
}
?>
--EXPECT--
68 [null,1] not a message of the protocol, but a web page: the server says that no client certificate was shown, which this operation needs, byte 1
不是本协议的报文，而是网页：服务器提示未收到商户API证书，而该接口必须使用证书，字节偏移1
40 [null,0] not a message of the protocol, but a message of APIv3: another protocol, with other keys, byte 0
不是本协议的报文，而是APIv3的报文：另一套协议，使用另外的密钥，字节偏移0
55 [null,43] not a message of the protocol, but XML escaped as in JSON (a log line): unescape it, byte 43
不是本协议的报文，而是按JSON转义过的XML（日志中的一行）：需要先反转义，字节偏移43
56 [null,8] an element inside a field, byte 8
字段内含有子元素，字节偏移8
