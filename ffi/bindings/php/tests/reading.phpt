--TEST--
Documents are read strictly, and values are decoded
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';

use Wxp\Reply;

$read = fn(string $document) => fn() => Reply::read($document)->unverified();
show(
    $read('<xml><b>2</b><a><![CDATA[1]]></a></xml>'),
    $read("\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?><xml><a> &lt;&#20013;&amp; </a></xml>"),
    $read("<xml><a><![CDATA[x]]>y<![CDATA[]]]><![CDATA[]]></a><b>\r\n</b><c/><d></d></xml>"),
    $read('<xml></xml>'),
    $read(''),
    $read('no document'),
    $read('<xml><a>1</b></xml>'),
    $read('<xml><a>1</a>'),
    $read("<xml><a>\xff</a></xml>"),
    $read("<xml><a>\0</a></xml>"),
    $read('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><a>&e;</a></xml>'),
    $read('<xml><a>1</a><a>2</a></xml>'),
    $read('<xml><a><b>1</b></a></xml>'),
    $read('<xml><!-- --><a>1</a></xml>'),
    $read('<xml a="1"/>'),
    $read('<xml/><xml/>'),
);
// What was read lives on, whatever becomes of the string.
$document = '<xml><name>' . str_repeat('v', 1000) . '&amp;</name></xml>';
$reply = Reply::read($document);
$document[12] = '!';
unset($document);
expect($reply->unverified(), ['name' => str_repeat('v', 1000) . '&'], 'lives on');
echo json_encode($reply), "\n";
?>
--EXPECT--
{"a":"1","b":"2"}
{"a":" <中& "}
{"a":"xy]","b":"\n","c":"","d":""}
[]
42 [null,0] the document is cut short, byte 0
40 [null,0] not a message of the protocol, but plain text, byte 0
44 [null,11] an end tag that does not match its start tag, byte 11
42 [null,13] the document is cut short, byte 13
41 [null,8] bytes that are not UTF-8, byte 8
46 [null,8] a character that XML forbids, byte 8
50 [null,0] a DOCTYPE or other declaration, byte 0
57 [null,14] a field that the document has already, byte 14
56 [null,8] an element inside a field, byte 8
51 [null,5] a comment, byte 5
53 [null,5] an attribute, byte 5
48 [null,6] a second root element, byte 6
{}
