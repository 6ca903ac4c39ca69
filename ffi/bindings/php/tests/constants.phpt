--TEST--
Enums and statuses are those of the library, all of them
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';

$file = getenv('WXP_NUMBERS') ?: __DIR__ . '/../../tests/numbers.json';
$expected = json_decode(file_get_contents($file), true);
$statuses = [];
foreach ($expected['Status'] as $name => $number) {
    $statuses[strtoupper(preg_replace('/\B[A-Z]/', '_$0', $name))] = $number;
}
unset($expected['Status'], $statuses['OK']);
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
19 enums, and statuses
