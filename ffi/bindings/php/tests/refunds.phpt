--TEST--
The sealed part of refund notices
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';
require __DIR__ . '/data.inc';

use Wxp\Algorithm;
use Wxp\Key;
use Wxp\Reply;

/** What is in the document of a refund, whose root is root. */
function inside(string $document): array
{
    $message = preg_replace('~^<root>(.*)</root>$~s', '<xml>$1</xml>', $document);
    return Reply::read($message)->unverified();
}

$opened = 0;
foreach (json('vectors.json') as $vector) {
    if ($vector['type'] !== 'req_info') {
        continue;
    }
    foreach ([Algorithm::Md5, Algorithm::HmacSha256] as $algorithm) {
        $key = Key::nonstandard($algorithm, $vector['api_key']);
        $seen = outcome(fn() => $key->unconfirmedRefund($vector['ciphertext_base64']));
        // What is no document once it is open has not been sealed by the gateway.
        $expected = ($vector['plaintext'][0] ?? '') === '<'
            ? outcome(fn() => inside($vector['plaintext']))
            : '64 [null,null] the sealed part cannot be opened';
        expect($seen, $expected, $vector['id']);
        $opened += $seen[0] === '{';
    }
}
echo "$opened opened\n";

// As the gateway seals one: AES-256 with the MD5 of the secret, in hexadecimal, ECB.
$key = new Key(Algorithm::Md5, secret());
$document = '<root><out_refund_no>131</out_refund_no><refund_status>SUCCESS</refund_status></root>';
if (function_exists('openssl_encrypt')) {
    $sealed = openssl_encrypt($document, 'aes-256-ecb', md5(secret()));
    expect($key->unconfirmedRefund($sealed), inside($document), 'sealed');
    $sealed = openssl_encrypt('<xml><a>1</a></xml>', 'aes-256-ecb', md5(secret()));
    expect(outcome(fn() => $key->unconfirmedRefund($sealed)),
        '64 [null,null] the sealed part cannot be opened', 'another root');
}
show(fn() => $key->unconfirmedRefund("\xff"));
?>
--EXPECT--
2 opened
41 [null,null] bytes that are not UTF-8
