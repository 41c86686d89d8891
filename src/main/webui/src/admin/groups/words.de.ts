import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  new: 'Neue Gruppe',
  name: 'Name',
  parent: 'Unter',
  tree: 'Gruppen der Organisation',
  isolation: 'Was Gruppen voreinander verbergen',
  isolationHint:
    'Wirkt sofort, auch in laufenden Sitzungen. Admins sehen alles, Kundschaft das Ihre und alle ihre eigene Arbeit.',
  tickets: 'Tickets',
  ticketsHint: 'Nur wer die Gruppe sieht, sieht sie; Mitarbeitende bekommen nur Tickets ihrer Gruppen.',
  customers: 'Kundschaft und Bestellungen',
  customersHint: 'Nur wer die Gruppe sieht, sieht sie.',
  agents: 'Mitarbeitende',
  agentsHint: 'Leute anderer Gruppen sind nicht zu sehen.',
  askTitle: 'Ändern, was Gruppen verbergen?',
  askOn: 'Von jetzt an ist „{{what}}“ anderer Gruppen nicht mehr zu sehen.',
  askOff: 'Von jetzt an sehen alle im Haus „{{what}}“ aller Gruppen.',
  change: 'Ändern',
  members_one: '{{count}} Mitglied',
  members_other: '{{count}} Mitglieder',
  members: 'Mitglieder',
  membersHint: 'Wer zu dieser Gruppe gehört und was von hier aus zu sehen ist.',
  noMembers: 'Noch gehört niemand zu dieser Gruppe.',
  addMember: 'Jemanden aufnehmen',
  member: 'Name',
  sees: 'Sieht',
  settings: 'Einstellungen',
  addBelow: 'Neue Gruppe darunter',
  deleteHint:
    'Das wird abgelehnt, solange Gruppen, Konten, Kundschaft, Bestellungen oder Tickets dazugehören.',
  root: 'Das ist die Organisation selbst.',
} satisfies Translated<typeof en>;
