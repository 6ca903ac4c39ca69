/**
 * The first panel: anything is pasted, the page says what it is, and does what fits.
 */

import { fill, make, the } from '../dom.js';
import { EXAMPLE_KEY, EXAMPLES } from '../examples.js';
import * as cards from '../results/cards.js';
import { card, chip } from '../results/parts.js';
import { language, text } from '../texts.js';
import { ask, ungzip } from '../tool.js';

/** @typedef {import('../answer.js').Answer} Answer */
/** @typedef {{ key: HTMLInputElement, algorithm: () => string, choose: (algorithm: string) => void,
 *   setKey: (key: string) => void, say: (text: string) => void, lookUp: (path: string) => void }} Around */

const ACTIONS = ['auto', 'sign', 'check', 'verify', 'explain', 'canonical', 'open', 'bill'];

/** How long after the last key stroke it is answered, in milliseconds. */
const PAUSE = 150;

export class MessagePanel {
  /** What a file holds, byte for byte, as long as its text is not edited. @type {Uint8Array | undefined} */
  #bytes;
  /** Whether that came compressed, as bills do. */
  #unpacked = false;
  /** @type {number | undefined} */
  #timer;
  /** The number of the last run: what an earlier one finds comes too late. */
  #run = 0;

  /** @param {Around} around */
  constructor(around) {
    this.around = around;
    const again = () => this.later();
    this.input = make('textarea', {
      id: 'input', rows: '12', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off', wrap: 'off',
      'aria-describedby': 'input-note', oninput: () => { this.#bytes = undefined; this.later(); },
    });
    this.note = make('p', { class: 'note', id: 'input-note' });
    this.source = make('input', {
      id: 'source', list: 'sources', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off', oninput: again,
    });
    this.file = make('input', { type: 'file', id: 'file', class: 'unseen', onchange: () => this.open(this.file.files?.[0]) });
    this.actions = make('fieldset', { class: 'choice actions', onchange: again });
    this.recognized = make('div', { id: 'recognized' });
    this.results = make('div', { id: 'results', role: 'region' });
    this.left = make('div', { class: 'left' });
    fill(the('message', HTMLElement), make('div', { class: 'columns' }, this.left,
      make('div', { class: 'right' }, this.recognized, this.results)));
    this.left.addEventListener('dragover', (event) => event.preventDefault());
    this.left.addEventListener('drop', (event) => {
      event.preventDefault();
      this.open(event.dataTransfer?.files[0]);
    });
  }

  /** Writes everything in the language of the page. */
  write() {
    const chosen = this.action();
    this.input.placeholder = text('pasteHint');
    this.source.placeholder = text('sourceHint');
    this.results.setAttribute('aria-label', text('results'));
    fill(this.actions, make('legend', {}, text('action')), ACTIONS.map((action) =>
      make('label', {}, make('input', { type: 'radio', name: 'action', value: action, checked: action === chosen }),
        ' ', text(`act_${action}`))));
    fill(this.left,
      make('div', { class: 'head' }, make('label', { for: 'input' }, text('paste')),
        make('div', { class: 'row' }, this.file,
          make('label', { for: 'file', class: 'button' }, text('openFile')),
          make('span', { class: 'note drop' }, text('dropHere')),
          make('button', { type: 'button', id: 'clear', onclick: () => this.clear() }, text('clear')))),
      this.input, this.note,
      make('div', { class: 'field' }, make('label', { for: 'source' }, text('source')), this.source),
      this.actions,
      make('div', { class: 'examples' }, make('span', { class: 'label' }, text('examples')),
        Object.keys(EXAMPLES).map((name) => chip(text(`ex_${name}`), () => this.show(name))),
        make('p', { class: 'note' }, text('examplesNote'))));
    this.run();
  }

  action() {
    return this.actions.querySelector('input:checked')?.getAttribute('value') ?? 'auto';
  }

  /** @param {string} action */
  setAction(action) {
    for (const input of this.actions.querySelectorAll('input')) input.checked = input.value === action;
  }

  clear() {
    this.#bytes = undefined;
    this.input.value = '';
    this.source.value = '';
    this.setAction('auto');
    this.run();
    this.input.focus();
  }

  /** @param {string} name */
  show(name) {
    const example = EXAMPLES[name];
    if (!example) return;
    this.#bytes = undefined;
    this.input.value = example.text;
    this.source.value = example.source ?? '';
    this.setAction('auto');
    this.around.setKey(EXAMPLE_KEY);
    this.around.choose(example.algorithm ?? '');
    this.run();
  }

  /** @param {File | undefined} file */
  async open(file) {
    if (!file) return;
    const packed = new Uint8Array(await file.arrayBuffer());
    this.#unpacked = packed[0] === 0x1f && packed[1] === 0x8b;
    const bytes = this.#unpacked ? await ungzip(packed).catch(() => packed) : packed;
    this.input.value = new TextDecoder().decode(bytes);
    this.#bytes = bytes;
    this.file.value = '';
    this.note.textContent = text('fromFile', file.name, packed.length);
    this.run();
  }

  /** @param {string} source */
  use(source) {
    this.source.value = source;
    this.run();
  }

  later() {
    this.results.setAttribute('aria-busy', 'true');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.run(), PAUSE);
  }

  /** @param {string} command @param {Record<string, unknown>} [more] */
  ask(command, more = {}) {
    const { key, algorithm } = this.around;
    const question = { command, lang: language(), type: algorithm(), endpoint: this.source.value.trim(), unpacked: this.#bytes !== undefined && this.#unpacked, ...more };
    return ask(question, this.#bytes ?? this.input.value, key);
  }

  async run() {
    clearTimeout(this.#timer);
    const run = (this.#run += 1);
    this.results.setAttribute('aria-busy', 'true');
    if (!this.#bytes) this.note.textContent = '';
    const seen = await this.ask('recognize');
    const action = this.action();
    const results = seen.is === 'empty' ? [this.nothing()] : await (action === 'auto' ? this.fitting(seen) : this.asked(action));
    if (run !== this.#run) return;
    fill(this.recognized, seen.is && seen.is !== 'empty' ? cards.recognized(seen) : undefined);
    fill(this.results, ...results);
    this.results.setAttribute('aria-busy', 'false');
    const headings = [...this.results.querySelectorAll('h2, .lead')].map((heading) => heading.textContent);
    if (seen.is !== 'empty') this.around.say(headings.slice(0, 2).join(': '));
  }

  nothing() {
    return make('div', { class: 'nothing' }, make('h2', {}, text('emptyTitle')), make('p', {}, text('emptyText')));
  }

  /** What was asked for, whether it fits or not. @param {string} action @returns {Promise<HTMLElement[]>} */
  async asked(action) {
    const needs = action !== 'check' && action !== 'canonical' && action !== 'bill' && !this.around.key.value;
    if (needs && action !== 'verify') return [this.needKey()];
    switch (action) {
      case 'sign': return [cards.signed(await this.ask('sign'))];
      case 'check': return [await this.checked()];
      case 'verify': return this.judged(await this.ask('recognize'));
      case 'explain': return [cards.explained(await this.ask('explain'))];
      case 'open': return [cards.opened(await this.ask('open'))];
      case 'bill': return [cards.bill(await this.ask('bill'))];
      default: return this.string();
    }
  }

  /** What fits the input. @param {Answer} seen @returns {Promise<HTMLElement[]>} */
  async fitting(seen) {
    if (seen.error) return [cards.refusal(seen)];
    switch (seen.is) {
      case 'request': return this.request(seen);
      case 'reply': return this.judged(seen);
      case 'refund': {
        if (!this.source.value) this.source.value = 'refund';
        const judged = await this.judged(seen);
        return this.source.value === 'refund' && this.around.key.value
          ? [...judged, cards.opened(await this.ask('open'))] : judged;
      }
      case 'second':
        return this.around.key.value ? [cards.explained(await this.ask('explain', { endpoint: '' }))] : [this.needKey()];
      case 'sealed':
        return this.around.key.value ? [cards.opened(await this.ask('open'))] : [this.needKey()];
      case 'bill': return [cards.bill(await this.ask('bill'))];
      case 'page': {
        if (this.source.value) {
          const answer = await this.ask('verify', { type: this.around.algorithm() || 'MD5' });
          return [answer.error ? cards.refusal(answer) : cards.judged(answer, this.source.value, (to) => this.use(to))];
        }
        return [card('bad', text('is_page'), make('p', { class: 'lead' }, seen.text ?? ''), make('p', {}, text('pageText')))];
      }
      default:
        return [card('open', text(`is_${seen.is}`), make('p', { class: 'lead' }, (await this.ask('read')).error?.message ?? ''))];
    }
  }

  /** @param {Answer} seen @returns {Promise<HTMLElement[]>} */
  async request(seen) {
    const endpoint = this.source.value.trim();
    const out = [];
    const mayBe = seen.may_be ?? [];
    if (!endpoint && mayBe.length) {
      out.push(make('p', { class: 'suggestion' }, text('looksLike'), ' ', mayBe.map((path) => chip(path, () => this.use(path)))));
    }
    if (!this.around.key.value) {
      if (endpoint) out.push(await this.checked());
      return [...out, this.needKey(), ...await this.string()];
    }
    if (seen.signed) {
      out.push(cards.explained(await this.ask('explain')));
    } else {
      out.push(cards.signed(await this.ask('sign')), ...await this.string());
    }
    if (endpoint) out.push(make('p', { class: 'suggestion' }, chip(text('lookUpOf', endpoint), () => this.around.lookUp(endpoint))));
    return out;
  }

  async checked() {
    const endpoint = this.source.value.trim();
    if (!endpoint) return this.askSource((await this.ask('recognize')).may_be ?? [], ['/pay/unifiedorder', '/pay/micropay', '/secapi/pay/refund']);
    return cards.checked(await this.ask('check'), endpoint);
  }

  /** The string that is signed, and only if there are fields to sign. */
  async string() {
    return [cards.canonical(await this.ask('canonical'))];
  }

  /** @param {Answer} seen @returns {Promise<HTMLElement[]>} */
  async judged(seen) {
    if (seen.error) return [cards.refusal(seen)];
    const source = this.source.value.trim();
    const { key, algorithm, choose } = this.around;
    if (!key.value) return [this.needKey(), ...await this.string()];
    const first = await this.ask('verify');
    if (source && !algorithm() && first.error?.kind === 'Usage' && first.status === 2 && !/endpoint/.test(first.error.message)) {
      return [card('plain', text('askAlgorithm'), make('p', {}, text('askAlgorithmNote')),
        make('p', {}, ['MD5', 'HMAC-SHA256'].map((name) => chip(name, () => { choose(name); this.run(); }))))];
    }
    if (!source) {
      const common = ['payment', '/pay/unifiedorder', '/pay/orderquery', '/pay/micropay', '/secapi/pay/refund', '/pay/refundquery'];
      return [this.askSource(seen.may_be ?? [], common), ...await this.string()];
    }
    const out = [cards.judged(first, source, (to) => this.use(to))];
    const isWrong = first.questions?.some((one) => one.name === 'signed' && one.answer === 'no');
    if (isWrong && seen.signed) out.push(cards.explained(await this.ask('explain', { endpoint: '' })));
    else if (first.questions) out.push(...await this.string());
    return out;
  }

  /** @param {string[]} likely @param {string[]} common */
  askSource(likely, common) {
    const names = likely.length ? likely : common;
    return card('plain', text('askSource'), make('p', {}, text(likely.length ? 'askSourceNote' : 'askSourceBlind')),
      make('p', {}, names.map((name) => chip(name, () => this.use(name)))));
  }

  needKey() {
    return card('plain', text('needKeyTitle'), make('p', {}, text('needKey')));
  }
}
