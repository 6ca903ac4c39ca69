/**
 * The page: language, key, tabs, and what is wiped when somebody leaves.
 */

import { fill, make, the } from './dom.js';
import { LookupPanel } from './panels/lookup.js';
import { MessagePanel } from './panels/message.js';
import { PayloadPanel } from './panels/payload.js';
import { SmallPanel } from './panels/small.js';
import { language, preferred, speak, text } from './texts.js';
import { ask } from './tool.js';

const TABS = ['message', 'payload', 'lookup', 'small'];
const key = the('key', HTMLInputElement);
const status = the('status', HTMLElement);

/** What the screen reader says. @param {string} words */
const say = (words) => {
  status.textContent = words;
};
const algorithms = () => /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[name=algorithm]'));
const algorithm = () => [...algorithms()].find((input) => input.checked)?.value ?? '';
/** @param {string} chosen */
const choose = (chosen) => {
  for (const input of algorithms()) input.checked = input.value === chosen;
};
/** @param {string} secret */
const setKey = (secret) => {
  key.value = secret;
  noteKey();
};
/** @param {string} path */
const lookUp = async (path) => {
  select('lookup');
  await panels.lookup.show(path);
};
/** @param {string} path */
const use = (path) => {
  select('message');
  panels.message.use(path);
};

const panels = {
  message: new MessagePanel({ key, algorithm, choose, setKey, say, lookUp }),
  payload: new PayloadPanel({ key, algorithm, say }),
  lookup: new LookupPanel({ say, use }),
  small: new SmallPanel(),
};

function noteKey() {
  const length = [...key.value].length;
  const note = length === 0 ? text('keyNone') : length === 32 ? text('keyGood') : text('keyOdd', length);
  const place = the('key-note', HTMLElement);
  place.textContent = note;
  place.className = `note ${length === 0 ? '' : length === 32 ? 'good' : 'open'}`;
}

function keyChanged() {
  noteKey();
  panels.message.later();
  void panels.payload.run();
}

/** Shows one panel. @param {string} name */
function select(name) {
  for (const one of TABS) {
    const tab = the(`tab-${one}`, HTMLButtonElement);
    tab.setAttribute('aria-selected', String(one === name));
    tab.tabIndex = one === name ? 0 : -1;
    the(one, HTMLElement).hidden = one !== name;
  }
}

/** Writes the page in a language. @param {'en' | 'zh'} chosen */
async function write(chosen) {
  speak(chosen);
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  document.title = `wxp · ${text('title')}`;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = text(element.getAttribute('data-text') ?? '');
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', text(element.getAttribute('data-label') ?? ''));
  }
  the('to-zh', HTMLButtonElement).setAttribute('aria-pressed', String(chosen === 'zh'));
  the('to-en', HTMLButtonElement).setAttribute('aria-pressed', String(chosen === 'en'));
  noteKey();
  await sources();
  panels.message.write();
  await Promise.all([panels.payload.write(), panels.lookup.write(), panels.small.write()]);
}

/** What can be chosen as the source of a message. */
async function sources() {
  const [operations, choices] = await Promise.all([
    ask({ command: 'endpoints', lang: language() }), ask({ command: 'choices' }),
  ]);
  const rows = /** @type {import('./answer.js').Operation[]} */ (operations.rows ?? []);
  panels.small.setCurrencies(choices.currencies ?? []);
  fill(the('sources', HTMLDataListElement),
    (choices.notices ?? []).map((name) => make('option', { value: name })),
    rows.map((row) => make('option', { value: row.path, label: row.purpose })));
}

/** Wipes the key and everything that was typed. */
function forget() {
  key.value = '';
  panels.message.clear();
  panels.payload.forget();
}

for (const name of TABS) {
  const tab = the(`tab-${name}`, HTMLButtonElement);
  tab.addEventListener('click', () => select(name));
  tab.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -TABS.indexOf(name), End: TABS.length - 1 - TABS.indexOf(name) }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(name) + step + TABS.length) % TABS.length] ?? name;
    select(next);
    the(`tab-${next}`, HTMLButtonElement).focus();
  });
}
key.addEventListener('input', keyChanged);
for (const input of algorithms()) input.addEventListener('change', keyChanged);
the('wipe', HTMLButtonElement).addEventListener('click', () => {
  setKey('');
  keyChanged();
  say(text('keyWiped'));
  key.focus();
});
the('to-zh', HTMLButtonElement).addEventListener('click', () => write('zh'));
the('to-en', HTMLButtonElement).addEventListener('click', () => write('en'));
// A file that misses its place must not take this page's.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => event.preventDefault());
addEventListener('pagehide', forget);

speak(preferred());
select('message');
if (typeof WebAssembly === 'undefined' || typeof DecompressionStream === 'undefined') {
  fill(the('message', HTMLElement), make('p', { class: 'warning' }, text('tooOld')));
} else {
  void write(language());
}
