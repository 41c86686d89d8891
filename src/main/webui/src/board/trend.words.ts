import { addWords } from '../app/words';

addWords('board', {
  en: {
    charts: 'The last minutes',
    chartWaiting: 'Waiting tickets',
    chartLevel: 'Service level in percent',
    chartStarts: 'What happens while this page is open draws itself here.',
    asTable: 'As a table',
    asChart: 'As a chart',
    time: 'Time',
  },
  de: {
    charts: 'Die letzten Minuten',
    chartWaiting: 'Wartende Tickets',
    chartLevel: 'Servicegrad in Prozent',
    chartStarts: 'Was geschieht, während diese Seite offen ist, zeichnet sich hier auf.',
    asTable: 'Als Tabelle',
    asChart: 'Als Diagramm',
    time: 'Zeit',
  },
});
