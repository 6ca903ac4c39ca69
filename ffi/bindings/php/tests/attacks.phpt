--TEST--
Judged documents are accepted or refused as recorded
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';
require __DIR__ . '/data.inc';

use Wxp\Reply;

$judged = 0;
foreach (json('attacks.json')['cases'] as $case) {
    $document = $case['input'] ?? base64_decode($case['input_b64'], true);
    $fields = null;
    try {
        $fields = Reply::read($document)->unverified();
    } catch (Wxp\Error $error) {
        $status = $error->getCode();
        $known = $status >= 40 && $status < 60 || $status === Wxp\Error::ROOT || $status === 22;
        expect($known, true, $case['name']);
        if ($status !== Wxp\Error::TOO_MANY_FIELDS) {
            expect($error->offset >= 0 && $error->offset <= strlen($document), true, $case['name']);
        }
    }
    // The profile fixes the most fields, which the library leaves to its caller.
    $accepted = $fields !== null && count($fields) <= 64;
    expect($accepted, $case['expect'] === 'accept', $case['name']);
    if ($accepted && is_array($case['value'] ?? null)) {
        ksort($case['value'], SORT_STRING);
        expect($fields, $case['value'], $case['name']);
    }
    $judged++;
}
echo "$judged judged\n";
?>
--EXPECT--
266 judged
