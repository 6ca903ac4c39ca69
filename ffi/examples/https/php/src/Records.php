<?php

declare(strict_types=1);

namespace Shop;

/** What was kept cannot be read. That is not the same as nothing: somebody has to look. */
final class Damaged extends \RuntimeException
{
    public function __construct(string $where, string $why)
    {
        parent::__construct("$where is damaged, and somebody has to look: $why");
    }
}

/**
 * The shop's own records, in the SQLite database shop.sqlite in the folder WXP_RECORDS. They stand
 * for your database: what an answer or a notice says is compared with them.
 *
 * Every statement here is a transaction of its own, and has survived a power cut when it returns.
 */
final class Records
{
    private const DAMAGED = [11, 26]; // SQLITE_CORRUPT, SQLITE_NOTADB
    private const VERSION = 1; // of the tables; 0 is a database without any
    private const TABLES = <<<'SQL'
        BEGIN;
        CREATE TABLE orders (
            number TEXT NOT NULL PRIMARY KEY,
            fen TEXT NOT NULL,
            delivered INTEGER NOT NULL DEFAULT 0,
            given_back INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE refunds (
            number TEXT NOT NULL PRIMARY KEY,
            order_number TEXT NOT NULL,
            fen TEXT NOT NULL,
            arrived INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE quickpay (
            number TEXT NOT NULL PRIMARY KEY,
            state BLOB NOT NULL,
            saved INTEGER NOT NULL
        );
        PRAGMA user_version = 1;
        COMMIT;
        SQL;

    private readonly string $path;
    private readonly \PDO $database;

    public function __construct()
    {
        $folder = getenv('WXP_RECORDS') ?: throw new NotSent('WXP_RECORDS is not set');
        if (!is_dir($folder)) {
            throw new NotSent("WXP_RECORDS: $folder is no folder");
        }
        $this->path = "$folder/shop.sqlite";
        if (!file_exists($this->path)) {
            self::create($folder, $this->path);
        }
        $this->database = new \PDO("sqlite:$this->path");
        // EXTRA is FULL, and waits until the folder is on the disk as well: a journal that came
        // back after a power cut would undo what was committed.
        $this->run('PRAGMA synchronous = EXTRA');
        if ($this->run('PRAGMA user_version')->fetchColumn() !== self::VERSION) {
            throw new Damaged($this->path, 'its tables are missing');
        }
    }

    /** Refuses what the gateway does not take for an order number. */
    public static function mustBeOrder(string $number): void
    {
        self::must('/^[0-9A-Za-z_|*-]{1,32}$/D', $number, 'no order number');
    }

    /** Refuses what the gateway does not take for a refund number. */
    public static function mustBeRefund(string $refund): void
    {
        self::must('/^[0-9A-Za-z_|*@-]{1,64}$/D', $refund, 'no refund number');
    }

    /** Notes down an order before it is sent. */
    public function noteOrder(string $number, string $fen): void
    {
        self::mustBeOrder($number);
        self::mustBeFen($fen);
        $this->run('INSERT INTO orders (number, fen) VALUES (?, ?) ON CONFLICT DO NOTHING',
            $number, $fen);
        if ($this->order($number) !== $fen) {
            throw new NotSent("$number: taken by something else");
        }
    }

    /** Notes down a refund of an order before it is sent. */
    public function noteRefund(string $refund, string $number, string $fen): void
    {
        self::mustBeRefund($refund);
        self::mustBeFen($fen);
        $this->run('INSERT INTO refunds (number, order_number, fen) VALUES (?, ?, ?)'
            . ' ON CONFLICT DO NOTHING', $refund, $number, $fen);
        if ($this->refund($refund) !== [$number, $fen]) {
            throw new NotSent("$refund: taken by something else");
        }
        $this->giveBack($number);
    }

    /** Notes down that the money of an order goes back, before a refund or a reverse is sent. */
    public function giveBack(string $number): void
    {
        $this->run('UPDATE orders SET given_back = 1 WHERE number = ?', $number);
    }

    /** The amount of an order, in fen; null if it is none of ours. */
    public function order(string $number): ?string
    {
        self::mustBeOrder($number);
        $fen = $this->run('SELECT fen FROM orders WHERE number = ?', $number)->fetchColumn();
        return $fen === false ? null : $this->fen($fen, "order $number");
    }

    /** Order number and amount of a refund; null if it is none of ours. */
    public function refund(string $refund): ?array
    {
        self::mustBeRefund($refund);
        $row = $this->run('SELECT order_number, fen FROM refunds WHERE number = ?', $refund)
            ->fetch(\PDO::FETCH_NUM);
        return $row === false ? null : [$row[0], $this->fen($row[1], "refund $refund")];
    }

    /**
     * Marks an order as paid; true the first time, false ever after, and if its money goes back.
     * Of several at the same moment, one changes the row. Deliver in this transaction: begin it,
     * change the row, change the rows of your own that deliver, commit.
     */
    public function deliver(string $number): bool
    {
        return $this->run('UPDATE orders SET delivered = 1'
            . ' WHERE number = ? AND delivered = 0 AND given_back = 0', $number)->rowCount() === 1;
    }

    /** Whether an order was marked as paid. */
    public function isDelivered(string $number): bool
    {
        return $this->run('SELECT 1 FROM orders WHERE number = ? AND delivered = 1', $number)
            ->fetchColumn() !== false;
    }

    /** Marks a refund as given back. */
    public function arrive(string $refund): void
    {
        $this->run('UPDATE refunds SET arrived = 1 WHERE number = ?', $refund);
    }

    /**
     * Keeps the state of a payment in place of the one before, null for the first one. False if
     * that is not the one that is kept: then another call goes on with the payment, and this one
     * has to stop. Of several at the same moment, one changes the row.
     */
    public function savePayment(string $number, string $state, ?string $before): bool
    {
        return ($before === null
            ? $this->run('INSERT INTO quickpay (number, state, saved)'
                . ' VALUES (?, CAST(? AS BLOB), ?) ON CONFLICT DO NOTHING',
                $number, $state, time())
            : $this->run('UPDATE quickpay SET state = CAST(? AS BLOB), saved = ?'
                . ' WHERE number = ? AND state = CAST(? AS BLOB)',
                $state, time(), $number, $before)
        )->rowCount() === 1;
    }

    /** Forgets a payment that was not sent, so that its number can be used. */
    public function forgetPayment(string $number): void
    {
        $this->run('DELETE FROM quickpay WHERE number = ?', $number);
    }

    /** The state of a payment, and seconds since it was kept; null if none was. */
    public function payment(string $number): ?array
    {
        $row = $this->run('SELECT state, saved FROM quickpay WHERE number = ?', $number)
            ->fetch(\PDO::FETCH_NUM);
        return $row === false ? null : [$row[0], max(0, time() - (int) $row[1])];
    }

    /** A state that was kept, and that the library refuses. */
    public function damagedPayment(string $number, \Wxp\Error $why): Damaged
    {
        return new Damaged("$this->path, payment $number", $why->getMessage());
    }

    private function run(string $sql, string|int ...$values): \PDOStatement
    {
        try {
            $statement = $this->database->prepare($sql);
            $statement->execute($values);
            return $statement;
        } catch (\PDOException $error) {
            throw in_array($error->errorInfo[1] ?? 0, self::DAMAGED, true)
                ? new Damaged($this->path, $error->getMessage())
                : new \RuntimeException("$this->path: {$error->getMessage()}", 0, $error);
        }
    }

    /** A database gets its name when its tables are on the disk: an empty one is a damaged one. */
    private static function create(string $folder, string $path): void
    {
        $draft = tempnam($folder, 'draft');
        try {
            (new \PDO("sqlite:$draft"))->exec(self::TABLES);
            if (!@link($draft, $path) && !file_exists($path)) { // else another one was first
                throw new \RuntimeException("$path cannot be made");
            }
        } finally {
            unlink($draft);
        }
    }

    private function fen(mixed $fen, string $what): string
    {
        return is_string($fen) && self::isFen($fen)
            ? $fen : throw new Damaged("$this->path, $what", 'no amount');
    }

    private static function isFen(string $fen): bool
    {
        return preg_match('/^[1-9][0-9]{0,8}$/D', $fen) === 1;
    }

    private static function mustBeFen(string $fen): void
    {
        self::isFen($fen) || throw new NotSent("$fen: no amount in fen");
    }

    private static function must(string $pattern, string $text, string $else): void
    {
        preg_match($pattern, $text) === 1 || throw new NotSent("$text: $else");
    }
}
