/**
 * The third panel: operations and error codes.
 */

import { fill, make, the } from '../dom.js';
import { chip, factTable, part } from '../results/parts.js';
import { language, text } from '../texts.js';
import { ask } from '../tool.js';

/** @typedef {import('../answer.js').Operation} Operation */
/** @typedef {import('../answer.js').Code} Code */

/** How many error codes are shown at once. */
const MOST = 60;

export class LookupPanel {
  /** @type {Operation[]} */
  #operations = [];
  /** @type {Code[]} */
  #codes = [];

  /** @param {{ say: (text: string) => void, use: (path: string) => void }} around */
  constructor(around) {
    this.around = around;
    this.search = make('input', { id: 'search', type: 'search', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off', oninput: () => this.find() });
    this.found = make('div', { id: 'found' });
    this.label = make('label', { for: 'search' });
    fill(the('lookup', HTMLElement), make('div', { class: 'field' }, this.label, this.search), this.found);
  }

  /** Reads the tables in the language of the page, and writes them. */
  async write() {
    this.label.textContent = text('search');
    this.search.placeholder = text('searchHint');
    const rows = async (/** @type {string} */ command) => (await ask({ command, lang: language() })).rows ?? [];
    this.#operations = /** @type {Operation[]} */ (await rows('endpoints'));
    this.#codes = /** @type {Code[]} */ (await rows('codes'));
    await this.find();
  }

  async find() {
    const words = this.search.value.trim();
    const matching = /** @type {Operation[]} */ ((await ask({ command: 'endpoints', lang: language(), words })).rows ?? []);
    const lower = words.toLowerCase().split(/\s+/);
    const codes = words === '' ? [] : this.#codes.filter((code) =>
      lower.every((word) => `${code.code} ${code.text}`.toLowerCase().includes(word)));
    fill(this.found,
      codes.length > 0 && part(`${text('codes')} (${codes.length})`, codeTable(codes.slice(0, MOST), this.#operations.length)),
      matching.length > 0 && part(`${text('operations')} (${text('countOf', matching.length, this.#operations.length)})`,
        make('ul', { class: 'operations' }, matching.map((one) => this.row(one)))),
      matching.length + codes.length === 0 && make('p', { class: 'nothing' }, text('nothingFound')));
    this.around.say(`${matching.length} ${text('operations')}, ${codes.length} ${text('codes')}`);
  }

  /** @param {Operation} one */
  row(one) {
    return make('li', {}, make('button', { type: 'button', class: 'operation', onclick: () => this.show(one.path) },
      make('span', { class: 'path' }, one.path), make('span', { class: 'purpose' }, one.purpose),
      make('span', { class: 'tags' },
        one.certificate && make('span', { class: 'label' }, text('needsCertificate')),
        one.md5 && make('span', { class: 'label' }, 'MD5'),
        one.hmac_sha256 && make('span', { class: 'label' }, 'HMAC-SHA256'),
        one.deprecated && make('span', { class: 'label bad' }, text('withdrawn')))));
  }

  /** @param {string} path */
  async show(path) {
    const answer = await ask({ command: 'operation', lang: language(), endpoint: path });
    if (answer.error) return;
    const one = /** @type {Operation} */ (/** @type {unknown} */ (answer));
    const algorithms = [one.md5 && 'MD5', one.hmac_sha256 && 'HMAC-SHA256'].filter((name) => typeof name === 'string');
    const yes = (/** @type {boolean} */ is) => text(is ? 'yes' : 'no');
    /** @type {[string, string | undefined][]} */
    const facts = [
      ['o_host', `${one.method} https://${one.host}${one.path}`],
      ['o_backup', one.backup_host ?? undefined],
      ['o_regional', one.regional_hosts.join(' ') || undefined],
      ['o_certificate', text(one.certificate ? 'needed' : 'notNeeded')],
      ['o_algorithms', algorithms.join(', ') || text('none')],
      ['o_sign_type', text(`v_${one.sign_type}`)],
      ['o_nonce', text(one.nonce ? 'n_required' : 'v_absent')],
      ['o_signed', text(`v_${one.signed}`)],
      ['o_format', text(`v_${one.format}`)],
      ['o_repeat', text(one.safe_to_repeat ? 'repeatSafe' : 'repeatIdentical')],
      ['o_money', yes(one.moves_money)],
    ];
    const heading = make('h2', { tabindex: '-1' }, one.purpose);
    fill(this.found,
      make('p', {}, chip(`← ${text('back')}`, () => this.find().then(() => this.search.focus())), ' ',
        chip(text('useIt'), () => this.around.use(path))),
      make('article', { class: 'card plain' }, heading, make('p', { class: 'lead' }, make('code', {}, one.path),
        one.deprecated && make('span', { class: 'label bad' }, text('withdrawn'))),
        factTable(facts.map(([name, value]) => [text(name), value])),
        part(text('requestFields'), make('div', { class: 'scroll' }, make('table', { class: 'fields' },
          make('tbody', {}, (one.fields ?? []).map((field) => make('tr', {},
            make('th', { scope: 'row' }, field.name),
            make('td', { class: `need ${field.need}` }, text(`n_${field.need}`)),
            make('td', {}, field.most === null ? '' : text('most', field.most)))))))),
        part(text('codes'), codeTable(one.codes ?? [], 0))));
    heading.focus();
    this.around.say(one.purpose);
  }
}

/** @param {Code[]} codes @param {number} all how many operations there are */
function codeTable(codes, all) {
  const scope = (/** @type {Code} */ code) => {
    const operations = code.operations ?? [];
    if (!operations.length) return '';
    if (operations.length === all) return text('forAll');
    return operations.length > 2 ? text('forSome', operations.length) : operations.join(' ');
  };
  return make('div', { class: 'scroll' }, make('table', { class: 'codes' }, make('tbody', {}, codes.map((code) =>
    make('tr', {}, make('th', { scope: 'row' }, code.code),
      make('td', {}, make('span', { class: 'label' }, text(`a_${code.action}`)), ' ', code.text),
      make('td', { class: 'note' }, scope(code)))))));
}
