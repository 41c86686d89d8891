import { addWords } from '../app/words';

export const en = {
  title: 'You wrote this and did not send it',
  copy: 'Copy',
  copied: 'Copied',
  discard: 'Discard',
  discardSure: 'Discard for good',
};

addWords('unsent', en, () => import('./unsent.words.de'));
