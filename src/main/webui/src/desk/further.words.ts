import { addWords } from '../app/words';

export const en = {
  snooze: 'Snooze…',
  merge: 'Merge…',
  split: 'Split into a new ticket…',
  snoozeTitle: 'Snooze #{{id}}',
  snoozeText:
    'At that time, or when the customer writes, it comes back: to you, if you are free. The customer is told nothing.',
  until: 'Until when',
  asked: 'Until the customer answers: ask them something',
  hour: 'In 1 hour ({{time}})',
  tomorrow: 'Tomorrow ({{time}})',
  monday: 'Next Monday ({{time}})',
  chosen: 'At another time',
  time: 'Time',
  zone: 'By the clock of your browser: {{zone}}',
  wrongTime: 'Choose a time that is to come, within a year.',
  snoozeDo: 'Snooze',
  askDo: 'Ask the customer',
  snoozed: '#{{id}} comes back: {{time}}.',
  mergeTitle: 'Merge #{{id}} with another ticket',
  mergeText:
    'This one ends, and what its customer writes there goes on in the other one. It cannot be undone.',
  mergeOrderText:
    'This one is about an order and stays: the other one ends, and what its customer writes there goes on here. It cannot be undone.',
  mergeWith: 'With which ticket',
  noOthers: 'There is no other ticket of this customer that it could be merged with.',
  mergeDo: 'Merge',
  merged: '#{{id}} goes on as #{{into}}.',
  splitTitle: 'Split #{{id}}',
  splitText:
    'The message becomes the beginning of a new ticket of this customer, which goes to whoever is free. It stays here, too.',
  which: 'Which message',
  none: 'The customer has written nothing here.',
  queue: 'Queue',
  byPolicy: 'As the routing policy says',
  splitDo: 'Split',
  wasSplit: 'It is ticket #{{id}} now.',
};

addWords('further', en, () => import('./further.words.de'));
