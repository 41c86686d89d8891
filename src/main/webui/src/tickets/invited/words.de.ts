import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  title: 'Kollegen',
  CONSULT: 'berät',
  JOIN: 'spricht auch mit dem Kunden',
  invite: 'Kollegen einladen…',
  inviteTo: 'Zu #{{ticket}} einladen',
  hint: 'Das Ticket bleibt, wo es ist. Einladen lässt sich nur, wer es sieht.',
  colleague: 'Wen',
  nobody: 'Niemand, der dieses Ticket sieht, heißt so.',
  as: 'Wozu',
  asCONSULT: 'Zum Beraten: schreibt Notizen, und der Kunde erfährt nichts davon',
  asJOIN: 'Um auch mit dem Kunden zu sprechen',
  done: '{{name}} ist eingeladen',
  leave: 'Verlassen',
  remove: 'Einladung beenden: {{name}}',
} satisfies Translated<typeof en>;
