import { addWords } from '../app/words';

export const en = {
  before: {
    form: 'Before we begin',
    NAME: 'Your name',
    EMAIL: 'Your e-mail address',
    PHONE: 'Your telephone number',
    FIELD: 'Your answer',
    next: 'Go on',
    back: 'Change my answers',
    needed: 'We need this to help you.',
    email: 'That is no e-mail address.',
    phone: 'That is no telephone number.',
    yes: 'Yes',
    no: 'No',
  },
};

addWords('portal', en, () => import('./beforeChat.words.de'));
