/**
 * The fourth panel: nonces, times and amounts.
 */

import { fill, make, the } from '../dom.js';
import { copyable, factTable } from '../results/parts.js';
import { language, text } from '../texts.js';
import { ask } from '../tool.js';

/** A nonce of the browser's randomness. */
export async function nonce() {
  return String((await ask({ command: 'nonce' }, crypto.getRandomValues(new Uint8Array(16)))).nonce);
}

export class SmallPanel {
  #time = String(Math.floor(Date.now() / 1000));
  #amount = '0.01';
  #currency = 'CNY';
  /** @type {string[]} */
  #currencies = ['CNY'];

  /** @param {string[]} currencies */
  setCurrencies(currencies) {
    this.#currencies = currencies;
  }

  /** Writes everything in the language of the page. */
  async write() {
    const made = make('div', {});
    const renew = async () => fill(made, copyable(await nonce(), text('nonceTitle')));
    const times = make('div', { 'aria-live': 'polite' });
    const amounts = make('div', { 'aria-live': 'polite' });
    const time = make('input', {
      id: 'time', value: this.#time, autocomplete: 'off', oninput: () => { this.#time = time.value; void this.times(times); },
    });
    const amount = make('input', {
      id: 'amount', value: this.#amount, inputmode: 'decimal', autocomplete: 'off', oninput: () => { this.#amount = amount.value; void this.amounts(amounts); },
    });
    const currency = make('select', { id: 'currency', onchange: () => { this.#currency = currency.value; void this.amounts(amounts); } },
      this.#currencies.map((code) => make('option', { value: code, selected: code === this.#currency }, code)));
    const now = () => { time.value = this.#time = String(Math.floor(Date.now() / 1000)); void this.times(times); };
    fill(the('small', HTMLElement), make('div', { class: 'tiles' },
      make('article', { class: 'card plain' }, make('h2', {}, text('nonceTitle')), make('p', { class: 'note' }, text('nonceNote')), made,
        make('button', { type: 'button', id: 'new-nonce', onclick: renew }, text('renew'))),
      make('article', { class: 'card plain' }, make('h2', {}, text('timeTitle')),
        make('div', { class: 'field' }, make('label', { for: 'time' }, text('timeLabel')),
          make('div', { class: 'row' }, time, make('button', { type: 'button', id: 'now', onclick: now }, text('now')))), times),
      make('article', { class: 'card plain' }, make('h2', {}, text('amountTitle')),
        make('div', { class: 'row' },
          make('div', { class: 'field grow' }, make('label', { for: 'amount' }, text('amountLabel')), amount),
          make('div', { class: 'field' }, make('label', { for: 'currency' }, text('currency')), currency)), amounts)));
    await Promise.all([renew(), this.times(times), this.amounts(amounts)]);
  }

  /** @param {Element} out */
  async times(out) {
    const answer = await ask({ command: 'time', lang: language(), words: this.#time });
    fill(out, answer.error ? make('p', { class: 'warning' }, answer.error.message) : factTable([
      [text('t_unix'), String(answer.unix)], [text('t_plain'), answer.plain], [text('t_spaced'), answer.spaced],
    ]));
  }

  /** @param {Element} out */
  async amounts(out) {
    const answer = await ask({ command: 'amount', lang: language(), words: this.#amount, currency: this.#currency });
    fill(out, answer.error ? make('p', { class: 'warning' }, answer.error.message) : factTable([
      [text('m_units'), String(answer.units)], [text('m_decimal'), `${answer.decimal} ${answer.currency}`],
    ]));
  }
}
