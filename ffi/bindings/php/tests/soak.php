<?php
// Ten million calls in one process, or as many as the argument says: memory must stay as it is.
//
//   php -d extension=wxp.so tests/soak.php [CALLS]
declare(strict_types=1);
require __DIR__ . '/data.php';

use Wxp\Algorithm;
use Wxp\Key;
use Wxp\Reply;

// What an allocator may take later than the first calls, in KB.
const SLACK = 256;

/** The memory of the process, in KB. */
function resident(): int
{
    preg_match('/^VmRSS:\s+(\d+) kB$/m', file_get_contents('/proc/self/status'), $found)
        || throw new RuntimeException('this needs /proc/self/status');
    return (int) $found[1];
}

$secret = secret();
$keys = [new Key(Algorithm::Md5, $secret), new Key(Algorithm::HmacSha256, $secret)];
$order = workload('W1');
$order['total_fee'] = 888;
$messages = [data('workloads/W3.MD5.xml'), data('workloads/W3.HMAC.xml')];

/** What programs do, and what goes wrong for them. */
const CALLS_OF_A_ROUND = 11;
$round = function (int $i) use ($keys, $secret, $order, $messages): void {
    $key = $keys[$i & 1];
    $key->sign($order);
    $key->write(['body' => '<&>'] + $order);
    $judgment = Reply::read($messages[$i & 1])->judge($key, 'payment');
    $judgment->get('total_fee') === '100' || throw new RuntimeException('W3 is not accepted');
    $judgment->fields();
    try {
        $key->sign(['total_fee' => 1.5]);
    } catch (TypeError) {
    }
    try {
        Reply::read('<xml><a>&lt;</a><b>');
    } catch (Wxp\Error) {
    }
    Key::nonstandard(Algorithm::Md5, $secret)->verify($order + ['sign' => $keys[0]->sign($order)]);
};

$calls = (int) ($argv[1] ?? 10_000_000);
for ($i = 0; $i < 1000; $i++) {
    $round($i);
}
$measure = function (): array {
    gc_collect_cycles();
    return [resident(), memory_get_usage()];
};
$measure(); // which takes memory itself when it is done first
[$resident, $used] = $measure();
$start = hrtime(true);
for ($i = 0; $i < $calls / CALLS_OF_A_ROUND; $i++) {
    $round($i);
}
$seconds = (hrtime(true) - $start) / 1e9;
[$resident_after, $used_after] = $measure();
printf("%d calls in %.1f s; resident %d KB before, %d KB after; used %d bytes before, %d after\n",
    $calls, $seconds, $resident, $resident_after, $used, $used_after);
if ($resident_after > $resident + SLACK || $used_after > $used) {
    echo "memory grew\n";
    exit(1);
}
