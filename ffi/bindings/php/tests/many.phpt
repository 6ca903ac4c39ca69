--TEST--
Up to 512 fields, in any order
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';

$key = Wxp\Key::nonstandard(Wxp\Algorithm::HmacSha256, 'secret');
function fields(int $count): array
{
    $fields = [];
    for ($i = 0; $i < $count; $i++) {
        $fields['f' . ($i * 7919) % 100003] = $i % 5 ? $i : null;
    }
    return $fields;
}
foreach ([0, 1, 63, 64, 65, 255, 256, 511, 512] as $count) {
    $fields = fields($count);
    expect(count($fields), $count, 'fields');
    $sorted = array_filter($fields, fn($value) => $value !== null);
    ksort($sorted, SORT_STRING);
    $text = implode('&', array_map(fn($n, $v) => "$n=$v", array_keys($sorted), $sorted));
    expect(Wxp\canonical($fields), $text, "canonical of $count");
    $sign = strtoupper(hash_hmac('sha256', "$text&key=secret", 'secret'));
    if ($count > 0) {
        expect($key->sign($fields), $sign, "signature of $count");
        if ($count < 512) {
            $key->verify($fields + ['sign' => $sign]);
        }
    }
    Wxp\check($fields);
    $read = Wxp\Reply::read($key->write($fields));
    expect(count($read->unverified()), count($sorted) + 1, "document of $count");
}
$elements = fn(int $count) => implode(array_map(fn($n) => "<f$n>$n</f$n>", range(1, $count)));
$document = fn(int $count) => "<xml>{$elements($count)}</xml>";
expect(count(Wxp\Reply::read($document(512))->unverified()), 512, 'read 512');
show(
    fn() => $key->sign(fields(513)),
    fn() => Wxp\check(fields(100000)),
    fn() => Wxp\Reply::read($document(513)),
    fn() => $key->sign(fields(300) + ['b d' => 1]),
    fn() => $key->write(fields(300) + ['bad' => "\x01"]),
    fn() => $key->sign(fields(300) + ['bad' => 1.5]),
);
?>
--EXPECT--
22 [null,null] more than 255 fields not in signing order, or more than a call takes
22 [null,null] more than 255 fields not in signing order, or more than a call takes
22 [null,null] more than 255 fields not in signing order, or more than a call takes
20 ["b d",1] not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes), byte 1
23 ["bad",0] a character that cannot be sent (control character, or four bytes in UTF-8), field bad, byte 0
TypeError: Field bad must be string, int or null, float given: amounts are whole fen
