<?php

declare(strict_types=1);

namespace Shop;

require __DIR__ . '/Merchant.php';
require __DIR__ . '/Records.php';
require __DIR__ . '/Settlement.php';
require __DIR__ . '/Shop.php';

if (!class_exists(\Wxp\Key::class)) {
    throw new NotSent('wxp is missing: the extension, or wxp.php, which works over FFI');
}
// A call that fails, such as a write to a full disk, does not go unheard.
set_error_handler(function (int $level, string $text): bool {
    return (error_reporting() & $level) === 0 ? false : throw new \ErrorException($text, 0, $level);
});
