import type { Translated } from '../app/words';
import type { en } from './savedReplies.words';

export default {
  searchReplies: 'Antwort finden',
  newReply: 'Neue Antwort',
  editReply: 'Antwort bearbeiten',
  editNamed: '„{{name}}“ bearbeiten',
  deleteNamed: '„{{name}}“ löschen',
  deleteSure: '„{{name}}“ löschen?',
  noReplies: 'Noch keine Antworten. Speichern Sie eine, die Sie immer wieder schreiben.',
  noReplyFound: 'Keine Antwort passt dazu.',
  replyKeys: '↑ ↓ wählen, Enter fügt ein',
  replyName: 'Name',
  replyText: 'Text',
  replyPlaceholders: 'Diese werden ausgefüllt: {{names}}',
  replyShared: 'Auch für meine Kolleginnen und Kollegen',
  shared: 'geteilt',
  needed: 'Hier muss etwas stehen.',
} satisfies Translated<typeof en>;
