<?php

/**
 * What WeChat posts to notify_url: .../notice.php/payment and .../notice.php/refund.
 *
 * This is the only file of the example that belongs into the web root. A notice that is not
 * acknowledged within 5 seconds comes again, about 15 times in a day.
 */

declare(strict_types=1);

ini_set('display_errors', '0'); // what goes wrong is for the log, not for whoever asks
ini_set('log_errors', '1');

require __DIR__ . '/../src/autoload.php';

use Shop\Outcome;
use Wxp\Verdict;

$tell = function (string $text): void {
    error_log($text);
};
$merchant = Shop\Merchant::fromEnvironment();
$kind = ($_SERVER['PATH_INFO'] ?? '') === '/refund' ? 'refund' : 'payment';
$taken = false;
try {
    $settlement = new Shop\Settlement($merchant, new Shop\Records(), $tell);
    $answer = $merchant->judge($kind, file_get_contents('php://input', length: 65536));
    if ($answer->verdict() === Verdict::Succeeded) {
        $taken = $settlement->takeNotice($answer->judgment);
    } elseif ($answer->verdict() === Verdict::Failed) {
        $taken = true; // authentic, and nothing to do about it
        $settlement->report('payment notice', $answer);
    } elseif ($kind === 'refund' && $answer->verdict() === Verdict::Unvouched) {
        // Nobody signs a notice of a refund: it is only the occasion to ask.
        $sealed = $answer->judgment->unverified()['req_info'] ?? '';
        $refund = $merchant->key->unconfirmedRefund($sealed)['out_refund_no'] ?? '';
        $taken = $settlement->queryRefund($refund) === Outcome::Done;
    } else {
        $settlement->report("$kind notice", $answer);
    }
} catch (Throwable $error) { // an impossible number, damaged records: it is to come again
    $tell("$kind notice: {$error->getMessage()}");
}
header('Content-Type: text/xml');
echo Wxp\acknowledge($kind, $taken);
