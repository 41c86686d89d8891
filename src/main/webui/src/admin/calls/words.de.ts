import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  voice: 'Mit Ton',
  voiceHint: 'Aus: Kunden sehen keine Schaltfläche für Anrufe, und Agenten rufen niemanden an.',
  video: 'Mit Video',
  videoHint: 'Aus: Kunden sehen keine Schaltfläche für Videoanrufe, und Agenten rufen niemanden so an.',
  listenersShown: 'Agenten sehen, wer mithört',
  listenersHint:
    'An: Ein Agent sieht im Anruf, wer mithört oder flüstert. Kunden sehen es nie, und das Protokoll hält es in jedem Fall fest.',
} satisfies Translated<typeof en>;
