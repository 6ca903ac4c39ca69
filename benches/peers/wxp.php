<?php
// wxp, from PHP: wxp.php WORKLOADS [FILE], where FILE is for PHP without the extension.
declare(strict_types=1);
require __DIR__ . '/peer.php';
if (isset($argv[2])) {
    require $argv[2];
}

use Wxp\{Algorithm, Error, Key, Reply};

$md5 = new Key(Algorithm::Md5, $key);
$hmac = new Key(Algorithm::HmacSha256, $key);

$verify = function (string $message) use ($md5): string {
    try {
        $md5->verify(Reply::read($message)->unverified());
        return 'accepted';
    } catch (Error) {
        return 'refused';
    }
};

serve([
    'sign-w1' => fn() => $md5->sign($w1),
    'sign-w2' => fn() => $md5->sign($w2),
    'hmac-w2' => fn() => $hmac->sign($w2),
    'verify-w3' => fn() => $verify($w3),
    'verify-w4' => fn() => $verify($w4),
    'build-w1' => fn() => $md5->write($w1),
]);
