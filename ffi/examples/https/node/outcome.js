// What a command comes to, and how it is said.

import { writeSync } from 'node:fs';

/** The numbers are exit codes. */
export const Outcome = {
  DONE: 0,
  FAILED: 1,
  NOT_SENT: 2, // by this call
  NOT_KNOWN: 3, // ask again with the same number, and never pay again under another one
};

/** Nothing has left this machine, for the reason that the message gives. */
export class NotSent extends Error {}

/** The records cannot be read or written. They are not missing: somebody has to look. */
export class Damaged extends Error {}

/** What was asked for. It is an error if it cannot be written. */
export function output(text) {
  writeSync(1, `${text}\n`);
}

/** For the log. A payment goes on without one. */
export function tell(text) {
  try {
    writeSync(2, `${text}\n`);
  } catch {
    // Nobody reads it.
  }
}
