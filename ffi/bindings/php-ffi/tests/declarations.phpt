--TEST--
The declarations in the file are those of the header of the library
--FILE--
<?php
// Each declaration, written in one way.
function declarations(string $text): array
{
    preg_match_all('/typedef[^{;]*(?:\{[^}]*\}[^;]*)?;|[^;{}]+\([^)]*\);/', $text, $found);
    return array_map(fn(string $one) => trim(preg_replace('/\s+/', ' ', $one)), $found[0]);
}

$ours = declarations(Wxp\Library::DECLARATIONS);
$header = declarations(file_get_contents(getenv('WXP_CDEF')));
var_dump(array_diff($ours, $header));

// Each call in the file is declared, and each declaration called.
$file = file_get_contents((new ReflectionClass(Wxp\Library::class))->getFileName());
$file = preg_replace("/<<<'C'.*?^ *C;/ms", '', $file);
preg_match_all('/\bwxp_\w+(?=\(|\')/', $file, $used);
preg_match_all('/\bwxp_\w+(?=\()/', implode($ours), $declared);
$called = array_diff(array_unique($used[0]), ['wxp_endpoint', 'wxp_verdict']);
var_dump(array_diff($called, $declared[0]), array_diff($declared[0], $called));
echo count($ours) > 30 ? "compared\n" : "nothing compared\n";

$header = file_get_contents(getenv('WXP_HEADER'));
$number = fn(string $name) => (int) preg_replace("/.*#define $name (\d+)\n.*/s", '$1', $header);
$most = (new ReflectionClass(Wxp\Table::class))->getConstant('MOST');
var_dump($number('WXP_ABI_VERSION') === Wxp\Library::ABI_VERSION);
var_dump($number('WXP_PACKED_MAX') === $most);
?>
--EXPECT--
array(0) {
}
array(0) {
}
array(0) {
}
compared
bool(true)
bool(true)
