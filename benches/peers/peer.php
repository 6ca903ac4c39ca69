<?php
// How a peer in PHP is driven; see peer.h.
declare(strict_types=1);

function fields(string $name): array
{
    $fields = [];
    foreach (file("$GLOBALS[folder]/$name", FILE_IGNORE_NEW_LINES) as $line) {
        [$field, $value] = explode("\t", $line);
        $fields[$field] = $value;
    }
    return $fields;
}

function serve(array $operations): void
{
    while (($line = fgets(STDIN)) !== false) {
        [$name, $rounds] = explode(' ', trim($line));
        $call = $operations[$name] ?? null;
        if ($call === null) {
            $answer = 'unknown';
        } elseif ((int) $rounds === 0) {
            $answer = strtr($call(), "\n", ' ');
        } else {
            $start = hrtime(true);
            for ($i = (int) $rounds; $i > 0; $i--) {
                $call();
            }
            $answer = sprintf('%.1f', (hrtime(true) - $start) / (int) $rounds);
        }
        echo "$answer\n";
    }
}

$folder = $argv[1];
$key = file_get_contents("$folder/key.txt");
$w1 = fields('W1.fields.tsv');
$w2 = fields('W2.fields.tsv');
$w3 = file_get_contents("$folder/W3.MD5.xml");
$w4 = file_get_contents("$folder/W4.MD5.xml");
