--TEST--
A key shows nothing but its algorithm, whatever is done with it
--INI--
zend.exception_ignore_args=0
zend.exception_string_param_max_len=1000
--FILE--
<?php
require __DIR__ . '/check.inc';

const SECRET = '192006250b4c09247ec02edce69f6a2d';
$key = new Wxp\Key(Wxp\Algorithm::HmacSha256, SECRET);
var_dump($key, (array) $key, get_mangled_object_vars($key));
print_r($key);
var_export($key);
echo "\n", json_encode($key), "\n";
show(
    fn() => clone $key,
    fn() => serialize($key),
    fn() => serialize(['in an array' => $key]),
    fn() => (string) $key,
    fn() => $key->secret = SECRET,
    fn() => $key->__construct(Wxp\Algorithm::Md5, str_repeat('a', 32)),
    fn() => unserialize('O:7:"Wxp\Key":0:{}'),
);

// A secret that is refused, and a fault with the key in a frame of the trace.
$texts = [];
foreach ([
    fn() => new Wxp\Key(Wxp\Algorithm::Md5, SECRET . '!'),
    fn() => Wxp\Key::nonstandard(Wxp\Algorithm::Md5, str_repeat(SECRET, 3)),
    fn() => new Wxp\Key(SECRET, Wxp\Algorithm::Md5),
    fn() => Wxp\Key::nonstandard(SECRET, Wxp\Algorithm::Md5),
    fn() => $key->write(['body' => "\x01"]),
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
// The parameters cannot be marked before PHP 8.2.
var_dump(PHP_VERSION_ID >= 80200 && stripos(implode($texts), substr(SECRET, 1, 20)));

// The memory of a key that is freed, of which the test keeps hold.
$keys = (new ReflectionClass(Wxp\Key::class))->getStaticPropertyValue('keys');
$memory = $keys[$key][1];
$bytes = fn() => FFI::string($memory[0]->opaque, FFI::sizeof($memory));
var_dump($bytes() === str_repeat("\0", 256));
unset($key, $error, $call);
var_dump($bytes() === str_repeat("\0", 256), count($keys));
?>
--EXPECTF--
object(Wxp\Key)#%d (1) {
  ["algorithm"]=>
  enum(Wxp\Algorithm::HmacSha256)
}
array(0) {
}
array(0) {
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
Error: Trying to clone an uncloneable object of class Wxp\Key
Exception: Serialization of 'Wxp\Key' is not allowed
Exception: Serialization of 'Wxp\Key' is not allowed
Error: Object of class Wxp\Key could not be converted to string
Error: Cannot create dynamic property Wxp\Key::$secret
Error: A Wxp\Key cannot be changed
Exception: Unserialization of 'Wxp\Key' is not allowed
an API key has exactly 32 characters (any other secret 1 to 64 bytes)
an API key has exactly 32 characters (any other secret 1 to 64 bytes)
Wxp\Key::__construct(): Argument #1 ($algorithm) must be of type Wxp\Algorithm, string given, called in %s on line %d
Wxp\Key::nonstandard(): Argument #1 ($algorithm) must be of type Wxp\Algorithm, string given, called in %s on line %d
a character that cannot be sent (control character, or four bytes in UTF-8), field body, byte 0
bool(false)
bool(false)
bool(true)
int(0)
