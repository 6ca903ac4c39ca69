// Stands for an HTTPS client: answers every request with a payment of the order 42.
import { readFileSync } from 'node:fs';

export async function post(path, request) {
  if (!Buffer.from(request).includes('<sign>')) throw new Error('not signed');
  return readFileSync('answer.xml');
}
