import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  tags: 'Tags',
  tagsOf: 'Tags von Ticket {{id}}',
  addTag: 'Tag hinzufügen',
  removeTag: 'Tag {{name}} entfernen',
  noTag: 'Kein Tag heißt so',
  noMoreTags: 'Alle Tags sind schon da',
  tagged: 'Das Tag {{name}} ist hinzugefügt.',
  untagged: 'Das Tag {{name}} ist entfernt.',
  yes: 'Ja',
  no: 'Nein',
  empty: 'nicht angegeben',
  editField: '{{name}} ändern',
  saveField: '{{name}} speichern',
  leaveField: '{{name}} lassen, wie es ist',
  notKept: 'Jemand hat das Ticket inzwischen geändert. Sehen Sie es an und versuchen Sie es noch einmal.',
} satisfies Translated<typeof en>;
