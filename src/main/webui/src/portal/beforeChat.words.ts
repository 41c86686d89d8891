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
  reception: {
    LATER: 'We are closed right now. Leave us a message, and we answer later.',
    LATERat: 'We are closed until {{date}}. Leave us a message, and we answer then.',
    CALLBACK: 'We cannot chat right now. Write what it is about, and we call you back.',
    CALLBACKat: 'We are closed until {{date}}. Write what it is about, and we call you back.',
    CLOSED: 'We cannot chat right now. Please come back later.',
    CLOSEDat: 'We are closed until {{date}}. Please come back then.',
  },
};

addWords('portal', en, () => import('./beforeChat.words.de'));
