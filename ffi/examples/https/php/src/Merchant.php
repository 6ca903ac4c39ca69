<?php

declare(strict_types=1);

namespace Shop;

use Wxp\Algorithm;
use Wxp\Endpoint;
use Wxp\Judgment;
use Wxp\Key;
use Wxp\Reply;
use Wxp\Verdict;

/** Nothing has left this machine, for the reason that the message gives. */
final class NotSent extends \RuntimeException
{
}

/** What came back. */
final class Answer
{
    /** Without a judgment there is nothing that can be believed, and $why says why. */
    public function __construct(
        public readonly ?Judgment $judgment,
        public readonly string $why = '',
        public readonly bool $wasSent = true,
    ) {
    }

    /** Look at this before anything else. */
    public function verdict(): Verdict
    {
        return $this->judgment?->verdict ?? Verdict::Untrusted;
    }
}

/** The merchant: settings, and calls to the gateway over HTTPS with ext-curl. */
final class Merchant
{
    private const ANSWER_SECONDS = 10; // if WXP_TIMEOUT does not say otherwise
    private const ANSWER_BYTES = 65536;

    /** Whether something may have been sent; from then on nobody says that nothing was. */
    public bool $mayHaveSent = false;

    private function __construct(
        public readonly string $appid,
        public readonly string $number,
        public readonly string $notifyUrl,
        private readonly string $gateway,
        private readonly string $certificates,
        private readonly ?string $rootCa,
        public readonly string $ip,
        public readonly Key $key,
    ) {
    }

    public static function fromEnvironment(): self
    {
        $certificates = self::setting('WXP_CERTIFICATES');
        $keyFile = self::setting('WXP_KEY_FILE');
        foreach ([$certificates, $keyFile] as $secret) {
            self::mustNotBeServed($secret);
        }
        $gateway = getenv('WXP_GATEWAY');
        return new self(
            self::setting('WXP_APPID'),
            self::setting('WXP_MCH_ID'),
            self::setting('WXP_NOTIFY_URL'),
            $gateway ?: 'https://api.mch.weixin.qq.com',
            $certificates,
            getenv('WXP_ROOTCA') ?: null, // else the system's own certificates
            self::readIp($gateway ? '127.0.0.1' : null),
            self::readKey($keyFile),
        );
    }

    /** Signs and posts a request, and judges the answer. */
    public function call(string $path, array $fields): Answer
    {
        try {
            $document = $this->key->write($fields + [
                'appid' => $this->appid,
                'mch_id' => $this->number,
                'nonce_str' => \Wxp\nonce(),
                'sign_type' => 'HMAC-SHA256',
            ]);
        } catch (\Wxp\Error $error) {
            return $this->notSent($error->getMessage());
        }
        $answer = '';
        $seconds = (int) getenv('WXP_TIMEOUT') ?: self::ANSWER_SECONDS;
        // A handle for each call: on a connection that was kept, curl may send a request twice.
        $curl = curl_init($this->gateway . $path);
        curl_setopt_array($curl, [
            CURLOPT_PROTOCOLS => CURLPROTO_HTTPS,
            CURLOPT_HTTPHEADER => ['Content-Type: text/xml'],
            CURLOPT_POSTFIELDS => $document,
            CURLOPT_CONNECTTIMEOUT => intdiv($seconds + 1, 2),
            CURLOPT_TIMEOUT => $seconds,
            // Who it is that takes the money, and under which name. Never switch these off.
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            CURLOPT_SSLVERSION => CURL_SSLVERSION_TLSv1_2,
            // No more than there is a use for.
            CURLOPT_WRITEFUNCTION => function ($_, string $piece) use (&$answer): int {
                $answer .= $piece;
                return strlen($answer) > self::ANSWER_BYTES ? 0 : strlen($piece);
            },
        ]);
        if ($this->rootCa !== null) {
            curl_setopt($curl, CURLOPT_CAINFO, $this->rootCa);
        }
        if (Endpoint::find($path)->certificate) {
            $privateKey = "$this->certificates/apiclient_key.pem";
            if (self::isOpen($privateKey)) {
                return $this->notSent("$privateKey is open to other accounts: chmod 600");
            }
            curl_setopt($curl, CURLOPT_SSLCERT, "$this->certificates/apiclient_cert.pem");
            curl_setopt($curl, CURLOPT_SSLKEY, $privateKey);
        }
        $before = $this->mayHaveSent;
        $this->mayHaveSent = true;
        if (curl_exec($curl) === false) {
            $error = curl_error($curl) ?: curl_strerror(curl_errno($curl));
            if (curl_getinfo($curl, CURLINFO_REQUEST_SIZE) === 0) {
                $this->mayHaveSent = $before;
                return $this->notSent($error);
            }
            return new Answer(null, "no answer: $error");
        }
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($status !== 200) {
            $seen = str_contains($answer, 'SSL certificate');
            return new Answer(null, "no answer: HTTP $status"
                . ($seen ? ', no client certificate was seen' : ''));
        }
        return $this->judge($path, $answer);
    }

    /** Reads and judges an answer of an operation, or a notice of a kind. */
    public function judge(string $endpoint, string $document): Answer
    {
        try {
            $judgment = Reply::read($document)->judge($this->key, $endpoint);
        } catch (\Wxp\Error $error) {
            $what = \Wxp\body($document) === \Wxp\Body::Html
                ? 'a web page, not an answer' : 'no answer of the protocol';
            return new Answer(null, "$what: {$error->getMessage()}");
        }
        if ($judgment->verdict === Verdict::Untrusted) {
            return new Answer(null, "not from WeChat Pay: $judgment->reason");
        }
        if ($judgment->verdict === Verdict::Refused) {
            $message = $judgment->unverified()['return_msg'] ?? '';
            return new Answer(null, "the call was not taken: $message");
        }
        $difference = $this->difference($judgment);
        return $difference === null ? new Answer($judgment)
            : new Answer(null, "authentic, but: about another merchant or app: $difference");
    }

    /**
     * How a message differs from the shop's records of an order or refund, and of the merchant;
     * null if it does not.
     */
    public function difference(Judgment $judgment, array $records = []): ?string
    {
        try {
            $judgment->expect($records + ['appid' => $this->appid, 'mch_id' => $this->number]);
            return null;
        } catch (\Wxp\Error $error) {
            return $error->getCode() === \Wxp\Error::DIFFERS
                ? $error->getMessage() : throw $error;
        }
    }

    /** A request that did not leave; after another one it is only an answer that is missing. */
    private function notSent(string $why): Answer
    {
        $why = "nothing was sent: $why";
        return $this->mayHaveSent
            ? new Answer(null, $why, wasSent: false) : throw new NotSent($why);
    }

    private static function setting(string $name): string
    {
        return getenv($name) ?: throw new NotSent("$name is not set");
    }

    /** The key is in a file that the account of this program, and nobody else, can read. */
    private static function readKey(string $path): Key
    {
        if (!is_file($path) || !is_readable($path)) {
            throw new NotSent('WXP_KEY_FILE names no file that can be read');
        }
        if (self::isOpen($path)) {
            throw new NotSent("$path is open to other accounts: chmod 600");
        }
        try {
            return new Key(Algorithm::HmacSha256, rtrim(file_get_contents($path), "\r\n"));
        } catch (\Wxp\Error $error) {
            throw new NotSent("$path: {$error->getMessage()}");
        }
    }

    /** The address of this machine, which orders state; there is one to assume only for tests. */
    private static function readIp(?string $else): string
    {
        $ip = getenv('WXP_IP') ?: $else ?? throw new NotSent('WXP_IP is not set');
        return filter_var($ip, FILTER_VALIDATE_IP)
            ?: throw new NotSent("WXP_IP: $ip is no address");
    }

    /** Whether more accounts than that of this program can reach a key, if only its group. */
    private static function isOpen(string $path): bool
    {
        return DIRECTORY_SEPARATOR === '/' && is_file($path) && (fileperms($path) & 0077) !== 0;
    }

    /** A file below the web root is one request away from being downloaded. */
    private static function mustNotBeServed(string $path): void
    {
        $root = realpath($_SERVER['DOCUMENT_ROOT'] ?? '');
        $path = realpath($path);
        if (PHP_SAPI !== 'cli' && $root && $path && str_starts_with("$path/", "$root/")) {
            throw new NotSent("$path is in the web root: move it out");
        }
    }
}
