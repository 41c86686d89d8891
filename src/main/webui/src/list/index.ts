import '../board/words';
import './words';

export { Tickets } from './Tickets';
