import { addWords } from '../../app/words';

export const en = {
  types: '{{name}} is typing…',
  writesToo: '{{name}} is writing to the customer, too.',
  writesNote: '{{name}} is writing a note.',
  lookToo_one: '{{names}} is looking at this, too.',
  lookToo_other: '{{names}} are looking at this, too.',
  isHere: 'The customer is here',
};

addWords('others', en, () => import('./others.words.de'));
