/**
 * The tool: the WebAssembly module in this file, asked one question at a time.
 */

import { the } from './dom.js';

/**
 * What is asked; see `answer` in `core/cli/src/page.rs`.
 * @typedef {{ command: string, lang?: string, type?: string, endpoint?: string, [name: string]: unknown }} Question
 */

/**
 * What the module exports.
 * @typedef {{ memory: WebAssembly.Memory, room(number: number, length: number): number, ask(): number,
 *   answer(): number }} Exports
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** @param {Uint8Array<ArrayBuffer>} packed */
export async function ungzip(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @returns {Promise<WebAssembly.Module>} */
function module() {
  compiled ??= (async () => {
    const text = the('module', HTMLScriptElement).textContent ?? '';
    const packed = Uint8Array.from(atob(text.trim()), (byte) => byte.charCodeAt(0));
    return WebAssembly.compile(await ungzip(packed));
  })();
  return compiled;
}

/**
 * Asks the tool. Each question has an instance of its own, whose memory is overwritten afterwards: so
 * neither the key nor the input stays in it.
 *
 * @param {Question} question
 * @param {Uint8Array | string} [input]
 * @param {{ readonly value: string }} [key] what has the API key; it is read only here
 * @returns {Promise<import('./answer.js').Answer>}
 */
export async function ask(question, input = '', key) {
  const instance = await WebAssembly.instantiate(await module());
  const wasm = /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
  /** @param {number} number @param {Uint8Array} bytes */
  const put = (number, bytes) => {
    const at = wasm.room(number, bytes.length);
    new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
  };
  try {
    put(0, encoder.encode(JSON.stringify(question)));
    put(1, typeof input === 'string' ? encoder.encode(input) : input);
    if (key?.value) {
      const bytes = encoder.encode(key.value);
      put(2, bytes);
      bytes.fill(0);
    }
    const length = wasm.ask();
    return JSON.parse(decoder.decode(new Uint8Array(wasm.memory.buffer, wasm.answer(), length)));
  } finally {
    new Uint8Array(wasm.memory.buffer).fill(0);
  }
}
