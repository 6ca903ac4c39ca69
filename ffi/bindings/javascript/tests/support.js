// What the tests share.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { WxpError } from './wxp.js';

const DATA = new URL('../../../../core/tests/data/', import.meta.url);

/** The API key of the published example. */
export const SECRET = '192006250b4c09247ec02edce69f6a2d';

export const bytes = (name) => readFileSync(new URL(name, DATA));
export const data = (name) => JSON.parse(bytes(name));

/** The error of a call that is refused, with its status, field and offset. */
export function refused(call, status, field, offset) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof WxpError, String(error));
    assert.deepEqual([error.status, error.field, error.offset], [status, field, offset]);
    return error;
  }
  return assert.fail('nothing was refused');
}
