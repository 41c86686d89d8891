import { addWords } from '../app/words';

export const en = {
  one: 'Macro',
  reply: 'Reply “{{text}}”',
  note: 'Note “{{text}}”',
  tag: 'Tag {{names}}',
  field: '{{name}}: {{value}}',
  emptied: '{{name}} emptied',
  yes: 'yes',
  no: 'no',
  priority: 'Priority {{priority}}',
  queue: 'Hand on to {{name}}',
  resolve: 'Resolve',
  done: '{{name}} is done for #{{id}}.',
  keys: 'Enter takes all steps at once.',
};

addWords('macros', en, () => import('./macros.words.de'));
