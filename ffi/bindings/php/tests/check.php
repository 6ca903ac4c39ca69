<?php
// What tests say of what they see.
declare(strict_types=1);

/** One line for what a call throws, or returns. */
function outcome(callable $call): string
{
    try {
        $result = $call();
        return is_string($result)
            ? $result : json_encode($result, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    } catch (Wxp\Error $error) {
        $place = json_encode([$error->field, $error->offset]);
        return "{$error->getCode()} $place {$error->getMessage()}";
    } catch (Throwable $error) {
        return $error::class . ": {$error->getMessage()}";
    }
}

function show(callable ...$calls): void
{
    foreach ($calls as $call) {
        echo outcome($call), "\n";
    }
}

/** Says where something is not as it should be. */
function expect(mixed $seen, mixed $expected, string $where): void
{
    if ($seen !== $expected) {
        echo "$where: ", var_export($seen, true), ' instead of ', var_export($expected, true), "\n";
    }
}
