import type { Translated } from '../app/words';
import type { en } from './wait.words';

export default {
  wait: {
    bot: '{{bot}}, ein Bot, antwortet Ihnen inzwischen.',
    person: 'Mit einem Menschen sprechen',
    next: 'Sie sind als Nächstes dran.',
    place: 'Sie sind Nummer {{position}} in der Schlange.',
    about_one: 'Wir schätzen, dass es etwa {{count}} Minute dauert.',
    about_other: 'Wir schätzen, dass es etwa {{count}} Minuten dauert.',
  },
} satisfies Translated<typeof en>;
