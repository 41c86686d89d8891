import { addWords } from '../../app/words';

export const en = {
  closedTicketsDays: 'Keep what was said in tickets that are over',
  closedTicketsHint:
    'After so many days without a change what was said in a closed or cancelled ticket is erased for good; its figures stay. Empty: it is kept.',
  feedDays: 'Keep what happened for those who come back',
  feedHint:
    'Programs and pages that were away longer read their lists anew. Empty: as the installation says.',
  days: ' days',
};

addWords('admin-retention', en, () => import('./words.de'));
