import type { en } from './further.words';

export default {
  snooze: 'Zurückstellen …',
  merge: 'Zusammenführen …',
  split: 'In ein neues Ticket abtrennen …',
  snoozeTitle: '#{{id}} zurückstellen',
  snoozeText:
    'Dann, oder wenn der Kunde schreibt, kommt es zurück: zu Ihnen, wenn Sie frei sind. Der Kunde erfährt davon nichts.',
  until: 'Bis wann',
  asked: 'Bis der Kunde antwortet: etwas fragen',
  hour: 'In 1 Stunde ({{time}})',
  tomorrow: 'Morgen ({{time}})',
  monday: 'Nächsten Montag ({{time}})',
  chosen: 'Zu einer anderen Zeit',
  time: 'Zeit',
  zone: 'Nach der Uhr Ihres Browsers: {{zone}}',
  wrongTime: 'Wählen Sie eine Zeit, die noch kommt, innerhalb eines Jahres.',
  snoozeDo: 'Zurückstellen',
  askDo: 'Kunden fragen',
  snoozed: '#{{id}} kommt zurück: {{time}}.',
  mergeTitle: '#{{id}} mit einem anderen Ticket zusammenführen',
  mergeText:
    'Dieses endet, und was der Kunde dort schreibt, geht im anderen weiter. Das lässt sich nicht rückgängig machen.',
  mergeOrderText:
    'In diesem geht es um eine Bestellung, und es bleibt: Das andere endet, und was der Kunde dort schreibt, geht hier weiter. Das lässt sich nicht rückgängig machen.',
  mergeWith: 'Mit welchem Ticket',
  noOthers: 'Es gibt kein anderes Ticket dieses Kunden, mit dem es zusammengeführt werden könnte.',
  mergeDo: 'Zusammenführen',
  merged: '#{{id}} geht als #{{into}} weiter.',
  splitTitle: '#{{id}} teilen',
  splitText:
    'Mit der Nachricht beginnt ein neues Ticket dieses Kunden, das bekommt, wer frei ist. Hier bleibt sie auch.',
  which: 'Welche Nachricht',
  none: 'Der Kunde hat hier nichts geschrieben.',
  queue: 'Warteschlange',
  byPolicy: 'Wie die Routing-Regeln sagen',
  splitDo: 'Abtrennen',
  wasSplit: 'Es ist jetzt Ticket #{{id}}.',
} satisfies typeof en;
