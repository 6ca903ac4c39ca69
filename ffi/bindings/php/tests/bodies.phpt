--TEST--
Texts that somebody has in hand, and bodies of PSR-7 messages
--EXTENSIONS--
wxp
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/check.inc';

use Wxp\{Body, Language, Reply};

/** As the bodies of PSR-7 are. */
final class Stream
{
    public function __construct(private string $content)
    {
    }

    public function __toString(): string
    {
        return $this->content;
    }
}

final class Broken
{
    public function __toString(): string
    {
        throw new LogicException('closed');
    }
}

$document = '<xml><return_code>FAIL</return_code></xml>';
expect(Reply::read(new Stream($document))->unverified(), ['return_code' => 'FAIL'], 'a stream');
expect(Reply::readNested(new Stream($document))->unverified(), ['return_code' => 'FAIL'], 'nested');
expect(Wxp\body(new Stream('{}')), Body::Json, 'a body');
expect(Wxp\undo(new Stream("log $document"))?->body, $document, 'a layer');
expect(Wxp\fields(new Stream('a=1'))->fields, ['a' => '1'], 'a list');
show(
    fn() => Reply::read(new Broken()),
    fn() => Reply::readNested(new Broken()),
    fn() => Wxp\body(new Broken()),
    fn() => Wxp\undo(new Broken()),
    fn() => Wxp\fields(new Broken()),
    fn() => Reply::read(1),
    fn() => Wxp\undo(null),
);

$undone = Wxp\undo('"' . addcslashes($document, '/') . '"');
expect($undone->body, $document, 'unescaped');
$secret = '192006250b4c09247ec02edce69f6a2d';
$list = Wxp\fields("b=1&a=茶&key=$secret");
expect(str_contains(print_r($list, true), $secret), false, 'the key');
show(
    fn() => [$undone->layer->name, $undone->textIn(Language::English), $undone->textIn(Language::Chinese)],
    fn() => Wxp\undo($document),
    fn() => Wxp\undo(''),
    fn() => Wxp\undo('"\x"'),
    fn() => [$list->fields, $list->heldKey, $list->isGuess],
    fn() => Wxp\fields('{"b":"\u8336","a":2}'),
    fn() => Wxp\fields(''),
    fn() => Wxp\fields('{"a":"\x"}'),
    fn() => Wxp\fields('a=1&a=2'),
    fn() => Wxp\fields(implode('&', array_map(fn($i) => "f$i=1", range(0, 128)))),
    fn() => serialize($undone),
    fn() => serialize($list),
);
?>
--EXPECTF--
LogicException: closed
LogicException: closed
LogicException: closed
LogicException: closed
LogicException: closed
TypeError: Wxp\Reply::read(): Argument #1 ($document) must be of type Stringable|string, int given%S
TypeError: Wxp\undo(): Argument #1 ($body) must be of type Stringable|string, null given%S
["JsonString",%s]
null
null
73 [null,1] an escape%s
[{"b":"1","a":"茶"},true,true]
{"fields":{"b":"茶","a":"2"},"heldKey":false,"isGuess":false}
72 [null,0] %s
73 [null,6] an escape%s
21 ["a",null] a field that is already in the table, field a
22 [null,null] %s
Exception: Serialization of 'Wxp\Undone' is not allowed
Exception: Serialization of 'Wxp\FieldList' is not allowed
