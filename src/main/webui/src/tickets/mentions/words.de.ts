import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  title: 'Erwähnungen',
  unread_one: 'Erwähnungen, {{count}} ungelesen',
  unread_other: 'Erwähnungen, {{count}} ungelesen',
  none: 'Niemand hat Sie in letzter Zeit erwähnt. Kollegen tun das mit @ und Ihrem Namen in einer Notiz.',
  about: '{{name}} in #{{ticket}}',
  gone: 'Die Notiz gibt es nicht mehr.',
  told: 'Sie werden in #{{ticket}} erwähnt',
  invited: 'Sie sind zu #{{ticket}} eingeladen',
  invitations: 'Tickets, zu denen Sie eingeladen sind',
  invitedTo: 'Eingeladen zu #{{ticket}} {{name}}',
  colleagues: 'Kollegen, die erwähnt werden können',
  noColleague: 'Niemand, der dieses Ticket sieht, heißt so.',
} satisfies Translated<typeof en>;
