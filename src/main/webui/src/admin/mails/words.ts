import { addWords } from '../../app/words';

export const en = {
  active: 'Write to customers about their cases',
  activeHint: 'From then on, about what happens. Customers without an address get no mails.',
  kinds: 'Occasions',
  kind: {
    RECEIVED: 'Received',
    ANSWERED: 'Answered',
    QUESTION: 'Question',
    RESOLVED: 'Resolved',
    UNREAD: 'Unread answers of a chat',
    TRANSCRIPT: 'Transcript of a chat',
  },
  when: {
    RECEIVED: 'A ticket was opened, other than a chat',
    ANSWERED: 'Somebody wrote to the customer, other than in a chat',
    QUESTION: 'The ticket waits for an answer of the customer',
    RESOLVED: 'The ticket is resolved, with a link to rate it',
    UNREAD: 'Somebody wrote in a chat, and the customer has left',
    TRANSCRIPT: 'A chat is resolved: all that was said',
  },
  senderName: 'Name of the sender',
  senderNameHint: 'Leave this empty for the name of the organisation.',
  replyTo: 'Address for answers by mail',
  replyToHint: 'Leave this empty for the address of the sender.',
  language: 'Language of customers whose own is not known',
  unreadAfterMinutes: 'Answers of a chat are mailed when they were unread for',
  unreadEveryMinutes: 'And again after',
  minutes: ' minutes',
  templates: 'Words',
  occasion: 'Occasion',
  templateLanguage: 'Language',
  subject: 'Subject',
  subjectHint: 'Mails of one case stay together in a mailbox where all have the same.',
  text: 'Text',
  placeholders: 'These names are filled in:',
  preview: 'Preview',
  test: 'Send it to me',
  testSent: 'The mail server has taken the mail.',
};

addWords('admin-mails', en, () => import('./words.de'));
