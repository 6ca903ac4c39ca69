// How the library is called: room for what it writes, and errors for what it refuses.

import { WxpError } from './error.js';
import { pack, passable, refusal, unpack, type Fields, type ReadFields, type Text } from './fields.js';
import { look } from './language.js';
import { int32, lib, piece, room, scope, taken, uint32 } from './library.js';
import { Status } from './numbers.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Throws unless the status is 0. */
export function must(status: number): void {
  if (status) throw new WxpError(status);
}

/** The number of an operation or notice. */
export function source(name: Text): number {
  const passed = passable(name);
  return scope(() => {
    const { start, length } = piece(passed);
    const number = room(4);
    must(lib.wxp_source_find(start, length, number));
    return int32(number);
  });
}

/** Something that writes to `(out, capacity, len)`. */
export type Writes = (out: number, capacity: number, len: number) => number;

/** What a function writes, in as much room as that needs; within a scope. */
export function written<T>(write: Writes, capacity: number, take: (start: number, length: number) => T): T {
  const length = room(4);
  for (;;) {
    const out = room(capacity);
    const status = write(out, capacity, length);
    if (status !== Status.Space) {
      must(status);
      return take(out, uint32(length));
    }
    capacity = uint32(length);
  }
}

/** A function that takes a packed table and writes something about it. */
export type AboutTable = (
  packed: number,
  packedLength: number,
  out: number,
  capacity: number,
  len: number,
) => number;

/** What a function writes about a table. */
export function ofTable<T>(
  fields: Fields,
  call: AboutTable,
  take: (start: number, length: number) => T,
): T {
  const packed = pack(fields);
  try {
    return scope(() => {
      const { start, length } = piece(packed);
      const write: Writes = (out, capacity, len) => call(start, length, out, capacity, len);
      return written(write, 2 * length + 256, take);
    });
  } catch (error) {
    const isBare = error instanceof WxpError && error.field === undefined;
    throw isBare ? refusal(fields, error.status) : error;
  }
}

type Reads = (
  document: number,
  documentLength: number,
  out: number,
  capacity: number,
  len: number,
  fault: number,
) => number;

/** The packed fields of a document, as a function of the library reads it. */
export function read(document: Text, call: Reads): Uint8Array {
  const passed = passable(document);
  return scope(() => {
    const { start, length } = piece(passed);
    // A packed table is never longer than the document.
    const [out, len, fault] = [room(length), room(4), room(4)];
    const status = call(start, length, out, length, len, fault);
    if (status) throw refused(passed, status, uint32(fault));
    return taken(out, uint32(len));
  });
}

/** The error of a document, with its place and what it is if that is what is wrong. */
function refused(document: Text, status: number, offset: number): WxpError {
  const isPlaced =
    (status >= Status.NotXml && status <= Status.Encoding) || status === Status.Root;
  return new WxpError(status, isPlaced ? { offset, looks: look(document) } : {});
}

/** The fields of a packed table. */
export function fieldsOf(packed: Uint8Array): ReadFields {
  return unpack(decoder.decode(packed));
}

/** A group of fields in a nested document. */
export interface Group {
  readonly name: string;
  readonly fields: ReadFields;
}

/** The groups of a nested document. */
export function readGroups(document: Text): Group[] {
  const packed = decoder.decode(read(document, lib.wxp_xml_records_packed));
  const pieces = packed.split('\0').slice(0, -1).values();
  const groups: Group[] = [];
  // Each is its name, its fields, and an empty name.
  for (const name of pieces) {
    const fields: { [name: string]: string } = Object.create(null);
    for (let field = pieces.next().value; field; field = pieces.next().value) {
      fields[field] = pieces.next().value ?? '';
    }
    groups.push({ name, fields });
  }
  return groups;
}
