import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  newTag: 'Neues Tag',
  noTags: 'Noch keine Tags',
  noTagsHint:
    'Legen Sie kurze Namen an, mit denen Mitarbeitende Tickets kennzeichnen, etwa VIP oder Betrug; Listen finden sie dann.',
  tagGone: 'Das wird abgelehnt, solange ein Ticket es trägt. Archivieren Sie es stattdessen.',
  colour: 'Farbe',
  colours: {
    GREY: 'Grau',
    RED: 'Rot',
    ORANGE: 'Orange',
    YELLOW: 'Gelb',
    GREEN: 'Grün',
    TEAL: 'Türkis',
    BLUE: 'Blau',
    PURPLE: 'Violett',
    PINK: 'Rosa',
  },
  state: 'Zustand',
  archived: 'Archiviert',
  inUse: 'In Gebrauch',
  archiveTag: 'Archiviert: kein Ticket bekommt es mehr; die es tragen, behalten es',
  archiveField: 'Archiviert: kein Ticket bekommt mehr einen Wert; die einen haben, behalten ihn',
  newField: 'Neues Feld',
  noFields: 'Noch keine Felder',
  noFieldsHint:
    'Legen Sie an, was Sie zu Tickets außer dem Üblichen festhalten, etwa eine Seriennummer. Kunden sehen es nie.',
  fieldGone:
    'Das wird abgelehnt, solange ein Ticket einen Wert hat oder die Routing-Regeln danach fragen. Archivieren Sie es stattdessen.',
  label: 'Bezeichnung',
  labelHint: 'So nennen es Menschen',
  key: 'Schlüssel',
  keyHint: 'So nennen es Regeln, Listen und die API: Kleinbuchstaben, Ziffern und _. Er ändert sich nie.',
  type: 'Art',
  typeHint: 'Sie ändert sich nie.',
  types: {
    TEXT: 'Text',
    NUMBER: 'Zahl',
    DATE: 'Tag',
    CHOICE: 'Auswahl',
    YES_NO: 'Ja oder nein',
  },
  options: 'Möglichkeiten',
  optionsHint: 'Eine je Zeile, in der Reihenfolge, in der sie gezeigt werden',
  example: 'Beispiel',
} satisfies Translated<typeof en>;
