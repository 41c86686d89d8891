import type { Translated } from '../app/words';
import type { en } from './trend.words';

export default {
  charts: 'Die letzten Minuten',
  chartWaiting: 'Wartende Tickets',
  chartLevel: 'Servicegrad in Prozent',
  chartStarts: 'Was geschieht, während diese Seite offen ist, zeichnet sich hier auf.',
  asTable: 'Als Tabelle',
  asChart: 'Als Diagramm',
  time: 'Zeit',
} satisfies Translated<typeof en>;
