import type { Translated } from '../../app/words';
import type { en } from './remove.words';

export default {
  title: 'Eine Nachricht entfernen',
  text: 'Sie verschwindet für alle, die das Gespräch lesen, auch für die Kundin oder den Kunden, und kommt nicht wieder. Wer sie wann schrieb, bleibt.',
  textOfNote:
    'Sie verschwindet für alle, die das Gespräch lesen, und kommt nicht wieder. Wer sie wann schrieb, bleibt.',
  which: 'Was entfernt wird',
  all: 'Die ganze Nachricht',
  file: 'Nur die Datei {{name}}',
  confirm: 'Entfernen',
  done: 'Sie ist entfernt.',
} satisfies Translated<typeof en>;
