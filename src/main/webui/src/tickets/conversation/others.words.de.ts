import type { Translated } from '../../app/words';
import type { en } from './others.words';

export default {
  types: '{{name}} schreibt…',
  writesToo: '{{name}} schreibt auch gerade an den Kunden.',
  writesNote: '{{name}} schreibt eine Notiz.',
  lookToo_one: '{{names}} sieht das auch gerade an.',
  lookToo_other: '{{names}} sehen das auch gerade an.',
  isHere: 'Der Kunde ist da',
} satisfies Translated<typeof en>;
