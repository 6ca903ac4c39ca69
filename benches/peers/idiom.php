<?php
// What PHP programs do by themselves, with what PHP has: ksort, md5 and hash_hmac, SimpleXML.
declare(strict_types=1);
require __DIR__ . '/peer.php';

function sign(array $fields, string $key, bool $hmac = false): string
{
    ksort($fields, SORT_STRING);
    $text = '';
    foreach ($fields as $name => $value) {
        if ($name !== 'sign' && $value !== '') {
            $text .= "$name=$value&";
        }
    }
    $text .= "key=$key";
    return strtoupper($hmac ? hash_hmac('sha256', $text, $key) : md5($text));
}

function verify(string $message, string $key): string
{
    $xml = simplexml_load_string($message, 'SimpleXMLElement', LIBXML_NOCDATA | LIBXML_NONET);
    $fields = json_decode(json_encode($xml), true);
    return hash_equals(sign($fields, $key), $fields['sign'] ?? '') ? 'accepted' : 'refused';
}

function build(array $fields, string $key): string
{
    $fields['sign'] = sign($fields, $key);
    $xml = '<xml>';
    foreach ($fields as $name => $value) {
        $xml .= is_numeric($value) ? "<$name>$value</$name>" : "<$name><![CDATA[$value]]></$name>";
    }
    return "$xml</xml>";
}

serve([
    'sign-w1' => fn() => sign($w1, $key),
    'sign-w2' => fn() => sign($w2, $key),
    'hmac-w2' => fn() => sign($w2, $key, true),
    'verify-w3' => fn() => verify($w3, $key),
    'verify-w4' => fn() => verify($w4, $key),
    'build-w1' => fn() => build($w1, $key),
]);
