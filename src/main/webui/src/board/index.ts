import './words';

export { Board } from './Board';
export { BoardQueue } from './BoardQueue';
export { BoardTicket } from './BoardTicket';
export { Wall } from './Wall';
