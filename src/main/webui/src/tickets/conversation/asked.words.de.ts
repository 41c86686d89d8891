import type { Translated } from '../../app/words';
import type { en } from './asked.words';

export default {
  choose: 'Wählen Sie eines',
  chosen: '(gewählt)',
  form: 'Bitte ausfüllen',
  answered: 'Beantwortet',
  unanswered: 'Noch nicht beantwortet',
  needed: 'Das brauchen wir, um Ihnen zu helfen.',
  number: 'Das ist keine Zahl.',
} satisfies Translated<typeof en>;
