--TEST--
Fields are readable only if the message is authentic
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';
require __DIR__ . '/data.inc';

use Wxp\Algorithm;
use Wxp\Key;
use Wxp\Reply;

$md5 = new Key(Algorithm::Md5, secret());
$hmac = new Key(Algorithm::HmacSha256, secret());
function told(string $document, Key $key, string $endpoint): void
{
    $judgment = Reply::read($document)->judge($key, $endpoint);
    echo $judgment->verdict->name, ' ', $judgment->outcome?->name ?? '-', ' ',
        $judgment->action->name, ' ', $judgment->fault, ' ', json_encode($judgment->ambiguous), ' ',
        $judgment->reason ?? '-', ' | ', $judgment->advice ?? '-', "\n";
    $fields = outcome(fn() => count($judgment->fields()));
    $field = outcome(fn() => $judgment->get('return_code'));
    $readable = $fields === $field ? $fields : "$fields, $field";
    $all = count($judgment->unverified());
    echo '    ', json_encode($judgment->isAuthentic()), " $readable, $all\n";
}

$notice = data('workloads/W3.MD5.xml');
told($notice, $md5, 'payment');
told(data('workloads/W3.HMAC.xml'), $hmac, 'payment');
told($notice, $hmac, 'payment');
told(str_replace('<total_fee>100', '<total_fee>101', $notice), $md5, 'payment');
$micropay = '/pay/micropay';
$taken = ['return_code' => 'SUCCESS', 'appid' => 'wx1', 'nonce_str' => 'n'];
$failed = $taken + ['result_code' => 'FAIL'];
$paid = ['out_trade_no' => '7', 'transaction_id' => '4', 'total_fee' => 1];
$done = $taken + ['result_code' => 'SUCCESS'] + $paid;
$unsigned = '<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code></xml>';
told($md5->write($failed + ['err_code' => 'NOTENOUGH']), $md5, $micropay);
told($md5->write($failed + ['err_code' => 'SYSTEMERROR']), $md5, "https://api.mch.weixin.qq.com$micropay");
told($md5->write($done + ['attach' => 'x&total_fee=1']), $md5, $micropay);
told('<xml><return_code>FAIL</return_code><return_msg>no</return_msg></xml>', $md5, $micropay);
told($unsigned, $md5, $micropay);
told($unsigned, $md5, '/mmpaymkttransfers/promotion/transfers');
told('<xml><a>1</a></xml>', $md5, $micropay);

$judgment = Reply::read($notice)->judge($md5, 'payment');
show(
    fn() => [$judgment->get('total_fee'), $judgment->get('nothing'), $judgment->get('')],
    fn() => $judgment->fields() === Reply::read($notice)->unverified(),
    fn() => array_keys($judgment->fields()) === array_keys(Reply::read($notice)->unverified()),
    fn() => $judgment->verdict = Wxp\Verdict::Failed,
    fn() => clone $judgment,
    fn() => Reply::read($notice)->judge($md5, '/no/such/thing'),
    fn() => Reply::read($notice)->judge($md5, "\xff"),
    fn() => $judgment == Reply::read($notice)->judge($md5, 'payment'),
);
?>
--EXPECT--
Succeeded Succeeded None 0 false - | -
    true 23, SUCCESS, 23
Succeeded Succeeded None 0 false - | -
    true 23, SUCCESS, 23
Untrusted - Query 61 false signed with another algorithm than the one agreed | what became of it is not known: query it before anything else
    false Wxp\NotAuthentic: this message is not verified: look at the verdict first; unverified() has the fields all the same, 23
Untrusted - Query 62 false the signature does not match | what became of it is not known: query it before anything else
    false Wxp\NotAuthentic: this message is not verified: look at the verdict first; unverified() has the fields all the same, 23
Failed Failed Customer 0 false - | the customer has too little money: let another card be chosen, for a new order number
    true 6, SUCCESS, 6
Unsettled Unsettled Query 0 false - | WeChat's system failed, and the outcome is not known: query with the same number
    true 6, SUCCESS, 6
Succeeded Succeeded None 0 true - | -
    true 9, SUCCESS, 9
Refused - Query 0 false - | what became of it is not known: query it before anything else
    false Wxp\NotAuthentic: this message is not verified: look at the verdict first; unverified() has the fields all the same, 2
Untrusted - Query 60 false no signature | what became of it is not known: query it before anything else
    false Wxp\NotAuthentic: this message is not verified: look at the verdict first; unverified() has the fields all the same, 2
Unvouched Succeeded None 0 false - | -
    false Wxp\NotAuthentic: this message is not verified: look at the verdict first; unverified() has the fields all the same, 2
Untrusted - Query 63 false no return_code | what became of it is not known: query it before anything else
    false Wxp\NotAuthentic: this message is not verified: look at the verdict first; unverified() has the fields all the same, 1
["100",null,null]
true
true
Error: Cannot modify readonly property Wxp\Judgment::$verdict
Error: Trying to clone an uncloneable object of class Wxp\Judgment
7 [null,null] nothing of that name or number
41 [null,null] bytes that are not UTF-8
false
