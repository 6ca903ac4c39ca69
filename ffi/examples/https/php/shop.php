<?php

/**
 * A shop's side of WeChat Pay: order, Quick Pay, query, refund, reverse, over HTTPS.
 *
 *     php shop.php order 20150806125346 100 "Tea & rice"
 *
 * Ends with 0 if it is done, 1 if it is not done, 2 if nothing was sent, and 3 if it is not known:
 * then ask again with the same number, and never pay again under another one.
 */

declare(strict_types=1);

require __DIR__ . '/src/autoload.php';

$tell = function (string $text): void {
    fwrite(STDERR, "$text\n");
};
$commands = [
    'order' => 3, 'pay' => 4, 'query' => 1, 'refund' => 3, 'refunded' => 1, 'reverse' => 1,
];
[$command, $arguments] = [$argv[1] ?? '', array_slice($argv, 2)];
if (($commands[$command] ?? null) !== count($arguments)) {
    $tell("shop.php order NUMBER FEN BODY | pay NUMBER FEN CODE BODY | query NUMBER\n"
        . '         refund NUMBER REFUND FEN | refunded REFUND | reverse NUMBER');
    exit(Shop\Outcome::NotSent->value);
}
try {
    $shop = new Shop\Shop(Shop\Merchant::fromEnvironment(), new Shop\Records(), $tell);
    exit($shop->$command(...$arguments)->value);
} catch (Shop\NotSent $why) {
    $tell($why->getMessage());
    exit(Shop\Outcome::NotSent->value);
}
