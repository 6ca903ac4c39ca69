/**
 * Parts of results: cards, values in which everything can be seen, tables of fields.
 */

import { make } from '../dom.js';
import { text } from '../texts.js';

/** @typedef {import('../dom.js').Child} Child */
/** @typedef {'good' | 'bad' | 'open' | 'plain'} Tone */

const SIGNS = { good: '✓', bad: '✗', open: '!', plain: 'i' };

/**
 * A part of the results with a heading; `tone` says how it ended.
 *
 * @param {Tone} tone
 * @param {string} title
 * @param {...(Child | Child[])} children
 */
export function card(tone, title, ...children) {
  const sign = make('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[tone]);
  return make('article', { class: `card ${tone}` }, make('h2', {}, sign, ' ', title), ...children);
}

/** @param {string} title @param {...(Child | Child[])} children */
export function part(title, ...children) {
  return make('div', { class: 'part' }, make('h3', {}, title), ...children);
}

/** Characters that cannot be seen, and what stands for them. */
const UNSEEN = new Map([
  [' ', '␣'], ['\n', '↵'], ['\r', '␍'], ['\t', '⇥'], ['\u00a0', '⍽'], ['\u3000', '□'], ['\u200b', '∅'],
]);

/**
 * A value with all of its characters: those at fault are marked. Blanks show where they matter: at an
 * end, beside another, or at fault.
 *
 * @param {string} value
 * @param {[number, number][]} [marked] ranges of characters
 */
export function shown(value, marked = []) {
  const characters = Array.from(value);
  /** @param {number} at */
  const isMarked = (at) => marked.some(([start, end]) => at >= start && at < end);
  /** @param {string} c */
  const stands = (c) => UNSEEN.get(c) ?? (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(c) ? escaped(c) : undefined);
  const out = make('span', { class: 'value' });
  /** @type {Element | undefined} */
  let mark;
  characters.forEach((character, at) => {
    const plain = character === ' ' && !isMarked(at) && at > 0 && at < characters.length - 1
      && characters[at - 1] !== ' ' && characters[at + 1] !== ' ';
    const sign = plain ? undefined : stands(character);
    const node = sign
      ? make('span', { class: 'unseen-character', title: escaped(character) }, sign)
      : document.createTextNode(character);
    if (!isMarked(at)) mark = undefined;
    else if (!mark) {
      mark = make('mark');
      out.append(mark);
    }
    (mark ?? out).append(node);
  });
  out.normalize();
  return out;
}

/** @param {string} character */
function escaped(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * A table of fields.
 *
 * @param {Record<string, string>} fields
 */
export function table(fields) {
  const row = (/** @type {[string, string]} */ [name, value]) =>
    make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, shown(value)));
  return make('div', { class: 'scroll' },
    make('table', { class: 'fields' }, make('tbody', {}, Object.entries(fields).map(row))));
}

/**
 * A table of facts, which have names of the page's own.
 *
 * @param {[name: string, value: string | undefined][]} facts
 */
export function factTable(facts) {
  const row = (/** @type {[string, string | undefined]} */ [name, value]) => value !== undefined &&
    make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value));
  return make('table', { class: 'facts-table' }, make('tbody', {}, facts.map(row)));
}

/**
 * A text to take away, with a button that copies it.
 *
 * @param {string} content
 * @param {string} label
 */
export function copyable(content, label) {
  const button = make('button', {
    type: 'button', class: 'copy', 'aria-label': `${text('copy')}: ${label}`,
    onclick: async () => {
      await navigator.clipboard.writeText(content).catch(() => {
        const range = document.createRange();
        range.selectNodeContents(code);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        document.execCommand('copy');
      });
      button.textContent = text('copied');
      setTimeout(() => (button.textContent = text('copy')), 1500);
    },
  }, text('copy'));
  const code = make('pre', { class: 'code', tabindex: '0', 'aria-label': label }, content);
  return make('div', { class: 'copyable' }, code, button);
}

/**
 * A button that chooses something.
 *
 * @param {string} label
 * @param {() => void} choose
 */
export function chip(label, choose) {
  return make('button', { type: 'button', class: 'chip', onclick: choose }, label);
}

/**
 * What was undone to get at the message, if anything was.
 *
 * @param {import('../answer.js').Answer} answer
 */
export function undone(answer) {
  return answer.undone && make('ul', { class: 'undone', 'aria-label': text('undone') },
    answer.undone.map((one) => make('li', {}, one.text)));
}

/** @param {{ text: string }[]} hints */
export function hintList(hints) {
  return part(text('hints'), make('ol', { class: 'hints' }, hints.map((hint) => make('li', {}, hint.text))));
}

/** @param {import('../answer.js').Finding[]} findings */
export function findingList(findings) {
  return make('ul', { class: 'findings' }, findings.map((finding) =>
    make('li', { class: finding.certain ? 'bad' : 'open' },
      make('span', { class: 'label' }, text(finding.certain ? 'certain' : 'doubtful')), ' ', finding.text)));
}
