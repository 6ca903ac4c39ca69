<?php
// What signing and verifying take beside what PHP programs do by themselves, with what PHP has:
//
//   php -d extension=wxp.so tests/speed.php
//
// Both take turns, and the median counts. Ends with an error if a target is missed.
declare(strict_types=1);
require __DIR__ . '/data.php';

use Wxp\Algorithm;
use Wxp\Key;
use Wxp\Reply;
use Wxp\Verdict;

const ROUNDS = 101;
const CALLS = 2000;

function sign(array $fields, string $key, bool $hmac): string
{
    ksort($fields, SORT_STRING);
    $parts = [];
    foreach ($fields as $name => $value) {
        if ($name !== 'sign' && $value !== '') {
            $parts[] = "$name=$value";
        }
    }
    $text = implode('&', $parts) . "&key=$key";
    return strtoupper($hmac ? hash_hmac('sha256', $text, $key) : md5($text));
}

function verify(string $message, string $key, bool $hmac): bool
{
    $xml = simplexml_load_string($message, 'SimpleXMLElement', LIBXML_NOCDATA | LIBXML_NONET);
    $fields = json_decode(json_encode($xml), true);
    return hash_equals(sign($fields, $key, $hmac), $fields['sign'] ?? '');
}

/** Nanoseconds a call. */
function time_of(callable $call): float
{
    $start = hrtime(true);
    $call(CALLS);
    return (hrtime(true) - $start) / CALLS;
}

function median(array $times): float
{
    sort($times);
    return $times[intdiv(count($times), 2)];
}

extension_loaded('simplexml') || throw new RuntimeException('missing: SimpleXML (php8.2-xml)');
$secret = secret();
$missed = 0;
printf("%-24s %8s %8s %7s %7s\n", '', 'PHP, ns', 'wxp, ns', 'ratio', 'target');
foreach (['MD5' => Algorithm::Md5, 'HMAC' => Algorithm::HmacSha256] as $name => $algorithm) {
    $key = new Key($algorithm, $secret);
    $hmac = $algorithm === Algorithm::HmacSha256;
    $cases = [];
    foreach (['W1', 'W2'] as $workload) {
        $fields = workload($workload);
        $expected = trim(data("workloads/$workload.sign.$name"));
        if ($key->sign($fields) !== $expected || sign($fields, $secret, $hmac) !== $expected) {
            throw new RuntimeException("$workload is signed wrongly");
        }
        $cases["sign $workload, $name"] = [
            $hmac ? 0.25 : 0.6,
            function (int $calls) use ($fields, $secret, $hmac) {
                for (; $calls > 0; $calls--) {
                    sign($fields, $secret, $hmac);
                }
            },
            function (int $calls) use ($fields, $key) {
                for (; $calls > 0; $calls--) {
                    $key->sign($fields);
                }
            },
        ];
    }
    $message = data("workloads/W3.$name.xml");
    if (Reply::read($message)->judge($key, 'payment')->verdict !== Verdict::Succeeded
        || !verify($message, $secret, $hmac)) {
        throw new RuntimeException('W3 is not accepted');
    }
    $cases["read and verify W3, $name"] = [
        0.2,
        function (int $calls) use ($message, $secret, $hmac) {
            for (; $calls > 0; $calls--) {
                verify($message, $secret, $hmac);
            }
        },
        function (int $calls) use ($message, $key) {
            for (; $calls > 0; $calls--) {
                Reply::read($message)->judge($key, 'payment');
            }
        },
    ];
    foreach ($cases as $case => [$target, $php, $wxp]) {
        $times = ['php' => [], 'wxp' => []];
        for ($round = 0; $round < ROUNDS; $round++) {
            $times['php'][] = time_of($php);
            $times['wxp'][] = time_of($wxp);
        }
        [$slow, $fast] = [median($times['php']), median($times['wxp'])];
        $ratio = $fast / $slow;
        $missed += $ratio > $target;
        printf("%-24s %8.0f %8.0f %7.2f %7.2f%s\n", $case, $slow, $fast, $ratio, $target,
            $ratio > $target ? '  missed' : '');
    }
}
exit($missed > 0 ? 1 : 0);
