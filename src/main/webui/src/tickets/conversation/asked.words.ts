import { addWords } from '../../app/words';

export const en = {
  choose: 'Choose one',
  chosen: '(chosen)',
  form: 'Fill this in',
  answered: 'Answered',
  unanswered: 'Not answered yet',
  needed: 'We need this to help you.',
  number: 'That is no number.',
};

addWords('asked', en, () => import('./asked.words.de'));
