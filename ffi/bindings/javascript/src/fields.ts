// Fields on their way to the library, and what it says when it refuses them.

import { PACKED_MAX } from './abi.js';
import { WxpError } from './error.js';
import { lib, put, room, scope, uint32 } from './library.js';
import { Status } from './numbers.js';

/** A value: text, bytes of UTF-8, or a whole number. `null` and `undefined` mean absent. */
export type Value = string | Uint8Array | number | bigint | null | undefined;

/** Fields by their names: an object, a `Map`, or pairs. */
export type Fields = { readonly [name: string]: Value } | Iterable<readonly [string, Value]>;

/** Fields as they are read: an object without a prototype. A field that is missing is `undefined`. */
export type ReadFields = { readonly [name: string]: string | undefined };

/** Text, or bytes of UTF-8. */
export type Text = string | Uint8Array;

// Beyond this many fields a table has to be sorted, to be explained.
const UNSORTED_MAX = 255;

// What `wxp_check` finds out more about.
const FAULTS: readonly number[] = [
  Status.Packed,
  Status.FieldName,
  Status.DuplicateField,
  Status.Character,
  Status.NotUtf8,
];

const encoder = new TextEncoder();
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Whether a text has no half of a pair of surrogates; `isWellFormed` is not everywhere. */
const isWellFormed: (text: string) => boolean =
  'isWellFormed' in String.prototype
    ? (text) => (text as unknown as { isWellFormed(): boolean }).isWellFormed()
    : (text) => !/\p{Surrogate}/u.test(text);

/** Text as UTF-8, or as what the library refuses as none: half a pair becomes three bytes. */
export function encode(text: Text): Uint8Array {
  if (typeof text !== 'string') {
    if (text instanceof Uint8Array) return text;
    throw new TypeError(`text is a string or Uint8Array, not ${kindOf(text)}`);
  }
  if (isWellFormed(text)) return encoder.encode(text);
  const pieces = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    return isHalf
      ? Uint8Array.of(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
      : encoder.encode(character);
  });
  return joined(pieces);
}

/** Text that is passed as it is, if it can be. */
export function passable(text: Text): Text {
  return typeof text === 'string' && isWellFormed(text) ? text : encode(text);
}

/** The packed form of a table. */
export function pack(fields: Fields): string {
  const table = entries(fields);
  let packed = '';
  for (const [name, value] of table) {
    const text = typeof value === 'string' ? value : decoded(name, value);
    if (text === undefined) throw refusal(fields, Status.NotUtf8);
    if (text.includes('\0') || name.includes('\0')) throw refusal(fields, Status.Packed);
    packed += `${name}\0${text}\0`;
  }
  if (!isWellFormed(packed)) throw refusal(fields, Status.NotUtf8);
  return packed;
}

/** The fields of a packed table. */
export function unpack(packed: string): ReadFields {
  const pieces = packed.split('\0');
  // Names such as `__proto__` and `constructor` are names like any other.
  const fields: { [name: string]: string } = Object.create(null);
  for (let index = 0; index + 1 < pieces.length; index += 2) {
    fields[pieces[index] ?? ''] = pieces[index + 1] ?? '';
  }
  return fields;
}

/** The names and values of a table, in its order. */
function entries(fields: Fields): readonly (readonly [string, Value])[] {
  if (typeof fields !== 'object' || fields === null) {
    throw new TypeError(`fields are an object, a Map or pairs, not ${kindOf(fields)}`);
  }
  // What is refused is read twice, to say which field it was.
  if (isIterable(fields) && Object.is(fields[Symbol.iterator](), fields)) {
    throw new TypeError('fields are an object, a Map or pairs, not an iterator, which ends');
  }
  const table = isIterable(fields) ? [...fields] : Object.entries(fields);
  if (table.length > PACKED_MAX) throw new WxpError(Status.TooManyFields);
  for (const [name] of table) {
    if (typeof name !== 'string') throw new TypeError(`names of fields are strings, not ${kindOf(name)}`);
  }
  return table;
}

function isIterable(fields: Fields): fields is Iterable<readonly [string, Value]> {
  return Symbol.iterator in fields;
}

/** A value as text; `undefined` for bytes that are not UTF-8. */
function decoded(name: string, value: Value): string | undefined {
  if (!(value instanceof Uint8Array)) return written(name, value);
  try {
    return strict.decode(value);
  } catch {
    return undefined;
  }
}

/** A value that is not bytes, as text. */
function written(name: string, value: Exclude<Value, Uint8Array>): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'bigint':
      return String(value);
    case 'number':
      if (Number.isSafeInteger(value)) return String(value);
      throw new TypeError(
        `field ${name} takes whole numbers, up to Number.MAX_SAFE_INTEGER: amounts are whole fen`,
      );
    default:
      if (value === null || value === undefined) return '';
      throw new TypeError(
        `field ${name} takes string, Uint8Array, number, bigint or null, not ${kindOf(value)}`,
      );
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? (value.constructor?.name ?? 'object') : typeof value;
}

/** Names and values in UTF-8, or in what is none. */
export type Pairs = readonly (readonly [name: Uint8Array, value: Uint8Array])[];

/** A table for `packedPairs`, which can hold what is to be refused. */
export function pairs(fields: Fields): Pairs {
  const table = entries(fields).map(([name, value]) => {
    const text = value instanceof Uint8Array ? value : encode(written(name, value));
    return [encode(name), text] as const;
  });
  for (const [name, value] of table) {
    // Signing alone does not look for what cannot be sent, and NUL cannot even be packed.
    const offset = value.indexOf(0);
    if (offset >= 0) throw new WxpError(Status.Character, { field: lenient.decode(name), offset });
  }
  if (table.length > UNSORTED_MAX) table.sort((one, other) => compare(one[0], other[0]));
  return table;
}

function compare(one: Uint8Array, other: Uint8Array): number {
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference) return difference;
  }
  return one.length - other.length;
}

const NUL = new Uint8Array(1);

/**
 * The table as it is. A name with NUL is refused at the same place as one with another control
 * character, which can be packed.
 */
export function packedPairs(table: Pairs): Uint8Array {
  return joined(
    table.flatMap(([name, value]) => [name.map((byte) => byte || 1), NUL, value, NUL]),
  );
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, one) => sum + one.length, 0));
  let end = 0;
  for (const one of pieces) {
    whole.set(one, end);
    end += one.length;
  }
  return whole;
}

/** The name of the field at an index. */
export function nameAt(table: Pairs, index: number): string {
  return lenient.decode(table[index]?.[0]);
}

/** What is wrong with a table, and where. */
export function examine(fields: Fields): WxpError | undefined {
  try {
    return examinePairs(pairs(fields));
  } catch (error) {
    if (error instanceof WxpError) return error;
    throw error;
  }
}

function examinePairs(table: Pairs): WxpError | undefined {
  return scope(() => {
    const packed = packedPairs(table);
    const [index, offset] = [room(4), room(4)];
    const status = lib.wxp_check_packed(put(packed), packed.length, index, offset);
    if (!status) return undefined;
    const field = nameAt(table, uint32(index));
    const known = status === Status.FieldName || status === Status.Character;
    return new WxpError(status, { field, offset: known ? uint32(offset) : undefined });
  });
}

/** The error of a call that refused a table: a packed table does not say where. */
export function refusal(fields: Fields, status: number): WxpError {
  return (FAULTS.includes(status) ? examine(fields) : undefined) ?? new WxpError(status);
}
