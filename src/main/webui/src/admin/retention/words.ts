import { addWords } from '../../app/words';

export const en = {
  closedTicketsDays: 'Texts of closed tickets',
  closedTicketsHint:
    'What was said in a closed or cancelled ticket is erased for good so many days after its last change. Its figures stay. Leave this empty to keep everything.',
  feedDays: 'Events for pages and programs that were away',
  feedHint:
    'Pages and programs that were away longer read their lists anew. Leave this empty for the days that the installation sets.',
  days: ' days',
};

addWords('admin-retention', en, () => import('./words.de'));
