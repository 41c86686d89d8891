import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  rules: 'Welche Anrufe aufgezeichnet werden',
  rulesHint:
    'Die erste Regel, die zu einem Anruf passt, entscheidet. Passt keine, wird nichts aufgezeichnet.',
  none: 'Kein Anruf wird aufgezeichnet.',
  rule: 'Regel {{number}}',
  add: 'Regel hinzufügen',
  up: 'Regel {{number}} nach oben',
  down: 'Regel {{number}} nach unten',
  remove: 'Regel {{number}} entfernen',
  queue: 'Warteschlange',
  allQueues: 'Alle Warteschlangen',
  kind: 'Art des Anrufs',
  kinds: { all: 'Alle Anrufe', VOICE: 'Sprache', VIDEO: 'Video' },
  mode: 'Aufzeichnung',
  modes: { NEVER: 'Nie', ALWAYS: 'Immer', ON_DEMAND: 'Wenn der Agent sie beginnt' },
  ruleDays: 'Aufbewahrt für',
  ruleDaysHint: 'Leer: wie unten',
  days: ' Tage',
  announcement: 'Ansage',
  announcementHint:
    'Kunden lesen sie über ihrem Anruf. Niemand wird aufgezeichnet, der sie nicht gesehen hat.',
  inEnglish: 'Auf Englisch',
  inGerman: 'Auf Deutsch',
  consent: 'Einwilligung',
  consents: {
    ANNOUNCE: 'Kunden wird es gesagt',
    ASK: 'Kunden werden gefragt; ohne ihr Ja geht der Anruf ohne Aufzeichnung weiter',
  },
  retentionDays: 'Aufzeichnungen werden aufbewahrt für',
  agentsMayListen: 'Agenten hören die Aufzeichnungen ihrer eigenen Anrufe',
} satisfies Translated<typeof en>;
