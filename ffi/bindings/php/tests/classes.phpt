--TEST--
Classes are final and closed, and their properties readonly and typed
--EXTENSIONS--
wxp
--FILE--
<?php
require __DIR__ . '/check.inc';

foreach ((new ReflectionExtension('wxp'))->getClasses() as $name => $class) {
    expect($class->isFinal() || $class->isEnum(), true, $name);
    foreach ($class->getProperties() as $property) {
        if ($property->class === $name && !$class->isEnum()) {
            $closed = $property->isReadOnly() && $property->hasType();
            expect($closed, true, "$name::{$property->name}");
        }
    }
    foreach ($class->getMethods() as $method) {
        if ($method->class === $name && !$class->isEnum() && !$method->isConstructor()) {
            expect($method->hasReturnType(), true, "$name::{$method->name}");
        }
    }
}
// Both, as a secret at the place of the algorithm is one, too.
foreach (['__construct', 'nonstandard'] as $method) {
    foreach ((new ReflectionMethod(Wxp\Key::class, $method))->getParameters() as $parameter) {
        expect(
            count($parameter->getAttributes()),
            PHP_VERSION_ID >= 80200 ? 1 : 0,
            "SensitiveParameter, $method, {$parameter->name}",
        );
    }
}
$timing = new Wxp\Timing();
show(
    fn() => new Wxp\Reply(),
    fn() => new Wxp\Judgment(),
    fn() => new Wxp\Endpoint(),
    fn() => (new ReflectionClass(Wxp\Key::class))->newInstanceWithoutConstructor(),
    fn() => (new ReflectionClass(Wxp\Judgment::class))->newInstanceWithoutConstructor(),
    fn() => clone new Wxp\QuickPay(),
    fn() => (new Wxp\QuickPay())->__construct(),
    fn() => (new Wxp\Timing())->__construct(),
    fn() => $timing->total = 1,
    fn() => serialize(new Wxp\Timing()),
    fn() => unserialize('O:7:"Wxp\Key":0:{}'),
    fn() => unserialize('O:12:"Wxp\Judgment":0:{}'),
);
$error = new Wxp\Error('as any exception', Wxp\Error::SEALED);
var_dump($error instanceof RuntimeException, $error->getCode(), $error->field, $error->offset);
var_dump(new Wxp\NotAuthentic() instanceof LogicException);
?>
--EXPECTF--
Error: Call to private Wxp\Reply::__construct() from global scope
Error: Call to private Wxp\Judgment::__construct() from global scope
Error: Call to private Wxp\Endpoint::__construct() from global scope
ReflectionException: Class Wxp\Key is an internal class marked as final that cannot be instantiated without invoking its constructor
ReflectionException: Class Wxp\Judgment is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: Trying to clone an uncloneable object of class Wxp\QuickPay
Error: A Wxp\QuickPay cannot begin again
Error: A Wxp\Timing cannot be changed
Error: Cannot modify readonly property Wxp\Timing::$total
Exception: Serialization of 'Wxp\Timing' is not allowed
Exception: Unserialization of 'Wxp\Key' is not allowed
Exception: Unserialization of 'Wxp\Judgment' is not allowed
bool(true)
int(64)
NULL
NULL
bool(true)
