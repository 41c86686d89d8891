import './words';
import './alarms.words';

export { Board } from './Board';
export { BoardQueue, BoardTicket, Wall } from './pages';
