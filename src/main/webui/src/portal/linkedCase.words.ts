import { addWords } from '../app/words';

export const en = {
  over: 'This link is over',
  overHint: 'Links in mails end after some time. The newest mail about your request has another one.',
  hint: {
    OPEN: 'Whoever is free next takes care of it. We write to you.',
    OFFERED: 'Whoever is free next takes care of it. We write to you.',
    IN_PROGRESS: 'Somebody takes care of it. We write to you.',
    PENDING: 'Please answer below, so that it goes on.',
    RESOLVED: 'If something is still open, write it below.',
    CLOSED: 'If there is something else, write it below.',
    CANCELLED: 'If there is something else, write it below.',
  },
  merged:
    'It goes on with your request #{{id}}: we write to you about that. Messages that you write here belong to it.',
  you: 'You',
  staff: 'Service',
  write: 'Your message',
  send: 'Send',
  download: 'Download {{name}}',
  transcript: 'Mail me what was said',
  transcriptComes: 'The mail is on its way.',
};

addWords('linkedCase', en, () => import('./linkedCase.words.de'));
