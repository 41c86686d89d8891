import { lazyPart } from '../parts/parts';

// Its user is a part itself: in one file with that they would import each other in a circle.
export const TicketRecordings = lazyPart(() => import('../recordings/TicketRecordings'));
