import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  title: 'Aufzeichnung',
  on: 'Dieses Gespräch wird aufgezeichnet',
  off: 'Wird nicht aufgezeichnet',
  paused: 'Die Aufzeichnung pausiert',
  pausedFor: {
    CARD_DATA: 'Die Aufzeichnung pausiert: Kartendaten',
    PRIVATE: 'Die Aufzeichnung pausiert: privat',
    STOPPED: 'Die Aufzeichnung ist angehalten',
  },
  goesOnIn: 'Sie läuft in {{time}} von selbst weiter.',
  pauseCard: 'Pause für Kartendaten',
  pausePrivate: 'Pause: privat',
  goOn: 'Weiter aufzeichnen',
  record: 'Aufzeichnen',
  stop: 'Aufzeichnung anhalten',
  unanswered: 'Wird nicht aufgezeichnet: Der Kunde hat noch nicht geantwortet.',
  declined: 'Wird nicht aufgezeichnet: Der Kunde ist nicht einverstanden.',
  problem: 'Wird nicht aufgezeichnet: {{problem}} Der Anruf geht weiter.',
  unsent: 'Die Aufzeichnung kann gerade nicht gespeichert werden: {{problem}} Der Anruf geht weiter.',
  silenced:
    'Wird noch nicht aufgezeichnet: Klicken Sie irgendwo auf dieser Seite, denn der Browser verlangt es.',
  unsupported: 'Dieser Browser kann nicht aufzeichnen.',
  beginning: 'Die Aufzeichnung beginnt …',
  ask: 'Darf dieses Gespräch aufgezeichnet werden?',
  yes: 'Ja, aufzeichnen',
  no: 'Nein',
  agreed: 'Sie haben der Aufzeichnung zugestimmt.',
  disagreed: 'Sie werden nicht aufgezeichnet.',
  takeBack: 'Nicht mehr aufzeichnen',
  allow: 'Aufzeichnung erlauben',
} satisfies Translated<typeof en>;
