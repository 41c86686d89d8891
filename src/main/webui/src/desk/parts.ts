import { lazyPart } from '../parts/parts';

// Whoever has a ticket needs these two: they come while the tickets are read.
export const Aside = lazyPart(() => import('./Aside'));
export const TicketPane = lazyPart(() => import('./TicketPane'));
void Aside.preload();
void TicketPane.preload();

// Where it is narrow this stands above everything; elsewhere nobody needs it.
export const PartChoice = lazyPart(() => import('./PartChoice'));
export const TabBar = lazyPart(() => import('./TabBar'), 'TabBar');
export const PresenceMenu = lazyPart(() => import('./PresenceMenu'));
export const OfferCard = lazyPart(() => import('./OfferCard'));
export const ActTogether = lazyPart(() => import('./ActTogether'));
export const Transfer = lazyPart(() => import('./Transfer'));
export const Extras = lazyPart(() => import('./Extras'));
export const StillThere = lazyPart(() => import('./StillThere'));
export const KeySheet = lazyPart(() => import('./KeySheet'));
export const NotifyButton = lazyPart(() => import('./NotifyButton'), 'NotifyButton');
