<?php

declare(strict_types=1);

namespace Shop;

/**
 * The shop's own records, one small file each, in the folder WXP_RECORDS. They stand for your
 * database: what an answer or a notice says is compared with them.
 */
final class Records
{
    private readonly string $folder;

    public function __construct()
    {
        $this->folder = getenv('WXP_RECORDS') ?: throw new NotSent('WXP_RECORDS is not set');
    }

    /** Notes down an order before it is sent. */
    public function noteOrder(string $number, string $fen): void
    {
        $this->note($number, 'order', $fen);
    }

    /** Notes down a refund of an order before it is sent. */
    public function noteRefund(string $refund, string $number, string $fen): void
    {
        $this->note($refund, 'refund', "$number $fen");
    }

    /** The amount of an order, in fen; null if it is none of ours. */
    public function order(string $number): ?string
    {
        return $this->load($number, 'order');
    }

    /** Order number and amount of a refund; null if it is none of ours. */
    public function refund(string $refund): ?array
    {
        $text = $this->load($refund, 'refund');
        return $text === null ? null : explode(' ', $text);
    }

    /** Marks an order "paid" or a refund "refunded"; true the first time, false ever after. */
    public function mark(string $number, string $what): bool
    {
        return $this->make($number, $what, '');
    }

    /** Keeps something about an order, in place of what was kept before. */
    public function save(string $number, string $what, string $bytes): void
    {
        $path = $this->path($number, $what);
        $draft = tempnam($this->folder, 'draft');
        if (file_put_contents($draft, $bytes) !== strlen($bytes) || !rename($draft, $path)) {
            throw new \RuntimeException("$path cannot be written");
        }
    }

    public function load(string $number, string $what): ?string
    {
        $path = $this->path($number, $what);
        return is_file($path) ? file_get_contents($path) : null;
    }

    /** Seconds since something was kept. */
    public function age(string $number, string $what): int
    {
        return max(0, time() - filemtime($this->path($number, $what)));
    }

    private function note(string $number, string $what, string $text): void
    {
        if (!$this->make($number, $what, $text) && $this->load($number, $what) !== $text) {
            throw new NotSent("$number: taken by something else");
        }
    }

    /** Makes a file with all of its text, if it is not there yet; of several at once, one does. */
    private function make(string $number, string $what, string $text): bool
    {
        $path = $this->path($number, $what);
        $draft = tempnam($this->folder, 'draft');
        try {
            if (file_put_contents($draft, $text) === strlen($text) && @link($draft, $path)) {
                return true;
            }
            clearstatcache();
            return is_file($path) ? false : throw new \RuntimeException("$path cannot be written");
        } finally {
            unlink($draft);
        }
    }

    /** Only numbers that an order can have: not "../x". */
    private function path(string $number, string $what): string
    {
        if (!preg_match('/^[0-9A-Za-z_\-|*@]{1,64}$/D', $number)) {
            throw new NotSent("$number: no number of ours");
        }
        return "$this->folder/$number.$what";
    }
}
