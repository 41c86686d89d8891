import type { Translated } from '../app/words';
import type { en } from './block.words';

export default {
  block: 'Sperren',
  blockIt: '{{name}} sperren?',
  hint: 'Die Person wird abgemeldet, kommt nicht mehr herein und schreibt nicht mehr. Ihre Chats enden, andere Anliegen bleiben. Den Grund erfährt sie nicht.',
  reason: 'Grund, nur für das Team',
  until: 'Wie lange',
  days_one: 'Einen Tag',
  days_other: '{{count}} Tage',
  forEver: 'Bis jemand die Sperre aufhebt',
  networks: 'Auch Gäste aus demselben Netz fernhalten',
  networksHint: 'Viele Menschen können eines teilen, etwa ein Büro oder ein Mobilfunknetz.',
  done: 'Gesperrt',
  blocked: 'Gesperrt',
  blockedUntil: 'Gesperrt bis {{until}}',
  by: '{{name}}: {{reason}}',
  unblock: 'Sperre aufheben',
  unblockIt: 'Die Sperre von {{name}} aufheben?',
  unblockHint: 'Anmelden und Schreiben gehen dann wieder.',
  unblocked: 'Sperre aufgehoben',
  none: 'Niemand ist gesperrt',
  noneHint: 'Gesperrt wird am Schreibtisch oder auf der Seite der Person hier.',
  name: 'Kundin oder Kunde',
  why: 'Grund',
  end: 'Bis',
} satisfies Translated<typeof en>;
