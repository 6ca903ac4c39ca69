/**
 * What the tool answers: the JSON of the command `wxp`, as far as the page shows it.
 *
 * @typedef {{ name: string, value: string, left_out: string | null, called?: string | null }} Step
 * @typedef {{ field: string, characters: [number, number][] }} Mark
 * @typedef {{ kind: string, code: number | null, certain: boolean, field: string | null, text: string }} Finding
 * @typedef {{ kind: string, code: number, text: string }} Hint
 * @typedef {{ name: string, text: string, answer: 'yes' | 'no' | 'open' | 'unasked', because: string }} Query
 * @typedef {{ kind: string, message: string, code?: number, offset?: number, line?: number,
 *   column?: number, around?: [string, string] }} Failure
 * @typedef {{ name: string, fields: Record<string, string> }} Group
 * @typedef {{ name: string, need: 'optional' | 'required' | 'advised' | 'one' | 'or', most: number | null }} RequestField
 * @typedef {{ code: string, action: string, text: string, operations?: string[] }} Code
 * @typedef {{ method: string, path: string, host: string, backup_host: string | null,
 *   regional_hosts: string[], certificate: boolean, md5: boolean, hmac_sha256: boolean,
 *   default: string | null, sign_type: string, signed: string, format: string, nonce: boolean,
 *   safe_to_repeat: boolean, moves_money: boolean, deprecated: boolean, purpose: string,
 *   fields?: RequestField[], codes?: Code[] }} Operation
 * @typedef {{ total: string, says: string, rows: string, agrees: boolean }} Check
 *
 * @typedef {{
 *   status: number,
 *   error?: Failure,
 *   undone?: { kind: string, text: string }[],
 *   is?: string, text?: string, may_be?: string[], count?: number, remark?: string | null,
 *   form?: string | null, stated?: string | null, signed?: unknown,
 *   document?: string, algorithm?: string, sign?: string, findings?: Finding[],
 *   verdict?: string, outcome?: string, ambiguous?: boolean, questions?: Query[],
 *   advice?: { action: string, text: string }, authentic_as?: string, hints?: Hint[],
 *   signature?: { algorithm: string, signed_fields: number, found: string | null, right: boolean, made?: string },
 *   right?: boolean, steps?: Step[], marks?: Mark[], cause?: { kind: string, code: number },
 *   second?: { kind: string, code: number, text: string },
 *   canonical?: string, signed_fields?: number,
 *   fields?: unknown, records?: Group[],
 *   unconfirmed?: Record<string, string>, confirm_with?: string,
 *   columns?: string[], rows?: unknown[], totals?: Record<string, string>, checks?: Check[],
 *   kind?: string, path?: string,
 *   nonce?: unknown, plain?: string, spaced?: string, unix?: number, units?: number, decimal?: string,
 *   currency?: string, digits?: number, notices?: string[], currencies?: string[],
 * }} Answer
 */

export {};
