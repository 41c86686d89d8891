import { addWords } from '../app/words';

export const en = {
  charts: 'The last minutes',
  chartWaiting: 'Waiting tickets',
  chartLevel: 'Service level in percent',
  chartStarts: 'What happens while this page is open draws itself here.',
  asTable: 'As a table',
  asChart: 'As a chart',
  time: 'Time',
};

addWords('board', en, () => import('./trend.words.de'));
