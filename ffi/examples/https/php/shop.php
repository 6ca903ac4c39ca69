<?php

/**
 * A shop's side of WeChat Pay: order, Quick Pay, query, refund, reverse, close, over HTTPS.
 *
 *     php shop.php order 20150806125346 100 "Tea & rice"
 *
 * Ends with 0 if it is done, 1 if it is not done, 2 if nothing was sent, and 3 if it is not known:
 * then ask again with the same number, and never pay again under another one.
 */

declare(strict_types=1);

// However it ends, also by a fatal error: what is not said to be known is not known.
$code = 3;
register_shutdown_function(function () use (&$code): void {
    exit($code);
});
ini_set('display_errors', 'stderr'); // the output is for whoever draws the QR code

$tell = function (string $text): void {
    @fwrite(STDERR, "$text\n");
};
$commands = [
    'order' => 3, 'pay' => 4, 'query' => 1, 'refund' => 3, 'refunded' => 1, 'reverse' => 1,
    'close' => 1,
];
$merchant = null;
try {
    require __DIR__ . '/src/autoload.php';
    [$command, $arguments] = [$argv[1] ?? '', array_slice($argv, 2)];
    if (($commands[$command] ?? null) !== count($arguments)) {
        throw new Shop\NotSent(
            "shop.php order NUMBER FEN BODY | pay NUMBER FEN CODE BODY | query NUMBER\n"
            . "         refund NUMBER REFUND FEN | refunded REFUND | reverse NUMBER\n"
            . '         close NUMBER');
    }
    $merchant = Shop\Merchant::fromEnvironment();
    $shop = new Shop\Shop($merchant, new Shop\Records(), $tell);
    $code = $shop->$command(...$arguments)->value;
} catch (Shop\NotSent $why) {
    $tell($why->getMessage());
    $code = $merchant?->mayHaveSent ? $code : Shop\Outcome::NotSent->value;
} catch (Throwable $error) { // damaged records, a full disk
    $tell("not known, because of an error: {$error->getMessage()}");
}
