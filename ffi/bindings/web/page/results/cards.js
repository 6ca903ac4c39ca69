/**
 * What the tool answered, one card for each question.
 */

import { make } from '../dom.js';
import { text } from '../texts.js';
import { built } from './built.js';
import { card, chip, copyable, findingList, hintList, part, table, undone } from './parts.js';

/** @typedef {import('../answer.js').Answer} Answer */
/** @typedef {import('./parts.js').Tone} Tone */

/** @param {Answer} answer */
export function refusal(answer) {
  const error = answer.error ?? { kind: '', message: '' };
  const around = error.around ?? ['', ''];
  const place = error.line === undefined ? undefined : make('figure', { class: 'place' },
    make('pre', { class: 'code' }, around[0], make('mark', {}, around[1].slice(0, 1) || ' '), around[1].slice(1)),
    make('figcaption', {}, text('place', error.line, error.column ?? 0)));
  const code = error.code === undefined ? error.kind : text('mistakeNumber', error.kind, error.code);
  return card('bad', text('refused'), make('p', { class: 'lead' }, error.message), place,
    make('p', { class: 'note' }, code));
}

/** @param {Answer} answer */
export function signed(answer) {
  if (answer.error?.kind === 'Findings') {
    return card('bad', text('notSigned'), make('p', { class: 'lead' }, text('notSignedText')),
      findingList(answer.findings ?? []));
  }
  if (answer.error) return refusal(answer);
  return card('good', text('signedTitle'),
    make('p', { class: 'lead' }, `${answer.algorithm}: `, make('code', {}, answer.sign ?? '')),
    answer.findings?.length ? findingList(answer.findings) : undefined,
    part(text('document'), copyable(answer.document ?? '', text('document'))));
}

/** @param {Answer} answer @param {string} endpoint */
export function checked(answer, endpoint) {
  if (answer.error) return refusal(answer);
  const findings = answer.findings ?? [];
  const tone = findings.some((finding) => finding.certain) ? 'bad' : findings.length ? 'open' : 'good';
  return card(tone, text('checkTitle', endpoint),
    findings.length ? findingList(findings) : make('p', { class: 'lead' }, text('checkGood')));
}

/** @type {Record<string, Tone>} */
const TONES = {
  Succeeded: 'good', Accepted: 'open', Failed: 'bad', Unsettled: 'open', Refused: 'bad', Unvouched: 'open',
  Untrusted: 'bad',
};
const SIGNS = { yes: '✓', no: '✗', open: '?', unasked: '·' };

/**
 * @param {Answer} answer
 * @param {string} source
 * @param {(source: string) => void} judgeAs
 */
export function judged(answer, source, judgeAs) {
  if (!answer.questions) return refusal(answer);
  const question = (/** @type {import('../answer.js').Query} */ one) =>
    make('li', { class: one.answer },
      make('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[one.answer]),
      make('span', {}, one.text, ' ', make('strong', {}, text(`answer_${one.answer}`)),
        one.because ? make('span', { class: 'because' }, one.because) : undefined));
  const other = answer.authentic_as;
  const fields = /** @type {Record<string, string> | undefined} */ (answer.fields);
  return card(TONES[answer.verdict ?? ''] ?? 'plain', text('verdictTitle', source),
    make('p', { class: 'lead' }, make('strong', {}, text(`w_${answer.verdict}`)), ': ', answer.text ?? ''),
    text(`w_${answer.verdict}`) !== answer.verdict && make('p', { class: 'note' }, answer.verdict ?? ''),
    answer.advice && make('div', { class: 'next' }, make('h3', {}, text('next')),
      make('p', {}, answer.advice.text, ' ', make('span', { class: 'label' }, text(`a_${answer.advice.action}`)))),
    other !== undefined && make('p', {}, text('authenticAs', other), ' ', chip(text('judgeAs', other), () => judgeAs(other))),
    answer.ambiguous && make('p', { class: 'warning' }, text('ambiguous')),
    part(text('chain'), make('ol', { class: 'chain' }, answer.questions.map(question))),
    answer.hints && hintList(answer.hints),
    fields && part(text(answer.verdict === 'Unvouched' ? 'fieldsUnvouched' : 'fields'), table(fields)),
    answer.records?.map((record) => part(record.name, table(record.fields))));
}

/** @param {Answer} answer */
export function explained(answer) {
  if (answer.error) return refusal(answer);
  const names = /** @type {string[]} */ (answer.fields ?? []);
  const cause = answer.cause;
  const tone = answer.right ? 'good' : cause ? 'bad' : 'open';
  const steps = answer.steps ?? [];
  return card(tone, text('explainTitle'),
    answer.second && make('p', {}, answer.second.text),
    make('p', { class: 'lead' }, answer.text ?? '',
      names.length ? make('strong', {}, ` (${names.join(', ')})`) : undefined),
    cause && make('p', { class: 'note' }, text('mistakeNumber', cause.kind, cause.code)),
    answer.findings?.length ? findingList(answer.findings) : undefined,
    built(steps, { signed: String(answer.signed ?? ''), faulty: names, marks: answer.marks ?? [] }),
    answer.hints?.length ? hintList(answer.hints) : undefined);
}

/** @param {Answer} answer */
export function canonical(answer) {
  if (answer.error) return refusal(answer);
  return card('plain', text('act_canonical'),
    built(answer.steps ?? [], { signed: answer.canonical ?? '', faulty: [], marks: [] }));
}

/** @param {Answer} answer */
export function opened(answer) {
  if (answer.error) return refusal(answer);
  return card('open', text('openedTitle'),
    make('p', { class: 'lead' }, text('unconfirmed', answer.confirm_with ?? '')), undone(answer),
    part(text('fieldsUnvouched'), table(answer.unconfirmed ?? {})));
}

/** @param {Answer} answer */
export function bill(answer) {
  if (answer.error) return refusal(answer);
  const { columns = [], totals = {}, checks = [] } = answer;
  const rows = /** @type {Record<string, string>[]} */ (answer.rows ?? []);
  const good = checks.every((check) => check.agrees);
  const head = make('tr', {}, columns.map((column) => make('th', { scope: 'col' }, column)));
  const body = rows.map((row) => make('tr', {}, columns.map((column) => make('td', {}, row[column] ?? ''))));
  const sum = (/** @type {[string, string]} */ [name, value]) => {
    const check = checks.find((one) => one.total === name);
    const remark = check && (check.agrees ? text('rowsAgree') : text('rowsMake', check.rows));
    return make('tr', { class: check && !check.agrees ? 'bad' : '' }, make('th', { scope: 'row' }, name),
      make('td', {}, value), make('td', {}, remark ?? ''));
  };
  return card(good ? 'good' : 'bad', text('billTitle'),
    make('p', { class: 'lead' }, text(good ? 'billGood' : 'billBad')), undone(answer),
    part(text('total'), make('table', { class: 'fields' }, make('tbody', {}, Object.entries(totals).map(sum)))),
    part(text('rowCount', rows.length), make('div', { class: 'scroll', tabindex: '0' },
      make('table', { class: 'bill' }, make('thead', {}, head), make('tbody', {}, body)))));
}

/** @param {Answer} answer */
export function read(answer) {
  if (answer.error) return refusal(answer);
  return card('plain', text('fields'), table(/** @type {Record<string, string>} */ (answer.fields ?? {})));
}

/**
 * What the input is, and what was undone to get at it.
 *
 * @param {Answer} answer
 */
export function recognized(answer) {
  const { is = 'text', count, form, stated } = answer;
  const facts = [
    answer.text === text(`is_${is}`) ? undefined : answer.text,
    count === undefined ? undefined : text('fieldCount', count),
    count === undefined ? undefined : text(answer.signed ? 'isSigned' : 'isUnsigned') + (form ? ` (${form})` : ''),
    stated ? `sign_type=${stated}` : undefined,
  ].filter((fact) => fact !== undefined);
  return make('div', { class: 'recognized' },
    make('p', {}, make('span', { class: 'label' }, text('thisIs')), ' ', make('strong', {}, text(`is_${is}`)),
      make('span', { class: 'facts' }, facts.map((fact) => [' ', make('span', {}, fact ?? '')]).flat())),
    answer.remark && make('p', { class: 'warning' }, answer.remark),
    undone(answer));
}
