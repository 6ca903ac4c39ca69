--TEST--
Enums and statuses are those of wxp.h, all of them
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';

$header = file_get_contents(getenv('WXP_HEADER') ?: __DIR__ . '/../../../../include/wxp.h');
preg_match_all('/^#define WXP_([A-Z0-9_]+) (\d+)$/m', $header, $defines, PREG_SET_ORDER);

/** WXP_KEY_LEFT_OUT is called KeyLeftOut. */
function camel(string $name): string
{
    return str_replace('_', '', ucwords(strtolower($name), '_'));
}

$verdicts = ['UNTRUSTED', 'SUCCEEDED', 'ACCEPTED', 'FAILED', 'UNSETTLED', 'REFUSED', 'UNVOUCHED'];
$enums = ['BODY', 'ACTION', 'SIGNED', 'SIGN_TYPE', 'FORMAT', 'EVENT', 'STEP', 'PAYLOAD', 'CAUSE'];
$enums = array_combine($enums, array_map(camel(...), $enums)) + ['ORDER' => 'OrderState'];
$expected = [];
$statuses = [];
foreach ($defines as [, $name, $number]) {
    if (str_starts_with($name, 'E_')) {
        $statuses[substr($name, 2)] = (int) $number;
    } elseif (in_array($name, $verdicts, true)) {
        $expected['Verdict'][camel($name)] = (int) $number;
    } elseif ($name === 'MD5' || $name === 'HMAC_SHA256') {
        $expected['Algorithm'][camel($name)] = (int) $number;
    }
    foreach ($enums as $enum => $class) {
        if (str_starts_with($name, "{$enum}_")) {
            $expected[$class][camel(substr($name, strlen($enum) + 1))] = (int) $number;
        }
    }
}
foreach ($expected as $enum => $cases) {
    $seen = [];
    foreach ("Wxp\\$enum"::cases() as $case) {
        $seen[$case->name] = $case->value;
    }
    expect($seen, $cases, $enum);
}
$constants = (new ReflectionClass(Wxp\Error::class))->getConstants();
expect($constants, $statuses, 'Error');
echo count($expected), ' enums, ', count($constants) > 40 ? 'and statuses' : 'no statuses', "\n";
?>
--EXPECT--
12 enums, and statuses
