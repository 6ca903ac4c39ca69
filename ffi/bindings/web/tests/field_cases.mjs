/**
 * The field cases: each message is pasted, and the page has to say what `core/cli/tests/field_cases.tsv`
 * asks of the command.
 */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, set, settled } from './browser.mjs';

/** The command's words that the page puts otherwise. */
const WORDS = [
  [/^refused: /, 'refused '], // a label of its own
  [/^会被拒绝：/, '会被拒绝 '],
  [/^--endpoint /, ''],
  [/^authentic$/, 'signature is right'],
  [/^no notice$/, 'What is it?'],
  [/^answer to (.*)$/, '$1'],
];
/** What the page decides without being asked. */
const ACTIONS = { verify: 'auto', open: 'auto', bill: 'auto' };

export function cases() {
  const lines = readFileSync(resolve(root, 'core/cli/tests/field_cases.tsv'), 'utf8').trim().split('\n').slice(1);
  const rows = lines.map((line) => {
    const [file, words, , texts] = line.split('\t');
    const [command, ...options] = words.split(' ');
    const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : '');
    return {
      name: `${file}: ${words}`, file, command, texts: texts.split(' | '), json: options.includes('--json'),
      zh: option('--lang') === 'zh', type: option('--type'), source: option('--endpoint'),
    };
  });
  // Those are for programs.
  return rows.filter((row) => !row.json);
}

/** What is wrong with what the page says. */
export async function faults(tab, row) {
  await tab.click(row.zh ? '#to-zh' : '#to-en');
  await set(tab, { type: row.type, source: row.source, action: ACTIONS[row.command] ?? actionOf(row.command) });
  await tab.setInputFiles('#file', resolve(root, 'core/tests/data/field_cases', row.file));
  await settled(tab);
  const said = (await tab.locator('#recognized, #results').allInnerTexts()).join('\n').replace(/\s+/g, ' ');
  const marked = (await tab.locator('.built .faulty').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  const hints = (await tab.locator('.hints').first().locator('li').allInnerTexts().catch(() => []));
  const wrong = [];
  for (const text of row.texts) {
    const absent = text.startsWith('!');
    const due = WORDS.reduce((due, [from, to]) => due.replace(from, to), text.replace(/^!/, '')).replace(/\s+/g, ' ');
    const numbered = due.match(/^(\d)\. (.*)$/);
    const has = due.startsWith('> &') ? marked.some((mark) => mark.replace(/^& ?/, '').startsWith(due.slice(3)))
      : numbered ? hints[Number(numbered[1]) - 1]?.startsWith(numbered[2])
      : said.includes(due);
    if (Boolean(has) === absent) wrong.push(`${absent ? 'has' : 'lacks'} ${JSON.stringify(due)}`);
  }
  return wrong.length ? [...wrong, `said: ${said}`] : [];
}

function actionOf(command) {
  return command === 'read' ? 'canonical' : command;
}
