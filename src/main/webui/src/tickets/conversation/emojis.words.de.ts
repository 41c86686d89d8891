import type { Translated } from '../../app/words';
import type { en } from './emojis.words';

export default {
  title: 'Emojis',
  groups: 'Arten von Emojis',
  lately: 'Zuletzt benutzt',
  faces: 'Gesichter',
  hands: 'Hände',
  things: 'Dinge',
  signs: 'Zeichen',
} satisfies Translated<typeof en>;
