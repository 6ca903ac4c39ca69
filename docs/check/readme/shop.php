<?php
// Stands for an HTTPS client: answers every request with a payment of the order 42.
function post(string $path, string $request): string
{
    str_contains($request, '<sign>') || throw new Exception('not signed');
    return file_get_contents('answer.xml');
}
