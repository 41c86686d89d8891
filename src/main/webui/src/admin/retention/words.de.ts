import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  closedTicketsDays: 'Aufbewahren, was in erledigten Tickets gesagt wurde',
  closedTicketsHint:
    'Nach so vielen Tagen ohne Änderung wird für immer gelöscht, was in einem geschlossenen oder stornierten Ticket gesagt wurde; die Zahlen bleiben. Leer: Es bleibt.',
  feedDays: 'Aufbewahren, was geschah, für alle, die zurückkommen',
  feedHint:
    'Programme und Seiten, die länger weg waren, lesen ihre Listen neu. Leer: wie es die Installation vorsieht.',
  days: ' Tage',
} satisfies Translated<typeof en>;
