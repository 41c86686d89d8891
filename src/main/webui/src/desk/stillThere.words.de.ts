import type { Translated } from '../app/words';
import type { en } from './stillThere.words';

export default {
  title: 'Noch da?',
  hint: 'Sie haben länger nichts berührt. Wenn niemand antwortet, sind Sie abwesend und bekommen keine Tickets mehr.',
  left_one: 'Noch {{count}} Sekunde für eine Antwort',
  left_other: 'Noch {{count}} Sekunden für eine Antwort',
  yes: 'Ich bin da',
} satisfies Translated<typeof en>;
