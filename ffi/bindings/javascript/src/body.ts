// Bodies and other texts that are no document of the protocol, such as what a log shows of one.

import { FIELDS_GUESSED, FIELDS_HELD_KEY } from './abi.js';
import { WxpError } from './error.js';
import { encode, unpack, type ReadFields, type Text } from './fields.js';
import { current } from './language.js';
import { int32, lib, put, room, scope, staticText, taken, text, uint32 } from './library.js';
import { Status, type Body, type Language, type Layer } from './numbers.js';

/** What the body of an answer is, or another text, by its look. */
export function body(content: Text): Body {
  const bytes = encode(content);
  return scope(() => lib.wxp_body(put(bytes), bytes.length));
}

/** A text without one of its layers. */
export class Undone {
  /** What was taken off. */
  readonly layer: Layer;
  /** What was inside. It can have another layer, and need not be UTF-8. */
  readonly content: Uint8Array<ArrayBuffer>;

  /** @internal */
  constructor(layer: Layer, content: Uint8Array<ArrayBuffer>) {
    this.layer = layer;
    this.content = content;
  }

  /** What was taken off, in words. */
  get text(): string {
    return this.textIn(current());
  }

  /** The text in this language. */
  textIn(language: Language): string {
    return staticText(lib.wxp_layer_text(this.layer, language)) ?? '';
  }
}

/**
 * Takes one layer off a text: the escapes of JSON, text around a document, GBK. `undefined` if there
 * is none that can be undone without guessing. A wrong escape is a `WxpError` with its offset.
 */
export function bodyUndo(content: Text): Undone | undefined {
  const bytes = encode(content);
  return scope(() => {
    // This is always enough.
    const capacity = 2 * bytes.length;
    const [layer, out, length, fault] = [room(4), room(capacity), room(4), room(4)];
    const status = lib.wxp_body_undo(put(bytes), bytes.length, layer, out, capacity, length, fault);
    if (status) throw refused(status, uint32(fault));
    const number: number = int32(layer);
    return number ? new Undone(number, taken(out, uint32(length))) : undefined;
  });
}

/** The fields of a text that is a list of them. */
export interface BodyFields {
  /** In the order of the text. */
  readonly fields: ReadFields;
  /** Whether the API key was in the text, as the field key of a signed string. It is left out. */
  readonly heldKey: boolean;
  /** Whether the parting is a guess: a value with `&name=` in it would look the same. */
  readonly guessed: boolean;
}

/**
 * Reads a text that is a list of up to 128 fields: a string that was signed, form data, lines of
 * name=value, an address, a flat object in JSON, an array as PHP shows it. Any other text is a
 * `WxpError` with the offset of the fault; a field that comes twice is one with its name.
 */
export function bodyFields(content: Text): BodyFields {
  const bytes = encode(content);
  const [packed, traits] = scope(() => {
    const size = bytes.length;
    // A packed table is never longer.
    const capacity = size + 2;
    const [scratch, out] = [room(size), room(capacity)];
    const [length, marks, fault] = [room(4), room(4), room(4)];
    const status = lib.wxp_body_fields_packed(
      put(bytes), size, scratch, size, out, capacity, length, marks, fault,
    );
    if (status) throw refused(status, uint32(fault));
    return [text(out, uint32(length)), int32(marks)] as const;
  });
  const names = packed.split('\0').filter((_, index) => index % 2 === 0);
  // An object would keep the last one of them only.
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new WxpError(Status.DuplicateField, { field: twice });
  return {
    fields: unpack(packed),
    heldKey: (traits & FIELDS_HELD_KEY) !== 0,
    guessed: (traits & FIELDS_GUESSED) !== 0,
  };
}

function refused(status: number, offset: number): WxpError {
  return new WxpError(status, status === Status.TooManyFields ? {} : { offset });
}
