import { addWords } from '../app/words';

export const en = {
  exit: 'Leave the wall',
  fullscreen: 'Full screen',
  endFullscreen: 'End full screen',
  page: 'Page {{page}} of {{pages}}',
  paused: 'paused',
  pause: 'Stop turning pages',
  resume: 'Turn pages',
  allWell: 'All is calm',
};

addWords('board', en, () => import('./wall.words.de'));
