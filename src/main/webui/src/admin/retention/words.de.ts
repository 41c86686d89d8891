import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  closedTicketsDays: 'Texte geschlossener Tickets',
  closedTicketsHint:
    'Was in einem geschlossenen oder stornierten Ticket gesagt wurde, wird so viele Tage nach der letzten Änderung für immer gelöscht. Die Zahlen bleiben. Leer lassen, um alles zu behalten.',
  feedDays: 'Ereignisse für Seiten und Programme, die weg waren',
  feedHint:
    'Seiten und Programme, die länger weg waren, lesen ihre Listen neu. Leer lassen für die Tage, die die Installation vorsieht.',
  days: ' Tage',
} satisfies Translated<typeof en>;
