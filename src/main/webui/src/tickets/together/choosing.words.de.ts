import type { Translated } from '../../app/words';
import type { en } from './choosing.words';

export default {
  choose: 'Mehrere auswählen',
  chooseEnd: 'Auswählen beenden',
  select: 'Ticket {{id}} auswählen',
  selectAll: 'Alle auswählen',
} satisfies Translated<typeof en>;
