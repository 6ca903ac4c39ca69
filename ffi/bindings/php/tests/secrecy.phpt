--TEST--
A key shows nothing but its algorithm, whatever is done with it
--EXTENSIONS--
wxp
--INI--
zend.exception_ignore_args=0
zend.exception_string_param_max_len=1000
--FILE--
<?php
require __DIR__ . '/check.inc';

const SECRET = '192006250b4c09247ec02edce69f6a2d';
$key = new Wxp\Key(Wxp\Algorithm::HmacSha256, SECRET);
var_dump($key);
print_r($key);
var_export($key);
echo "\n", json_encode($key), "\n";
var_dump((array) $key, get_object_vars($key), get_mangled_object_vars($key));
show(
    fn() => clone $key,
    fn() => serialize($key),
    fn() => serialize(['in an array' => $key]),
    fn() => (string) $key,
    fn() => $key->secret,
    fn() => $key->secret = SECRET,
    fn() => $key->__construct(Wxp\Algorithm::Md5, str_repeat('a', 32)),
    fn() => $key == new Wxp\Key(Wxp\Algorithm::HmacSha256, SECRET),
    fn() => isset($key->secret),
);
foreach ($key as $name => $value) {
    echo "$name\n";
}

// A secret that is refused, and a fault with the key in a frame of the trace.
$texts = [];
foreach ([
    fn() => new Wxp\Key(Wxp\Algorithm::Md5, SECRET . '!'),
    fn() => Wxp\Key::nonstandard(Wxp\Algorithm::Md5, str_repeat(SECRET, 3)),
    fn() => new Wxp\Key(Wxp\Algorithm::Md5, substr(SECRET, 1) . '-'),
    fn() => new Wxp\Key(SECRET, Wxp\Algorithm::Md5),
    fn() => Wxp\Key::nonstandard(SECRET, Wxp\Algorithm::Md5),
    fn() => $key->sign(['total_fee' => 1.0]),
    fn() => $key->write(['body' => "\x01"]),
    fn() => $key->verify(['body' => 'x', 'sign' => str_repeat('0', 64)]),
] as $call) {
    try {
        $call();
        echo "accepted\n";
    } catch (Throwable $error) {
        echo $error->getMessage(), "\n";
        $texts[] = (string) $error . print_r($error, true) . var_export($error->getTrace(), true);
    }
}
ob_start();
(function (Wxp\Key $key) {
    debug_zval_dump($key);
    debug_print_backtrace();
})($key);
$texts[] = ob_get_clean();
$all = implode($texts);
if (PHP_VERSION_ID < 80200) {
    // Parameters cannot be marked there.
    $all = '';
}
var_dump(stripos($all, substr(SECRET, 1, 20)));
?>
--EXPECTF--
object(Wxp\Key)#%d (1) {
  ["algorithm"]=>
  enum(Wxp\Algorithm::HmacSha256)
}
Wxp\Key Object
(
    [algorithm] => Wxp\Algorithm Enum%S
        (
            [name] => HmacSha256
            [value] => 2
        )

)
%SWxp\Key::__set_state(array(
))
{}
array(0) {
}
array(0) {
}
array(0) {
}
Error: Trying to clone an uncloneable object of class Wxp\Key
Exception: Serialization of 'Wxp\Key' is not allowed
Exception: Serialization of 'Wxp\Key' is not allowed
Error: Object of class Wxp\Key could not be converted to string

Warning: Undefined property: Wxp\Key::$secret in %s on line %d
null
Error: Cannot create dynamic property Wxp\Key::$secret
Error: A Wxp\Key cannot be changed
false
false
an API key has exactly 32 characters (any other secret 1 to 64 bytes)
an API key has exactly 32 characters (any other secret 1 to 64 bytes)
an API key has only ASCII letters and digits; another character
Wxp\Key::__construct(): Argument #1 ($algorithm) must be of type Wxp\Algorithm, string given
Wxp\Key::nonstandard(): Argument #1 ($algorithm) must be of type Wxp\Algorithm, string given
Field total_fee must be string, int or null, float given: amounts are whole fen
a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 0
the signature does not match
bool(false)
