/**
 * The string that is signed, as it is built: field by field, with what is left out and why.
 */

import { make } from '../dom.js';
import { text } from '../texts.js';
import { copyable, part, shown } from './parts.js';

/** @typedef {import('../answer.js').Step} Step */

/**
 * @param {Step[]} steps
 * @param {{ signed: string, faulty: string[], marks: import('../answer.js').Mark[] }} about
 */
export function built(steps, { signed, faulty, marks }) {
  let separator = '';
  const row = (/** @type {Step} */ step) => {
    const name = step.called ?? step.name;
    const isFaulty = faulty.includes(name);
    const mark = marks.find((one) => one.field === name);
    const own = step.left_out ? '' : separator;
    if (!step.left_out) separator = '&';
    return make('li', { class: `${step.left_out ? 'out' : 'in'}${isFaulty ? ' faulty' : ''}` },
      make('span', { class: 'separator' }, own),
      make('span', { class: 'pair' },
        make('span', { class: 'name' }, step.name), '=', shown(step.value, mark?.characters)),
      isFaulty && make('span', { class: 'label bad' }, text('faulty')),
      step.called && make('span', { class: 'why' }, text('calledHere', step.called)),
      step.left_out && make('span', { class: 'why' }, `${text('leftOut')}: ${step.left_out}`));
  };
  const rows = steps.map(row);
  const key = make('li', { class: 'in key' }, make('span', { class: 'separator' }, separator),
    make('span', { class: 'pair' }, make('span', { class: 'name' }, 'key'), '=', make('span', { class: 'value' }, '***')));
  const whole = signed + (signed ? '&' : '') + 'key=***';
  return part(text('built'), make('p', { class: 'note' }, text('builtNote')),
    make('ol', { class: 'built' }, rows, key),
    make('details', {}, make('summary', {}, text('oneLine')), copyable(whole, text('oneLine'))));
}
