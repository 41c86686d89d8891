import type { Translated } from '../app/words';
import type { en } from './macros.words';

export default {
  one: 'Makro',
  reply: 'Antwort „{{text}}“',
  note: 'Notiz „{{text}}“',
  tag: 'Tag {{names}}',
  field: '{{name}}: {{value}}',
  emptied: '{{name}} geleert',
  yes: 'ja',
  no: 'nein',
  priority: 'Priorität {{priority}}',
  queue: 'An {{name}} weitergeben',
  resolve: 'Lösen',
  done: '{{name}} ist für #{{id}} erledigt.',
  keys: 'Eingabe macht alle Schritte auf einmal.',
} satisfies Translated<typeof en>;
