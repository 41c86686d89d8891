import { addWords } from '../../app/words';

export const en = {
  askAfterSeconds: 'Ask after',
  askHint:
    'So long without key, mouse or touch, and the desk asks whether they are still there. Empty: it never asks.',
  answerWithinSeconds: 'Time to answer',
  answerHint: 'Who does not answer is away.',
  returnAfterSeconds: 'Give back after',
  returnHint:
    'What is held by who is away or offline for so long goes back to its queue, with its age. Empty: it stays until a supervisor gives it back.',
};

addWords('admin-attendance', en, () => import('./words.de'));
