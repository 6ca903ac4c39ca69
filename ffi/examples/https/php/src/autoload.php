<?php

declare(strict_types=1);

namespace Shop;

if (!class_exists(\Wxp\Key::class)) {
    throw new \RuntimeException('wxp is missing: the extension, or wxp.php, which works over FFI');
}

require __DIR__ . '/Merchant.php';
require __DIR__ . '/Records.php';
require __DIR__ . '/Settlement.php';
require __DIR__ . '/Shop.php';
