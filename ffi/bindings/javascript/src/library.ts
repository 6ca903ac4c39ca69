// libwxp itself, as a module of WebAssembly that imports nothing, and its memory.
//
// The library allocates nothing, so the memory above its own is the caller's: first the keys that
// live, each in a slot, and then what the calls at work pass and get, one piece after the other. A
// call begins with nothing there. When it is over, what it had is wiped.

import { ABI_VERSION, KEY_SIZE, layout, type Library } from './abi.js';
import { BINARY } from './binary.js';

export interface Exports extends Library {
  /** Everything: stack, what is static, and what belongs to the caller. */
  readonly memory: WebAssembly.Memory;
  /** Where the library's own memory ends: its stack and what is static. */
  readonly __heap_base: WebAssembly.Global<'i32'>;
  readonly __stack_pointer: WebAssembly.Global<'i32'>;
}

const module = new WebAssembly.Module(Uint8Array.from(atob(BINARY), (c) => c.charCodeAt(0)));
const exports = new WebAssembly.Instance(module).exports as unknown as Exports;

/** The functions of the library, under their names in C. */
export const lib: Exports = exports;

if (lib.wxp_abi_version() !== ABI_VERSION) {
  throw new Error(`wxp: the module has version ${lib.wxp_abi_version()} of the ABI, not ${ABI_VERSION}`);
}

const PAGE = 65536;
const memory = exports.memory;
let bytes = new Uint8Array(memory.buffer);
let view = new DataView(memory.buffer);
/** The top of the empty stack, which grows downwards to 0. */
const stackTop: number = exports.__stack_pointer.value;
/** Where the slots of keys end. */
let floor = aligned(exports.__heap_base.value);
/** Where the next piece of a call goes. */
let top = floor;
/** Where what calls have used ends, and is not wiped. */
let dirty = floor;
let untidy = false;
const freeSlots: number[] = [];

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function aligned(offset: number): number {
  return (offset + 7) & ~7;
}

/** Makes the memory at least this long. */
function reach(end: number): void {
  if (end <= bytes.length) return;
  // At least a quarter more, so that a long document does not grow it page by page.
  memory.grow(Math.ceil(Math.max(end - bytes.length, bytes.length / 4) / PAGE));
  bytes = new Uint8Array(memory.buffer);
  view = new DataView(memory.buffer);
}

/** Wipes what calls that are over have left. */
function tidy(): void {
  // JavaScript's own stack can end within a call, which then tidies up nothing itself.
  if (exports.__stack_pointer.value !== stackTop) {
    bytes.fill(0, 0, stackTop);
    exports.__stack_pointer.value = stackTop;
  }
  if (dirty > top) bytes.fill(0, top, dirty);
  dirty = top;
  untidy = false;
}

/** Does calls with memory that is wiped at the end. They can be within each other. */
export function scope<T>(work: () => T): T {
  if (untidy) tidy();
  const start = top;
  try {
    return work();
  } finally {
    // Where the stack has no room even for wiping, the next call wipes.
    if (top > dirty) dirty = top;
    top = start;
    untidy = true;
    tidy();
  }
}

/** So many bytes for the rest of the scope, all zero, aligned for every type. */
export function room(size: number): number {
  const start = top;
  const end = aligned(start + size);
  reach(end);
  top = end;
  return start;
}

/** A copy of these bytes for the rest of the scope. */
export function put(data: Uint8Array): number {
  const start = room(data.length);
  bytes.set(data, start);
  return start;
}

/** Where a text is, and how long it is in UTF-8. */
export interface Piece {
  readonly start: number;
  readonly length: number;
}

/** A copy of bytes or of a well-formed text, in UTF-8, for the rest of the scope. */
export function piece(text: string | Uint8Array): Piece {
  if (typeof text !== 'string') return { start: put(text), length: text.length };
  const start = top;
  reach(aligned(start + 3 * text.length));
  const { written } = encoder.encodeInto(text, bytes.subarray(start));
  top = aligned(start + written);
  return { start, length: written };
}

/** A copy of what is in the memory. */
export function taken(start: number, length: number): Uint8Array<ArrayBuffer> {
  return bytes.slice(start, start + length);
}

/** UTF-8 in the memory. */
export function text(start: number, length: number): string {
  return decoder.decode(bytes.subarray(start, start + length));
}

/** A text that ends with NUL; `undefined` for NULL. */
export function staticText(start: number): string | undefined {
  return start === 0 ? undefined : text(start, bytes.indexOf(0, start) - start);
}

/** A `wxp_text` in the memory. */
export function textAt(at: number): string {
  return text(uint32(at + layout.text.text), uint32(at + layout.text.len));
}

export function int32(at: number): number {
  return view.getInt32(at, true);
}

export function uint32(at: number): number {
  return view.getUint32(at, true);
}

export function uint16(at: number): number {
  return view.getUint16(at, true);
}

export function setInt32(at: number, value: number): void {
  view.setInt32(at, value, true);
}

export function setUint16(at: number, value: number): void {
  view.setUint16(at, value, true);
}

/** A slot for a key, until it is given back; not within a scope. */
export function newKeySlot(): number {
  if (untidy) tidy();
  const free = freeSlots.pop();
  if (free !== undefined) return free;
  if (top !== floor) throw new Error('wxp: a key is made within a call');
  const slot = floor;
  reach(slot + KEY_SIZE);
  floor += KEY_SIZE;
  top = dirty = floor;
  return slot;
}

/** Wipes the key in a slot and takes the slot back. */
export function freeKeySlot(slot: number): void {
  lib.wxp_key_wipe(slot);
  bytes.fill(0, slot, slot + KEY_SIZE);
  freeSlots.push(slot);
}
