import './words';
import './alarms.words';
import '../tickets/steering/words';

export { Board } from './Board';
export { BoardQueue, BoardTicket, Wall } from './pages';
