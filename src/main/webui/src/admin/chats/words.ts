import { addWords } from '../../app/words';

export const en = {
  greeting: 'Greeting',
  greetingHint: 'Said where a chat begins. Empty: our own words.',
  inEnglish: 'In English',
  inGerman: 'In German',
  questions: 'Questions before the first message',
  questionsHint:
    'Nobody is asked what is known already. Answers about themselves are noted with the customer, unconfirmed; fields go into the ticket, where routing policies read them.',
  none: 'None: the first message begins the chat.',
  add: 'Add a question',
  asks: 'It asks for',
  subject: { NAME: 'The name of visitors', EMAIL: 'The address of visitors', PHONE: 'The telephone number' },
  field: 'Field: {{label}}',
  required: 'Must be answered',
  labelHint: 'Empty: our own words, or the label of the field',
  question: 'Question {{number}}',
  up: 'Question {{number}} up',
  down: 'Question {{number}} down',
  remove: 'Remove question {{number}}',
};

addWords('admin-chats', en, () => import('./words.de'));
