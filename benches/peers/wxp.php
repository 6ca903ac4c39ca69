<?php
// wxp, from PHP with FFI and packed tables: wxp.php WORKLOADS DECLARATIONS LIBRARY.
declare(strict_types=1);
require __DIR__ . '/peer.php';

$wxp = FFI::cdef(file_get_contents($argv[2]), $argv[3]);
$out = $wxp->new('char[8192]');
$length = $wxp->new('size_t[1]');
$fault = $wxp->new('size_t[1]');

$prepare = function (int $algorithm) use ($wxp, $key): FFI\CData {
    $prepared = $wxp->new('wxp_key[1]');
    if ($wxp->wxp_key_init($prepared, $algorithm, $key, strlen($key)) !== 0) {
        exit('wxp_key_init');
    }
    return $prepared;
};
$md5 = $prepare(1);
$hmac = $prepare(2);

$pack = function (array $fields): string {
    $packed = '';
    foreach ($fields as $name => $value) {
        $packed .= "$name\0$value\0";
    }
    return $packed;
};
$sign = function (FFI\CData $key, array $fields) use ($wxp, $out, $length, $pack): string {
    $packed = $pack($fields);
    $status = $wxp->wxp_sign_packed($key, $packed, strlen($packed), $out, 8192, $length);
    return $status === 0 ? FFI::string($out, $length[0]) : 'failed';
};
$build = function (FFI\CData $key, array $fields) use ($wxp, $out, $length, $pack): string {
    $packed = $pack($fields);
    $status = $wxp->wxp_xml_write_packed($key, $packed, strlen($packed), $out, 8192, $length);
    return $status === 0 ? FFI::string($out, $length[0]) : 'failed';
};
$verify = function (string $message) use ($wxp, $out, $length, $fault, $md5): string {
    $len = strlen($message);
    return $wxp->wxp_xml_read_packed($message, $len, $out, 8192, $length, $fault) === 0
        && $wxp->wxp_verify_packed($md5, $out, $length[0]) === 0 ? 'accepted' : 'refused';
};

serve([
    'sign-w1' => fn() => $sign($md5, $w1),
    'sign-w2' => fn() => $sign($md5, $w2),
    'hmac-w2' => fn() => $sign($hmac, $w2),
    'verify-w3' => fn() => $verify($w3),
    'verify-w4' => fn() => $verify($w4),
    'build-w1' => fn() => $build($md5, $w1),
]);
