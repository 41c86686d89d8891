import { addWords } from '../app/words';

export const en = {
  title: 'Still there?',
  hint: 'You have not touched anything for a while. If nobody answers, you are away and are given no more tickets.',
  left_one: '{{count}} second to answer',
  left_other: '{{count}} seconds to answer',
  yes: 'I am here',
};

addWords('stillThere', en, () => import('./stillThere.words.de'));
