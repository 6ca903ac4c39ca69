<?php
// Where the core's test data lies, and what is in it.
declare(strict_types=1);

function data(string $path): string
{
    $folder = getenv('WXP_DATA') ?: __DIR__ . '/../../../../core/tests/data';
    $text = @file_get_contents("$folder/$path");
    if ($text === false) {
        throw new RuntimeException("no $folder/$path; WXP_DATA names the folder core/tests/data");
    }
    return $text;
}

function json(string $path): array
{
    return json_decode(data($path), true, flags: JSON_THROW_ON_ERROR);
}

/** The fields of a workload, in the caller's order. */
function workload(string $name): array
{
    $fields = [];
    foreach (explode("\n", rtrim(data("workloads/$name.fields.tsv"), "\n")) as $line) {
        [$field, $value] = explode("\t", $line);
        $fields[$field] = $value;
    }
    return $fields;
}

/** The API key of the workloads. */
function secret(): string
{
    return trim(data('workloads/key.txt'));
}
