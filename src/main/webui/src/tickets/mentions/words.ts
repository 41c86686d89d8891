import { addWords } from '../../app/words';

export const en = {
  title: 'Mentions',
  unread_one: 'Mentions, {{count}} unread',
  unread_other: 'Mentions, {{count}} unread',
  none: 'Nobody has mentioned you lately. Colleagues do with @ and your name in a note.',
  about: '{{name}} in #{{ticket}}',
  gone: 'The note is not there any more.',
  told: 'You are mentioned in #{{ticket}}',
  invited: 'You are invited to #{{ticket}}',
  invitations: 'Tickets to which you are invited',
  invitedTo: 'Invited to #{{ticket}} {{name}}',
  colleagues: 'Colleagues who can be mentioned',
  noColleague: 'No colleague who sees this ticket is called so.',
};

addWords('mentions', en, () => import('./words.de'));
