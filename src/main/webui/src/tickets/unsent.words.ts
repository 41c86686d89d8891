import { addWords } from '../app/words';

addWords('unsent', {
  en: {
    title: 'You wrote this and did not send it',
    copy: 'Copy',
    copied: 'Copied',
    discard: 'Discard',
    discardSure: 'Discard for good',
  },
  de: {
    title: 'Das haben Sie geschrieben und nicht gesendet',
    copy: 'Kopieren',
    copied: 'Kopiert',
    discard: 'Verwerfen',
    discardSure: 'Endgültig verwerfen',
  },
});
