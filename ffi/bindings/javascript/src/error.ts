// What the library refuses.

import { current, describe, difference, type Look } from './language.js';
import { Status, type Language } from './numbers.js';

interface Details {
  readonly field?: string | undefined;
  readonly offset?: number | undefined;
  readonly difference?: readonly [found: string, expected: string];
  readonly looks?: Look | undefined;
}

/**
 * What the library refuses. The secret never shows in it, nor does a value, except those that
 * `Judgment.expect` compares.
 */
export class WxpError extends Error {
  /** Why. */
  readonly status: Status;
  /** The name of the field that was refused, if it was one. */
  readonly field: string | undefined;
  /**
   * Where the fault is, in bytes of UTF-8: in the field's value (or in its name, for
   * `Status.FieldName`), or in the document.
   */
  readonly offset: number | undefined;
  readonly #details: Details;

  /** @internal */
  constructor(status: Status, details: Details = {}) {
    super(message(status, details, current()));
    this.status = status;
    this.field = details.field;
    this.offset = details.offset;
    this.#details = details;
  }

  static {
    this.prototype.name = 'WxpError';
  }

  /** What was refused, and where, in this language. */
  messageIn(language: Language): string {
    return message(this.status, this.#details, language);
  }
}

function message(status: Status, details: Details, language: Language): string {
  if (details.difference) return difference(language, details.field ?? '', ...details.difference);
  // What is no name of a field says little about where it stands.
  const field = status === Status.FieldName ? undefined : details.field;
  return describe(language, status, field, details.offset, details.looks);
}

/** Fields were asked for that nothing vouches for. */
export class NotAuthentic extends Error {
  static {
    this.prototype.name = 'NotAuthentic';
  }
}
