/** Tickets whose offer was accepted in this window: their calls are answered at once. */
export const accepted = new Set<number>();
