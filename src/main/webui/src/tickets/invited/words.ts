import { addWords } from '../../app/words';

export const en = {
  title: 'Colleagues',
  CONSULT: 'advises',
  JOIN: 'talks with the customer, too',
  invite: 'Invite a colleague…',
  inviteTo: 'Invite a colleague to #{{ticket}}',
  hint: 'The ticket stays where it is. Only colleagues who see it can be invited.',
  colleague: 'Colleague',
  nobody: 'No colleague who sees this ticket is called so.',
  as: 'What for',
  asCONSULT: 'To advise: they write notes, and the customer learns of nothing',
  asJOIN: 'To talk with the customer, too',
  done: '{{name}} is invited',
  leave: 'Leave',
  remove: 'End the invitation of {{name}}',
};

addWords('invited', en, () => import('./words.de'));
