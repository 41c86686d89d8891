import type { Translated } from '../app/words';
import type { en } from './transfer.words';

export default {
  transferTitle: '#{{id}} weitergeben',
  transferTo: 'An wen',
  toQueue: 'Warteschlange',
  toAgent: 'Agent',
  choose: 'Wählen …',
  noQueues: 'Es gibt keine andere Warteschlange.',
  noAgents: 'Kein anderer Agent ist verfügbar.',
  transferNote: 'Was der Nächste wissen soll',
  transferHint: 'Nur Kollegen lesen es.',
  transferForbidden:
    'Sie dürfen nicht wählen, wohin dieses Ticket geht. Geben Sie es mit einer Notiz zurück (L), oder fragen Sie Ihre Leitung.',
  transferChanged: 'Jemand hat das Ticket kurz vor Ihnen geändert. Sehen Sie es sich an, dann noch einmal.',
} satisfies Translated<typeof en>;
