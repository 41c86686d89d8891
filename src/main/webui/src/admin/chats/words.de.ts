import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  greeting: 'Begrüßung',
  greetingHint: 'Steht dort, wo ein Chat beginnt. Leer: unsere eigenen Worte.',
  inEnglish: 'Auf Englisch',
  inGerman: 'Auf Deutsch',
  questions: 'Fragen vor der ersten Nachricht',
  questionsHint:
    'Niemand wird gefragt, was schon bekannt ist. Antworten über sich selbst stehen unbestätigt beim Kunden; Felder gehen ins Ticket, wo Routing-Regeln sie lesen.',
  none: 'Keine: Die erste Nachricht beginnt den Chat.',
  add: 'Frage hinzufügen',
  asks: 'Sie fragt nach',
  subject: { NAME: 'Name von Gästen', EMAIL: 'Adresse von Gästen', PHONE: 'Telefonnummer' },
  field: 'Feld: {{label}}',
  required: 'Muss beantwortet werden',
  labelHint: 'Leer: unsere eigenen Worte, oder der Name des Feldes',
  question: 'Frage {{number}}',
  up: 'Frage {{number}} nach oben',
  down: 'Frage {{number}} nach unten',
  remove: 'Frage {{number}} entfernen',
} satisfies Translated<typeof en>;
