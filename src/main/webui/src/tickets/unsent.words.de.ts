import type { Translated } from '../app/words';
import type { en } from './unsent.words';

export default {
  title: 'Das haben Sie geschrieben und nicht gesendet',
  copy: 'Kopieren',
  copied: 'Kopiert',
  discard: 'Verwerfen',
  discardSure: 'Endgültig verwerfen',
} satisfies Translated<typeof en>;
