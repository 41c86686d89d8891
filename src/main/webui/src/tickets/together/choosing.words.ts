import { addWords } from '../../app/words';

/** What stands beside a list before anything is chosen. */
export const en = {
  choose: 'Choose several',
  chooseEnd: 'Choose no more',
  select: 'Select ticket {{id}}',
  selectAll: 'Select all',
};

addWords('together', en, () => import('./choosing.words.de'));
