<?php
// Answers requests about the binding, one a line, so that bindings can be compared with each other:
// the extension, or the FFI binding if WXP_PHP_FFI names its wxp.php.
//
// A line is a request and its arguments, each percent-encoded, with tabs between them; fields come
// as name, type and value. Answers begin with ok, error, type or crash.
declare(strict_types=1);

use Wxp\Algorithm;
use Wxp\Endpoint;
use Wxp\Event;
use Wxp\Judgment;
use Wxp\Key;
use Wxp\NotAuthentic;
use Wxp\Payload;
use Wxp\QuickPay;
use Wxp\Reply;

$ffi = getenv('WXP_PHP_FFI');
if ($ffi !== false && $ffi !== '') {
    require $ffi;
}

/** An array of triples: name, type, value. */
function fields(array $parts): array
{
    $fields = [];
    foreach (array_chunk($parts, 3) as [$name, $type, $value]) {
        $fields[$name] = match ($type) {
            's' => $value,
            'i' => (int) $value,
            'n' => null,
            'f' => (float) $value,
            'b' => (bool) $value,
        };
    }
    return $fields;
}

function key_of(string $algorithm, string $secret): Key
{
    return Key::nonstandard(Algorithm::from((int) $algorithm), $secret);
}

/** Only whether the secret is one of an API key. */
function made(string $algorithm, string $secret): array
{
    new Key(Algorithm::from((int) $algorithm), $secret);
    return [];
}

/** Names and values, one after the other. */
function pairs(array $fields): array
{
    $parts = [];
    foreach ($fields as $name => $value) {
        array_push($parts, $name, $value);
    }
    return $parts;
}

function reply_of(string $nested, string $document): Reply
{
    return $nested === '1' ? Reply::readNested($document) : Reply::read($document);
}

function nested(string $document): array
{
    $reply = Reply::readNested($document);
    $top = $reply->unverified();
    $parts = [count($top), ...pairs($top)];
    foreach ($reply->unverifiedRecords() as [$name, $fields]) {
        array_push($parts, $name, count($fields), ...pairs($fields));
    }
    return $parts;
}

function judged(Judgment $judgment): array
{
    try {
        $judgment->fields();
        $readable = true;
    } catch (NotAuthentic) {
        $readable = false;
    }
    return [
        $judgment->verdict->value, $judgment->outcome?->value ?? 0, $judgment->action->value,
        $judgment->fault, $judgment->ambiguous, $judgment->advice, $readable,
    ];
}

function explained(string $algorithm, string $secret, string $offered, array $fields): array
{
    $explanation = key_of($algorithm, $secret)->explain(fields($fields), $offered);
    return [$explanation->cause->value, $explanation->field, $explanation->text];
}

function endpoint(?Endpoint $found): array
{
    if ($found === null) {
        return [];
    }
    return [
        $found->path, $found->host, $found->backupHost, $found->purpose, $found->get,
        $found->certificate, array_sum(array_map(fn($one) => $one->value, $found->algorithms)),
        $found->defaultAlgorithm->value, $found->signType->value, $found->answerSigned->value,
        $found->format->value, $found->nonce, $found->repeatable, $found->movesMoney,
        $found->deprecated,
    ];
}

function advised(string $endpoint, string $code): array
{
    $advice = Wxp\advice($endpoint, $code);
    return [$advice->action->value, $advice->text];
}

/** One payment, saved and restored after each event. */
function paid(array $parts): array
{
    $key = key_of('1', str_repeat('k', 32));
    $endpoints = [
        Event::Order->value => '/pay/micropay',
        Event::Query->value => '/pay/orderquery',
        Event::Reverse->value => '/secapi/pay/reverse',
    ];
    $steps = [];
    $payment = new QuickPay();
    foreach (array_chunk($parts, 2) as [$happened, $document]) {
        [$event, $seconds] = array_map(intval(...), explode(' ', $happened));
        $judgment = $document === ''
            ? null : Reply::read($document)->judge($key, $endpoints[$event]);
        $next = $payment->next(Event::from($event), $seconds, $judgment);
        array_push($steps, $next->step->value, $next->wait);
        $payment = new QuickPay($payment->save());
    }
    return $steps;
}

function constants(): array
{
    $enums = ['Algorithm', 'Verdict', 'Action', 'Body', 'Signed', 'SignType', 'Format', 'Payload',
        'Event', 'Step', 'Cause'];
    $parts = [];
    foreach ($enums as $enum) {
        foreach ("Wxp\\$enum"::cases() as $case) {
            array_push($parts, "$enum.$case->name", $case->value);
        }
    }
    foreach ((new ReflectionClass(Wxp\Error::class))->getConstants() as $name => $status) {
        $camel = str_replace('_', '', ucwords(strtolower($name), '_'));
        array_push($parts, "Status.$camel", $status);
    }
    return $parts;
}

/** What a request comes to; nothing for one that only succeeds. */
function answer(string $request, array $parts): array
{
    $key = fn() => key_of($parts[0], $parts[1]);
    $text = $parts[0] ?? '';
    return match ($request) {
        'key' => made($parts[0], $parts[1]),
        'sign' => [$key()->sign(fields(array_slice($parts, 2)))],
        'verify' => (array) $key()->verify(fields(array_slice($parts, 2))),
        'canonical' => [Wxp\canonical(fields($parts))],
        'check' => (array) Wxp\check(fields($parts)),
        'write' => [$key()->write(fields(array_slice($parts, 2)))],
        'read' => pairs(Reply::read($text)->unverified()),
        'nested' => nested($text),
        'judge' => judged(reply_of($parts[3], $parts[4])->judge($key(), $parts[2])),
        'payload' => [
            $key()->payload(Payload::from((int) $parts[2]), fields(array_slice($parts, 3))),
        ],
        'explain' => explained($parts[0], $parts[1], $parts[2], array_slice($parts, 3)),
        'refund' => pairs(key_of('1', $parts[0])->unconfirmedRefund($parts[1])),
        'endpoint' => endpoint(Endpoint::find($text)),
        'advice' => advised($parts[0], $parts[1]),
        'acknowledge' => [Wxp\acknowledge($parts[0], $parts[1] === '1')],
        'body' => [Wxp\body($text)->value],
        'quickpay' => paid($parts),
        'constants' => constants(),
    };
}

while (($line = fgets(STDIN)) !== false) {
    $parts = array_map(rawurldecode(...), explode("\t", rtrim($line, "\n")));
    try {
        $answer = ['ok', ...answer($parts[0], array_slice($parts, 1))];
    } catch (Wxp\Error $error) {
        $answer = ['error', $error->getCode(), $error->field, $error->offset, $error->getMessage()];
    } catch (TypeError) {
        $answer = ['type'];
    } catch (Throwable $error) {
        $answer = ['crash', $error::class, $error->getMessage()];
    }
    // A bool is 1 or 0, and null nothing.
    $part = fn(mixed $value) => rawurlencode((string) (is_bool($value) ? (int) $value : $value));
    echo implode("\t", array_map($part, $answer)), "\n";
    flush();
}
