import { addWords } from '../app/words';

export const en = {
  wait: {
    bot: '{{bot}}, a bot, answers you meanwhile.',
    person: 'Talk to a person',
    next: 'You are next.',
    place: 'You are number {{position}} in line.',
    about_one: 'By our estimate it takes about {{count}} minute.',
    about_other: 'By our estimate it takes about {{count}} minutes.',
  },
};

addWords('portal', en, () => import('./wait.words.de'));
