--TEST--
An invalid field is refused, with its name and position
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';

$key = Wxp\Key::nonstandard(Wxp\Algorithm::Md5, 'secret');
class Amount
{
    public function __toString(): string
    {
        return '100';
    }
}
// Types, before anything else.
$none = [1.0, 0.5, NAN, true, false, [], ['a'], new Amount(), Wxp\Verdict::Succeeded, STDIN];
foreach ($none as $value) {
    show(fn() => $key->sign(['appid' => "\0", 'total_fee' => $value]));
}
// Names and values.
show(
    fn() => $key->sign([5 => 'x']),
    fn() => $key->sign(['-7' => 'x']),
    fn() => $key->sign(['a', 'b']),
    fn() => $key->sign(['' => 'x']),
    fn() => $key->sign(['fee ' => 'x']),
    fn() => $key->sign(["fee\0" => 'x']),
    fn() => $key->sign(['4fee' => 'x']),
    fn() => $key->sign([str_repeat('n', 65) => 'x']),
    fn() => strlen($key->sign([str_repeat('n', 64) => 'x'])),
    fn() => substr(outcome(fn() => $key->sign(["f\xff" => 'x'])), 0, 2),
    fn() => $key->sign(['appid' => 'wx', 'body' => "caf\xe9"]),
    fn() => $key->sign(['appid' => 'wx', 'body' => "\u{6df1}\0"]),
    fn() => $key->write(['appid' => 'wx', 'body' => "a\x1f"]),
    fn() => $key->write(['appid' => 'wx', 'body' => "12\u{1f375}"]),
    fn() => $key->verify(['body' => "a\0", 'sign' => 'x']),
    fn() => $key->explain(['body' => "a\0"]),
    fn() => Wxp\canonical(['body' => "\0"]),
    fn() => Wxp\check(['body' => "a\0"]),
    fn() => Wxp\check(['body' => "ab\x02"]),
    fn() => Wxp\check(['body' => 1, 'b y' => 2]),
    fn() => $key->payload(Wxp\Payload::Contract, ['body' => "a\x02"]),
);
?>
--EXPECT--
TypeError: Field total_fee must be string, int or null, float given: amounts are whole fen
TypeError: Field total_fee must be string, int or null, float given: amounts are whole fen
TypeError: Field total_fee must be string, int or null, float given: amounts are whole fen
TypeError: Field total_fee must be string, int or null, bool given
TypeError: Field total_fee must be string, int or null, bool given
TypeError: Field total_fee must be string, int or null, array given
TypeError: Field total_fee must be string, int or null, array given
TypeError: Field total_fee must be string, int or null, Amount given
TypeError: Field total_fee must be string, int or null, Wxp\Verdict given
TypeError: Field total_fee must be string, int or null, resource given
20 ["5",0] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 0
20 ["-7",0] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 0
20 ["0",0] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 0
20 ["",0] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 0
20 ["fee ",3] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 3
20 ["fee\u0000",3] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 3
20 ["4fee",0] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 0
20 ["nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",64] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 64
32
41
41 ["body",null] bytes that are not UTF-8, field body
23 ["body",3] a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 3
23 ["body",1] a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 1
23 ["body",2] a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 2
23 ["body",1] a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 1
23 ["body",1] a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 1
23 ["body",0] a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 0
23 ["body",1] a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 1
23 ["body",2] a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 2
20 ["b y",1] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 1
23 ["body",1] a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 1
