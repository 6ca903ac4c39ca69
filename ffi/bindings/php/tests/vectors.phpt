--TEST--
The vectors of signing
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';
require __DIR__ . '/data.inc';

use Wxp\Algorithm;
use Wxp\Key;
use Wxp\Reply;

$signed = 0;
foreach (json('vectors.json') as $vector) {
    if ($vector['type'] !== 'sign') {
        continue;
    }
    ['id' => $id, 'key' => $secret, 'sign' => $sign] = $vector;
    $fields = array_column($vector['fields'], 1, 0);
    expect(count($fields), count($vector['fields']), "$id: names");
    expect(Wxp\canonical($fields) . "&key=$secret", $vector['canonical_string'], $id);
    $algorithm = $vector['sign_type'] === 'MD5' ? Algorithm::Md5 : Algorithm::HmacSha256;
    if (strlen($secret) > 64) {
        expect(substr(outcome(fn() => Key::nonstandard($algorithm, $secret)), 0, 2), '10', $id);
        continue;
    }
    $key = Key::nonstandard($algorithm, $secret);
    expect($key->sign($fields), $sign, $id);
    unset($fields['sign']);
    $key->verify($fields + ['sign' => $sign]);
    $forged = $fields + ['sign' => $sign, 'forged' => '1'];
    expect(outcome(fn() => $key->verify($forged)) !== 'null', true, $id);
    if (outcome(fn() => Wxp\check($fields)) === 'null') {
        $sent = array_filter($fields, fn($value) => $value !== '') + ['sign' => $sign];
        ksort($sent, SORT_STRING);
        expect(Reply::read($key->write($fields))->unverified(), $sent, $id);
    }
    $signed++;
}
echo "$signed signed\n";
?>
--EXPECT--
69 signed
