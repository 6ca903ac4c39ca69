/**
 * The second panel: what the customer's side needs to open the cashier.
 */

import { fill, make, the } from '../dom.js';
import { refusal } from '../results/cards.js';
import { card, copyable, part } from '../results/parts.js';
import { language, text } from '../texts.js';
import { ask } from '../tool.js';
import { nonce } from './small.js';

/** The fields of each kind. @type {Record<string, string[]>} */
const KINDS = {
  jsapi: ['answer', 'appid', 'prepay_id'],
  app: ['answer', 'appid', 'mch_id', 'prepay_id'],
  native: ['appid', 'mch_id', 'product_id'],
  'red-packet': ['appid', 'package'],
  contract: ['page', 'contract'],
};
const PAGES = ['official-account', 'h5', 'partner-official-account', 'partner-h5'];

export class PayloadPanel {
  /** What was typed, by the name of its field. @type {Map<string, string>} */
  #typed = new Map();
  #kind = 'jsapi';

  /** @param {{ key: HTMLInputElement, algorithm: () => string, say: (text: string) => void }} around */
  constructor(around) {
    this.around = around;
    this.form = make('form', { class: 'left', onsubmit: (/** @type {Event} */ event) => event.preventDefault(), oninput: () => this.run() });
    this.result = make('div', { class: 'right', role: 'region' });
    fill(the('payload', HTMLElement), make('div', { class: 'columns' }, this.form, this.result));
  }

  async renew() {
    this.#typed.set('nonce', await nonce());
    this.#typed.set('timestamp', String(Math.floor(Date.now() / 1000)));
  }

  /** Writes the form in the language of the page. */
  async write() {
    if (!this.#typed.has('nonce')) await this.renew();
    this.result.setAttribute('aria-label', text('results'));
    const kinds = Object.keys(KINDS).map((kind) => make('option', { value: kind, selected: kind === this.#kind }, text(`k_${kind}`)));
    const names = KINDS[this.#kind] ?? [];
    const fresh = this.#kind === 'contract' ? [] : [
      make('div', { class: 'row' }, this.field('nonce'), this.field('timestamp'),
        make('button', { type: 'button', id: 'renew', onclick: async () => { await this.renew(); await this.write(); } }, text('renew')))];
    fill(this.form, make('p', { class: 'note' }, text('payloadIntro')),
      make('div', { class: 'field' }, make('label', { for: 'kind' }, text('kind')),
        make('select', { id: 'kind', onchange: (/** @type {Event} */ event) => this.choose(event) }, kinds)),
      names.map((name) => this.field(name)), fresh);
    await this.run();
  }

  /** @param {Event} event */
  async choose(event) {
    if (event.target instanceof HTMLSelectElement) this.#kind = event.target.value;
    await this.write();
    the('kind', HTMLSelectElement).focus();
  }

  /** @param {string} name */
  field(name) {
    const id = `payload-${name}`;
    const keep = (/** @type {Event} */ event) => {
      if (event.target instanceof HTMLElement && 'value' in event.target) this.#typed.set(name, String(event.target.value));
    };
    const typed = this.#typed.get(name) ?? '';
    const common = { id, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off', oninput: keep };
    if (name === 'page') {
      const options = PAGES.map((page) => make('option', { value: page, selected: page === typed }, text(`p_${page}`)));
      return make('div', { class: 'field' }, make('label', { for: id }, text('f_page')), make('select', common, options));
    }
    const isText = name === 'answer' || name === 'contract';
    const label = isText ? text(name === 'answer' ? 'orderAnswer' : 'contractFields') : text(`f_${name}`);
    const input = isText ? make('textarea', { ...common, rows: '6' }, typed) : make('input', { ...common, value: typed });
    return make('div', { class: 'field grow' }, make('label', { for: id }, label), input);
  }

  async run() {
    const names = KINDS[this.#kind] ?? [];
    const of = (/** @type {string} */ name) => (names.includes(name) || !['answer', 'contract'].includes(name) ? this.#typed.get(name) ?? '' : '');
    const input = of('answer') || of('contract');
    const isEmpty = ![...names].some((name) => name !== 'page' && of(name));
    if (!this.around.key.value) return fill(this.result, card('plain', text('needKeyTitle'), make('p', {}, text('needKey'))));
    if (isEmpty) return fill(this.result);
    const question = { command: 'payload', lang: language(), type: this.around.algorithm(), kind: this.#kind };
    for (const name of [...names, 'nonce', 'timestamp', 'page']) Object.assign(question, name === 'answer' || name === 'contract' ? {} : { [name]: of(name) });
    const answer = await ask(question, input, this.around.key);
    if (answer.error) return fill(this.result, refusal(answer));
    this.around.say(text('payloadResult'));
    return fill(this.result, card('good', text('payloadResult'), part(text(`k_${this.#kind}`), copyable(answer.text ?? '', text('payloadResult')))));
  }

  /** Forgets what was typed. */
  forget() {
    this.#typed.clear();
    fill(this.form);
    fill(this.result);
  }
}
