import { addWords } from '../app/words';

addWords('board', {
  en: {
    exit: 'Leave the wall',
    fullscreen: 'Full screen',
    endFullscreen: 'End full screen',
    page: 'Page {{page}} of {{pages}}',
    paused: 'paused',
    pause: 'Stop turning pages',
    resume: 'Turn pages',
    allWell: 'All is calm',
  },
  de: {
    exit: 'Die Wand verlassen',
    fullscreen: 'Vollbild',
    endFullscreen: 'Vollbild beenden',
    page: 'Seite {{page}} von {{pages}}',
    paused: 'angehalten',
    pause: 'Nicht mehr umblättern',
    resume: 'Umblättern',
    allWell: 'Alles ist ruhig',
  },
});
