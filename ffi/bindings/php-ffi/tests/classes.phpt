--TEST--
The classes and functions are those of the extension's stub, with the same signatures
--FILE--
<?php
require __DIR__ . '/check.inc';

// The stub is PHP, under another namespace here; its bodies are empty.
$stub = file_get_contents(getenv('WXP_STUB') ?: __DIR__ . '/../../php/wxp.stub.php');
$stub = str_replace(['namespace Wxp;', '\Wxp\\'], ['namespace Stub;', '\Stub\\'], $stub);
$stub = preg_replace('/= UNKNOWN;/', '= 0;', $stub);
eval(substr($stub, strpos($stub, 'namespace')));

function shape(ReflectionFunctionAbstract $function): string
{
    $parameters = array_map(
        fn(ReflectionParameter $one) => "{$one->getType()} \${$one->name}"
            . ($one->isOptional() ? ' = ' . var_export($one->getDefaultValue(), true) : ''),
        $function->getParameters(),
    );
    $text = '(' . implode(', ', $parameters) . "): {$function->getReturnType()}";
    return str_replace('Stub\\', 'Wxp\\', $text);
}

/** What the comment says that it throws. */
function thrown(ReflectionFunctionAbstract $function): array
{
    preg_match_all('/@throws (\w+)/', (string) $function->getDocComment(), $found);
    return $found[1];
}

$timing = new Wxp\Timing();
$classes = 0;
foreach (get_declared_classes() as $name) {
    if (!str_starts_with($name, 'Stub\\')) {
        continue;
    }
    $classes++;
    $stubbed = new ReflectionClass($name);
    $ours = new ReflectionClass('Wxp\\' . $stubbed->getShortName());
    expect($ours->isFinal(), $stubbed->isFinal(), $name);
    expect($ours->getParentClass() === false ? null : $ours->getParentClass()->name,
        $stubbed->getParentClass() === false ? null : $stubbed->getParentClass()->name, $name);
    foreach ($stubbed->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
        if ($method->class === $name) {
            $own = $ours->getMethod($method->name);
            expect(shape($own), shape($method), "$name::{$method->name}");
            expect(thrown($own), thrown($method), "$name::{$method->name}");
            expect($own->isStatic(), $method->isStatic(), "$name::{$method->name}");
        }
    }
    foreach ($stubbed->getProperties(ReflectionProperty::IS_PUBLIC) as $property) {
        if ($property->class === $name && !$stubbed->isEnum()) {
            $own = $ours->getProperty($property->name);
            $type = str_replace('Stub\\', 'Wxp\\', (string) $property->getType());
            expect((string) $own->getType(), $type, "$name::{$property->name}");
            expect($own->isReadOnly(), $property->isReadOnly(), "$name::{$property->name}");
        }
    }
    expect(array_keys($ours->getConstants(ReflectionClassConstant::IS_PUBLIC)),
        array_keys($stubbed->getConstants()), $name);
}
$functions = 0;
foreach (get_defined_functions()['user'] as $name) {
    if (str_starts_with($name, 'stub\\')) {
        $functions++;
        $own = new ReflectionFunction('wxp' . substr($name, 4));
        $stubbed = new ReflectionFunction($name);
        expect(shape($own), shape($stubbed), $name);
        expect(thrown($own), thrown($stubbed), $name);
    }
}
echo $classes > 20 && $functions === 11 ? "compared\n" : "$classes classes, $functions functions\n";
show(
    fn() => new Wxp\Reply(),
    fn() => clone new Wxp\QuickPay(),
    fn() => $timing->total = 1,
    fn() => serialize($timing),
    fn() => unserialize('O:12:"Wxp\Judgment":0:{}'),
);
?>
--EXPECT--
compared
Error: Call to private Wxp\Reply::__construct() from global scope
Error: Trying to clone an uncloneable object of class Wxp\QuickPay
Error: Cannot modify readonly property Wxp\Timing::$total
Exception: Serialization of 'Wxp\Timing' is not allowed
Exception: Unserialization of 'Wxp\Judgment' is not allowed
