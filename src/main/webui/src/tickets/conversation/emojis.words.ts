import { addWords } from '../../app/words';

export const en = {
  title: 'Emojis',
  groups: 'Kinds of emojis',
  lately: 'Used lately',
  faces: 'Faces',
  hands: 'Hands',
  things: 'Things',
  signs: 'Signs',
};

addWords('emojis', en, () => import('./emojis.words.de'));
