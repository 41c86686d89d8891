import { addWords } from '../app/words';

export const en = {
  block: 'Block',
  blockIt: 'Block {{name}}?',
  hint: 'They are signed out and cannot come back or write. Their chats end; other requests stay. They are not told why.',
  reason: 'Reason, for colleagues only',
  until: 'For how long',
  days_one: 'One day',
  days_other: '{{count}} days',
  forEver: 'Until somebody unblocks them',
  networks: 'Also keep out visitors from the same network',
  networksHint: 'Many people may share one, such as an office or a mobile operator.',
  done: 'Blocked',
  blocked: 'Blocked',
  blockedUntil: 'Blocked until {{until}}',
  by: '{{name}}: {{reason}}',
  unblock: 'Unblock',
  unblockIt: 'Unblock {{name}}?',
  unblockHint: 'They may sign in and write again.',
  unblocked: 'Unblocked',
  none: 'Nobody is blocked',
  noneHint: 'Customers are blocked at the desk, or on their own page here.',
  name: 'Customer',
  why: 'Reason',
  end: 'Until',
};

addWords('block', en, () => import('./block.words.de'));
