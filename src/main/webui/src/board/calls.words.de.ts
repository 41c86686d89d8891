import type { Translated } from '../app/words';
import type { en } from './calls.words';

export default {
  calls: 'Anrufe',
  callsCount_one: '{{count}} Anruf läuft',
  callsCount_other: '{{count}} Anrufe laufen',
  callOf: 'Anruf zu Ticket {{id}}',
  callWith: 'mit {{name}}',
  nobodyYet: 'Noch bei niemandem',
  inCallFor: 'im Gespräch seit',
  callsFor: 'ruft an seit',
  onHold: 'Gehalten',
  recorded: 'Wird aufgezeichnet',
  line: {
    good: 'Gute Leitung',
    fair: 'Mäßige Leitung: {{name}}',
    bad: 'Schlechte Leitung: {{name}}',
  },
  rating: 'Geschätzt {{mos}} von 4,5',
  supervises: {
    LISTEN: '{{name}} hört mit',
    WHISPER: '{{name}} flüstert',
    TALK: '{{name}} nimmt teil',
  },
  takeOver: 'Übernehmen',
  takeOverHint: 'Das Ticket gehört dann Ihnen, und Sie sprechen mit dem Kunden. {{name}} verlässt den Anruf.',
  takeOverHintNobody: 'Das Ticket gehört dann Ihnen, und Sie sprechen mit dem Kunden.',
  takenOver: 'Ticket {{id}} gehört jetzt Ihnen.',
  end: 'Beenden',
  endTitle: 'Diesen Anruf beenden?',
  endHint:
    'Er endet für alle, die daran teilnehmen. Das Ticket bleibt bei seinem Agenten; ist es bei niemandem, wird es zurückgezogen.',
  doEnd: 'Anruf beenden',
} satisfies Translated<typeof en>;
