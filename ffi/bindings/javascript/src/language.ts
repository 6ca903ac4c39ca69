// The language of what is said to people, and how it is put together.

import { lib, piece, scope, staticText } from './library.js';
import { Body, Language } from './numbers.js';

interface Words {
  field(name: string): string;
  byte(offset: number): string;
  other(what: string): string;
  page(says: string): string;
  missing(name: string, expected: string): string;
  differs(name: string, found: string, expected: string): string;
  superfluous(name: string, found: string): string;
}

const WORDS: Record<Language, Words> = {
  [Language.English]: {
    field: (name) => `, field ${name}`,
    byte: (offset) => `, byte ${offset}`,
    other: (what) => `not a message of the protocol, but ${what}`,
    page: (says) => `: ${says}`,
    missing: (name, expected) => `${name} is missing, not ${expected}`,
    differs: (name, found, expected) => `${name} is ${found}, not ${expected}`,
    superfluous: (name, found) => `${name} is ${found}, and should be missing`,
  },
  [Language.Chinese]: {
    field: (name) => `，字段${name}`,
    byte: (offset) => `，字节偏移${offset}`,
    other: (what) => `不是本协议的报文，而是${what}`,
    page: (says) => `：${says}`,
    missing: (name, expected) => `缺少${name}，应为${expected}`,
    differs: (name, found, expected) => `${name}的值是${found}，应为${expected}`,
    superfluous: (name, found) => `${name}的值是${found}，但不应有此字段`,
  },
};

let chosen = Language.English;

/**
 * Chooses the language of texts and of the messages of errors, for the whole program.
 *
 * It is English until then, whatever the locale is. To choose for one text, there are methods whose
 * names end with `In`, such as `Judgment.adviceIn`.
 */
export function setLanguage(language: Language): void {
  if (!(language in WORDS)) throw new TypeError('the language is a Language');
  chosen = language;
}

export function current(): Language {
  return chosen;
}

/** What a document is that was refused, instead of XML, and what it says if it is a page. */
export interface Look {
  readonly body: Body;
  readonly page: number;
}

/** The look of a document; `undefined` if it is XML, or nothing. */
export function look(document: string | Uint8Array): Look | undefined {
  return scope(() => {
    const { start, length } = piece(document);
    const body: Body = lib.wxp_body(start, length);
    if (body === Body.Empty || body === Body.Xml) return undefined;
    return { body, page: body === Body.Html ? lib.wxp_page(start, length) : 0 };
  });
}

/** A status, or what a document is instead; with the name of a field, and the place. */
export function describe(
  language: Language,
  status: number,
  field?: string,
  offset?: number,
  looks?: Look,
): string {
  const words = WORDS[language];
  let text = staticText(lib.wxp_status_text(status, language)) ?? '';
  if (looks) {
    text = words.other(staticText(lib.wxp_body_text(looks.body, language)) ?? '');
    if (looks.page) text += words.page(staticText(lib.wxp_page_text(looks.page, language)) ?? '');
  }
  if (field !== undefined) text += words.field(field);
  return offset === undefined ? text : text + words.byte(offset);
}

/** That a field is not what was expected; values can be empty. */
export function difference(
  language: Language,
  name: string,
  found: string,
  expected: string,
): string {
  const words = WORDS[language];
  if (!found) return words.missing(name, expected);
  return expected ? words.differs(name, found, expected) : words.superfluous(name, found);
}
