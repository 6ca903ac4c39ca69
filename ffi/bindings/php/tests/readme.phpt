--TEST--
The examples of README.md do what they say
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/data.inc';

preg_match_all('/^```php\n(.*?)^```$/ms', file_get_contents(__DIR__ . '/../README.md'), $examples);
[$order, $notice, $error, $language, $payment] = $examples[1];
putenv('WXP_KEY=' . secret());

function open_cashier(string $prepay_id): void
{
    echo "ordered: $prepay_id\n";
}
function report(Wxp\Action $action, ?string $advice): void
{
    echo "failed: $action->name, $advice\n";
}
function ask_again(?string $reason): void
{
    echo "not known: $reason\n";
}
function my_order(string $number): array
{
    return $number === '' ? [] : ['mch_id' => '1900000109', 'total_fee' => 100];
}

$signer = new Wxp\Key(Wxp\Algorithm::HmacSha256, secret());
$done = ['return_code' => 'SUCCESS', 'result_code' => 'SUCCESS', 'prepay_id' => 'wx2014',
    'trade_type' => 'NATIVE'];
$failed = ['return_code' => 'SUCCESS', 'result_code' => 'FAIL', 'err_code' => 'NOAUTH'];
foreach ([$signer->write($done), $signer->write($failed), '<xml/>'] as $answer) {
    eval($order);
    expect_signed($body, $signer);
}
function expect_signed(string $body, Wxp\Key $key): void
{
    $key->verify(Wxp\Reply::read($body)->unverified());
}

$message = data('workloads/W3.HMAC.xml');
$notice = 'use Wxp\{Reply, Verdict};'
    . str_replace("file_get_contents('php://input')", '$message', $notice);
eval($notice);
echo "\n";
$message = $signer->write(['total_fee' => 1] + Wxp\Reply::read($message)->unverified());
try {
    eval($notice);
} catch (Wxp\Error $differs) {
    echo $differs->getMessage();
}
echo "\n";
eval($error);
echo $error->getMessage(), "\n";
eval($language);
echo "\n";
Wxp\language(Wxp\Language::English);

// The payment, with what the program brings along.
function store(string $saved): void
{
    echo strlen($saved), " bytes\n";
}
$seconds = 1;
$judgment = Wxp\Reply::read($signer->write($failed))->judge($signer, '/pay/micropay');
eval($payment);
echo $next->step->name, "\n";
?>
--EXPECT--
ordered: wx2014
failed: Setup, the merchant may not use this operation: apply for it
not known: no return_code
<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>
total_fee is 1, not 100
a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 3
订单已关闭：请用新的商户订单号重新下单
12 bytes
Query
