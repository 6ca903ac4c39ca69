--TEST--
The module says which versions it and the library have
--EXTENSIONS--
wxp
--FILE--
<?php
(new ReflectionExtension('wxp'))->info();
var_dump(phpversion('wxp'), Wxp\version());
?>
--EXPECTF--
wxp

WeChat Pay V2 (wxp) => enabled
Extension version => %d.%d.%d
Library version => %d.%d.%d
Library ABI version => 1
string(%d) "%d.%d.%d"
string(%d) "%d.%d.%d"
