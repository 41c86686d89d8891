import type { Translated } from '../app/words';
import type { en } from './wall.words';

export default {
  exit: 'Die Wand verlassen',
  fullscreen: 'Vollbild',
  endFullscreen: 'Vollbild beenden',
  page: 'Seite {{page}} von {{pages}}',
  paused: 'angehalten',
  pause: 'Nicht mehr umblättern',
  resume: 'Umblättern',
  allWell: 'Alles ist ruhig',
} satisfies Translated<typeof en>;
